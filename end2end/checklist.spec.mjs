// The checklist at work: centres, answers, and what they add up to.
import {
  action, add, answer, card, cards, erase, field, goTo, importance, isAnswered, mark, names, note,
  openChecklist, rename, renameButton, saved, savedList, standing, store, stored, title, unfold,
} from "./support/checklist.mjs";
import { fits } from "./support/layout.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, question, words } from "./support/words.mjs";
import { follow } from "./support/menu.mjs";

const [ESSENTIAL, SECOND] = criteriaOf("essential");
const [IMPORTANT] = criteriaOf("important");
const TOTAL = String(criteria.length);

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: what was entered is there after coming back`, async ({ page }) => {
    const { checklist } = words(locale);
    await openChecklist(page, locale);
    await expect(page.locator("#save-state")).toHaveText(checklist("nothing-yet"));
    await add(page, "Baghdad A", "مستشفى أربيل");
    await mark(page, 0);
    await expect(title(page)).toHaveText("Baghdad A");
    await expect(title(page)).toBeFocused();
    await answer(page, ESSENTIAL, "yes");
    await answer(page, IMPORTANT, "partly");
    await unfold(page, ESSENTIAL);
    await note(page, ESSENTIAL).fill("40 a year\nsaid the surgeon");
    await unfold(page, IMPORTANT);
    await importance(page, IMPORTANT).selectOption("not-for-me");
    await saved(page);
    await page.reload();
    await expect(title(page)).toHaveText("Baghdad A");
    await isAnswered(page, ESSENTIAL, "yes");
    await isAnswered(page, IMPORTANT, "partly");
    await expect(page.locator(`#criterion-${ESSENTIAL} .note-shown`)).toHaveText(/40 a year\s+said the surgeon/);
    await unfold(page, ESSENTIAL);
    await expect(note(page, ESSENTIAL)).toHaveValue("40 a year\nsaid the surgeon");
    await unfold(page, IMPORTANT);
    await expect(importance(page, IMPORTANT)).toHaveValue("not-for-me");
    await expect(page.locator("#save-state")).toHaveText(checklist("saved"));
    // The other centre has answers of its own; importance is the same for all.
    await goTo(page, "overview");
    await expect(names(page)).toHaveText(["Baghdad A", "مستشفى أربيل"]);
    await mark(page, 1);
    await isAnswered(page, ESSENTIAL, "not-asked");
    await unfold(page, ESSENTIAL);
    await expect(note(page, ESSENTIAL)).toHaveValue("");
    await unfold(page, IMPORTANT);
    await expect(importance(page, IMPORTANT)).toHaveValue("not-for-me");
  });

  test(`${locale}: undo and redo say what they do`, async ({ page }) => {
    const { checklist } = words(locale);
    const undo = page.locator("#undo");
    const redo = page.locator("#redo");
    const says = async (button, key, change, centre) => {
      const expected = checklist(key, { change: checklist(change, { centre }) });
      await expect.poll(async () => plain(await button.getAttribute("aria-label"))).toBe(expected);
      await expect(button).toBeEnabled();
    };
    await openChecklist(page, locale);
    await expect(undo).toBeDisabled();
    await expect(redo).toBeDisabled();
    await add(page, "A");
    await says(undo, "undo-what", "change-add-centre", "A");
    await mark(page, 0);
    await answer(page, ESSENTIAL, "no");
    await says(undo, "undo-what", "change-answer", "A");
    await unfold(page, ESSENTIAL);
    await note(page, ESSENTIAL).pressSequentially("three words typed");
    await says(undo, "undo-what", "change-note", "A");
    await importance(page, ESSENTIAL).selectOption("helpful");
    await says(undo, "undo-what", "change-importance", "A");
    await goTo(page, "overview");
    await rename(page, 0, "B");
    await expect(async () => {
      const label = plain(await undo.getAttribute("aria-label"));
      const either = ["A", "B"].map((centre) => checklist("change-rename-centre", { centre }));
      expect(either.map((change) => checklist("undo-what", { change }))).toContain(label);
    }).toPass();
    await undo.click();
    await expect(names(page)).toHaveText(["A"]);
    await mark(page, 0);
    await unfold(page, ESSENTIAL);
    await undo.click();
    await expect(importance(page, ESSENTIAL)).toHaveValue("essential");
    await undo.click();
    await expect(note(page, ESSENTIAL)).toHaveValue("");
    await undo.click();
    await isAnswered(page, ESSENTIAL, "not-asked");
    await says(redo, "redo-what", "change-answer", "A");
    await undo.click();
    await expect(title(page)).toHaveText(checklist("centre-gone"));
    await expect(undo).toBeDisabled();
    for (let step = 0; step < 5; step += 1) await redo.click();
    await expect(redo).toBeDisabled();
    await expect(title(page)).toHaveText("B");
    await isAnswered(page, ESSENTIAL, "no");
    await unfold(page, ESSENTIAL);
    await expect(note(page, ESSENTIAL)).toHaveValue("three words typed");
    await expect(importance(page, ESSENTIAL)).toHaveValue("helpful");
    await saved(page);
  });

  test(`${locale}: an essential question that is not met is a warning`, async ({ page }) => {
    const { checklist } = words(locale);
    await openChecklist(page, locale);
    await add(page, "A");
    await mark(page, 0);
    const warnings = standing(page).locator(".warning");
    await expect(warnings).toHaveCount(0);
    for (const [code, key] of [["no", "warning-no"], ["would-not-say", "warning-would-not-say"], ["partly", "notice-partly"]]) {
      await answer(page, ESSENTIAL, code);
      await expect(warnings).toHaveText([checklist(key, { question: question(locale, ESSENTIAL) })]);
      await expect(warnings).toHaveClass(code === "partly" ? /^warning$/ : /warning-grave/);
    }
    await answer(page, SECOND, "no");
    await expect(warnings).toHaveCount(2);
    await unfold(page, SECOND);
    await importance(page, SECOND).selectOption("important");
    await expect(warnings).toHaveCount(1);
    await answer(page, ESSENTIAL, "yes");
    await expect(warnings).toHaveCount(0);
    await answer(page, ESSENTIAL, "no");
    await goTo(page, "overview");
    await expect(card(page, 0).locator(".warning")).toHaveText([
      checklist("warning-no", { question: question(locale, ESSENTIAL) }),
    ]);
    await expect(card(page, 0).locator(".box-not-met")).toHaveCount(1);
  });

  test(`${locale}: the answers are counted`, async ({ page }) => {
    const { checklist } = words(locale);
    const counted = (answered, total = TOTAL) => checklist("answered", { answered, total });
    await openChecklist(page, locale);
    await add(page, "A");
    await mark(page, 0);
    const line = standing(page).locator(".answered");
    await expect(line).toHaveText(counted("0"));
    await answer(page, ESSENTIAL, "yes");
    await answer(page, IMPORTANT, "no");
    await expect(line).toHaveText(counted("2"));
    await answer(page, SECOND, "would-not-say");
    await expect(line.locator("span").first()).toHaveText(counted("2"));
    await expect(line.locator(".silent")).toBeVisible();
    await unfold(page, IMPORTANT);
    await importance(page, IMPORTANT).selectOption("not-for-me");
    await expect(line.locator("span").first()).toHaveText(counted("1", String(TOTAL - 1)));
  });

  test(`${locale}: fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openChecklist(page, locale);
    const long = "A".repeat(60);
    await add(page, long, "مستشفى الأمل التخصصي للأورام والجراحة في مدينة أربيل");
    await mark(page, 0);
    await answer(page, ESSENTIAL, "no");
    await unfold(page, ESSENTIAL);
    await note(page, ESSENTIAL).fill("x".repeat(300));
    await fits(page, 360);
    await fits(page, 320);
    await goTo(page, "overview");
    await fits(page, 360);
    await renameButton(page, 0).click();
    await fits(page, 320);
  });
}

test("the range narrows with every answer", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A");
  await mark(page, 0);
  const fill = standing(page).locator(".range-fill");
  const at = async () => [Number(await fill.getAttribute("x")), Number(await fill.getAttribute("width"))];
  expect(await at()).toEqual([0, 100]);
  await answer(page, IMPORTANT, "yes");
  await expect.poll(async () => (await at())[0]).toBeGreaterThan(0);
  const [low, width] = await at();
  expect(low + width).toBe(100);
  await answer(page, IMPORTANT, "no");
  await expect.poll(async () => (await at())[0]).toBe(0);
  expect((await at())[1]).toBeLessThan(100);
});

test("centres can be renamed, moved and removed", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B", "C");
  await expect(action(page, 0, "earlier")).toBeDisabled();
  await expect(action(page, 2, "later")).toBeDisabled();
  await action(page, 0, "later").click();
  await expect(names(page)).toHaveText(["B", "A", "C"]);
  await action(page, 2, "earlier").click();
  await expect(names(page)).toHaveText(["B", "C", "A"]);
  await rename(page, 1, "Centre C");
  await expect(names(page)).toHaveText(["B", "Centre C", "A"]);
  // Thought better of it.
  await renameButton(page, 0).click();
  await card(page, 0).locator(".rename input").fill("X");
  await card(page, 0).locator(".rename button:not(.button-main)").click();
  await expect(names(page)).toHaveText(["B", "Centre C", "A"]);
  await action(page, 1, "remove").click();
  await expect(names(page)).toHaveText(["B", "A"]);
  await saved(page);
  await page.reload();
  await expect(names(page)).toHaveText(["B", "A"]);
});

test("removing the centre that is open leaves no answers of it behind", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A", "B");
  await mark(page, 1);
  await answer(page, ESSENTIAL, "yes");
  await unfold(page, ESSENTIAL);
  await note(page, ESSENTIAL).fill("of B");
  await goTo(page, "overview");
  await action(page, 1, "remove").click();
  await mark(page, 0);
  await isAnswered(page, ESSENTIAL, "not-asked");
  await unfold(page, ESSENTIAL);
  await expect(note(page, ESSENTIAL)).toHaveValue("");
  await expect(page.locator(`#criterion-${ESSENTIAL} .note-shown`)).toBeEmpty();
  await goTo(page, "overview");
  await action(page, 0, "remove").click();
  await expect(page.locator(".empty")).toBeVisible();
  // The questions stand there as for everyone who begins.
  await isAnswered(page, ESSENTIAL, "not-asked");
  await expect(page.locator(".answer-more")).toHaveCount(0);
  await page.locator("#undo").click();
  await page.locator("#undo").click();
  await expect(names(page)).toHaveText(["A", "B"]);
  await mark(page, 1);
  await isAnswered(page, ESSENTIAL, "yes");
  await expect(page.locator(`#criterion-${ESSENTIAL} .note-shown`)).toHaveText("of B");
});

test("a centre needs a name", async ({ page }) => {
  await openChecklist(page);
  const refusal = page.locator(".refusal");
  await expect(refusal).toBeHidden();
  for (const empty of ["", "   ", "\u200b\u200f"]) {
    await field(page).fill(empty);
    await field(page).press("Enter");
    await expect(refusal).toHaveText(words("en").checklist("rejected-empty-name"));
    await expect(field(page)).toBeFocused();
  }
  await expect(cards(page)).toHaveCount(0);
  await field(page).fill("x".repeat(121));
  await field(page).press("Enter");
  await expect(refusal).toHaveText(words("en").checklist("rejected-name-too-long", { limit: "120" }));
  await add(page, "A");
  await expect(refusal).toBeHidden();
});

test("a refusal is in sight where the person is", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openChecklist(page);
  await add(page, "A", "B", "C");
  await page.locator(".add-centre button").click();
  await expect(page.locator(".refusal")).toBeVisible();
  await expect(page.locator(".refusal")).toBeInViewport();
});

test("names of all kinds stay as they were typed", async ({ page }) => {
  const odd = [
    "x".repeat(120),
    "مستشفى Al-Amal 🏥 ٣",
    "نەخۆشخانەی ھەولێر‌ی نوێ",
    "<script>window.hacked = 1</script>",
    '<img src=x onerror="window.hacked=1">',
    `"quotes" 'and' \\ & {centre} {change}`,
    "👩🏽‍⚕️",
  ];
  await openChecklist(page);
  await add(page, ...odd);
  await expect(names(page)).toHaveText(odd);
  await saved(page);
  await page.reload();
  await expect(names(page)).toHaveText(odd);
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  await mark(page, 5);
  await expect.poll(async () => plain(await page.locator("#questions").textContent()))
    .toBe(words("en").checklist("questions-for", { centre: odd[5] }));
});

test("thirty centres", async ({ page }) => {
  await openChecklist(page);
  const all = Array.from({ length: 30 }, (_, at) => `Centre ${at + 1}`);
  await add(page, ...all);
  await expect(names(page)).toHaveText(all);
  await mark(page, 29);
  await answer(page, ESSENTIAL, "yes");
  await goTo(page, "overview");
  await expect(card(page, 29).locator(".box-met")).toHaveCount(1);
  await expect(card(page, 28).locator(".box-met")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(names(page)).toHaveText(all);
});

test("there is an end to the centres", async ({ page }) => {
  await store(page, { "hipec:checklist": savedList(...Array.from({ length: 100 }, (_, at) => `${at}`)) });
  await openChecklist(page);
  await expect(cards(page)).toHaveCount(100);
  await field(page).fill("one more");
  await field(page).press("Enter");
  await expect(page.locator(".refusal")).toHaveText(words("en").checklist("rejected-too-many-centres", { limit: "100" }));
  await expect(field(page)).toHaveValue("one more");
});

test("everything can be erased, and that undone", async ({ page }) => {
  await openChecklist(page);
  await goTo(page, "keep");
  await expect(page.locator("#erase")).toBeDisabled();
  await goTo(page, "overview");
  await add(page, "A", "B");
  await mark(page, 0);
  await answer(page, ESSENTIAL, "yes");
  await saved(page);
  // Never more than two taps away.
  await page.locator('.privacy-note a[href="#keep"]').click();
  await page.locator("#erase").click();
  await expect(page.locator("#erase")).toBeDisabled();
  await expect.poll(() => stored(page)).toBeNull();
  await expect(page.getByText(words("en").checklist("erased"))).toBeAttached();
  await goTo(page, "overview");
  await expect(cards(page)).toHaveCount(0);
  await page.locator("#undo").click();
  await expect(names(page)).toHaveText(["A", "B"]);
  await saved(page);
  await mark(page, 0);
  await isAnswered(page, ESSENTIAL, "yes");
  await erase(page);
  await expect.poll(() => stored(page)).toBeNull();
  await page.reload();
  await goTo(page, "overview");
  await expect(page.locator(".empty")).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
});

test("the list is the same in every language", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openChecklist(page);
  await add(page, "A");
  await mark(page, 0);
  await answer(page, ESSENTIAL, "yes");
  await saved(page);
  for (const locale of ["ar", "ckb"]) {
    await page.locator(`.languages a[data-locale=${locale}]`).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/checklist/(#|$)`));
    await expect(names(page)).toHaveText(["A"]);
    await mark(page, 0);
    await isAnswered(page, ESSENTIAL, "yes");
  }
});

test("the list is there when the page is reached by a link", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/en/about/");
  await page.locator("html[data-started=resting]").waitFor();
  for (const name of ["A", "B"]) {
    await follow(page, "/en/checklist/");
    await add(page, name);
    await saved(page);
    await follow(page, "/en/iraq/");
    await expect(page.locator("article[data-page=iraq]")).toBeVisible();
  }
  await follow(page, "/en/checklist/");
  await expect(names(page)).toHaveText(["A", "B"]);
});
