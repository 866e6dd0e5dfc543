// The views of the checklist have addresses: links, Back and Forward, and
// places to begin at.
import {
  centre, goTo, isAnswered, mark, names, openChecklist, openSaved, title,
} from "./support/checklist.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteriaOf, plain, words } from "./support/words.mjs";
import { follow } from "./support/menu.mjs";

const [ESSENTIAL] = criteriaOf("essential");
const LIST = { centres: [centre(11, "A", { [ESSENTIAL]: "yes" }), centre(4294967295, "B", { [ESSENTIAL]: "no" })] };

/** What is the heading of each view. */
const HEADINGS = {
  overview: ["centres-heading"],
  compare: ["compare-title"],
  ask: ["ask-title"],
  "ask-11": ["card-title", { centre: "A" }],
  decide: ["place-decide"],
  keep: ["place-keep"],
  sheet: ["sheet-title"],
};
/** Which link says where we are. */
const CURRENT = { "ask-11": "ask", "centre-11": "overview", sheet: "keep" };

const heading = (page, text) => expect.poll(async () => plain(await title(page).textContent())).toBe(text);
const current = (page) => page.locator('.places a[aria-current="true"]');

for (const locale of Object.keys(LOCALES)) {
  const { checklist } = words(locale);

  test(`${locale}: every view has its link, its heading and the focus`, async ({ page }) => {
    await openSaved(page, LIST, locale);
    await expect(page.locator("nav.places")).toHaveAttribute("aria-label", checklist("places-label"));
    await expect(page.locator(".places a")).toHaveText(
      ["overview", "compare", "ask", "decide", "keep"].map((place) => checklist(`place-${place}`)),
    );
    await expect(current(page)).toHaveAttribute("href", "#overview");
    for (const place of ["compare", "ask", "decide", "keep", "overview"]) {
      await page.locator(`.places a[href="#${place}"]`).click();
      await heading(page, checklist(...HEADINGS[place]));
      await expect(title(page)).toBeFocused();
      await expect(title(page)).toBeInViewport();
      await expect(page).toHaveURL(new RegExp(`/${locale}/checklist/#${place}$`));
      await expect(current(page)).toHaveCount(1);
      await expect(current(page)).toHaveAttribute("href", `#${place}`);
    }
  });

  test(`${locale}: every view can be begun at`, async ({ page }) => {
    // Eight pages.
    test.slow();
    await openSaved(page, LIST, locale);
    for (const [place, [key, values]] of Object.entries(HEADINGS)) {
      await page.goto("about:blank");
      await openChecklist(page, locale, place);
      await heading(page, checklist(key, values));
      await expect(current(page)).toHaveAttribute("href", `#${CURRENT[place] ?? place}`);
      if (place !== "overview") await expect(title(page)).toBeFocused();
    }
    await page.goto("about:blank");
    await openChecklist(page, locale, "centre-4294967295");
    await heading(page, "B");
    await isAnswered(page, ESSENTIAL, "no");
    await expect(current(page)).toHaveAttribute("href", "#overview");
  });

  test(`${locale}: the address of a hospital that is gone says so`, async ({ page }) => {
    await openSaved(page, LIST, locale, "centre-999");
    await heading(page, checklist("centre-gone"));
    await expect(page.locator(".sheet")).toBeHidden();
    await page.locator(".place-view a", { hasText: checklist("back-to-centres") }).click();
    await expect(names(page)).toHaveText(["A", "B"]);
    // Where its card of questions is gone, there is still something to ask.
    await page.goto("about:blank");
    await openChecklist(page, locale, "ask-999");
    await heading(page, checklist("ask-title"));
  });
}

test("Back and Forward go through the views", async ({ page }) => {
  await openSaved(page, LIST);
  const { checklist } = words("en");
  await page.evaluate(() => (window.same = true));
  await goTo(page, "compare");
  await goTo(page, "overview");
  await mark(page, 1);
  await heading(page, "B");
  await goTo(page, "decide");
  await page.goBack();
  await heading(page, "B");
  await isAnswered(page, ESSENTIAL, "no");
  await expect(title(page)).toBeFocused();
  await page.goBack();
  await heading(page, checklist("centres-heading"));
  await page.goBack();
  await heading(page, checklist("compare-title"));
  await page.goBack();
  await heading(page, checklist("centres-heading"));
  for (const text of [checklist("compare-title"), checklist("centres-heading"), "B", checklist("place-decide")]) {
    await page.goForward();
    await heading(page, text);
  }
  expect(await page.evaluate(() => window.same)).toBe(true);
});

test("Back from another page leads to the view", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openSaved(page, LIST);
  await goTo(page, "compare");
  await follow(page, "/en/iraq/");
  await expect(page.locator("article[data-page=iraq]")).toBeVisible();
  await page.goBack();
  await heading(page, words("en").checklist("compare-title"));
  await expect(current(page)).toHaveAttribute("href", "#compare");
});

test("an anchor that is no view leaves the view alone", async ({ page }) => {
  await openSaved(page, LIST, "en", "compare");
  await page.evaluate(() => (location.hash = "#nothing-like-it"));
  await heading(page, words("en").checklist("compare-title"));
  await page.evaluate(() => (location.hash = "#decide"));
  await heading(page, words("en").checklist("place-decide"));
});

test("the questions are shown where they are answered, and nowhere else", async ({ page }) => {
  await openChecklist(page);
  const sheet = page.locator(".sheet");
  await expect(sheet).toBeVisible();
  for (const place of ["compare", "ask", "decide", "keep"]) {
    await goTo(page, place);
    await expect(sheet).toBeHidden();
  }
  await openSaved(page, LIST);
  await expect(sheet).toBeHidden();
  await mark(page, 0);
  await expect(sheet).toBeVisible();
});

test("views that need hospitals say so where there are none", async ({ page }) => {
  const { checklist } = words("en");
  await openChecklist(page);
  for (const [place, key] of [["compare", "compare-too-few"], ["ask", "ask-no-centre"], ["decide", "decide-empty"]]) {
    await goTo(page, place);
    await expect(page.locator(".place-view")).toContainText(checklist(key));
    await page.locator(".place-view a", { hasText: checklist("back-to-centres") }).click();
    await heading(page, checklist("centres-heading"));
  }
});
