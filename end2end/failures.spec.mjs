// The next page cannot be had: the reader is told why, in their language, and
// can go on.
import { NETWORK, expect, open, started, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";
import { follow } from "./support/menu.mjs";

test.use({ viewport: { width: 1280, height: 800 } });

const article = (page, id) => page.locator(`article[data-page=${id}]`);
const json = (body) => ({ contentType: "application/json", body });

/** The data of a page with something smuggled into it. */
const smuggled = (node) => async (route) => {
  const data = await (await route.fetch()).json();
  data.top.push(node);
  await route.fulfill(json(JSON.stringify(data)));
};

const FAULTS = {
  "404": ["failed-missing", (route) => route.fulfill({ status: 404, body: "no" })],
  "500": ["failed-server", (route) => route.fulfill({ status: 500, body: "no" })],
  "no connection": ["failed-offline", (route) => route.abort("connectionrefused")],
  "cut JSON": ["failed-broken", async (route) => {
    const text = await (await route.fetch()).text();
    await route.fulfill(json(text.slice(0, text.length / 2)));
  }],
  "empty answer": ["failed-broken", (route) => route.fulfill(json(""))],
  // Of this release, as its format says: that of another leads to a whole page.
  "another shape": ["failed-broken", async (route) => {
    const { format } = await (await route.fetch()).json();
    await route.fulfill(json(JSON.stringify({ format })));
  }],
  "no format": ["failed-broken", (route) => route.fulfill(json("{}"))],
  "a list": ["failed-broken", (route) => route.fulfill(json("[]"))],
  "HTML in its place": ["failed-broken", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><h1>Welcome to the hotel</h1>" })],
  "a script in it": ["failed-broken", smuggled(["script", "window.hacked = 1"])],
  "a handler in it": ["failed-broken", smuggled(["p", { onclick: "window.hacked = 1" }, "x"])],
  "a script link in it": ["failed-broken", smuggled(["a", { href: "javascript:window.hacked=1" }, "x"])],
  "a frame in it": ["failed-broken", smuggled(["div", ["iframe", { src: "/" }]])],
};

async function says(page, locale, reason, path) {
  const { shell } = words(locale);
  await expect(page.locator("h1")).toHaveText(shell("failed-title"));
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.locator("main .lead")).toHaveText(shell(reason));
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await expect(page.locator("#underway")).toBeHidden();
  const retry = page.getByRole("link", { name: shell("retry") });
  await expect(retry).toHaveAttribute("href", path);
  return retry;
}

for (const [name, [reason, fault]] of Object.entries(FAULTS)) {
  for (const later of [false, true]) {
    test(`${name}, ${later ? "later on" : "on the first step"}`, async ({ page, watch }) => {
      watch.allow(NETWORK, /status (404|500): .*\.json/, /^failed: .*\.json/);
      await open(page, "/en/about/");
      if (later) {
        await follow(page, "/en/contact/");
        await expect(article(page, "contact")).toBeVisible();
      }
      await page.route("**/content/en/procedure.json", fault);
      await follow(page, "/en/procedure/");
      const retry = await says(page, "en", reason, "/en/procedure/");
      await expect(page).toHaveURL(/\/en\/procedure\/$/);
      expect(await page.evaluate(() => window.hacked)).toBeUndefined();

      // The rest of the site lives.
      await follow(page, "/en/iraq/");
      await expect(article(page, "iraq")).toBeVisible();
      await expect(page.locator("h1")).toBeFocused();
      await page.goBack();
      await says(page, "en", reason, "/en/procedure/");

      await page.unroute("**/content/en/procedure.json");
      await retry.click();
      await expect(article(page, "procedure")).toBeVisible();
    });
  }
}

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: no network at all`, async ({ page, context, watch }) => {
    watch.allow(NETWORK, /ERR_INTERNET_DISCONNECTED/);
    await open(page, `/${locale}/about/`);
    await context.setOffline(true);
    // The network goes a moment after it has been told to.
    await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false);
    await follow(page, `/${locale}/procedure/`);
    const retry = await says(page, locale, "failed-offline", `/${locale}/procedure/`);
    await context.setOffline(false);
    await retry.click();
    await expect(article(page, "procedure")).toBeVisible();
  });

  test(`${locale}: a page that takes its time`, async ({ page }) => {
    await open(page, `/${locale}/about/`);
    let release;
    const held = new Promise((done) => (release = done));
    await page.route(`**/content/${locale}/procedure.json`, async (route) => {
      await held;
      await route.continue();
    });
    const sign = page.locator("#underway");
    await follow(page, `/${locale}/procedure/`);
    // Not at once: most pages are there before it would have been read.
    await expect(sign).not.toHaveAttribute("hidden");
    await expect(sign).toBeVisible();
    await expect(sign).toContainText(words(locale).shell("loading"));
    await expect(sign.locator("a")).toHaveAttribute("href", `/${locale}/procedure/`);
    release();
    await expect(article(page, "procedure")).toBeVisible();
    await expect(sign).toBeHidden();
  });
}

test("the way round a page that takes too long", async ({ page }) => {
  await open(page, "/en/about/");
  await page.route("**/content/en/procedure.json", () => {});
  await follow(page, "/en/procedure/");
  await page.locator("#underway a").click();
  await expect(article(page, "procedure")).toBeVisible();
  await started(page, "resting");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("the same link tries again once the network is back", async ({ page, context, watch }) => {
  watch.allow(NETWORK, /ERR_INTERNET_DISCONNECTED/);
  await open(page, "/en/about/");
  await context.setOffline(true);
  await follow(page, "/en/procedure/");
  await says(page, "en", "failed-offline", "/en/procedure/");
  await context.setOffline(false);
  await follow(page, "/en/procedure/");
  await expect(article(page, "procedure")).toBeVisible();
});

test("a page that cannot be had has a title of its own", async ({ page, watch }) => {
  watch.allow(NETWORK, /status 500/);
  await open(page, "/en/about/");
  const before = await page.title();
  await page.route("**/content/en/procedure.json", FAULTS["500"][1]);
  await follow(page, "/en/procedure/");
  await says(page, "en", "failed-server", "/en/procedure/");
  expect(await page.title()).not.toBe(before);
});

test("a language that cannot be had is tried as a whole page", async ({ page, watch }) => {
  watch.allow(NETWORK, /status 500/);
  await page.route("**/content/ar/**", FAULTS["500"][1]);
  await open(page, "/en/about/");
  await page.locator(".languages a[data-locale=ar]").click();
  await expect(page).toHaveURL(/\/ar\/about\/$/);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(article(page, "about")).toBeVisible();
});

for (const part of ["procedure", "shell"]) {
  test(`data of another release (${part}) loads the whole page`, async ({ page }) => {
    await open(page, "/en/about/");
    await page.evaluate(() => (window.same = true));
    const locale = part === "shell" ? "ar" : "en";
    await page.route(`**/content/${locale}/${part}.json`, async (route) => {
      const data = await (await route.fetch()).json();
      data.format += 1;
      // Another release may well know other fields.
      delete data.top;
      await route.fulfill(json(JSON.stringify(data)));
    });
    if (part === "shell") await page.locator(".languages a[data-locale=ar]").click();
    else await follow(page, "/en/procedure/");
    await expect(article(page, part === "shell" ? "about" : "procedure")).toBeVisible();
    await expect(page).toHaveURL(part === "shell" ? /\/ar\/about\/$/ : /\/en\/procedure\/$/);
    expect(await page.evaluate(() => window.same)).toBeUndefined();
  });
}

test("the checklist starts although its data fails at first", async ({ page, watch }) => {
  watch.allow(NETWORK, /status 503/);
  let failures = 0;
  await page.route("**/content/en/checklist.json", (route) =>
    ++failures <= 2 ? route.fulfill({ status: 503, body: "" }) : route.continue(),
  );
  await page.goto("/en/checklist/");
  await expect(page.locator("html")).toHaveAttribute("data-started", "hydrate", { timeout: 20_000 });
  await page.locator("#new-centre").fill("A");
  await page.locator("#new-centre").press("Enter");
  await expect(page.locator(".centre-name")).toHaveText("A");
});

test("the checklist says so when its data is broken", async ({ page, watch }) => {
  watch.allow(/preload/);
  await page.route("**/content/en/checklist.json", FAULTS["cut JSON"][1]);
  await open(page, "/en/checklist/", "failed");
  await expect(page.locator(".needs-script")).toBeVisible();
  for (const control of await page.locator("#new-centre, .toolbar, .places, .option").all()) {
    await expect(control).toBeHidden();
  }
  await expect(page.locator(".criterion .question").first()).toBeVisible();
  await follow(page, "/en/iraq/");
  await expect(article(page, "iraq")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the menu does not hide that a page could not be had", async ({ page, watch }) => {
    watch.allow(NETWORK, /status 500/);
    await open(page, "/en/about/");
    for (const id of ["contact", "procedure"]) {
      if (id === "procedure") await page.route("**/content/en/procedure.json", FAULTS["500"][1]);
      await follow(page, `/en/${id}/`);
    }
    await says(page, "en", "failed-server", "/en/procedure/");
    await expect(page.locator("#menu")).toBeHidden();
  });

  test("the menu does not hide that a page is on its way", async ({ page }) => {
    await open(page, "/en/about/");
    await page.route("**/content/en/procedure.json", () => {});
    await follow(page, "/en/procedure/");
    const sign = page.locator("#underway");
    await expect(sign).toBeVisible();
    const onTop = await sign.evaluate((sign) => {
      const { left, top, width, height } = sign.getBoundingClientRect();
      return sign.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(onTop).toBe(true);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
});
