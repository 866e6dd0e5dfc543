// Answers that are tapped before the program has come are adopted, none lost.
import {
  KEY, answer, centre, goTo, isAnswered, mark, names, openChecklist, saved, savedAs, store, stored, title,
} from "./support/checklist.mjs";
import { expect, started, test } from "./support/test.mjs";
import { LOCALES, criteria, plain, words } from "./support/words.mjs";

// Chromium complains of what waits for a program that is long on its way.
test.beforeEach(({ watch }) => watch.allow(/preload/));

const IDS = criteria.map((it) => it.id);
const CODES = ["yes", "partly", "no", "would-not-say"];

/** Opens the checklist while the program is held back; call what it returns to let it go. */
async function openEarly(page, locale = "en") {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/${locale}/checklist/`, { waitUntil: "commit" });
  return async () => {
    release();
    await started(page, "hydrate");
  };
}

const kept = async (page) => JSON.parse(await stored(page)).document;

/** The answers of a saved centre, by criterion. */
const answersOf = (centre) =>
  Object.fromEntries(centre.answers.map(({ criterion, answer }) => [criterion, answer]));

for (const locale of Object.keys(LOCALES)) {
  const { checklist, count } = words(locale);

  test(`${locale}: where there is no list, they make a first hospital`, async ({ page }) => {
    const arrive = await openEarly(page, locale);
    await answer(page, IDS[0], "yes");
    await answer(page, IDS[3], "would-not-say");
    // Thought better of it.
    await answer(page, IDS[5], "no");
    await answer(page, IDS[5], "partly");
    await answer(page, IDS[7], "yes");
    await answer(page, IDS[7], "not-asked");
    await arrive();
    await expect(title(page)).toHaveText(checklist("first-centre-name"));
    await isAnswered(page, IDS[0], "yes");
    await isAnswered(page, IDS[3], "would-not-say");
    await isAnswered(page, IDS[5], "partly");
    await isAnswered(page, IDS[7], "not-asked");
    await saved(page);
    const { centres } = await kept(page);
    expect(centres.map((it) => it.name)).toEqual([checklist("first-centre-name")]);
    expect(answersOf(centres[0])).toEqual({
      [IDS[0]]: "yes",
      [IDS[3]]: "would-not-say",
      [IDS[5]]: "partly",
    });
    // It is one step, like everything.
    await page.locator("#undo").click();
    await goTo(page, "overview");
    await expect(page.locator(".empty")).toBeVisible();
  });

  test(`${locale}: where there is a list, only the person knows which hospital was meant`, async ({ page }) => {
    const list = savedAs({ centres: [centre(11, "A", { [IDS[0]]: "no" }), centre(12, "مستشفى ب")] });
    await store(page, { [KEY]: list });
    const arrive = await openEarly(page, locale);
    await answer(page, IDS[1], "yes");
    await answer(page, IDS[2], "no");
    await arrive();
    const question = page.locator("#early");
    await expect(question.locator("p").first()).toHaveText(count("early-count", 2));
    await expect(question).toHaveAttribute("role", "alert");
    await expect(question.getByRole("button")).toHaveText([
      "A", "مستشفى ب", checklist("early-new"), checklist("early-drop"),
    ]);
    // Nothing has been changed yet.
    expect(await stored(page)).toBe(list);
    await question.getByRole("button", { name: "مستشفى ب" }).click();
    await expect(question).toHaveCount(0);
    await expect(title(page)).toHaveText("مستشفى ب");
    await isAnswered(page, IDS[1], "yes");
    await isAnswered(page, IDS[2], "no");
    await expect.poll(async () => (await kept(page)).centres.map(answersOf)).toEqual([
      { [IDS[0]]: "no" },
      { [IDS[1]]: "yes", [IDS[2]]: "no" },
    ]);
  });
}

test.describe("which hospital was meant", () => {
  const before = { centres: [centre(11, "A", { [IDS[0]]: "no" }), centre(12, "B")] };
  const early = { [IDS[0]]: "yes", [IDS[1]]: "partly" };
  const first = words("en").checklist("first-centre-name");
  const CHOICES = [
    ["A", [["A", early], ["B", {}]]],
    ["B", [["A", { [IDS[0]]: "no" }], ["B", early]]],
    [words("en").checklist("early-new"), [["A", { [IDS[0]]: "no" }], ["B", {}], [first, early]]],
  ];
  for (const [choice, after] of CHOICES) {
    test(choice, async ({ page }) => {
      await store(page, { [KEY]: savedAs(before) });
      const arrive = await openEarly(page);
      for (const [id, code] of Object.entries(early)) await answer(page, id, code);
      await arrive();
      await page.locator("#early").getByRole("button", { name: choice, exact: true }).click();
      await expect(page.locator("#early")).toHaveCount(0);
      await expect(page.locator(".one-centre")).toBeVisible();
      await expect
        .poll(async () => (await kept(page)).centres.map((it) => [it.name, answersOf(it)]))
        .toEqual(after);
      await page.locator("#undo").click();
      await expect
        .poll(async () => (await kept(page)).centres.map((it) => [it.name, answersOf(it)]))
        .toEqual([["A", { [IDS[0]]: "no" }], ["B", {}]]);
    });
  }

  test("none of them", async ({ page }) => {
    const list = savedAs(before);
    await store(page, { [KEY]: list });
    const arrive = await openEarly(page);
    await answer(page, IDS[1], "yes");
    await arrive();
    await page.locator("#early").getByRole("button").last().click();
    await expect(page.locator("#early")).toHaveCount(0);
    await expect(names(page)).toHaveText(["A", "B"]);
    await expect(page.locator("#undo")).toBeDisabled();
    await mark(page, 1);
    await isAnswered(page, IDS[1], "not-asked");
    expect(await stored(page)).toBe(list);
  });
});

test("a name that was typed is the name of what was answered", async ({ page }) => {
  const arrive = await openEarly(page);
  await page.locator("#new-centre").fill("مستشفى Typed early");
  await answer(page, IDS[0], "yes");
  await arrive();
  await expect(title(page)).toHaveText("مستشفى Typed early");
  await isAnswered(page, IDS[0], "yes");
});

test("a name that was typed stays in its field while the hospital is asked for", async ({ page }) => {
  await store(page, { [KEY]: savedAs({ centres: [centre(11, "A")] }) });
  const arrive = await openEarly(page);
  await page.locator("#new-centre").fill("Typed early");
  await answer(page, IDS[0], "yes");
  await arrive();
  await expect(page.locator("#early")).toBeVisible();
  await expect(page.locator("#new-centre")).toHaveValue("Typed early");
  await expect(names(page)).toHaveText(["A"]);
});

test("nothing tapped, nothing made", async ({ page }) => {
  const arrive = await openEarly(page);
  await expect(page.locator(".criterion").first()).toBeVisible();
  await arrive();
  await expect(page.locator("#save-state")).toHaveText(words("en").checklist("nothing-yet"));
  await expect(page.locator(".empty")).toBeVisible();
  await expect(page.locator("#early")).toHaveCount(0);
  expect(await stored(page)).toBeNull();
});

// The program comes before, amid and after twenty taps.
for (const taps of [1, 7, 13, 20]) {
  test(`twenty taps, the program comes after ${taps}`, async ({ page }) => {
    const arrive = await openEarly(page);
    const all = IDS.slice(0, 20).map((id, at) => [id, CODES[at % CODES.length]]);
    let arriving;
    for (const [at, [id, code]] of all.entries()) {
      if (at === taps) arriving = arrive();
      await page.locator(`#criterion-${id} .option:has([value="${code}"])`).click();
    }
    await (arriving ?? arrive());
    await saved(page);
    // A tap between the program's coming and the list's may have been first.
    const question = page.locator("#early");
    if (await question.isVisible()) await question.getByRole("button").first().click();
    for (const [id, code] of all) await isAnswered(page, id, code);
    await saved(page);
    await expect
      .poll(async () => (await kept(page)).centres.map(answersOf))
      .toEqual([Object.fromEntries(all)]);
  });
}

test("a list that only the second copy holds is not taken for a first one", async ({ page }) => {
  await openChecklist(page);
  await answer(page, IDS[0], "yes");
  await saved(page);
  // The browser lost its first copy only.
  await page.evaluate(() => localStorage.clear());
  const arrive = await openEarly(page);
  await answer(page, IDS[1], "no");
  await arrive();
  await expect(page.locator("#recovered")).toBeVisible();
  const first = page.locator("#early").getByRole("button").first();
  expect(plain(await first.textContent())).toBe(words("en").checklist("first-centre-name"));
  await first.click();
  await isAnswered(page, IDS[0], "yes");
  await isAnswered(page, IDS[1], "no");
});
