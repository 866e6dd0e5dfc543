// Questions that are picked at home are there at the hospital: kept, counted,
// copied and printed, in whatever language, and on paper also without scripts.
import { expect, open, started, test } from "./support/test.mjs";
import { store, stored } from "./support/checklist.mjs";
import { LOCALES, plain, words } from "./support/words.mjs";

const KEY = "hipec:questions";
// Not in the order of the page, and not of one group.
const PICKED = ["my-outlook", "what-cancer", "aim"];
const path = (locale) => `/${locale}/questions/`;

const boxes = (page) => page.locator("[data-question]");
const box = (page, id) => page.locator(`[data-question="${id}"]`);
const status = (page) => page.locator("#picked [role=status]");
const button = (page, locale, key) =>
  page.locator("#picked").getByRole("button", { name: words(locale).page(key), exact: true });
const counted = (page, locale, count) =>
  expect(status(page)).toHaveText(words(locale).page("picked-number", { count }));

const openQuestions = (page, locale) => open(page, path(locale), "resting");

async function pick(page, ids = PICKED) {
  for (const id of ids) await box(page, id).check();
}

/** These are ticked, and no others. */
async function ticked(page, ids) {
  for (const id of ids) await expect(box(page, id), id).toBeChecked();
  await expect(page.locator("[data-question]:checked")).toHaveCount(ids.length);
}

/** What would be on the paper. */
async function printed(page, ids) {
  await page.emulateMedia({ media: "print" });
  const all = await boxes(page).evaluateAll((all) => all.map((it) => it.dataset.question));
  const shown = await page
    .locator(".picks > li")
    .evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.id.replace(/^ask-/, "")));
  expect(shown.sort()).toEqual([...(ids.length > 0 ? ids : all)].sort());
  // Groups with nothing picked leave no heading behind.
  const headings = page.locator(".picker h2:visible");
  await expect(headings).toHaveCount(await page.locator(ids.length > 0 ? ".picker section:has(:checked)" : ".picker section").count());
  for (const hidden of [boxes(page), page.locator(".picks details"), page.locator("#picked")]) {
    await expect(hidden.first()).toBeHidden();
  }
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".picks > li").last()).toBeVisible();
}

for (const [row, locale] of Object.keys(LOCALES).entries()) {
  const other = Object.keys(LOCALES)[(row + 1) % 3];
  const say = words(locale).page;

  test(`${locale}: kept over a reload, another page and another language`, async ({ page }) => {
    await openQuestions(page, locale);
    await expect(status(page)).toHaveText(say("picked-none"));
    await pick(page);
    await counted(page, locale, 3);
    await page.reload();
    await started(page, "resting");
    await ticked(page, PICKED);
    await counted(page, locale, 3);

    await page.evaluate(() => (window.same = true));
    await page.locator("main .way a").click();
    await expect(page.locator("article[data-page=home]")).toBeVisible();
    await page.goBack();
    await ticked(page, PICKED);
    await counted(page, locale, 3);
    // The bar still works on the page that was drawn anew.
    await box(page, "aim").uncheck();
    await counted(page, locale, 2);

    await page.locator(`.languages a[data-locale=${other}]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", other);
    await ticked(page, ["what-cancer", "my-outlook"]);
    await counted(page, other, 2);
    await box(page, "how-far").check();
    await counted(page, other, 3);
    expect(await page.evaluate(() => window.same)).toBe(true);

    // Another visit, in a window of its own.
    const later = await page.context().newPage();
    await openQuestions(later, locale);
    await ticked(later, ["what-cancer", "my-outlook", "how-far"]);
  });

  test(`${locale}: all are unpicked at once, for good`, async ({ page }) => {
    await openQuestions(page, locale);
    // With nothing picked there is nothing to do.
    await expect(button(page, locale, "picked-clear")).toBeHidden();
    await pick(page);
    await button(page, locale, "picked-clear").click();
    await ticked(page, []);
    await expect(status(page)).toHaveText(say("picked-none"));
    expect(await stored(page, KEY)).toBeNull();
    await page.reload();
    await started(page, "resting");
    await ticked(page, []);
  });

  test(`${locale}: copied in the order of the page`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openQuestions(page, locale);
    await pick(page);
    await button(page, locale, "picked-copy").click();
    await expect(status(page)).toContainText(say("picked-copied"));
    const texts = [];
    for (const id of ["what-cancer", "aim", "my-outlook"]) {
      texts.push(await page.locator(`#ask-${id} label`).innerText());
    }
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(plain(copied)).toBe(plain([say("picked-title"), "", ...texts].join("\n")));
    // Picking on, the count is back.
    await box(page, "how-far").check();
    await counted(page, locale, 4);
  });

  test(`${locale}: the picked ones are printed, or all`, async ({ page }) => {
    await page.addInitScript(() => {
      window.prints = 0;
      window.print = () => (window.prints += 1);
    });
    await openQuestions(page, locale);
    await printed(page, []);
    await pick(page);
    await printed(page, PICKED);
    await button(page, locale, "picked-print").click();
    expect(await page.evaluate(() => window.prints)).toBe(1);
    // Something is on the paper where the browser makes one.
    expect((await page.pdf()).length).toBeGreaterThan(1000);
    await button(page, locale, "picked-clear").click();
    await printed(page, []);
  });

  test(`${locale}: what is ticked before the program has come is kept`, async ({ page, watch }) => {
    // Chromium complains of what waits for a program that is long on its way.
    watch.allow(/preload/);
    await store(page, { [KEY]: "how-far" });
    let release;
    const held = new Promise((done) => (release = done));
    await page.route("**/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path(locale), { waitUntil: "commit" });
    await pick(page);
    await box(page, "aim").uncheck();
    await expect(page.locator("#picked button")).toHaveCount(0);
    release();
    await started(page, "resting");
    // With what was kept before.
    await ticked(page, ["how-far", "my-outlook", "what-cancer"]);
    await counted(page, locale, 3);
    expect((await stored(page, KEY)).split(" ").sort()).toEqual(["how-far", "my-outlook", "what-cancer"]);
  });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test(`${locale}: ticking and printing work`, async ({ page, watch }) => {
      watch.allow(/preload/);
      await page.goto(path(locale));
      await expect(page.locator("#picked *")).toHaveCount(0);
      await printed(page, []);
      // By the words too, as people tap.
      await page.locator("#ask-what-cancer label span").click();
      await pick(page, ["aim"]);
      await ticked(page, ["what-cancer", "aim"]);
      await printed(page, ["what-cancer", "aim"]);
      await page.locator("#ask-aim details summary").click();
      await expect(page.locator("#ask-aim details p")).toBeVisible();
    });
  });
}

// As in `faults.spec.mjs`.
const FAULTS = {
  "reading throws": () => {
    Storage.prototype.getItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  },
  "writing throws": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  },
  "there is no storage": () => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  },
  "it reads back something else": () => {
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      real.call(this, key, text.slice(0, -1));
    };
  },
};

for (const [column, [fault, put]] of Object.entries(FAULTS).entries()) {
  const locale = Object.keys(LOCALES)[column % 3];
  const say = words(locale).page;

  test(`${locale}, ${fault}: it is said, and the rest works`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.addInitScript(put);
    await openQuestions(page, locale);
    await pick(page);
    await expect(status(page)).toContainText(say("picked-not-kept"));
    await ticked(page, PICKED);
    await printed(page, PICKED);
    await button(page, locale, "picked-copy").click();
    await expect(status(page)).toContainText(say("picked-copied"));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim().split("\n")).toHaveLength(2 + PICKED.length);
    await button(page, locale, "picked-clear").click();
    await ticked(page, []);
  });
}

test("storage refused: it still counts", async ({ page }) => {
  await page.addInitScript(FAULTS["writing throws"]);
  await openQuestions(page, "en");
  await pick(page);
  await expect(status(page)).toContainText(words("en").page("picked-not-kept"));
  await expect(status(page)).toContainText(words("en").page("picked-number", { count: 3 }));
});

test("two windows follow each other", async ({ page, context }) => {
  await openQuestions(page, "en");
  const other = await context.newPage();
  await openQuestions(other, "ckb");
  await pick(page, ["aim", "how-far"]);
  await ticked(other, ["aim", "how-far"]);
  await counted(other, "ckb", 2);
  await box(other, "aim").uncheck();
  await box(other, "what-cancer").check();
  await ticked(page, ["how-far", "what-cancer"]);
  await counted(page, "en", 2);
  await button(page, "en", "picked-clear").click();
  await ticked(other, []);
  await expect(status(other)).toHaveText(words("ckb").page("picked-none"));
});

test("what was unpicked in between does not come back with Back", async ({ page }) => {
  await openQuestions(page, "en");
  await pick(page, ["aim"]);
  // Loaded whole, as from a bookmark: the browser remembers the boxes it left.
  await openQuestions(page, "ar");
  await button(page, "ar", "picked-clear").click();
  await ticked(page, []);
  await page.goBack();
  await started(page, "resting");
  await expect(status(page)).not.toHaveText("");
  await ticked(page, []);
  expect(await stored(page, KEY)).toBeNull();
});

test("a question that this release does not know is kept for one that does", async ({ page }) => {
  await store(page, { [KEY]: "of-another-release aim" });
  await openQuestions(page, "en");
  await ticked(page, ["aim"]);
  await counted(page, "en", 1);
  await box(page, "how-far").check();
  await expect.poll(() => stored(page, KEY)).toBe("of-another-release aim how-far");
});

const HOSTILE = {
  markup: 'aim <img src=x onerror=alert(1)> "><script>alert(1)</script>',
  selectors: 'aim "] , * { } [data-question] #picked',
  "control characters": "aim \u0000 \u202e \ud800 \n\t é",
  JSON: '{"aim":true} ["aim"] aim',
  "half a megabyte": `aim ${"x".repeat(250_000)} ${"a-b ".repeat(60_000)}`,
  "too many": `aim ${Array.from({ length: 2000 }, (_, at) => `id-${at}`).join(" ")}`,
};

for (const [what, text] of Object.entries(HOSTILE)) {
  test(`hostile storage, ${what}: inert`, async ({ page }) => {
    page.on("dialog", () => expect(null, "no script runs").toBe("a dialog"));
    await store(page, { [KEY]: text });
    await openQuestions(page, "en");
    await ticked(page, ["aim"]);
    await counted(page, "en", 1);
    await expect(page.locator("main img, main script, #picked [onerror]")).toHaveCount(0);
    // What goes back into the storage is ids.
    await box(page, "aim").uncheck();
    await expect(status(page)).toHaveText(words("en").page("picked-none"));
    await box(page, "how-far").check();
    await counted(page, "en", 1);
    expect(await stored(page, KEY)).toMatch(/^[a-z0-9-]+( [a-z0-9-]+)*$/);
    await page.reload();
    await started(page, "resting");
    await ticked(page, ["how-far"]);
  });
}
