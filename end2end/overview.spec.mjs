// All hospitals on one view: the way in, the cards, and what can be said.
import {
  action, add, answer, card, cards, centre, goTo, isAnswered, mark, names, openChecklist, openSaved, rename, saved,
  stored, title, unfold, importance,
} from "./support/checklist.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, question, words } from "./support/words.mjs";

const [ESSENTIAL, OTHER] = criteriaOf("essential");
const [IMPORTANT] = criteriaOf("important");
const [HELPFUL] = criteriaOf("helpful");

/** The same answer to every question, save for some. */
const all = (code, but = {}) => ({ ...Object.fromEntries(criteria.map((it) => [it.id, code])), ...but });

/** The range in whole percent, from the formula of the about page: important
 * counts double, helpful once, partly half; what is open is nothing or all. */
function rangeOf(answers) {
  const weights = { important: 2, helpful: 1 };
  let [low, high, total] = [0, 0, 0];
  for (const { id, importance } of criteria) {
    const weight = weights[importance] ?? 0;
    const earned = { yes: 1, partly: 0.5, no: 0 }[answers[id]];
    total += weight;
    low += weight * (earned ?? 0);
    high += weight * (earned ?? 1);
  }
  return { low: String(Math.floor((100 * low) / total)), high: String(Math.ceil((100 * high) / total)) };
}

const said = async (page) => (await page.locator(".said > p").allTextContents()).map(plain);
const says = (page, ...sentences) => expect.poll(() => said(page)).toEqual(sentences);

for (const locale of Object.keys(LOCALES)) {
  const { checklist, count } = words(locale);

  test(`${locale}: the empty list teaches, and offers an example`, async ({ page }) => {
    await openChecklist(page, locale);
    await expect(page.locator(".empty-title")).toHaveText(checklist("centres-empty-title"));
    await expect(page.locator(".empty-steps li")).toHaveText(
      ["add", "ask", "decide"].map((step) => checklist(`empty-step-${step}`)),
    );
    await expect(page.locator(`#criterion-${ESSENTIAL} .question`)).toBeVisible();

    await page.locator("#show-example").click();
    const [first, second] = [checklist("example-first"), checklist("example-second")];
    await expect(names(page)).toHaveText([first, second]);
    await expect(page.locator(".empty")).toHaveCount(0);
    await expect(page.locator(".centre-list .badge")).toHaveText([checklist("example-badge"), checklist("example-badge")]);
    await expect(page.locator(".example-note")).toContainText(checklist("example-note"));
    await expect(title(page)).toBeFocused();
    // It shows something: answers, a warning, a range that is open.
    await expect(page.locator(".centre-list .warning").first()).toBeVisible();
    await expect(page.locator(".said")).toBeVisible();

    // One's own beside it stays when it goes.
    await add(page, "Mine");
    await page.locator("#remove-example").click();
    await expect(names(page)).toHaveText(["Mine"]);
    await expect(page.locator(".example-note")).toHaveCount(0);
    await expect(title(page)).toBeFocused();
    await expect
      .poll(async () => plain(await page.locator("#undo").getAttribute("aria-label")))
      .toBe(checklist("undo-what", { change: checklist("change-remove-example") }));
    await page.locator("#undo").click();
    await expect(names(page)).toHaveText([first, second, "Mine"]);
    await expect(page.locator(".example-note")).toBeVisible();
    await page.locator("#undo").click();
    await page.locator("#undo").click();
    await expect(page.locator(".empty")).toBeVisible();
    await saved(page).catch(() => {});
    await expect.poll(() => stored(page)).toBeNull();
  });

  test(`${locale}: a card says how a hospital stands`, async ({ page }) => {
    const answers = {
      [ESSENTIAL]: "no",
      [OTHER]: "yes",
      [IMPORTANT]: "partly",
      [HELPFUL]: "yes",
      [criteriaOf("important")[1]]: "would-not-say",
    };
    await openSaved(page, { centres: [centre(11, "مستشفى A", answers, { city: "Erbil", country: "العراق" })] }, locale);
    const one = card(page, 0);
    await expect(one.locator(".centre-name bdi")).toHaveText("مستشفى A");
    await expect(one.locator(".centre-city")).toHaveText("Erbil · العراق");
    await expect(one.locator(".answered span").first()).toHaveText(
      checklist("answered", { answered: "4", total: String(criteria.length) }),
    );
    await expect(one.locator(".silent")).toHaveText(count("asked-no-answer-count", 1));
    await expect(one.locator(".warning")).toHaveText([
      checklist("warning-no", { question: question(locale, ESSENTIAL) }),
    ]);
    await expect(one.locator(".box")).toHaveCount(criteriaOf("essential").length);
    await expect(one.locator(".box-met")).toHaveCount(1);
    await expect(one.locator(".box-not-met")).toHaveCount(1);
    const range = rangeOf(answers);
    await expect(one.locator(".measure-text").last()).toHaveText(checklist("range-text", range));
    const fill = one.locator(".range-fill");
    await expect(fill).toHaveAttribute("x", range.low);
    await expect(fill).toHaveAttribute("width", String(range.high - range.low));
    // Of what is open, an essential question comes first; it leads to the card.
    const next = one.locator(".next-question a");
    const open = criteriaOf("essential").filter((id) => !answers[id]);
    expect(open.map((id) => checklist("next-question", { question: question(locale, id) }))).toContain(
      await next.textContent(),
    );
    await next.click();
    await expect(page).toHaveURL(/#ask-11$/);
    await expect(title(page)).toBeFocused();
  });

  test(`${locale}: it speaks of two hospitals only when it is sure`, async ({ page }) => {
    const centres = [centre(11, "A", all("yes")), centre(12, "مستشفى ب", all("yes", { [IMPORTANT]: "not-asked" }))];
    await openSaved(page, { centres }, locale);
    await says(page, count("said-open-count", 1));
    await mark(page, 1);
    await answer(page, IMPORTANT, "no");
    await goTo(page, "overview");
    await says(page, checklist("said-ahead-of-all", { centre: "A" }));
    await mark(page, 1);
    await answer(page, IMPORTANT, "yes");
    await goTo(page, "overview");
    await says(page, count("said-even-count", 1));
    // Would not say is as open as not asked.
    await mark(page, 1);
    await answer(page, IMPORTANT, "would-not-say");
    await goTo(page, "overview");
    await says(page, count("said-open-count", 1));
  });
}

test("an essential that is missed is not made up for", async ({ page }) => {
  const centres = [
    centre(11, "Pleasant", all("yes", { [ESSENTIAL]: "not-asked" })),
    centre(12, "Plain", all("no", Object.fromEntries(criteriaOf("essential").map((id) => [id, "yes"])))),
  ];
  await openSaved(page, { centres });
  await says(page, words("en").count("said-open-count", 1));
  await mark(page, 0);
  await answer(page, ESSENTIAL, "no");
  await goTo(page, "overview");
  await says(page, words("en").checklist("said-ahead-of-all", { centre: "Plain" }));
  await mark(page, 1);
  await answer(page, ESSENTIAL, "no");
  await goTo(page, "overview");
  await says(page, words("en").count("said-both-fail-count", 1));
  // What does not matter to the person fails nobody.
  await mark(page, 0);
  await unfold(page, ESSENTIAL);
  await importance(page, ESSENTIAL).selectOption("not-for-me");
  await goTo(page, "overview");
  await says(page, words("en").checklist("said-ahead-of-all", { centre: "Pleasant" }));
});

test("nothing is said of one hospital, nor of none", async ({ page }) => {
  await openSaved(page, { centres: [centre(11, "A", all("yes"))] });
  await expect(cards(page)).toHaveCount(1);
  await expect(page.locator(".said")).toHaveCount(0);
  await expect(card(page, 0).locator(".next-question")).toHaveText(words("en").checklist("nothing-open"));
  await action(page, 0, "remove").click();
  await expect(page.locator(".said")).toHaveCount(0);
});

test("the sentences follow a name, and lead to the comparison", async ({ page }) => {
  await openSaved(page, { centres: [centre(11, "A", all("yes")), centre(12, "B", all("no"))] });
  await says(page, words("en").checklist("said-ahead-of-all", { centre: "A" }));
  await rename(page, 0, "Another name");
  await says(page, words("en").checklist("said-ahead-of-all", { centre: "Another name" }));
  await page.locator('.centres a[href="#compare"]').click();
  await expect(title(page)).toHaveText(words("en").checklist("compare-title"));
});

test("an answer at one hospital changes no other", async ({ page }) => {
  await openSaved(page, { centres: [centre(11, "A"), centre(12, "B"), centre(13, "C")] });
  await mark(page, 1);
  await answer(page, ESSENTIAL, "yes");
  await goTo(page, "overview");
  for (const [at, met] of [0, 1, 0].entries()) {
    await expect(card(page, at).locator(".box-met")).toHaveCount(met);
  }
  await mark(page, 0);
  await isAnswered(page, ESSENTIAL, "not-asked");
});
