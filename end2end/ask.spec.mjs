// What to ask next, and a card of questions in two languages to take along.
import { centre, goTo, openSaved, saved, stored, title } from "./support/checklist.mjs";
import { NETWORK, expect, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, question, words } from "./support/words.mjs";

const all = (code, but = {}) => ({ ...Object.fromEntries(criteria.map((it) => [it.id, code])), ...but });
const [ESSENTIAL] = criteriaOf("essential");
const [IMPORTANT] = criteriaOf("important");
const SECOND = { en: "ar", ar: "en", ckb: "en" };

const questions = (page) => page.locator(".card-question");
const firsts = (page) => page.locator(".card-question > .question bdi");
const seconds = (page) => page.locator(".question-second");
const order = async (page) => firsts(page).allTextContents();
const documentOf = async (page) => JSON.parse(await stored(page)).document;

for (const locale of Object.keys(LOCALES)) {
  const { checklist, count } = words(locale);

  test(`${locale}: over all hospitals`, async ({ page }) => {
    // At A one answer decides; at B nothing is open.
    await openSaved(page, {
      centres: [
        centre(11, "A", all("yes", { [IMPORTANT]: "not-asked" })),
        centre(12, "مستشفى ب", all("yes")),
      ],
    }, locale, "ask");
    const links = page.locator(".ask-centre");
    await expect(links.locator("bdi")).toHaveText(["A", "مستشفى ب"]);
    await expect(links.locator(".digest")).toHaveText([count("open-count", 1), count("open-count", 0)]);
    await expect
      .poll(async () => (await page.locator(".ask ol li").allTextContents()).map(plain))
      .toEqual([checklist("question-at", { question: question(locale, IMPORTANT), centre: "A" })]);
    await links.first().click();
    await expect(page).toHaveURL(/#ask-11$/);
    await expect(title(page)).toBeFocused();
    await expect.poll(async () => plain(await title(page).textContent())).toBe(checklist("card-title", { centre: "A" }));
    await expect(firsts(page)).toHaveText([question(locale, IMPORTANT)]);
    await page.locator(".ask .way-back").click();
    await links.nth(1).click();
    await expect(page.locator(".ask-card")).toContainText(checklist("card-empty"));
  });

  test(`${locale}: the card speaks two languages`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openSaved(page, {
      centres: [centre(11, "A", all("yes", { [ESSENTIAL]: "not-asked", [IMPORTANT]: "not-asked" }))],
    }, locale, "ask-11");
    const ours = [ESSENTIAL, IMPORTANT];
    await expect(firsts(page)).toHaveText(ours.map((id) => question(locale, id)));
    const other = SECOND[locale];
    await expect(page.locator("#second-language")).toHaveValue(other);
    await expect(seconds(page)).toHaveText(ours.map((id) => question(other, id)));
    for (const it of await seconds(page).all()) {
      await expect(it).toHaveAttribute("lang", other);
      await expect(it).toHaveAttribute("dir", LOCALES[other]);
    }
    // Both are in what is copied.
    await page.evaluate(() => navigator.clipboard.writeText("nothing"));
    await page.locator(".ask-card").getByRole("button", { name: checklist("copy"), exact: true }).click();
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe("nothing");
    const copied = plain(await read());
    expect(copied).toContain(checklist("card-title", { centre: "A" }));
    for (const id of ours) {
      expect(copied).toContain(question(locale, id));
      expect(copied).toContain(question(other, id));
    }
    await expect(page.locator(".toolbar .visually-hidden[role=status]")).toHaveText(checklist("copied"));
    // Another, and none.
    const third = Object.keys(LOCALES).find((it) => it !== locale && it !== other);
    await page.locator("#second-language").selectOption(third);
    await expect(seconds(page)).toHaveText(ours.map((id) => question(third, id)));
    await expect(seconds(page).first()).toHaveAttribute("dir", LOCALES[third]);
    await page.locator("#second-language").selectOption("");
    await expect(seconds(page)).toHaveCount(0);
  });

  test(`${locale}: a second language that cannot be had is said`, async ({ page, watch }) => {
    watch.allow(NETWORK, /^failed: .*\.json/);
    const other = SECOND[locale];
    await page.route(`**/content/${other}/checklist.json`, (route) => route.abort("connectionrefused"));
    await openSaved(page, { centres: [centre(11, "A")] }, locale, "ask-11");
    await expect(page.locator(".refusal")).toHaveText(checklist("second-failed"));
    await expect(page.locator("#second-language")).toHaveValue("");
    await expect(firsts(page).first()).toBeVisible();
    await expect(seconds(page)).toHaveCount(0);
    // It can be chosen again.
    await page.unroute(`**/content/${other}/checklist.json`);
    await page.locator("#second-language").selectOption(other);
    await expect(seconds(page).first()).toHaveAttribute("lang", other);
  });

  test(`${locale}: a question does not vanish from under the finger`, async ({ page }) => {
    await openSaved(page, { centres: [centre(11, "A"), centre(12, "B")] }, locale, "ask-11");
    const before = await order(page);
    expect(before).toHaveLength(8);
    // Of eight questions to ask first, the essential ones come first.
    expect(before.slice(0, 7).sort()).toEqual(criteriaOf("essential").map((id) => question(locale, id)).sort());
    for (let at = 0; at < 8; at += 1) {
      await questions(page).nth(at).locator(`.option:has([value="${at % 2 ? "no" : "yes"}"])`).click();
      await expect(questions(page).nth(at).locator(`[value="${at % 2 ? "no" : "yes"}"]`)).toBeChecked();
      expect(await order(page)).toEqual(before);
    }
    await saved(page);
    const [one] = (await documentOf(page)).centres;
    expect(one.answers).toHaveLength(8);
  });

  test(`${locale}: the card is put in order`, async ({ page }) => {
    await openSaved(page, {
      centres: [centre(11, "A"), centre(12, "B")],
      own: [{ id: "own-0000002a", kind: "question", text: "What is the view like?" }],
    }, locale, "ask-11");
    const [first, second, third, ...rest] = await order(page);
    const press = (at, key) => questions(page).nth(at).getByRole("button", { name: checklist(key) }).click();
    await expect(questions(page).first().getByRole("button", { name: checklist("move-earlier") })).toBeDisabled();
    await expect(questions(page).last().getByRole("button", { name: checklist("move-later") })).toBeDisabled();
    await press(0, "move-later");
    await expect.poll(() => order(page)).toEqual([second, first, third, ...rest]);
    await press(2, "move-earlier");
    await expect.poll(() => order(page)).toEqual([second, third, first, ...rest]);
    await press(1, "card-remove");
    await expect.poll(() => order(page)).toEqual([second, first, ...rest]);
    // What is not on it can be put on it, an own question too.
    const more = page.locator(".ask-card details", { has: page.locator(".card-more") });
    await expect(more.locator("summary")).toHaveText(count("card-more-count", criteria.length + 1 - 7));
    await more.locator("summary").click();
    await more.locator("li", { hasText: "What is the view like?" }).getByRole("button").click();
    await expect.poll(() => order(page)).toEqual([second, first, ...rest, "What is the view like?"]);
    await saved(page);
    await page.reload();
    await expect.poll(() => order(page)).toEqual([second, first, ...rest, "What is the view like?"]);
    // A step like every other.
    await goTo(page, "ask");
    await page.locator(".ask-centre").first().click();
    await expect.poll(() => order(page)).toEqual([second, first, ...rest, "What is the view like?"]);
  });
}

test("the next question is the one that can decide", async ({ page }) => {
  const [, another] = criteriaOf("important");
  // B has failed: its open questions decide nothing any more.
  await openSaved(page, {
    centres: [
      centre(11, "A", all("yes", { [IMPORTANT]: "not-asked" })),
      centre(12, "B", all("yes", { [ESSENTIAL]: "no", [another]: "not-asked" })),
      centre(13, "C", all("yes")),
    ],
  }, "en", "ask");
  await expect
    .poll(async () => (await page.locator(".ask ol li").allTextContents()).map(plain))
    .toEqual([
      words("en").checklist("question-at", { question: question("en", IMPORTANT), centre: "A" }),
      words("en").checklist("question-at", { question: question("en", another), centre: "B" }),
    ]);
});
