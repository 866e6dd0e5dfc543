// Words that few people know explain themselves where they stand, by touch and
// with keys, and lead on to the glossary and back to the word.
import { tabTo } from "./support/keys.mjs";
import { paths, localeOf } from "./support/site.mjs";
import { expect, open, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const first = (page) => page.locator("main a.term").first();
const noteOf = async (page, term) => page.locator(`.term-note${await term.getAttribute("href")}`);
const close = (note, locale) => note.getByRole("link", { name: words(locale).page("close"), exact: true });

/** It lies at the foot of the screen and is whole. */
async function isSheet(page, note) {
  await expect(note).toBeVisible();
  const box = await note.boundingBox();
  expect(Math.round(box.y + box.height)).toBe(740);
  expect([Math.round(box.x), Math.round(box.width)]).toEqual([0, 360]);
  await expect(note.locator("p").nth(1)).not.toBeEmpty();
}

/** Opens notes and closes them, in each of the ways there are. */
async function byTouch(page, locale) {
  const term = first(page);
  const note = await noteOf(page, term);
  await expect(note).toBeHidden();
  await term.tap();
  await isSheet(page, note);
  await close(note, locale).tap();
  await expect(note).toBeHidden();
  await expect(term).toBeFocused();
  await expect(term).toBeInViewport();

  // Another one, and Back.
  const other = page.locator("main a.term").nth(1);
  const explained = await noteOf(page, other);
  await other.tap();
  await isSheet(page, explained);
  await expect(note).toBeHidden();
  await page.goBack();
  await expect(explained).toBeHidden();
  await expect(other).toBeInViewport();

  await term.tap();
  await isSheet(page, note);
  const id = await note.getAttribute("id");
  await note.getByRole("link", { name: words(locale).page("in-glossary"), exact: true }).tap();
  await expect(page).toHaveURL(new RegExp(`/${locale}/glossary/#${id}$`));
  await expect(page.locator(`.entry#${id}`)).toBeInViewport();
  await page.goBack();
  await expect(page.locator("article[data-page=procedure]")).toBeVisible();
}

/** From a letter to the first word under it. */
async function byLetter(page) {
  const letters = page.locator(".letters a");
  const count = await letters.count();
  expect(count).toBeGreaterThan(10);
  for (const at of [0, Math.floor(count / 2), count - 1]) {
    const letter = letters.nth(at);
    const target = await letter.getAttribute("href");
    await letter.tap();
    await expect(page).toHaveURL(new RegExp(`${target}$`));
    await expect(page.locator(`.entry${target}`)).toBeInViewport();
  }
}

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: a word by touch, its note, the glossary and back`, async ({ page }) => {
    await open(page, `/${locale}/procedure/`);
    await byTouch(page, locale);
  });

  test(`${locale}: the same on a page that was fetched`, async ({ page }) => {
    await open(page, `/${locale}/about/`);
    await page.locator(".menu-button").click();
    await page.locator(`#menu a[href="/${locale}/procedure/"]`).click();
    await expect(page.locator("article[data-page=procedure]")).toBeVisible();
    await byTouch(page, locale);
  });

  test(`${locale}: a word with keys alone`, async ({ page }) => {
    await open(page, `/${locale}/procedure/`);
    const term = first(page);
    const note = await noteOf(page, term);
    await tabTo(page, "main a.term");
    await expect(term).toBeFocused();
    await page.keyboard.press("Enter");
    await isSheet(page, note);
    // What comes next is in the note.
    await page.keyboard.press("Tab");
    await expect(note.getByRole("link", { name: words(locale).page("in-glossary") })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(close(note, locale)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(note).toBeHidden();
    await expect(term).toBeFocused();
    // And on to the glossary.
    await page.keyboard.press("Enter");
    await expect(note).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${locale}/glossary/#`));
    await expect(page.locator(`.entry${new URL(page.url()).hash}`)).toBeInViewport();
  });

  test(`${locale}: the letters of the glossary lead to its words`, async ({ page }) => {
    await open(page, `/${locale}/glossary/`);
    await byLetter(page);
    const targets = await page.locator(".letters a").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
    for (const target of targets) await expect(page.locator(`.entry${target} dt`)).toHaveCount(1);
    // Each letter is room for a thumb.
    for (const letter of await page.locator(".letters a").all()) {
      const { width, height } = await letter.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    // With keys.
    await page.locator(".letters a").last().focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`.entry${targets.at(-1)}`)).toBeInViewport();
  });

  test(`${locale}: every note and every word has its place`, async ({ request }) => {
    const glossary = await (await request.get(`/${locale}/glossary/`)).text();
    const entries = new Set([...glossary.matchAll(/class="entry" id="(term-[^"]+)"/g)].map(([, id]) => id));
    expect(entries.size).toBeGreaterThan(100);
    let notes = 0;
    for (const path of paths.filter((it) => localeOf(it) === locale)) {
      const html = await (await request.get(path)).text();
      for (const [, id] of html.matchAll(new RegExp(`href="/${locale}/glossary/#(term-[^"]+)"`, "g"))) {
        expect(entries, `${id} on ${path}`).toContain(id);
        notes += 1;
      }
      // A word leads to a note of the same page, which leads back to it.
      const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      for (const [, id] of html.matchAll(/href="#((?:term|use)-[^"]+)"/g)) {
        expect(ids.has(id), `#${id} on ${path}`).toBe(true);
      }
    }
    expect(notes).toBeGreaterThan(20);
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });
    test.beforeEach(({ watch }) => watch.allow(/preload/));

    test(`${locale}: words and letters are links`, async ({ page }) => {
      await page.goto(`/${locale}/procedure/`);
      await byTouch(page, locale);
      await page.goto(`/${locale}/glossary/`);
      await byLetter(page);
    });
  });
}
