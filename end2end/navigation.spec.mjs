// Going from page to page without loading them whole.
import { expect, open, test } from "./support/test.mjs";
import { pathsIn } from "./support/site.mjs";
import { tree } from "./support/tree.mjs";
import { LOCALES, words } from "./support/words.mjs";
import { entry, follow } from "./support/menu.mjs";

const DESKTOP = { width: 1280, height: 800 };
test.use({ viewport: DESKTOP });

const article = (page, id) => page.locator(`article[data-page=${id}]`);
const y = (page) => page.evaluate(() => Math.round(scrollY));

/** Waits until the page no longer moves. */
async function still(page) {
  let before;
  await expect.poll(async () => before === (before = await y(page)), { intervals: [150] }).toBe(true);
}

/** Brings a link into sight, and says where the page stands then. */
async function scrollTo(page, link) {
  await link.evaluate((link) => link.scrollIntoView({ block: "center", behavior: "instant" }));
  // The program notes it when the browser tells it, with the next picture.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return y(page);
}

/** Marks the document: a page that is loaded whole has no mark. */
const brand = (page) => page.evaluate(() => (window.same = true));
const isSame = (page) => page.evaluate(() => window.same === true);

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: a link shows the page, with everything that belongs to it`, async ({ page, request }) => {
    await open(page, `/${locale}/why-hipec/`);
    await brand(page);
    await page.evaluate(() => {
      window.said = [];
      new MutationObserver(() => said.push(announcer.textContent)).observe(announcer, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      scrollTo(0, 600);
    });
    const target = `/${locale}/procedure/`;
    await follow(page, target);
    await expect(article(page, "procedure")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${target}$`));
    await expect(page.locator("h1")).toBeFocused();
    expect(await isSame(page)).toBe(true);
    expect(await y(page)).toBe(0);
    await expect(entry(page, target)).toHaveAttribute("aria-current", "page");

    const served = await (await request.get(target)).text();
    const title = /<title>([^<]*)/.exec(served)[1].replaceAll("&amp;", "&");
    await expect(page).toHaveTitle(title);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    const path = (selector) =>
      page.locator(selector).evaluate((link) => new URL(link.href).pathname);
    expect(await path("link[rel=canonical]")).toBe(target);
    expect(await path("link[hreflang=ar]")).toBe("/ar/procedure/");

    const heading = await page.locator("h1").textContent();
    const opened = words(locale).shell("page-opened", { title: heading });
    await expect(page.locator("#announcer")).toHaveText(opened);
    expect(await page.evaluate(() => window.said)).toEqual([opened]);
    await expect(page.locator("#announcer")).toHaveAttribute("role", "status");
  });

  test(`${locale}: every page that is reached is the page that is served`, async ({ browser, baseURL, page, watch }) => {
    // Twice through all pages, each drawn and compared.
    test.setTimeout(90_000);
    // Read where no script runs: what is served, as the browser parses it.
    const reader = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const paper = await reader.newPage();
    // The page about what the device keeps is always loaded whole.
    const paths = pathsIn(locale).filter((path) => !path.endsWith("/recover/"));
    await open(page, `/${locale}/contact/`);
    await brand(page);
    // The page of the start comes last, when it too has to be fetched.
    const order = [...paths.filter((path) => !path.endsWith("/contact/")), `/${locale}/contact/`];
    const data = (requests) =>
      // The picture in the tab is the browser's own affair.
      requests.map(({ url }) => new URL(url).pathname).filter((path) => !path.endsWith("/favicon.svg"));
    // Not every page is in the menu.
    const reach = async (path) => {
      if (await entry(page, path).count()) {
        await follow(page, path);
        await expect(entry(page, path)).toHaveAttribute("aria-current", "page");
      } else if (path.endsWith("/search/")) {
        await page.locator(".search-link").click();
      } else {
        await follow(page, `/${locale}/research/`);
        await page.locator(`main a[href="${path}"]`).first().click();
      }
    };
    const seen = watch.requests.length;
    for (const path of order) {
      await reach(path);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      await paper.goto(path);
      for (const part of ["main", "header.site-header", "footer.site-footer"]) {
        const reached = await page.locator(part).evaluate(tree);
        expect(reached, `${part} of ${path}`).toEqual(await paper.locator(part).evaluate(tree));
      }
    }
    await reader.close();
    expect(await isSame(page)).toBe(true);
    // Only data was fetched, each piece once.
    const fetched = data(watch.requests.slice(seen));
    for (const path of fetched) expect(path).toMatch(/^\/content\/.*\.json$/);
    expect(new Set(fetched).size).toBe(fetched.length);
    // Once more: nothing.
    const after = watch.requests.length;
    for (const path of order) {
      await reach(path);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
    }
    expect(data(watch.requests.slice(after))).toEqual([]);
  });
}

test("a page that does not exist is the one that is served", async ({ browser, baseURL, page, watch }) => {
  watch.allow(/404/);
  const reader = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const paper = await reader.newPage();
  await paper.goto("/ar/nothing/");
  await open(page, "/ar/about/");
  await page.locator("main a").first().evaluate((link) => link.setAttribute("href", "/ar/nothing/"));
  await page.locator("main a").first().click();
  await expect(page.locator("h1")).toHaveText(words("ar").page("not-found-title"));
  expect(await page.locator("main").evaluate(tree)).toEqual(await paper.locator("main").evaluate(tree));
  await reader.close();
});

test("Back and Forward return to the page and to the place on it", async ({ page }) => {
  await open(page, "/en/procedure/");
  await brand(page);
  const link = page.locator(".related a").first();
  const left = await scrollTo(page, link);
  expect(left).toBeGreaterThan(500);
  await link.click();
  await expect(article(page, "procedure")).toHaveCount(0);
  await expect(page.locator("h1")).toBeFocused();
  const second = page.url();
  expect(await y(page)).toBe(0);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => y(page)).toBe(400);
  await page.waitForTimeout(100);

  await page.goBack();
  await expect(article(page, "procedure")).toBeVisible();
  await expect.poll(async () => Math.abs((await y(page)) - left)).toBeLessThan(3);
  await page.goForward();
  await expect(article(page, "procedure")).toHaveCount(0);
  expect(page.url()).toBe(second);
  await expect.poll(() => y(page)).toBe(400);
  expect(await isSame(page)).toBe(true);
});

test("the address follows a link to where Back has been before", async ({ page }) => {
  await open(page, "/en/about/");
  await follow(page, "/en/iraq/");
  await expect(article(page, "iraq")).toBeVisible();
  await follow(page, "/en/procedure/");
  await expect(article(page, "procedure")).toBeVisible();
  await page.goBack();
  await expect(article(page, "iraq")).toBeVisible();
  await page.goForward();
  await expect(article(page, "procedure")).toBeVisible();
  await follow(page, "/en/iraq/");
  await expect(article(page, "iraq")).toBeVisible();
  await expect(page).toHaveURL(/\/en\/iraq\/$/);
  await page.goBack();
  await expect(article(page, "procedure")).toBeVisible();
});

test("the address follows a link after a jump in the history", async ({ page }) => {
  await open(page, "/en/about/");
  await follow(page, "/en/iraq/");
  await expect(article(page, "iraq")).toBeVisible();
  await follow(page, "/en/procedure/");
  await expect(article(page, "procedure")).toBeVisible();
  await page.evaluate(() => history.go(-2));
  await expect(article(page, "about")).toBeVisible();
  await follow(page, "/en/procedure/");
  await expect(article(page, "procedure")).toBeVisible();
  await expect(page).toHaveURL(/\/en\/procedure\/$/);
});

test("the language changes on the spot", async ({ page }) => {
  await open(page, "/en/iraq/");
  await brand(page);
  for (const locale of ["ar", "ckb", "en"]) {
    await page.locator(`.languages a[data-locale=${locale}]`).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/iraq/$`));
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.locator("html")).toHaveAttribute("dir", LOCALES[locale]);
    await expect(article(page, "iraq")).toBeVisible();
    await expect(page.locator(".brand-name")).toHaveText(words(locale).shell("site-name"));
    await expect(page.locator("#underway span").first()).toHaveText(words(locale).shell("loading"));
  }
  expect(await isSame(page)).toBe(true);
});

for (const fetched of [false, true]) {
  test(`places within ${fetched ? "a fetched" : "the delivered"} page`, async ({ page }) => {
    await open(page, fetched ? "/en/about/" : "/en/procedure/");
    await brand(page);
    if (fetched) await follow(page, "/en/procedure/");
    await expect(article(page, "procedure")).toBeVisible();
    const cite = page.locator('main sup.cite a[href^="#source-"]').first();
    const source = page.locator(await cite.getAttribute("href"));
    const left = await scrollTo(page, cite);
    await cite.click();
    await expect(source).toBeInViewport();
    await expect(page).toHaveURL(/#source-/);
    await still(page);
    await page.goBack();
    await expect(cite).toBeInViewport();
    await expect.poll(async () => Math.abs((await y(page)) - left)).toBeLessThan(3);

    const fold = page.locator(".on-this-page");
    const place = fold.locator("a").nth(1);
    const heading = page.locator(await place.getAttribute("href"));
    // The fold stays closed: a page that is drawn again has its folds closed,
    // and the position is told from the top.
    await place.evaluate((link) => link.click());
    await expect(heading).toBeInViewport();
    expect(await isSame(page)).toBe(true);
    // And on to another page, and back to the place. Not with the mouse: that
    // would scroll to the menu first, and Back leads to where one was.
    await entry(page, "/en/iraq/").evaluate((link) => link.click());
    await expect(article(page, "iraq")).toBeVisible();
    await page.goBack();
    await expect(article(page, "procedure")).toBeVisible();
    await expect(heading).toBeInViewport();
  });
}

test("a link can lead to a place on another page", async ({ page }) => {
  await open(page, "/en/about/");
  await brand(page);
  await page.locator("main a").first().evaluate((link) => link.setAttribute("href", "/en/procedure/#hospital"));
  await page.locator("main a").first().click();
  await expect(page.locator("#hospital")).toBeInViewport();
  await expect(page).toHaveURL(/\/en\/procedure\/#hospital$/);
  expect(await isSame(page)).toBe(true);
});

test("a click with a key held opens the page elsewhere", async ({ page, context }) => {
  await open(page, "/en/about/");
  await brand(page);
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    follow(page, "/en/iraq/", { modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(other.locator("article[data-page=iraq]")).toBeVisible();
  await expect(article(page, "about")).toBeVisible();
  expect(await isSame(page)).toBe(true);
});

test("the last of two quick clicks wins", async ({ page }) => {
  await page.route("**/content/en/procedure.json", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await open(page, "/en/about/");
  await follow(page, "/en/procedure/");
  await follow(page, "/en/iraq/");
  await expect(article(page, "iraq")).toBeVisible();
  await page.waitForTimeout(2000);
  await expect(article(page, "iraq")).toBeVisible();
  await expect(page).toHaveURL(/\/en\/iraq\/$/);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test("the menu closes behind the reader", async ({ page }) => {
    await open(page, "/ar/about/");
    for (const id of ["iraq", "procedure"]) {
      await follow(page, `/ar/${id}/`);
      await expect(article(page, id)).toBeVisible();
      await expect(page.locator("#menu")).toBeHidden();
      await expect(page.locator("h1")).toBeFocused();
    }
  });

  test("a term explains itself on a fetched page", async ({ page }) => {
    await open(page, "/ckb/about/");
    await follow(page, "/ckb/procedure/");
    const term = page.locator("main a.term").first();
    const explained = page.locator(await term.getAttribute("href"));
    await term.click();
    await expect(explained).toBeInViewport();
    // And back to where the word stands.
    await explained.locator("a").last().click();
    await expect(term).toBeInViewport();
  });
});
