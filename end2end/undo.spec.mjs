// Undo and redo: named, by button and by keyboard, but not while typing.
import {
  action, add, answer, centre, field, goTo, isAnswered, mark, names, note, openChecklist, openSaved, unfold,
} from "./support/checklist.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteriaOf, plain, words } from "./support/words.mjs";

const [ESSENTIAL, SECOND] = criteriaOf("essential");
const undo = (page) => page.locator("#undo");
const redo = (page) => page.locator("#redo");

for (const locale of Object.keys(LOCALES)) {
  const { checklist } = words(locale);

  test(`${locale}: every kind of change has its name`, async ({ page }) => {
    const says = (key, centre = "") =>
      expect
        .poll(async () => plain(await undo(page).getAttribute("aria-label")))
        .toBe(checklist("undo-what", { change: checklist(key, { centre }) }));
    await openSaved(page, { centres: [centre(11, "A"), centre(12, "مستشفى ب")] }, locale);
    await action(page, 0, "later").click();
    await says("change-move-centre", "A");
    await action(page, 1, "remove").click();
    await says("change-remove-centre", "A");
    await mark(page, 0);
    await answer(page, ESSENTIAL, "no");
    await says("change-answer", "مستشفى ب");
    await unfold(page, ESSENTIAL);
    await page.locator(`#who-${ESSENTIAL}`).selectOption("staff");
    await says("change-reply", "مستشفى ب");
    await page.locator("details.facts summary").click();
    await page.locator("#fact-city").fill("Erbil");
    await says("change-fact", "مستشفى ب");
    await page.locator("details.costs summary").click();
    await page.locator("details.costs").getByRole("button", { name: checklist("cost-add") }).click();
    await says("change-costs", "مستشفى ب");
    await page.locator("#new-own").fill("Mine?");
    await page.locator("#new-own").press("Enter");
    await says("change-own");
    await goTo(page, "decide");
    await page.locator(".choices input").first().check();
    await says("change-decide");
    await goTo(page, "keep");
    await page.locator("#erase").click();
    await says("change-clear");
    // What was done is said, once.
    await undo(page).click();
    await expect
      .poll(async () => plain(await page.locator(".toolbar .visually-hidden[role=status]").textContent()))
      .toBe(checklist("undo-what", { change: checklist("change-clear") }));
    await goTo(page, "overview");
    await expect(names(page)).toHaveText(["مستشفى ب"]);
    for (let step = 0; step < 8; step += 1) await undo(page).click();
    await expect(undo(page)).toBeDisabled();
    await expect(names(page)).toHaveText(["A", "مستشفى ب"]);
  });
}

test("by keyboard", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B");
  await mark(page, 0);
  await answer(page, ESSENTIAL, "yes");
  await answer(page, SECOND, "no");
  await page.keyboard.press("Control+z");
  await isAnswered(page, SECOND, "not-asked");
  await page.keyboard.press("Control+z");
  await isAnswered(page, ESSENTIAL, "not-asked");
  await page.keyboard.press("Control+Shift+Z");
  await isAnswered(page, ESSENTIAL, "yes");
  await page.keyboard.press("Control+y");
  await isAnswered(page, SECOND, "no");
  await expect(redo(page)).toBeDisabled();
  await page.keyboard.press("Control+Alt+z");
  await isAnswered(page, SECOND, "no");
  await page.keyboard.press("z");
  await isAnswered(page, SECOND, "no");
});

test("not while typing: the field has an undo of its own", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A");
  await field(page).pressSequentially("half a na");
  await page.keyboard.press("Control+z");
  await expect(names(page)).toHaveText(["A"]);
  await mark(page, 0);
  await answer(page, ESSENTIAL, "yes");
  await unfold(page, ESSENTIAL);
  await note(page, ESSENTIAL).pressSequentially("some words");
  await page.keyboard.press("Control+z");
  await isAnswered(page, ESSENTIAL, "yes");
  await expect(page.locator("#redo")).toBeDisabled();
});

test("a new change ends what could be done again", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B");
  await undo(page).click();
  await expect(names(page)).toHaveText(["A"]);
  await expect(redo(page)).toBeEnabled();
  await add(page, "C");
  await expect(redo(page)).toBeDisabled();
  await expect(names(page)).toHaveText(["A", "C"]);
});
