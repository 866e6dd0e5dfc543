// A person closes the window, goes elsewhere or puts the phone away right
// after an edit. Fifty times each, at moments before and after typing is
// written (250 ms): nothing may be lost.
import { KEY, note, store, stored } from "./support/checklist.mjs";
import { documentOf, hospital, openAt, unfold, version2 } from "./support/keeping.mjs";
import { expect, test } from "./support/test.mjs";
import { criteria } from "./support/words.mjs";

const FIRST = criteria[0].id;
const LIST = version2({ centres: [hospital(11, "Alpha", { [FIRST]: "yes" })] });
const TIMES = 50;

// A trace of a hundred pages would take longer than the pages.
test.use({ trace: "off" });
test.setTimeout(120_000);

const noteIn = (text) => documentOf(text).centres[0].answers[0].note;

/** Time in which the person does nothing. */
const pass = (page, ms) => (ms > 0 ? page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), ms) : null);

async function write(page, text) {
  await unfold(page, FIRST);
  await note(page, FIRST).fill(text);
}

for (const delay of [0, 50, 100, 300]) {
  test(`closed ${delay} ms after an edit`, async ({ page, context }) => {
    await store(page, { [KEY]: LIST });
    const lost = [];
    for (let time = 1; time <= TIMES; time += 1) {
      const closing = await context.newPage();
      await openAt(closing, "en", "centre-11");
      await write(closing, `note ${time}`);
      await pass(closing, delay);
      await closing.close({ runBeforeUnload: false });
      // What a window writes reaches the others a moment later. Nobody is left
      // who could write it now, so waiting cannot hide a loss.
      const kept = async () => noteIn(await stored(page));
      const arrived = expect.poll(kept, { timeout: 2000 }).toBe(`note ${time}`);
      await arrived.catch(async () => lost.push([time, await kept()]));
    }
    expect(lost).toEqual([]);
    await openAt(page, "en", "centre-11");
    await unfold(page, FIRST);
    await expect(note(page, FIRST)).toHaveValue(`note ${TIMES}`);
  });

  test(`left for another page ${delay} ms after an edit`, async ({ page }) => {
    await store(page, { [KEY]: LIST });
    await openAt(page, "en", "centre-11");
    const lost = [];
    for (let time = 1; time <= TIMES; time += 1) {
      await write(page, `note ${time}`);
      await pass(page, delay);
      // Another page, which happens to be another checklist.
      await openAt(page, time % 2 ? "ar" : "en", "centre-11");
      const kept = noteIn(await stored(page));
      if (kept !== `note ${time}`) lost.push([time, kept]);
    }
    expect(lost).toEqual([]);
  });

  test(`hidden ${delay} ms after an edit`, async ({ page }) => {
    await store(page, { [KEY]: LIST });
    await openAt(page, "en", "centre-11");
    // No window is ever hidden from this browser: the page is told so.
    await page.evaluate(() => {
      let state = "visible";
      Object.defineProperty(document, "visibilityState", { get: () => state });
      window.turn = (next) => {
        state = next;
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      };
    });
    const lost = [];
    for (let time = 1; time <= TIMES; time += 1) {
      await write(page, `note ${time}`);
      await pass(page, delay);
      const text = await page.evaluate((key) => {
        window.turn("hidden");
        const text = localStorage.getItem(key);
        window.turn("visible");
        return text;
      }, KEY);
      const kept = noteIn(text);
      if (kept !== `note ${time}`) lost.push([time, kept]);
    }
    expect(lost).toEqual([]);
  });
}
