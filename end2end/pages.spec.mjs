// Every page, as it is delivered and started.
import { expect, open, test } from "./support/test.mjs";
import { fits } from "./support/layout.mjs";
import { localeOf, paths } from "./support/site.mjs";
import { LOCALES } from "./support/words.mjs";

test("the sitemap names every page in every language", () => {
  expect(paths).toContain("/");
  const pages = (locale) =>
    paths.filter((path) => localeOf(path) === locale).map((path) => path.slice(locale.length + 1));
  expect(pages("en").length).toBeGreaterThanOrEqual(9);
  expect(pages("ar")).toEqual(pages("en"));
  expect(pages("ckb")).toEqual(pages("en"));
});

for (const path of paths) {
  const locale = localeOf(path);

  test(`${path} is whole`, async ({ page }) => {
    const response = await open(page, path);
    expect(response.status()).toBe(200);
    const headers = response.headers();
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");

    const html = page.locator("html");
    await expect(html).toHaveAttribute("lang", locale ?? "en");
    await expect(html).toHaveAttribute("dir", LOCALES[locale ?? "en"]);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("h1")).not.toBeEmpty();

    const head = await page.evaluate(() => {
      const all = (selector, attribute) =>
        [...document.head.querySelectorAll(selector)].map((it) => it.getAttribute(attribute));
      const property = (name) => all(`meta[property="${name}"]`, "content");
      return {
        title: document.title,
        description: all("meta[name=description]", "content"),
        canonical: all("link[rel=canonical]", "href"),
        languages: all("link[rel=alternate][hreflang]", "hreflang"),
        graph: ["og:type", "og:title", "og:description", "og:url", "og:locale"].map(property),
        linked: [...document.querySelectorAll('script[type="application/ld+json"]')].map((it) => it.text),
        ids: [...document.querySelectorAll("[id]")].map((it) => it.id),
      };
    });
    expect(head.title.trim()).not.toBe("");
    expect(head.description).toEqual([expect.stringMatching(/\S{2,}/)]);
    expect(head.canonical).toHaveLength(1);
    expect(new URL(head.canonical[0]).pathname).toBe(path);
    expect(head.languages.sort()).toEqual(["ar", "ckb", "en", "x-default"]);
    for (const values of head.graph) expect(values).toEqual([expect.stringMatching(/\S{2,}/)]);
    expect(head.graph[3]).toEqual(head.canonical);
    if (locale) {
      expect(head.linked).toHaveLength(1);
      const data = JSON.parse(head.linked[0]);
      expect(data["@context"]).toBe("https://schema.org");
    }
    expect(new Set(head.ids).size, "no id twice").toBe(head.ids.length);

    await fits(page, 360);
    await fits(page, 320);
  });
}

test("every alternate of every page links back", async ({ request }) => {
  const alternates = new Map();
  for (const path of paths) {
    const html = await (await request.get(path)).text();
    const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
    alternates.set(path, new Map(links.map(([, tag, url]) => [tag, new URL(url).pathname])));
  }
  for (const [path, links] of alternates) {
    const locale = localeOf(path);
    if (!locale) continue;
    expect(links.get(locale), `${path} names itself`).toBe(path);
    for (const [tag, target] of links) {
      const back = tag === "x-default" ? [...alternates.get(target).values()] : [alternates.get(target)?.get(locale)];
      expect(back, `${target} (${tag} of ${path})`).toContain(path);
    }
  }
});

// Chromium complains a few seconds late about what was fetched in vain.
for (const path of ["/", "/en/", "/ar/checklist/"]) {
  test(`${path} preloads nothing in vain`, async ({ page }) => {
    await open(page, path);
    await page.waitForTimeout(6000);
  });
}

for (const [path, locale] of [["/nothing/", "en"], ["/en/nothing/", "en"], ["/ar/x/y/", "ar"], ["/ckb/nothing/", "ckb"]]) {
  test(`${path} does not exist and says so`, async ({ page, watch }) => {
    watch.allow(/status 404: .*\/(nothing|x\/y)\/$/, /Failed to load resource: .* 404/);
    const response = await open(page, path);
    expect(response.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.locator("html")).toHaveAttribute("dir", LOCALES[locale]);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
    await fits(page, 320);
    await page.locator("main a").first().click();
    await expect(page).toHaveURL(/\/(en|ar|ckb)\/$/);
  });
}
