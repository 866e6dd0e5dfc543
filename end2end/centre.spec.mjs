// One hospital: its questions, and the practical side of it.
import {
  add, answer, answers, card, centre, goTo, importance, isAnswered, mark, names, note, openChecklist, openSaved,
  saved, standing, stored, title, unfold,
} from "./support/checklist.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, words } from "./support/words.mjs";

const IDS = criteria.map((it) => it.id);
const [ESSENTIAL] = criteriaOf("essential");
const documentOf = async (page) => JSON.parse(await stored(page)).document;

/** The questions that are in sight. */
const shown = (page) => page.locator(".criterion:visible");
const pace = (page, word) => page.locator(".pace .option", { hasText: word }).click();
const costs = (page) => page.locator("details.costs");
const lines = (page) => page.locator(".cost-line");
const facts = (page) => page.locator("details.facts");
const own = (page) => page.locator(".own .criterion");

async function addOwn(page, text, counts) {
  await page.locator("#new-own").fill(text);
  await page.locator("#new-own-comparable").setChecked(counts);
  await page.locator(".add-own button").click();
  await expect(page.locator("#new-own")).toHaveValue("");
  await expect(page.locator("#new-own")).toBeFocused();
}

for (const locale of Object.keys(LOCALES)) {
  const { checklist, count } = words(locale);

  test(`${locale}: the first answer makes a first hospital`, async ({ page }) => {
    await openChecklist(page, locale);
    await expect(page.locator(".sheet .hint").first()).toHaveText(checklist("questions-first"));
    // Far down, where nobody should be thrown back to the top.
    await answer(page, IDS[12], "partly");
    await expect(title(page)).toHaveText(checklist("first-centre-name"));
    await expect(page).toHaveURL(/#centre-[1-9]\d*$/);
    await expect(answers(page, IDS[12])).toBeInViewport();
    await answer(page, IDS[13], "yes");
    await saved(page);
    await goTo(page, "overview");
    await expect(names(page)).toHaveText([checklist("first-centre-name")]);
    await expect(card(page, 0).locator(".answered span").first()).toHaveText(
      checklist("answered", { answered: "2", total: String(IDS.length) }),
    );
    await page.locator("#undo").click();
    await page.locator("#undo").click();
    await expect(page.locator(".empty")).toBeVisible();
    await expect(page.locator("#undo")).toBeDisabled();
  });

  test(`${locale}: one question at a time, to the end and back`, async ({ page }) => {
    await openSaved(page, {
      centres: [centre(11, "A", { [IDS[0]]: "yes", [IDS[1]]: "no" })],
      own: [{ id: "own-0000002a", kind: "criterion", text: "May my mother stay?" }],
    }, locale, "centre-11");
    const total = IDS.length + 1;
    await expect(shown(page)).toHaveCount(total);
    await pace(page, checklist("pace-one"));
    const step = page.locator(".step");
    const at = (place) => expect(step).toHaveText(checklist("step-of", { at: String(place), total: String(total) }));
    // It begins with what is open.
    await at(3);
    await expect(shown(page)).toHaveCount(1);
    await expect(page.locator(`#criterion-${IDS[2]}`)).toBeVisible();
    await answer(page, IDS[2], "yes");
    for (let place = 3; place < total; place += 1) {
      await page.locator("#step-on").click();
      await at(place + 1);
      await expect(shown(page)).toHaveCount(1);
      if (place < IDS.length) await expect(page.locator(`#criterion-${IDS[place]}`)).toBeVisible();
    }
    await expect(page.locator("#criterion-own-0000002a")).toBeVisible();
    await expect(page.locator("#step-on")).toBeDisabled();
    for (let place = total; place > 1; place -= 1) await page.locator("#step-back").click();
    await at(1);
    await expect(page.locator(`#criterion-${IDS[0]}`)).toBeVisible();
    await expect(page.locator("#step-back")).toBeDisabled();
    await pace(page, checklist("pace-all"));
    await expect(shown(page)).toHaveCount(total);
    await expect(page.locator(".walk")).toHaveCount(0);
    await isAnswered(page, IDS[2], "yes");
  });

  test(`${locale}: who said it, when, and a note`, async ({ page }) => {
    await openSaved(page, { centres: [centre(11, "A", { [ESSENTIAL]: "yes" })] }, locale, "centre-11");
    const fold = page.locator(`#criterion-${ESSENTIAL} .answer-more`);
    await expect(fold.locator("summary")).toContainText(checklist("importance-essential"));
    await unfold(page, ESSENTIAL);
    await expect(page.locator(`#who-${ESSENTIAL} option`)).toHaveText(
      ["unknown", "staff", "writing", "website", "patient", "ourselves"].map((who) => checklist(`who-${who}`)),
    );
    await page.locator(`#who-${ESSENTIAL}`).selectOption("writing");
    await page.locator(`#when-${ESSENTIAL}`).fill("2026-11-03");
    await note(page, ESSENTIAL).fill("٤٠ عملية in a year");
    await importance(page, ESSENTIAL).selectOption("helpful");
    const digest = fold.locator(".digest");
    await expect(digest).toContainText(checklist("importance-helpful"));
    await expect(digest).toContainText(checklist("who-writing"));
    await expect(digest).toContainText("2026");
    await saved(page);
    await page.reload();
    await expect(page.locator(`#criterion-${ESSENTIAL} .note-shown`)).toHaveText("٤٠ عملية in a year");
    await unfold(page, ESSENTIAL);
    await expect(page.locator(`#who-${ESSENTIAL}`)).toHaveValue("writing");
    await expect(page.locator(`#when-${ESSENTIAL}`)).toHaveValue("2026-11-03");
    await expect(importance(page, ESSENTIAL)).toHaveValue("helpful");
    // The day goes when it is emptied.
    await page.locator(`#when-${ESSENTIAL}`).fill("");
    await page.locator(`#who-${ESSENTIAL}`).selectOption({ label: checklist("who-unknown") });
    await expect(digest).toHaveText(checklist("importance-helpful"));
  });

  test(`${locale}: practical details`, async ({ page }) => {
    await openSaved(page, { centres: [centre(11, "A")] }, locale, "centre-11");
    const digest = facts(page).locator(".digest");
    await expect(digest).toContainText(checklist("fact-phone"));
    await facts(page).locator("summary").click();
    const values = {
      city: "ھەولێر", country: "العراق", phone: "+964 750 123 4567", "appointment-place": "10:30, 2nd floor",
      "local-care": "Dr. X",
    };
    for (const [fact, text] of Object.entries(values)) {
      const field = page.getByLabel(checklist(`fact-${fact}`), { exact: true });
      await field.fill(text);
    }
    await expect(digest).toHaveText(plain(checklist("facts-missing", { list: checklist("fact-appointment") })));
    await page.locator("#fact-appointment").fill("2026-12-01");
    await expect(digest).toHaveText(checklist("facts-complete"));
    await saved(page);
    const [one] = (await documentOf(page)).centres;
    expect(one).toMatchObject({ city: "ھەولێر", phone: "+964 750 123 4567", appointment: "2026-12-01" });
    await page.reload();
    await facts(page).locator("summary").click();
    await expect(page.getByLabel(checklist("fact-local-care"), { exact: true })).toHaveValue("Dr. X");
    await goTo(page, "overview");
    await expect(card(page, 0).locator(".centre-city")).toHaveText("ھەولێر · العراق");
  });

  test(`${locale}: costs, each currency by itself`, async ({ page }) => {
    await openSaved(page, { centres: [centre(11, "A")] }, locale, "centre-11");
    await costs(page).locator("summary").click();
    const addLine = async (what, amount, currency) => {
      const at = await lines(page).count();
      await costs(page).getByRole("button", { name: checklist("cost-add") }).click();
      await expect(lines(page)).toHaveCount(at + 1);
      const line = lines(page).nth(at);
      await line.getByLabel(checklist("cost-what")).fill(what);
      await line.getByLabel(checklist("cost-currency")).selectOption(currency);
      await line.getByLabel(checklist("cost-amount")).fill(amount);
      await line.getByLabel(checklist("cost-amount")).blur();
    };
    const digest = costs(page).locator(".digest");
    await addLine("Operation", "٩٬٠٠٠", "USD");
    await expect(digest).toHaveText("9,000 USD");
    await addLine("سكن", "۱ ۵۰۰ ۰۰۰", "IQD");
    await expect(digest).toHaveText("1,500,000 IQD · 9,000 USD");
    await addLine("Nobody knows", "", "IQD");
    await addLine("Nor this", "", "IQD");
    const dinars = checklist("costs-and-unknown", { sum: "1,500,000 IQD", unknown: count("costs-unknown-count", 2) });
    await expect.poll(async () => plain(await digest.textContent())).toBe(`${plain(dinars)} · 9,000 USD`);
    // No guess about what is no whole number.
    const amount = lines(page).nth(2).getByLabel(checklist("cost-amount"));
    for (const wrong of ["12.50", "a lot", "-5", "1,00,000", "9999999999999"]) {
      await amount.fill(wrong);
      await amount.blur();
      await expect(page.locator(".refusal")).toHaveText(checklist("rejected-amount"));
      await expect.poll(async () => plain(await digest.textContent())).toBe(`${plain(dinars)} · 9,000 USD`);
    }
    await amount.fill("250,000");
    await amount.blur();
    await expect(page.locator(".refusal")).toBeHidden();
    const fewer = checklist("costs-and-unknown", { sum: "1,750,000 IQD", unknown: count("costs-unknown-count", 1) });
    await expect.poll(async () => plain(await digest.textContent())).toBe(`${plain(fewer)} · 9,000 USD`);
    await lines(page).nth(3).getByRole("button").click();
    await expect(digest).toHaveText("1,750,000 IQD · 9,000 USD");
    await saved(page);
    expect((await documentOf(page)).centres[0].costs.map(({ what, amount, currency }) => [what, amount, currency])).toEqual([
      ["Operation", 9000, "USD"], ["سكن", 1500000, "IQD"], ["Nobody knows", 250000, "IQD"],
    ]);
    await page.reload();
    await expect(digest).toHaveText("1,750,000 IQD · 9,000 USD");
  });

  test(`${locale}: an own criterion counts, an own question does not`, async ({ page }) => {
    await openSaved(page, { centres: [centre(11, "A"), centre(12, "B")] }, locale, "centre-11");
    const counted = (answered, total) =>
      expect(standing(page).locator(".answered span").first()).toHaveText(
        checklist("answered", { answered: String(answered), total: String(total) }),
      );
    await counted(0, IDS.length);
    await addOwn(page, "هل تبقى أمي معي؟", true);
    await counted(0, IDS.length + 1);
    await addOwn(page, "What is the view like?", false);
    await counted(0, IDS.length + 1);
    await expect(own(page)).toHaveCount(2);
    await expect(own(page).locator(".question bdi")).toHaveText(["هل تبقى أمي معي؟", "What is the view like?"]);
    await expect(own(page).nth(0).locator("fieldset.answer")).toHaveCount(1);
    await expect(own(page).nth(1).locator("fieldset.answer")).toHaveCount(0);
    await own(page).nth(0).locator('.option:has([value="yes"])').click();
    await counted(1, IDS.length + 1);
    // Nothing is weighed where nothing is compared, but something can be noted.
    await own(page).nth(1).locator(".answer-more summary").click();
    await expect(own(page).nth(1).locator("textarea")).toBeVisible();
    await expect(own(page).nth(1).locator("[id^=importance-]")).toHaveCount(0);
    await own(page).nth(1).locator("textarea").fill("Trees");
    await counted(1, IDS.length + 1);
    await saved(page);
    await goTo(page, "compare");
    await expect(page.locator("table.answers tbody th")).toHaveCount(IDS.length + 1);
    await expect(page.locator("table.answers")).toContainText("هل تبقى أمي معي؟");
    await expect(page.locator("table.answers")).not.toContainText("What is the view like?");
    // Both are asked for.
    await goTo(page, "overview");
    await mark(page, 1);
    await expect(own(page)).toHaveCount(2);
    await expect(own(page).nth(0).locator('[value="not-asked"]')).toBeChecked();
    await own(page).nth(0).getByRole("button", { name: checklist("own-remove") }).click();
    await expect(own(page)).toHaveCount(1);
    await expect(page.locator("#new-own")).toBeFocused();
    await page.locator("#undo").click();
    await expect(own(page)).toHaveCount(2);
  });
}

test("an own question needs words", async ({ page }) => {
  await openSaved(page, { centres: [centre(11, "A")] }, "en", "centre-11");
  await page.locator("#new-own").fill("  ");
  await page.locator("#new-own").press("Enter");
  await expect(page.locator(".refusal")).toHaveText(words("en").checklist("rejected-empty-question"));
  await expect(own(page)).toHaveCount(0);
});

test("from one hospital to another", async ({ page }) => {
  await openSaved(page, {
    centres: [centre(11, "A", { [ESSENTIAL]: "yes" }), centre(12, "مستشفى ب", { [ESSENTIAL]: "no" })],
  }, "en", "centre-11");
  const choice = page.locator("#switch-centre");
  await expect(choice).toHaveValue("11");
  await choice.selectOption({ label: "مستشفى ب" });
  await expect(title(page)).toHaveText("مستشفى ب");
  await expect(page).toHaveURL(/#centre-12$/);
  await isAnswered(page, ESSENTIAL, "no");
  await expect(page.locator("#switch-centre")).toHaveValue("12");
  await page.goBack();
  await expect(title(page)).toHaveText("A");
  await isAnswered(page, ESSENTIAL, "yes");
  await expect(page.locator("#switch-centre")).toHaveValue("11");
  await page.locator("#switch-centre").selectOption("12");
  await page.locator(".one-centre .way-back").click();
  await expect(names(page)).toHaveText(["A", "مستشفى ب"]);
});

test("there is nothing to switch to where there is one hospital", async ({ page }) => {
  await openChecklist(page);
  await add(page, "A");
  await mark(page, 0);
  await expect(page.locator("#switch-centre")).toBeHidden();
});

test("why, what to listen for, and the questions of a group that are answered", async ({ page }) => {
  await openSaved(page, { centres: [centre(11, "A")] }, "en", "centre-11");
  const about = page.locator(`#criterion-${ESSENTIAL} .about-criterion`);
  await expect(about.locator("dd").first()).toBeHidden();
  await about.locator("summary").click();
  const { checklist } = words("en");
  await expect(about.locator("dt")).toHaveText([checklist("why"), checklist("good-answer"), checklist("warning-sign")]);
  const { group } = criteria.find((it) => it.id === ESSENTIAL);
  const total = String(criteria.filter((it) => it.group === group).length);
  const progress = page.locator(`#group-${group} .progress`);
  await expect(progress).toHaveText(checklist("group-progress", { answered: "0", total }));
  await answer(page, ESSENTIAL, "no");
  await expect(progress).toHaveText(checklist("group-progress", { answered: "1", total }));
  await answer(page, ESSENTIAL, "would-not-say");
  await expect(progress).toHaveText(checklist("group-progress", { answered: "0", total }));
});

test("names of mixed scripts keep to themselves", async ({ page }) => {
  const name = "مستشفى Al-Amal (٣)";
  await openSaved(page, {
    centres: [centre(11, name, { [ESSENTIAL]: "yes" }), centre(12, "B")],
    own: [{ id: "own-0000002a", kind: "criterion", text: "هل ICU متوفر؟" }],
  });
  await expect(page.locator(".centre-name bdi").first()).toHaveText(name);
  await goTo(page, "compare");
  await expect(page.locator("table.answers thead bdi").first()).toHaveText(name);
  await expect(page.locator(".range-list bdi").first()).toHaveText(name);
  await goTo(page, "ask");
  await expect(page.locator(".ask-centres bdi").first()).toHaveText(name);
  await goTo(page, "decide");
  await expect(page.locator(".choices bdi").first()).toHaveText(name);
  await goTo(page, "overview");
  await mark(page, 0);
  await expect(title(page).locator("bdi")).toHaveText(name);
  await expect(own(page).locator(".question bdi")).toHaveText("هل ICU متوفر؟");
  // Within a sentence, isolates do the same.
  await expect(page.locator("#questions")).toContainText(`\u2068${name}\u2069`);
});
