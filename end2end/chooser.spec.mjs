// The choice of a language: suggests one, remembers one.
import { expect, open, test } from "./support/test.mjs";

const badge = (page, tag, hint) => page.locator(`[data-locale=${tag}] [data-hint=${hint}]`);
const badges = (page) => page.locator("[data-hint]:visible");

for (const [setting, tag] of [["ar-IQ", "ar"], ["ckb-IQ", "ckb"], ["ku", "ckb"], ["en-US", "en"]]) {
  test.describe(setting, () => {
    test.use({ locale: setting });
    test(`suggests ${tag}`, async ({ page }) => {
      await open(page, "/");
      await expect(badge(page, tag, "suggested")).toBeVisible();
      await expect(badges(page)).toHaveCount(1);
    });
  });
}

test.describe("a language that the site does not have", () => {
  test.use({ locale: "de-DE" });
  test("suggests nothing of it", async ({ page }) => {
    await open(page, "/");
    await expect(badge(page, "ar", "suggested")).toBeHidden();
    await expect(badge(page, "ckb", "suggested")).toBeHidden();
  });
});

test("remembers what was chosen here", async ({ page }) => {
  await open(page, "/");
  await page.locator("[data-locale=ckb]").click();
  await expect(page).toHaveURL(/\/ckb\/$/);
  await open(page, "/");
  await expect(badge(page, "ckb", "last-time")).toBeVisible();
  await expect(badges(page)).toHaveCount(1);
});

test("remembers what was chosen on a page", async ({ page }) => {
  await open(page, "/en/iraq/");
  await page.locator(".languages [data-locale=ar]").click();
  await expect(page).toHaveURL(/\/ar\/iraq\/$/);
  await open(page, "/");
  await expect(badge(page, "ar", "last-time")).toBeVisible();
});

test("works where nothing can be remembered", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await open(page, "/");
  await page.locator("[data-locale=ar]").click();
  await expect(page).toHaveURL(/\/ar\/$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  for (const tag of ["en", "ar", "ckb"]) {
    test(`leads to ${tag}`, async ({ page }) => {
      await page.goto("/");
      await expect(badges(page)).toHaveCount(0);
      await page.locator(`[data-locale=${tag}]`).click();
      await expect(page).toHaveURL(new RegExp(`/${tag}/$`));
    });
  }
});
