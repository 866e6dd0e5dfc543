// The search: reached from every page, used with keys alone, gone when there
// is no index, harmless whatever is typed, and nothing typed leaves the phone.
import { tabTo } from "./support/keys.mjs";
import { fits } from "./support/layout.mjs";
import { pathsIn, startOf } from "./support/site.mjs";
import { NETWORK, expect, open, started, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";

test.use({ viewport: { width: 360, height: 740 } });

// The same medicine in three scripts, and how a tired person may type it.
const WORD = { en: "oxaliplatin", ar: "أوكساليبلاتين", ckb: "ئۆکسالیپلاتین" };
const SLIPS = {
  en: ["oxalplatin", "oxaliplatyn", "oxailplatin"],
  ar: ["أوكسليبلاتين", "أوكساليبلاطين", "أوكسايلبلاتين"],
  ckb: ["ئۆکسالپلاتین", "ئۆکسالیپلاطین", "ئۆکسایلپلاتین"],
};
const ENTRY = "#term-oxaliplatin";
const NOWHERE = "qqqxyzzyqqq";

const field = (page) => page.locator("#search-field");
const status = (page) => page.locator("#search [role=status]");
const results = (page) => page.locator("#search .search-results > li");
const entry = (page, locale) => page.locator(`#search .search-results a[href="/${locale}/glossary/${ENTRY}"]`);
const path = (locale) => `/${locale}/search/`;
const ICON = "/icons/favicon.svg";
const INDEX = /\/content\/(en|ar|ckb)\/index\.json$/;
const isIndex = (url) => INDEX.test(url.pathname);
const indexes = (watch) => watch.requests.filter(({ url }) => INDEX.test(new URL(url).pathname)).length;

async function openSearch(page, locale, more = "") {
  await open(page, path(locale) + more, "resting");
  await expect(field(page)).toBeVisible();
}

/** Once the index is there, a query that nothing answers is told so. */
async function ready(page, locale) {
  await field(page).fill(NOWHERE);
  await expect(status(page)).toHaveText(words(locale).page("search-none"));
  await field(page).fill("");
}

for (const locale of Object.keys(LOCALES)) {
  const say = words(locale).page;

  for (const from of ["procedure", "checklist"]) {
    test(`${locale}: the header of ${from} leads to it`, async ({ page }) => {
      await open(page, `/${locale}/${from}/`);
      await page.evaluate(() => (window.same = true));
      await page.locator(".site-header .search-link").click();
      await expect(page).toHaveURL(new RegExp(`${path(locale)}$`));
      await expect(field(page)).toBeVisible();
      await expect(page.getByRole("searchbox", { name: say("search-label") })).toHaveCount(1);
      await expect(page.locator(".search-link")).toHaveAttribute("aria-current", "page");
      expect(await page.evaluate(() => window.same)).toBe(true);
      await fits(page, 360);
    });
  }

  test(`${locale}: the header's link has a name and room for a thumb`, async ({ page }) => {
    await open(page, `/${locale}/procedure/`);
    const link = page.locator(".site-header .search-link");
    // On a phone only its sign is seen; it must still be said what it is.
    await expect.soft(link).toHaveAccessibleName(words(locale).shell("search"));
    const { width, height } = await link.boundingBox();
    expect.soft(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });

  test(`${locale}: with keys alone, there and back`, async ({ page }) => {
    await open(page, `/${locale}/about/`);
    await tabTo(page, ".search-link");
    await page.keyboard.press("Enter");
    await expect(page.locator("h1")).toBeFocused();
    await tabTo(page, "#search-field");
    await page.keyboard.type(WORD[locale]);
    await expect(entry(page, locale)).toBeVisible();
    const found = await results(page).count();
    // In a field without a form, Enter does nothing and sends nothing.
    await page.keyboard.press("Enter");
    await expect(field(page)).toBeFocused();
    await tabTo(page, `.search-results a[href$="${ENTRY}"]`);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${locale}/glossary/${ENTRY}$`));
    await expect(page.locator(`.entry${ENTRY}`)).toBeInViewport();

    await page.goBack();
    await expect(field(page)).toHaveValue(WORD[locale]);
    await expect(results(page)).toHaveCount(found);
    await expect(entry(page, locale)).toBeVisible();
    // What was typed letter by letter is one step of the history.
    await page.goBack();
    await expect(page.locator("article[data-page=about]")).toBeVisible();
  });

  test(`${locale}: what is found is counted, marked and named`, async ({ page }) => {
    await openSearch(page, locale);
    // A region that is there before its text is what screen readers announce.
    await expect(status(page)).toHaveCount(1);
    await ready(page, locale);
    await expect(status(page)).toHaveText("");
    await expect(results(page)).toHaveCount(0);

    await field(page).fill(WORD[locale]);
    await expect(entry(page, locale)).toBeVisible();
    const count = await results(page).count();
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(30);
    await expect(status(page)).toHaveText(say("search-found", { count }));
    const marks = await results(page).locator("mark").allTextContents();
    expect(marks.length).toBeGreaterThan(0);
    // The word as it stands there: with a capital, or written a little otherwise.
    for (const mark of marks) expect(mark.toLowerCase()).toContain(WORD[locale].slice(0, -2));
    const word = results(page).filter({ has: page.locator(`a[href$="${ENTRY}"]`) });
    await expect(word.locator(".search-kind")).toContainText(say("search-kind-word"));
    await expect(entry(page, locale)).toHaveText(WORD[locale]);
    await fits(page, 360);

    await field(page).fill(NOWHERE);
    await expect(status(page)).toHaveText(say("search-none"));
    await expect(results(page)).toHaveCount(0);
    await expect(page.locator(".page-list a").first()).toBeVisible();
  });

  test(`${locale}: one wrong letter is forgiven, three are not`, async ({ page }) => {
    await openSearch(page, locale);
    for (const slip of SLIPS[locale]) {
      await field(page).fill(slip);
      await expect(entry(page, locale), slip).toBeVisible();
      const marked = results(page).filter({ has: page.locator("mark") });
      await expect(marked.locator("mark").first()).toContainText(WORD[locale]);
    }
    await field(page).fill(`${SLIPS[locale][0].slice(0, -2)}قx`);
    await expect(status(page)).toHaveText(say("search-none"));
  });

  test(`${locale}: a question in the address is looked up and taken out of it`, async ({ page, watch }) => {
    const asked = encodeURIComponent(WORD[locale]);
    await openSearch(page, locale, `?q=${asked}`);
    await expect(field(page)).toHaveValue(WORD[locale]);
    await expect(entry(page, locale)).toBeVisible();
    const there = new URL(page.url());
    expect([there.pathname, there.search, there.hash]).toEqual([path(locale), "", `#q=${asked}`]);
    // The server has seen what the link asked for, but no more often than that.
    expect(watch.requests.filter(({ url }) => url.includes(asked))).toHaveLength(1);

    // What stays in the address is enough to find it again.
    await page.reload();
    await started(page, "resting");
    await expect(field(page)).toHaveValue(WORD[locale]);
    await expect(entry(page, locale)).toBeVisible();
    expect(watch.requests.filter(({ url }) => new URL(url).search !== "")).toHaveLength(1);
    await field(page).fill("");
    await expect(page).toHaveURL(new RegExp(`${path(locale)}$`));
  });

  test(`${locale}: nothing that is typed is sent`, async ({ page, context }) => {
    const sent = [];
    context.on("requestfinished", async (request) => {
      const headers = await request.allHeaders().catch(() => ({}));
      sent.push(JSON.stringify([request.url(), headers, request.postData()]));
    });
    const secrets = { en: "Zanbaqtyped", ar: "زنبقمكتوب", ckb: "زەنبەقنووسراو" };
    await openSearch(page, locale);
    await field(page).pressSequentially(secrets[locale]);
    await expect(page).toHaveURL(new RegExp(`#q=${encodeURIComponent(secrets[locale])}$`));
    await expect(status(page)).toHaveText(say("search-none"));
    await page.keyboard.press("Enter");
    // On to a result, back, to another language, and the whole page anew.
    await field(page).pressSequentially(` ${WORD[locale]}`);
    await entry(page, locale).click();
    await expect(page).toHaveURL(/\/glossary\//);
    await page.goBack();
    await expect(field(page)).toHaveValue(`${secrets[locale]} ${WORD[locale]}`);
    await page.reload();
    await started(page, "resting");
    await expect(field(page)).toHaveValue(`${secrets[locale]} ${WORD[locale]}`);
    await expect(entry(page, locale)).toBeVisible();
    const other = locale === "en" ? "ar" : "en";
    await page.locator(`.languages a[data-locale=${other}]`).click();
    await expect(page).toHaveURL(new RegExp(path(other)));
    await expect(field(page)).toBeVisible();
    await ready(page, other);
    expect(sent.length).toBeGreaterThan(5);
    const typed = [secrets[locale], WORD[locale], NOWHERE].flatMap((it) => [it, encodeURIComponent(it), escape(it)]);
    for (const text of sent) for (const word of typed) expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  test(`${locale}: works with the network gone`, async ({ page, context, watch }) => {
    // The picture in the tab is the browser's own affair, at each new address.
    watch.allow(/^failed: .*\/icons\/favicon\.svg /, NETWORK);
    await openSearch(page, locale);
    await ready(page, locale);
    const before = watch.requests.length;
    await context.setOffline(true);
    await field(page).fill(WORD[locale]);
    await expect(entry(page, locale)).toBeVisible();
    const asked = watch.requests.slice(before).filter(({ url }) => !url.endsWith(ICON));
    expect(asked).toEqual([]);
  });

  test(`${locale}: without an index it says what to do, and a second try works`, async ({ page, watch }) => {
    watch.allow(NETWORK, /^failed: .*\/index\.json net::ERR_FAILED$/);
    await page.route(isIndex, (route) => route.abort());
    await openSearch(page, locale);
    await field(page).focus();
    await expect(status(page)).toHaveText(say("search-failed"));
    const retry = page.getByRole("button", { name: say("search-retry"), exact: true });
    await field(page).fill(WORD[locale]);
    await expect(retry).toBeVisible();
    await expect(page.locator(".page-list a").first()).toBeVisible();
    // Still gone: said again.
    const before = indexes(watch);
    await retry.click();
    await expect.poll(() => indexes(watch)).toBe(before + 1);
    await expect(status(page)).toHaveText(say("search-failed"));

    await page.unroute(isIndex);
    await retry.click();
    await expect(entry(page, locale)).toBeVisible();
    await expect(retry).toHaveCount(0);
    await expect(field(page)).toHaveValue(WORD[locale]);
    await expect(status(page)).toHaveText(say("search-found", { count: await results(page).count() }));
  });

  test(`${locale}: what is typed while the index is on its way is answered`, async ({ page }) => {
    let release;
    const held = new Promise((done) => (release = done));
    await page.route(isIndex, async (route) => {
      await held;
      await route.continue();
    });
    await openSearch(page, locale);
    await field(page).focus();
    await expect(status(page)).toHaveText(say("search-fetching"));
    await field(page).fill(WORD[locale]);
    await expect(results(page)).toHaveCount(0);
    release();
    await expect(entry(page, locale)).toBeVisible();
    await expect(field(page)).toHaveValue(WORD[locale]);
  });

  test(`${locale}: the index is fetched here, once, and nowhere else`, async ({ page, watch }) => {
    // Each page is loaded whole.
    test.slow();
    for (const other of pathsIn(locale).filter((it) => it !== path(locale))) {
      await page.goto(other);
      // The recovery page has a script of its own.
      if (!other.endsWith("/recover/")) await started(page, startOf(other));
    }
    expect(indexes(watch)).toBe(0);
    await openSearch(page, locale);
    // Nor here before somebody searches.
    expect(indexes(watch)).toBe(0);
    await field(page).focus();
    await expect.poll(() => indexes(watch)).toBe(1);
    await ready(page, locale);
    expect(indexes(watch)).toBe(1);
    // Away and back without loading anew.
    await page.locator("main .way a").click();
    await expect(page.locator("article[data-page=home]")).toBeVisible();
    await page.locator(".search-link").click();
    await ready(page, locale);
    expect(indexes(watch)).toBe(1);
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test(`${locale}: there is the list of all pages`, async ({ page, request, watch }) => {
      watch.allow(/preload/);
      await page.goto(path(locale));
      await expect(field(page)).toHaveCount(0);
      await expect(page.locator("#search")).toHaveText(say("search-needs-script"));
      const listed = await page.locator(".page-list a").evaluateAll((links) => links.map((it) => it.getAttribute("href")));
      expect(listed.length).toBeGreaterThan(12);
      for (const href of listed) expect(pathsIn(locale)).toContain(href);
      for (const link of await page.locator(".page-list a").all()) await expect(link).toBeVisible();
      for (const href of listed) expect((await request.get(href)).status(), href).toBe(200);
      await page.locator(`.page-list a[href="/${locale}/iraq/"]`).click();
      await expect(page.locator("article[data-page=iraq]")).toBeVisible();
    });
  });
}

const HOSTILE = {
  markup: "<script>alert(1)</script>",
  "an image": '"><img src=x onerror=alert(1)> oxaliplatin',
  "a per cent sign": "%",
  "a broken escape": "%E0%A4%A %zz oxaliplatin",
  "an address": "#q=a&q=b?q=c+d oxaliplatin",
  emoji: "👩🏽‍⚕️🇮🇶 oxaliplatin 💧",
  "marks of direction": "\u202e\u2066oxaliplatin\u2069\u200f\u202c",
  "only marks": "\u200f\u200e\u2066\u2069",
  "only spaces": "   \u00a0 ",
  combining: `o${"\u0301".repeat(150)}`,
  "many words": "the of and in to a is it for on ".repeat(6).trim(),
};

/** Nothing but what the search itself draws. */
const onlyItsOwn = async (page) => {
  const drawn = await page.locator("#search *").evaluateAll((all) => [...new Set(all.map((it) => it.localName))]);
  const known = ["div", "label", "input", "p", "ol", "li", "a", "mark", "button"];
  expect(drawn.filter((name) => !known.includes(name))).toEqual([]);
};

for (const [what, text] of Object.entries(HOSTILE)) {
  test(`hostile, ${what}: typed, in the address, and again`, async ({ page }) => {
    page.on("dialog", () => expect(null, "no script runs").toBe("a dialog"));
    await openSearch(page, "en");
    await ready(page, "en");
    await field(page).fill(text);
    await expect(field(page)).toHaveValue(text);
    if (text.includes("oxaliplatin")) await expect(entry(page, "en")).toBeVisible();
    else if (text.trim() === "") await expect(status(page)).toHaveText("");
    else await expect(status(page)).not.toHaveText("");
    await onlyItsOwn(page);
    await fits(page, 360);

    for (const start of ["?q=", "#q="]) {
      // From elsewhere, so that the page is loaded anew.
      await page.goto("/en/about/");
      await openSearch(page, "en", start + encodeURIComponent(text));
      // The field of a question that is only spaces may as well be empty.
      if (text.trim() !== "") await expect(field(page)).toHaveValue(text);
      if (text.includes("oxaliplatin")) await expect(entry(page, "en")).toBeVisible();
      expect(new URL(page.url()).search).toBe("");
      await onlyItsOwn(page);
    }
  });
}

test("hostile, an address with escapes that mean nothing", async ({ page }) => {
  await openSearch(page, "en", "#q=%E0%A4%A");
  await expect(field(page)).toHaveValue("%E0%A4%A");
  await ready(page, "en");
});

test("hostile, half a character", async ({ page }) => {
  await openSearch(page, "en");
  await field(page).evaluate((input) => {
    input.value = "\ud800 oxaliplatin";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(entry(page, "en")).toBeVisible();
});

for (const [what, text] of [["one word", "oxaliplatin".repeat(500)], ["a thousand words", "oxaliplatin cisplatin ".repeat(500)]]) {
  test(`hostile, very long: ${what}`, async ({ page }) => {
    await openSearch(page, "en", `#q=${encodeURIComponent(text)}`);
    await expect(status(page)).not.toHaveText("");
    await onlyItsOwn(page);
    await fits(page, 360);
    // And it still searches.
    await field(page).fill(WORD.en);
    await expect(entry(page, "en")).toBeVisible();
  });
}

test("the list of all pages has all of them", async ({ page }) => {
  // Or a family without scripts never learns of some.
  await openSearch(page, "en");
  const listed = await page.locator(".page-list a").evaluateAll((links) => links.map((it) => it.getAttribute("href")));
  const missing = pathsIn("en").filter((it) => it !== path("en") && !listed.includes(it));
  expect(missing).toEqual([]);
});
