// What was chosen, why, and what was known on that day.
import {
  action, answer, centre, goTo, mark, names, openSaved, saved, stored,
} from "./support/checklist.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, question, words } from "./support/words.mjs";

const all = (code, but = {}) => ({ ...Object.fromEntries(criteria.map((it) => [it.id, code])), ...but });
const [ESSENTIAL] = criteriaOf("essential");
const [IMPORTANT] = criteriaOf("important");
const LIST = {
  centres: [
    centre(11, "A", all("yes")),
    centre(12, "مستشفى ب", all("yes", { [ESSENTIAL]: "no", [IMPORTANT]: "not-asked" })),
  ],
};

const choice = (page, name) => page.locator(".choices label", { hasText: name }).locator("input");
const decisionOf = async (page) => JSON.parse(await stored(page)).document.decision;

for (const locale of Object.keys(LOCALES)) {
  const { checklist } = words(locale);

  test(`${locale}: chosen, why, and what comes next`, async ({ page }) => {
    await openSaved(page, LIST, locale, "decide");
    await expect(page.locator(".decide .lead")).toHaveText(checklist("decide-intro"));
    await expect(page.locator(".choices label")).toHaveText([
      "A", "مستشفى ب", checklist("decide-none"), checklist("decide-open"),
    ]);
    await expect(choice(page, checklist("decide-open"))).toBeChecked();
    await choice(page, "مستشفى ب").check();
    await page.getByLabel(checklist("decide-why"), { exact: true }).fill("قريب من البيت\nnear home");
    await page.getByLabel(checklist("decide-next"), { exact: true }).fill("Call on Sunday");
    await saved(page);
    await page.reload();
    await expect(choice(page, "مستشفى ب")).toBeChecked();
    await expect(page.locator("#decide-why")).toHaveValue("قريب من البيت\nnear home");
    await expect(page.locator("#decide-next")).toHaveValue("Call on Sunday");
    expect(await decisionOf(page)).toEqual({ choice: 12, why: "قريب من البيت\nnear home", next: "Call on Sunday" });
    await choice(page, checklist("decide-none")).check();
    await expect.poll(async () => (await decisionOf(page)).choice).toBe("none");
    await expect
      .poll(async () => plain(await page.locator("#undo").getAttribute("aria-label")))
      .toBe(checklist("undo-what", { change: checklist("change-decide") }));
    await page.locator("#undo").click();
    await expect(choice(page, "مستشفى ب")).toBeChecked();
  });

  test(`${locale}: what was known on that day stays as it was`, async ({ page }) => {
    await openSaved(page, LIST, locale, "decide");
    await page.locator("#take-down").click();
    const known = page.locator(".known");
    await expect(page.locator("#known")).toBeFocused();
    await expect(known.locator("h4")).toHaveText(["A", "مستشفى ب"]);
    const [first, second] = [known.locator(".standing-then").nth(0), known.locator(".standing-then").nth(1)];
    const total = String(criteria.length);
    await expect(first).toContainText(checklist("answered", { answered: total, total }));
    await expect(first).toContainText(checklist("range-text", { low: "100", high: "100" }));
    await expect(first).toContainText(checklist("decide-nothing-open"));
    await expect(second).toContainText(checklist("answered", { answered: String(criteria.length - 1), total }));
    const part = (key) => second.locator("div", { has: page.getByRole("heading", { name: checklist(key) }) }).locator("li");
    await expect(part("decide-unmet")).toHaveText([question(locale, ESSENTIAL)]);
    await expect(part("decide-still-open")).toHaveText([question(locale, IMPORTANT)]);
    await saved(page);
    // Later answers, and a hospital that goes, do not change it.
    await goTo(page, "overview");
    await mark(page, 1);
    await answer(page, IMPORTANT, "yes");
    await goTo(page, "overview");
    await action(page, 1, "remove").click();
    await goTo(page, "decide");
    await expect(known.locator("h4")).toHaveText(["A", "مستشفى ب"]);
    await expect(part("decide-still-open")).toHaveText([question(locale, IMPORTANT)]);
    await saved(page);
    await page.reload();
    await expect(part("decide-still-open")).toHaveText([question(locale, IMPORTANT)]);
    // Noted again, it is as of today.
    await expect(page.locator("#take-down")).toHaveText(checklist("decide-record-again"));
    await page.locator("#take-down").click();
    await expect(known.locator("h4")).toHaveText(["A"]);
    await page.getByRole("button", { name: checklist("decide-record-remove") }).click();
    await expect(known).toHaveCount(0);
    await expect(page.locator("#take-down")).toBeFocused();
    await expect(page.locator("#take-down")).toHaveText(checklist("decide-record"));
  });
}

test("removing the hospital that was chosen opens the choice, and undo brings it back", async ({ page }) => {
  const { checklist } = words("en");
  await openSaved(page, { ...LIST, decision: { choice: 12, why: "Near" } }, "en", "decide");
  await expect(choice(page, "مستشفى ب")).toBeChecked();
  await goTo(page, "overview");
  await action(page, 1, "remove").click();
  await expect(names(page)).toHaveText(["A"]);
  await goTo(page, "decide");
  await expect(choice(page, checklist("decide-open"))).toBeChecked();
  await expect(page.locator("#decide-why")).toHaveValue("Near");
  await page.locator("#undo").click();
  await expect(choice(page, "مستشفى ب")).toBeChecked();
  await page.reload();
  await expect(choice(page, "مستشفى ب")).toBeChecked();
});
