// The research pages: one cancer's studies at a time, each study one link
// away, and survival figures only for those who ask for them twice.
import { tabTo } from "./support/keys.mjs";
import { fits } from "./support/layout.mjs";
import { expect, open, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";

test.use({ viewport: { width: 360, height: 740 } });

const CANCERS = ["bowel", "ovary", "stomach", "appendix", "mesothelioma"];
const sections = (page) => page.locator(".study-index > section");
const choice = (page, value) => page.locator(`.filter input[value="${value}"]`);

/** Only this cancer's studies are to be seen; all of them for "all". */
async function shows(page, cancer) {
  await expect(choice(page, cancer)).toBeChecked();
  for (const id of CANCERS) {
    const section = page.locator(`.study-index > section[data-cancer=${id}]`);
    if (cancer === "all" || cancer === id) await expect(section.locator(".study").first()).toBeVisible();
    else await expect(section).toBeHidden();
  }
}

async function tapsThrough(page) {
  await expect(sections(page)).toHaveCount(CANCERS.length);
  await shows(page, "all");
  for (const cancer of [...CANCERS, "all"]) {
    await page.locator(`.chip:has([value="${cancer}"])`).click();
    await shows(page, cancer);
  }
}

for (const locale of Object.keys(LOCALES)) {
  const say = words(locale).page;
  const path = `/${locale}/research/`;

  test(`${locale}: the filter by touch`, async ({ page }) => {
    await open(page, path);
    await expect(page.getByRole("group", { name: say("filter-by-cancer") })).toBeVisible();
    await tapsThrough(page);
  });

  test(`${locale}: the filter with keys alone`, async ({ page }) => {
    await open(page, path);
    await tabTo(page, ".filter input");
    await expect(choice(page, "all")).toBeFocused();
    for (const cancer of CANCERS) {
      await page.keyboard.press("ArrowDown");
      await expect(choice(page, cancer)).toBeFocused();
      await shows(page, cancer);
    }
    // Tab goes on into what is shown.
    await page.keyboard.press("ArrowUp");
    await shows(page, "appendix");
    await page.keyboard.press("Tab");
    await expect(page.locator("[data-cancer=appendix] a").first()).toBeFocused();
  });

  test(`${locale}: the filter is there on a page that was fetched`, async ({ page }) => {
    await open(page, `/${locale}/about/`);
    await page.locator(".menu-button").click();
    await page.locator(`#menu a[href="${path}"]`).click();
    await expect(page.locator("article[data-page=research]")).toBeVisible();
    await tapsThrough(page);
  });

  for (const cancer of CANCERS) {
    test(`${locale}, ${cancer}: every study is one link away`, async ({ page }) => {
      await open(page, path);
      await page.evaluate(() => (window.same = true));
      const links = page.locator(`section[data-cancer=${cancer}] a[href^="/${locale}/research-${cancer}/#"]`);
      const count = await links.count();
      expect(count).toBe(await page.locator(`section[data-cancer=${cancer}] .study`).count());
      for (let at = 0; at < count; at += 1) {
        const link = links.nth(at);
        const target = await link.getAttribute("href");
        const title = await page.locator(`section[data-cancer=${cancer}] .study h3`).nth(at).textContent();
        await expect(link).toHaveAccessibleName(`${say("study-full")}: ${title}`);
        await link.click();
        await expect(page).toHaveURL(new RegExp(`${target}$`));
        const study = page.locator(`section.study[id="${target.split("#")[1]}"]`);
        await expect(study.locator("h3")).toHaveText(title);
        // Whether later ones come into sight too is a test of its own, below.
        if (at === 0) await expect(study.locator("h3")).toBeInViewport();
        await page.goBack();
        await expect(page.locator("article[data-page=research]")).toBeVisible();
      }
      expect(await page.evaluate(() => window.same)).toBe(true);
      // And where the page is loaded whole.
      const target = await links.last().getAttribute("href");
      await page.goto("/");
      await open(page, target, "resting");
      await expect(page.locator(`section.study[id="${target.split("#")[1]}"] h3`)).toBeInViewport();
    });

    test(`${locale}, ${cancer}: survival figures are two taps away`, async ({ page }) => {
      await open(page, `/${locale}/research-${cancer}/`);
      const asking = page.locator(".study:has(.disclosure)");
      expect(await asking.count()).toBeGreaterThan(0);
      await expect(page.locator(".disclosure p:visible, .disclosure td:visible")).toHaveCount(0);
      for (const study of await asking.all()) {
        const full = study.locator(".study-full");
        const survival = full.locator(".disclosure");
        await expect(survival.locator("summary")).toBeHidden();
        await full.locator("> summary").click();
        await expect(full.locator("> dl")).toBeVisible();
        await expect(survival.locator("summary")).toHaveText(say("study-survival"));
        await expect(survival.locator("summary")).toBeVisible();
        for (const figure of await survival.locator("p, td").all()) await expect(figure).toBeHidden();
        await survival.locator("summary").click();
        await expect(survival.locator("p").first()).toBeVisible();
        await expect(survival.getByText(say("median-explained"), { exact: true })).toBeVisible();
        // The next study's stay behind theirs.
        await full.locator("> summary").click();
        await expect(survival.locator("p").first()).toBeHidden();
      }
    });
  }

  for (const id of ["research", "research-bowel", "for-doctors", "glossary", "sources", "journey", "questions", "recovery"]) {
    test(`${locale}: nothing on ${id} scrolls sideways, its folds open`, async ({ page }) => {
      await open(page, `/${locale}/${id}/`);
      await page.locator("main details").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
      await fits(page, 360);
      const wide = await page
        .locator(".table-box")
        .evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth + 1).length);
      if (id !== "for-doctors") expect(wide, "tables that scroll").toBe(0);
      else {
        // Only the table does, and it can be reached with keys.
        expect(wide).toBeGreaterThan(0);
        const table = page.locator(".table-box").filter({ has: page.locator(".evidence") });
        await expect(table).toHaveAttribute("tabindex", "0");
        await table.focus();
        await page.keyboard.press(LOCALES[locale] === "rtl" ? "ArrowLeft" : "ArrowRight");
        await expect.poll(() => table.evaluate((it) => Math.abs(it.scrollLeft))).toBeGreaterThan(0);
      }
    });
  }

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });
    test.beforeEach(({ watch }) => watch.allow(/preload/));

    test(`${locale}: the filter, the links and the folds work`, async ({ page }) => {
      await page.goto(path);
      await tapsThrough(page);
      await page.locator('.chip:has([value="ovary"])').click();
      const link = page.locator(`section[data-cancer=ovary] a[href^="/${locale}/research-ovary/#"]`).last();
      const target = await link.getAttribute("href");
      await link.click();
      await expect(page).toHaveURL(new RegExp(`${target}$`));
      await expect(page.locator(`section.study[id="${target.split("#")[1]}"] h3`)).toBeInViewport();
      const study = page.locator(".study:has(.disclosure)").first();
      await expect(study.locator(".disclosure summary")).toBeHidden();
      await study.locator(".study-full > summary").click();
      await expect(study.locator(".disclosure p").first()).toBeHidden();
      await study.locator(".disclosure summary").click();
      await expect(study.getByText(say("median-explained"), { exact: true })).toBeVisible();
    });
  });
}

test("a study on a page that was seen before comes into sight as well", async ({ page }) => {
  await open(page, "/en/research/");
  for (const id of ["prodige7", "colopec", "prodige7"]) {
    await page.locator(`.study-index a[href="/en/research-bowel/#${id}"]`).click();
    await expect(page).toHaveURL(new RegExp(`/en/research-bowel/#${id}$`));
    await expect(page.locator(`#${id} h3`), id).toBeInViewport();
    await page.goBack();
    await expect(page.locator("article[data-page=research]")).toBeVisible();
  }
});
