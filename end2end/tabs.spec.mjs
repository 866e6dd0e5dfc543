// Two windows with the same list. Whatever the two do, every answer that was
// entered in either is in the stored list, or on the screen of the window that
// it was entered in, with a message and a choice, or a step of undo away.
import { KEY, answer, answers, names, saved, store, stored } from "./support/checklist.mjs";
import { answerIn, documentOf, exported, hospital, incomingButton, newer, openAt, pickFile, show, version2 } from "./support/keeping.mjs";
import { expect, started, test } from "./support/test.mjs";
import { criteria, words } from "./support/words.mjs";

const [FIRST, SECOND, THIRD] = criteria.map(({ id }) => id);
const say = words("en").checklist;
const LIST = version2({ centres: [hospital(11, "Alpha"), hospital(22, "Beta")] });
const TAKE_OTHER = say("take-other-tab");
const KEEP_THIS = say("keep-this-tab");

/** Windows in which writing can be held back, to have time for the other one. */
async function windows(context, ...places) {
  await context.addInitScript(() => {
    const real = window.setTimeout;
    const held = [];
    window.setTimeout = (work, time, ...all) =>
      window.hold && time > 50 ? -held.push(work) : real.call(window, work, time, ...all);
    window.release = () => {
      window.hold = false;
      for (const work of held.splice(0)) work();
    };
  });
  const pages = [];
  for (const place of places) {
    const page = await context.newPage();
    if (pages.length === 0) await store(page, { [KEY]: LIST });
    await openAt(page, "en", place);
    pages.push(page);
  }
  return pages;
}

const hold = (page) => page.evaluate(() => void (window.hold = true));
const release = (page) => page.evaluate(() => window.release());

const settled = (page) => expect(page.locator("#save-state")).toHaveClass(/save-(done|failed)/);
const message = (page) => page.locator(".notices [role=alert]").filter({ hasText: say("not-saved-other-tab") });
const choose = (page, words) => message(page).getByRole("button", { name: words, exact: true }).click();
const shows = (page, id, code) => expect(answers(page, id).locator(`[value="${code}"]`)).toBeChecked();
const isShown = (page, id, code) => answers(page, id).locator(`[value="${code}"]`).isChecked();
const storedAnswer = async (page, id, name = "Alpha") => answerIn(documentOf(await stored(page)), name, id);

/** The two differ: it is said, and the person is asked. */
async function asked(page) {
  await expect(message(page)).toBeVisible();
  await expect(message(page).getByRole("button")).toHaveText([TAKE_OTHER, KEEP_THIS]);
}

/** An answer about Alpha that was entered in this window has not been lost. */
async function kept(page, id, code) {
  await settled(page);
  if ((await storedAnswer(page, id)) === code) return;
  if ((await isShown(page, id, code)) && (await message(page).isVisible())) return asked(page);
  await page.locator("#undo").click();
  await shows(page, id, code);
  await expect.poll(() => storedAnswer(page, id)).toBe(code);
}

test("different questions, one after the other", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await answer(one, FIRST, "yes");
  await shows(other, FIRST, "yes");
  await answer(other, SECOND, "no");
  await shows(one, SECOND, "no");
  await answer(one, THIRD, "partly");
  await shows(other, THIRD, "partly");
  await saved(one);
  await saved(other);
  for (const [id, code] of [[FIRST, "yes"], [SECOND, "no"], [THIRD, "partly"]]) {
    expect(await storedAnswer(one, id)).toBe(code);
  }
});

test("different questions at the same time", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await hold(other);
  await answer(other, SECOND, "no");
  await answer(one, FIRST, "yes");
  await saved(one);
  await asked(other);
  await release(other);
  await asked(other);
  expect(await storedAnswer(one, FIRST)).toBe("yes");
  await kept(one, FIRST, "yes");
  await kept(other, SECOND, "no");
});

test("the same question at the same time", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await answer(one, FIRST, "no");
  await saved(one);
  await asked(other);
  await shows(other, FIRST, "yes");
  expect(await storedAnswer(one, FIRST)).toBe("no");
  await release(other);
  await choose(other, TAKE_OTHER);
  await shows(other, FIRST, "no");
  await kept(one, FIRST, "no");
  await kept(other, FIRST, "yes");
});

test("a centre removed in one, answered in the other", async ({ context }) => {
  const [one, other] = await windows(context, "overview", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await one.locator(".remove-centre").first().click();
  await expect(names(one)).toHaveText(["Beta"]);
  await saved(one);
  await asked(other);
  await shows(other, FIRST, "yes");
  await release(other);
  await choose(other, KEEP_THIS);
  await expect(names(one)).toHaveText(["Alpha", "Beta"]);
  await kept(other, FIRST, "yes");
  // Nor is the removal lost.
  await one.locator("#undo").click();
  await expect(names(one)).toHaveText(["Beta"]);
});

test("everything erased in one, answered in the other", async ({ context }) => {
  const [one, other] = await windows(context, "keep", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await one.locator("#erase").click();
  await expect.poll(() => stored(one)).toBeNull();
  await asked(other);
  await shows(other, FIRST, "yes");
  await release(other);
  await choose(other, TAKE_OTHER);
  await expect(other.locator(".one-centre")).toHaveCount(0);
  await other.locator("#undo").click();
  await shows(other, FIRST, "yes");
});

test("a centre renamed in one, answered in the other", async ({ context }) => {
  const [one, other] = await windows(context, "overview", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await one.locator(".rename-centre").first().click();
  await one.locator(".rename input").fill("Gamma");
  await one.locator(".rename .button-main").click();
  await saved(one);
  await asked(other);
  expect(await stored(one)).toContain("Gamma");
  await release(other);
  await choose(other, KEEP_THIS);
  await expect(names(one)).toHaveText(["Alpha", "Beta"]);
  await kept(other, FIRST, "yes");
  await one.locator("#undo").click();
  await expect(names(one)).toHaveText(["Gamma", "Beta"]);
});

for (const unsaved of [false, true]) {
  test(`a newer version writes, ${unsaved ? "with something unsaved here" : "with nothing unsaved here"}`, async ({ context }) => {
    const [one, other] = await windows(context, "centre-11", "overview");
    const text = newer(version2({ centres: [hospital(11, "Alpha", { [FIRST]: "no" })] }));
    if (unsaved) await hold(one);
    await answer(one, SECOND, "partly");
    if (!unsaved) await expect.poll(() => stored(one)).toContain("partly");
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, text]);
    if (unsaved) {
      await asked(one);
      await release(one);
      // Not even this may write over it.
      await choose(one, KEEP_THIS);
    }
    await expect(one.getByText(say("newer-title"))).toBeVisible();
    await expect(one.locator("#save-state")).toHaveClass(/save-failed/);
    await answer(one, FIRST, "yes");
    await expect(one.locator("#save-state")).toHaveClass(/save-failed/);
    const taken = await exported(one);
    expect(answerIn(taken, "Alpha", FIRST)).toBe("yes");
    expect(answerIn(taken, "Alpha", SECOND)).toBe("partly");
    // Leaving is when everything is written that is still to be.
    await one.reload();
    await started(one, "hydrate");
    await expect(one.getByText(say("newer-title"))).toBeVisible();
    expect(await stored(one)).toBe(text);
  });
}

test("reloaded in the middle of an edit", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await other.reload();
  await started(other, "hydrate");
  await shows(other, FIRST, "yes");
  await shows(one, FIRST, "yes");
  expect(await storedAnswer(one, FIRST)).toBe("yes");
});

test("reloaded in the middle of an edit, while the other has written", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await hold(other);
  await answer(other, SECOND, "no");
  await answer(one, FIRST, "yes");
  await saved(one);
  await asked(other);
  await other.reload();
  await started(other, "hydrate");
  // Brought back, and said so; undo leads to what the other has written.
  await expect(other.locator("#recovered")).toBeVisible();
  await shows(other, SECOND, "no");
  await other.locator("#undo").click();
  await shows(other, FIRST, "yes");
  await other.locator("#redo").click();
  await shows(other, SECOND, "no");
  await kept(other, SECOND, "no");
  await kept(one, FIRST, "yes");
});

test("both without a network", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await context.setOffline(true);
  await answer(one, FIRST, "yes");
  await shows(other, FIRST, "yes");
  await answer(other, SECOND, "no");
  await shows(one, SECOND, "no");
  await saved(one);
  await saved(other);
  await context.setOffline(false);
  expect(await storedAnswer(one, FIRST)).toBe("yes");
  expect(await storedAnswer(one, SECOND)).toBe("no");
});

test("one is hidden before it has written", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  // A phone may end a hidden page without asking: what is held back is written now.
  await other.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  expect(await storedAnswer(other, FIRST)).toBe("yes");
  await shows(one, FIRST, "yes");
  await answer(one, SECOND, "no");
  await shows(other, SECOND, "no");
  await kept(one, SECOND, "no");
});

test("undone in one", async ({ context }) => {
  const [one, other] = await windows(context, "centre-11", "centre-11");
  await answer(other, FIRST, "yes");
  await shows(one, FIRST, "yes");
  await one.locator("#undo").click();
  await shows(other, FIRST, "not-asked");
  await expect.poll(() => storedAnswer(one, FIRST)).toBeUndefined();
  await kept(other, FIRST, "yes");
});

test("a file opened in one, answered in the other", async ({ context }) => {
  const [one, other] = await windows(context, "keep", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await pickFile(one, version2({ centres: [hospital(33, "From the file", { [SECOND]: "no" })] }));
  await incomingButton(one, say("incoming-replace")).click();
  await expect(names(one)).toHaveText(["From the file"]);
  await saved(one);
  await asked(other);
  await shows(other, FIRST, "yes");
  await release(other);
  await choose(other, TAKE_OTHER);
  await show(other, "overview");
  await expect(names(other)).toHaveText(["From the file"]);
  await other.locator("#undo").click();
  await expect(names(other)).toHaveText(["Alpha", "Beta"]);
  await expect.poll(() => storedAnswer(other, FIRST)).toBe("yes");
});

test("a third one looks on", async ({ context }) => {
  const [one, other, third] = await windows(context, "centre-11", "centre-11", "centre-11");
  await hold(other);
  await answer(other, FIRST, "yes");
  await answer(one, FIRST, "no");
  await shows(third, FIRST, "no");
  await asked(other);
  await answer(third, SECOND, "partly");
  await shows(one, SECOND, "partly");
  await release(other);
  await asked(other);
  await choose(other, KEEP_THIS);
  await shows(one, FIRST, "yes");
  await shows(third, FIRST, "yes");
  await kept(other, FIRST, "yes");
  await kept(third, SECOND, "partly");
  await kept(one, FIRST, "no");
});
