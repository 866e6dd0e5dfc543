// Everything that can be read works where no script runs.
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, words } from "./support/words.mjs";

test.use({ javaScriptEnabled: false });
// What the program would need is fetched in vain here, of which Chromium
// complains a few seconds later.
test.beforeEach(({ watch }) => watch.allow(/preload/));

for (const [locale, direction] of Object.entries(LOCALES)) {
  test(`${locale}: a page can be read and left`, async ({ page }) => {
    await page.goto(`/${locale}/benefits-and-risks/`);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator(".key-points li").first()).toBeVisible();
    await expect(page.locator(".sources li").first()).toBeVisible();
    await expect(page.locator("#underway")).toBeHidden();

    await page.locator(`.related a[href^="/${locale}/"]`).first().click();
    await expect(page).not.toHaveURL(/benefits-and-risks/);
    await expect(page.locator("h1")).toBeVisible();
  });

  test(`${locale}: the language can be switched on the page`, async ({ page }) => {
    await page.goto(`/${locale}/procedure/`);
    for (const other of Object.keys(LOCALES)) {
      await page.locator(`.languages a[data-locale=${other}]`).click();
      await expect(page).toHaveURL(new RegExp(`/${other}/procedure/$`));
      await expect(page.locator("html")).toHaveAttribute("lang", other);
    }
  });

  test(`${locale}: menu, terms and folds open`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/${locale}/procedure/`);
    const menu = page.locator("#menu");
    await expect(menu).toBeHidden();
    await page.locator(".menu-button").click();
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();

    const term = page.locator("main a.term").first();
    const explained = page.locator(await term.getAttribute("href"));
    await term.click();
    await expect(explained).toBeInViewport();
    await explained.locator("a").last().click();
    await expect(term).toBeInViewport();

    const fold = page.locator("main details").first();
    await fold.locator("summary").click();
    await expect(fold).toHaveAttribute("open", "");

    await page.locator(".menu-button").click();
    await menu.locator(`a[href="/${locale}/iraq/"]`).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/iraq/$`));
  });

  test(`${locale}: the checklist can be read`, async ({ page }) => {
    await page.goto(`/${locale}/checklist/`);
    const questions = page.locator(".criterion .question");
    await expect(questions).toHaveCount(criteria.length);
    for (const id of criteria.map((it) => it.id)) {
      await expect(page.locator(`#criterion-${id} .question`)).toBeVisible();
    }
    await expect(page.getByText(words(locale).checklist("needs-script"))).toBeVisible();
    for (const control of await page.locator("#new-centre, #show-example, #undo, #redo, #save-state, .places, .option, .own").all()) {
      await expect(control).toBeHidden();
    }
    const about = page.locator(".about-criterion").first();
    await about.locator("summary").click();
    await expect(about.locator("dd").first()).toBeVisible();
  });

  test(`${locale}: a wrong address is answered in the language of the path`, async ({ page, watch }) => {
    watch.allow(/404/);
    const response = await page.goto(`/${locale}/nothing/`);
    expect(response.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.locator("h1")).toHaveText(words(locale).page("not-found-title"));
    await page.locator("main a").click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/$`));
  });
}

test("an address without a language is answered in all of them", async ({ page, watch }) => {
  watch.allow(/404/);
  const response = await page.goto("/nothing/");
  expect(response.status()).toBe(404);
  for (const locale of Object.keys(LOCALES)) {
    await expect(page.locator("main")).toContainText(words(locale).page("not-found-title"));
  }
});
