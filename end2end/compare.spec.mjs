// Hospitals beside each other: a table, the ranges, and what can be said.
import { centre, openSaved } from "./support/checklist.mjs";
import { fits } from "./support/layout.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, question, words } from "./support/words.mjs";

const [ESSENTIAL] = criteriaOf("essential");
const [IMPORTANT, SECOND] = criteriaOf("important");
const all = (code, but = {}) => ({ ...Object.fromEntries(criteria.map((it) => [it.id, code])), ...but });

const table = (page) => page.getByRole("table");
const rows = (page) => page.locator("table.answers tbody tr");
const tick = (page, text) => page.getByLabel(text, { exact: true });
const verdict = (page) => page.locator(".pair-verdict");
const texts = async (locator) => (await locator.allTextContents()).map(plain);

for (const locale of Object.keys(LOCALES)) {
  const { checklist, count } = words(locale);

  test.describe(`${locale}: with room`, () => {
    test.use({ viewport: { width: 1280, height: 900 } });

    test("a table with heads of rows and columns", async ({ page }) => {
      await openSaved(page, {
        centres: [centre(11, "A", all("yes", { [SECOND]: "not-asked" })), centre(12, "مستشفى ب", { [ESSENTIAL]: "no" })],
        importance: [{ criterion: IMPORTANT, importance: "not-for-me" }],
      }, locale, "compare");
      await expect(table(page).getByRole("columnheader")).toHaveText([checklist("table-question"), "A", "مستشفى ب"]);
      // What is not for them is not shown.
      await expect(table(page).getByRole("rowheader")).toHaveCount(criteria.length - 1);
      await expect(table(page).getByRole("row")).toHaveCount(criteria.length);
      const row = table(page).getByRole("row", { name: question(locale, ESSENTIAL) });
      await expect(row.getByRole("rowheader")).toContainText(checklist("importance-essential"));
      await expect(row.locator(".cell-answer")).toHaveText([checklist("answer-yes"), checklist("answer-no")]);
      await expect(page.locator("table.answers thead")).toBeVisible();
      const box = async (locator) => locator.boundingBox();
      const [first, second] = [await box(row.locator("td").nth(0)), await box(row.locator("td").nth(1))];
      // Beside each other, from the reading side.
      expect(Math.abs(first.y - second.y)).toBeLessThan(1);
      expect(first.x < second.x).toBe(LOCALES[locale] === "ltr");
    });
  });

  test.describe(`${locale}: on a phone`, () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test("cards that name the hospital, without sideways scrolling", async ({ page }) => {
      await openSaved(page, {
        centres: [centre(11, "A", all("yes")), centre(12, "مستشفى ب", { [ESSENTIAL]: "no" }), centre(13, "C")],
      }, locale, "compare");
      const row = page.locator("table.answers tbody tr").first();
      await expect(row.locator("td").first().locator(".cell-centre")).toBeVisible();
      await expect(row.locator(".cell-centre")).toHaveText(["A", "مستشفى ب", "C"]);
      // It is a table still, for those who hear it.
      await expect(table(page)).toHaveCount(1);
      await expect(table(page).getByRole("rowheader").first()).toBeVisible();
      await fits(page, 360);
      const sideways = await page.locator(".table-box").evaluate((it) => it.scrollWidth - it.clientWidth);
      expect(sideways).toBeLessThanOrEqual(1);
      await fits(page, 320);
    });
  });

  test(`${locale}: only what differs, is essential, is open`, async ({ page }) => {
    const [essentials, others] = [criteriaOf("essential"), criteria.length];
    await openSaved(page, {
      centres: [
        centre(11, "A", all("yes", { [SECOND]: "not-asked" })),
        centre(12, "B", all("yes", { [SECOND]: "not-asked", [IMPORTANT]: "would-not-say", [ESSENTIAL]: "no" })),
      ],
    }, locale, "compare");
    const [differing, essential, open] = ["only-differing", "only-essential", "only-open"].map((key) =>
      tick(page, checklist(key)),
    );
    const shows = async (...ids) => {
      await expect(rows(page)).toHaveCount(ids.length);
      const heads = page.locator("table.answers tbody th > span:first-child");
      expect((await heads.allTextContents()).sort()).toEqual(ids.map((id) => question(locale, id)).sort());
    };
    await expect(rows(page)).toHaveCount(others);
    await differing.check();
    await shows(IMPORTANT, ESSENTIAL);
    await open.check();
    await shows(IMPORTANT);
    await differing.uncheck();
    await shows(IMPORTANT, SECOND);
    await essential.check();
    await expect(page.locator(".side-by-side")).toContainText(checklist("table-empty"));
    await expect(rows(page)).toHaveCount(0);
    await open.uncheck();
    await shows(...essentials);
    await differing.check();
    await shows(ESSENTIAL);
  });

  test(`${locale}: what can be said of two, and why`, async ({ page }) => {
    await openSaved(page, {
      centres: [
        centre(11, "A", all("yes")),
        centre(12, "B", all("yes", { [ESSENTIAL]: "no" })),
        centre(13, "C", all("yes", { [IMPORTANT]: "not-asked" })),
        centre(14, "D", all("no", Object.fromEntries(criteriaOf("essential").map((id) => [id, "yes"])))),
        centre(15, "E", all("no")),
      ],
    }, locale, "compare");
    const choose = async (first, second) => {
      await page.locator("#pair-first").selectOption(String(first));
      await page.locator("#pair-second").selectOption(String(second));
    };
    const says = (key, first, second) =>
      expect.poll(() => texts(verdict(page))).toEqual([checklist(key, { first, second })]);
    const pair = page.locator(".pair");
    // An essential that is missed.
    await choose(11, 12);
    await says("pair-surely", "A", "B");
    await expect(pair).toContainText(checklist("pair-why-essential"));
    await expect(pair.locator(".bullets").first().locator("li")).toHaveText([question(locale, ESSENTIAL)]);
    await choose(12, 11);
    await says("pair-surely", "A", "B");
    // Points: 2 for what is important, 1 for what is helpful.
    const total = 2 * criteriaOf("important").length + criteriaOf("helpful").length;
    await choose(14, 11);
    await says("pair-surely", "A", "D");
    await expect(pair).toContainText(
      plain(checklist("pair-why-points", { low: String(total), high: "0", total: String(total) })),
    );
    // One open answer, which decides alone.
    await choose(11, 13);
    await says("pair-open", "A", "C");
    const decide = pair.locator("details", { hasText: count("pair-decide-count", 1) });
    await decide.locator("summary").click();
    await expect.poll(() => texts(decide.locator("li"))).toEqual([
      checklist("question-at", { question: question(locale, IMPORTANT), centre: "C" }),
    ]);
    await expect(pair.locator('a[href="#ask"]')).toHaveText(checklist("pair-ask"));
    // It would turn: C's open answer may be none that matters.
    const turns = pair.locator("details").last();
    await turns.locator("summary").click();
    await choose(12, 15);
    await says("pair-both-fail", "B", "E");
    await choose(11, 11);
    await expect(pair).toContainText(checklist("pair-same"));
    await expect(verdict(page)).toHaveCount(0);
  });

  test(`${locale}: which importance would turn it round`, async ({ page }) => {
    // A lacks something important, B something helpful: A's is worth more.
    const [helpful] = criteriaOf("helpful");
    await openSaved(page, {
      centres: [
        centre(11, "A", all("yes", { [helpful]: "no" })),
        centre(12, "B", all("yes", { [IMPORTANT]: "no" })),
      ],
    }, locale, "compare");
    await expect.poll(() => texts(verdict(page))).toEqual([checklist("pair-surely", { first: "A", second: "B" })]);
    const fold = page.locator(".pair details").last();
    await fold.locator("summary").click();
    const said = await texts(fold.locator("li"));
    await expect(fold.locator("summary")).toHaveText(count("turns-count", said.length));
    const turn = (key, id, importance) =>
      plain(checklist(key, { question: question(locale, id), importance: checklist(`importance-${importance}`), centre: "A" }));
    // If what A lacks were essential, A would fail and B would not; if what B
    // lacks were not for them, B would have all.
    expect(said).toContain(turn("turn-round", helpful, "essential"));
    expect(said).toContain(turn("turn-round", IMPORTANT, "not-for-me"));
    // What both have turns nothing.
    expect(said.join("\n")).not.toContain(question(locale, SECOND));
  });

  test(`${locale}: the ranges stand on one scale`, async ({ page }) => {
    await openSaved(page, { centres: [centre(11, "A", all("yes")), centre(12, "B"), centre(13, "C", all("no"))] }, locale, "compare");
    const lines = page.locator(".range-list li");
    await expect(lines.locator(".range-name")).toHaveText(["A", "B", "C"]);
    await expect(lines.locator(".measure-text")).toHaveText(
      [["100", "100"], ["0", "100"], ["0", "0"]].map(([low, high]) => checklist("range-text", { low, high })),
    );
    const widths = await lines.locator("svg").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
    expect(new Set(widths.map(Math.round)).size).toBe(1);
    await expect(lines.locator("svg").first()).toHaveAttribute("aria-hidden", "true");
  });
}
