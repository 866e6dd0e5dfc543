// Every page in every language, on a phone, in both schemes, with all folds
// open: what a machine can find fault with, nothing may have. And no control is
// smaller than a fingertip, no page wider than the screen.
import { violations } from "./support/axe.mjs";
import { LOCALES } from "./support/words.mjs";
import { localeOf, paths } from "./support/site.mjs";
import { expect, open, test } from "./support/test.mjs";

test.use({ viewport: { width: 360, height: 740 }, bypassCSP: true });

const QUERY = { en: "stoma", ar: "كلية", ckb: "ستۆما" };

/** Opens whatever is folded, and uses what can be used. */
async function unfold(page, path) {
  const locale = localeOf(path);
  if (path.endsWith("/search/")) {
    await page.locator("#search-field").fill(QUERY[locale]);
    await expect(page.locator("mark").first()).toBeVisible();
  }
  if (path.endsWith("/questions/")) await page.locator("[data-question]").first().check();
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
}

for (const path of paths) {
  test(`${path}: axe finds nothing, in light and in dark`, async ({ page }) => {
    test.setTimeout(60_000);
    await open(page, path);
    await unfold(page, path);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
  });

  test(`${path}: controls are large enough, and nothing is wider than the screen`, async ({ page }) => {
    await open(page, path);
    await unfold(page, path);
    const small = await page.evaluate(() => {
      // Links within sentences and lists of links are excepted (WCAG 2.5.5).
      const inText = "p a, li a, dd a, td a, th a, sup a";
      const controls = [...document.querySelectorAll("a, button, summary, input, select, textarea")];
      return controls
        .filter((it) => it.checkVisibility() && !it.matches(inText) && !it.closest("label"))
        .filter((it) => {
          const { width, height } = it.getBoundingClientRect();
          return width > 1 && (width < 43.5 || height < 43.5);
        })
        .map((it) => it.outerHTML.slice(0, 120));
    });
    expect(small).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
}

// What must be found, or the checks above find nothing either.
for (const [locale, dir] of Object.entries(LOCALES)) {
  const text = { en: "Faint words", ar: "كلمات باهتة", ckb: "وشەی کاڵ" }[locale];
  test(`${locale}: faint words and a nameless link are found`, async ({ page }) => {
    await page.setContent(
      `<!doctype html><html lang="${locale}" dir="${dir}"><title>x</title><main style="background:#fff;color:#aaa"><h1>${text}</h1><a href="/x"></a></main>`,
    );
    const found = (await violations(page)).join("\n");
    expect(found).toContain("color-contrast");
    expect(found).toContain("link-name");
  });
}
