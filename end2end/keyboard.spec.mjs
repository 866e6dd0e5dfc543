// The checklist by keyboard alone.
import { action, add, card, cards, isAnswered, names, openChecklist, renameButton, title } from "./support/checklist.mjs";
import { expect, test } from "./support/test.mjs";
import { criteria } from "./support/words.mjs";

const FIRST = criteria[0].id;

/** Presses Tab until the focus is on what is wanted. */
async function tabTo(page, selector) {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

for (const locale of ["en", "ar"]) {
  test(`${locale}: a centre is added and a question answered`, async ({ page }) => {
    await openChecklist(page, locale);
    await page.keyboard.press("Tab");
    await expect(page.locator(".skip")).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, "#new-centre");
    await page.keyboard.type("Only keys");
    await page.keyboard.press("Enter");
    await expect(names(page)).toHaveText(["Only keys"]);
    await expect(page.locator("#new-centre")).toBeFocused();

    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Shift+Tab");
      if (await page.evaluate(() => document.activeElement.matches(".open-centre"))) break;
    }
    await page.keyboard.press("Enter");
    await expect(title(page)).toBeFocused();
    await tabTo(page, 'a[href="#questions"]');
    await page.keyboard.press("Enter");
    await expect(page.locator("#questions")).toBeFocused();
    await tabTo(page, `#criterion-${FIRST} input[type=radio]`);
    // From the usual one, which is the last, round to the first.
    await page.keyboard.press("ArrowDown");
    await isAnswered(page, FIRST, "yes");
    await page.keyboard.press("ArrowDown");
    await isAnswered(page, FIRST, "partly");
    await page.keyboard.press("ArrowUp");
    await isAnswered(page, FIRST, "yes");
    await page.keyboard.press("Tab");
    await expect(page.locator(`#criterion-${FIRST} .answer-more summary`)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.locator(`#note-${FIRST}`)).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.locator(`#note-${FIRST}`)).toBeFocused();
    await page.keyboard.type("a note");
    await expect(page.locator(`#note-${FIRST}`)).toHaveValue("a note");
    for (const part of ["who", "when", "importance"]) await tabTo(page, `#${part}-${FIRST}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(page.locator(`#criterion-${FIRST} .about-criterion`)).toHaveAttribute("open", "");
  });
}

test("the focus stays with a centre that is moved", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B", "C", "D");
  await action(page, 0, "later").focus();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["B", "A", "C", "D"]);
  await expect(action(page, 1, "later")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["B", "C", "A", "D"]);
  await action(page, 2, "earlier").focus();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["B", "A", "C", "D"]);
  await expect(action(page, 1, "earlier")).toBeFocused();
});

test("the focus is not lost when a centre reaches the end of the list", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B");
  await action(page, 0, "later").focus();
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["B", "A"]);
  await expect(card(page, 1).locator(":focus")).toHaveCount(1);
});

test("the focus is not lost after renaming", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B");
  await renameButton(page, 0).focus();
  await page.keyboard.press("Enter");
  await expect(card(page, 0).locator(".rename input")).toBeFocused();
  await page.keyboard.type("New name");
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["New name", "B"]);
  await expect(card(page, 0).locator(":focus")).toHaveCount(1);
});

test("the focus is not lost after removing", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B");
  await action(page, 0, "remove").focus();
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(1);
  await expect(page.locator("main :focus")).toHaveCount(1);
});
