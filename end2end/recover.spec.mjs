// The page about what this device keeps: everything that is there can be had
// and erased, also where the program cannot start.
import { readFile } from "node:fs/promises";
import { KEY, SET_ASIDE, names, saved, savedList, store, stored } from "./support/checklist.mjs";
import { hospital, incomingButton, openAt, pickFile, version2 } from "./support/keeping.mjs";
import { lose, mirror, mirrored } from "./support/mirror.mjs";
import { expect, open, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";

const say = (key, locale = "en") => words(locale).page(key);
const rows = (page) => page.locator(".kept-row");
const row = (page, key) => rows(page).filter({ has: page.locator("bdi", { hasText: new RegExp(`^${key}$`) }) });
const everything = (page) => page.locator("#kept .actions .button:not(.button-danger, .button-main)");
const erase = (page) => page.locator("#kept .button-danger");
const undo = (page) => page.locator("#kept .button-main");
const said = (page) => page.locator("#kept-said");

const LIST = savedList("مستشفى أ", "نەخۆشخانەی ب 🏥");
const BROKEN = "{ broken \u200c <img src=x onerror=alert(1)>";

async function fill(page) {
  await store(page, { [KEY]: LIST, [SET_ASIDE]: BROKEN, "hipec:language": "ar", other: "not ours" });
  await mirror(page, { latest: LIST });
}

async function download(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The program does not arrive; of the scripts only the page's own does. */
async function withoutProgram(page, watch) {
  watch.allow(/\.wasm/, /hipec\.[0-9a-f]+\.js/, /Failed to (load|fetch)/, /dynamically imported module/, /WebAssembly/);
  await page.route(/\.wasm$|\/hipec\.[0-9a-f]+\.js$/, (route) => route.abort());
}

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: everything is listed by name and can be downloaded as it is`, async ({ page }) => {
    await fill(page);
    await open(page, `/${locale}/recover/`);
    await expect(rows(page)).toHaveCount(4);
    await expect(page.locator("#kept-missing")).toBeHidden();
    for (const [key, name, text] of [
      [KEY, "kept-checklist", LIST],
      [SET_ASIDE, "kept-set-aside", BROKEN],
      ["hipec:language", "kept-language", "ar"],
      ["mirror:latest", "kept-mirror", LIST],
    ]) {
      await expect(row(page, key).locator("strong")).toHaveText(say(name, locale));
      await expect(row(page, key)).toContainText(say("kept-size", locale));
      const file = await download(page, row(page, key).locator("button"));
      expect(file.name).toMatch(/^[a-z-]+\.txt$/);
      expect(file.text).toBe(text);
    }
    const all = await download(page, everything(page));
    expect(all.name).toMatch(/\.txt$/);
    expect(JSON.parse(all.text)).toEqual({
      [KEY]: LIST,
      [SET_ASIDE]: BROKEN,
      "hipec:language": "ar",
      "mirror:latest": LIST,
    });
  });

  test(`${locale}: everything can be erased, and brought back`, async ({ page }) => {
    await fill(page);
    await open(page, `/${locale}/recover/`);
    await erase(page).click();
    await expect(said(page)).toContainText(say("kept-erased", locale));
    await expect(rows(page)).toHaveCount(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["other"]);
    expect(await mirrored(page)).toEqual({});
    await expect(undo(page)).toBeFocused();
    await expect(undo(page)).toHaveText(say("kept-undo", locale));
    await undo(page).click();
    await expect(said(page)).toContainText(say("kept-restored", locale));
    await expect(rows(page)).toHaveCount(4);
    expect(await stored(page)).toBe(LIST);
    expect(await stored(page, SET_ASIDE)).toBe(BROKEN);
    expect(await mirrored(page)).toEqual({ latest: LIST });
    await expect(undo(page)).toHaveCount(0);
  });

  test(`${locale}: a device that keeps nothing says so`, async ({ page }) => {
    await open(page, `/${locale}/recover/`);
    await expect(said(page)).toHaveText(say("kept-nothing", locale));
    await expect(page.locator("#kept button")).toHaveCount(0);
  });

  test(`${locale}: storage that is closed is told from storage that is empty`, async ({ page }) => {
    await page.addInitScript(() => {
      const closed = {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      };
      Object.defineProperty(window, "localStorage", closed);
      Object.defineProperty(window, "indexedDB", closed);
    });
    await open(page, `/${locale}/recover/`);
    await expect(said(page)).toHaveText(say("kept-blocked", locale));
    await expect(page.locator("#kept button")).toHaveCount(0);
  });
}

/** Every key under which the checklist keeps something, and what it is called. */
const KEYS = {
  [KEY]: "kept-checklist",
  "hipec:checklist:before-merge": "kept-before-merge",
  "hipec:checklist:before-merge:2": "kept-before-merge",
  "hipec:checklist:before-repair": "kept-before-repair",
  "hipec:checklist:before-repair:2": "kept-before-repair",
  [SET_ASIDE]: "kept-set-aside",
  [`${SET_ASIDE}:9`]: "kept-set-aside",
  "hipec:checklist:backup": "kept-backup",
  "hipec:language": "kept-language",
  "hipec:of-another-version": "kept-other",
  "mirror:latest": "kept-mirror",
  "mirror:unsaved": "kept-unsaved",
};

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: every key there can be has a name and a file of its own`, async ({ page }) => {
    // A dozen files, one after the other.
    test.slow();
    const texts = Object.fromEntries(Object.keys(KEYS).map((key, at) => [key, `${at} ${BROKEN}`]));
    const of = (mirrored) => Object.entries(texts).filter(([key]) => key.startsWith("mirror:") === mirrored);
    await store(page, Object.fromEntries(of(false)));
    await mirror(page, Object.fromEntries(of(true).map(([key, text]) => [key.replace("mirror:", ""), text])));
    await open(page, `/${locale}/recover/`);
    await expect(rows(page)).toHaveCount(Object.keys(KEYS).length);
    const files = new Set();
    for (const [key, name] of Object.entries(KEYS)) {
      // Opened anew for each: Chromium asks before a page hands out several
      // files in a row, and nobody is there to answer.
      await open(page, `/${locale}/recover/`);
      await expect(row(page, key).locator("strong")).toHaveText(say(name, locale));
      const file = await download(page, row(page, key).locator("button"));
      expect(file.text).toBe(texts[key]);
      files.add(file.name);
    }
    expect(files.size).toBe(Object.keys(KEYS).length);
    await open(page, `/${locale}/recover/`);
    expect(JSON.parse((await download(page, everything(page))).text)).toEqual(texts);
  });
}

test("the list as it was before a file took its place can be had here", async ({ page }) => {
  const mine = version2({ centres: [hospital(11, "نەخۆشخانەی من")] });
  await store(page, { [KEY]: mine });
  await openAt(page, "ckb", "keep");
  await pickFile(page, version2({ centres: [hospital(33, "Theirs")] }));
  await incomingButton(page, words("ckb").checklist("incoming-replace")).click();
  await expect(names(page)).toHaveText(["Theirs"]);
  await saved(page);
  await open(page, "/ckb/recover/");
  const before = row(page, "hipec:checklist:before-merge");
  await expect(before.locator("strong")).toHaveText(say("kept-before-merge", "ckb"));
  expect((await download(page, before.locator("button"))).text).toBe(mine);
});

test("it works where the program does not arrive", async ({ page, watch }) => {
  await fill(page);
  await withoutProgram(page, watch);
  await open(page, "/ckb/recover/", "failed");
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator("#kept-missing")).toBeHidden();
  expect((await download(page, row(page, KEY).locator("button"))).text).toBe(LIST);
  await erase(page).click();
  await expect(rows(page)).toHaveCount(0);
  await undo(page).click();
  await expect(rows(page)).toHaveCount(4);
});

test("it goes on working when the program dies, and is not loaded anew", async ({ page, watch }) => {
  watch.allow(/RuntimeError/);
  await fill(page);
  await open(page, "/en/recover/");
  await erase(page).click();
  await expect(rows(page)).toHaveCount(0);
  await page.evaluate(() => {
    window.same = true;
    dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
  });
  await expect(page.locator("html")).toHaveAttribute("data-started", "failed");
  await undo(page).click();
  await expect(rows(page)).toHaveCount(4);
  expect(await page.evaluate(() => window.same)).toBe(true);
});

test("a visit that asks for drawing anew does not draw over the list", async ({ page }) => {
  await fill(page);
  await page.evaluate(() => sessionStorage.setItem("hipec:start", "mount"));
  await open(page, "/en/recover/");
  await expect(rows(page)).toHaveCount(4);
});

test("a mirror that never answers does not hold up the rest", async ({ page }) => {
  await store(page, { [KEY]: LIST });
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({});
  });
  await open(page, "/en/recover/");
  await expect(rows(page)).toHaveCount(1);
  await expect(said(page)).toHaveText(say("kept-mirror-blocked"));
  await erase(page).click();
  await expect(said(page)).toContainText(say("kept-erased"));
  expect(await stored(page)).toBeNull();
  await undo(page).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await stored(page)).toBe(LIST);
});

test("a storage that refuses to erase or to take back is told truly", async ({ page }) => {
  await fill(page);
  await page.addInitScript(() => {
    const { removeItem, setItem } = Storage.prototype;
    Storage.prototype.removeItem = function (key) {
      if (window.refuse) throw new DOMException("no", "SecurityError");
      removeItem.call(this, key);
    };
    Storage.prototype.setItem = function (key, text) {
      if (window.refuse) throw new DOMException("no", "QuotaExceededError");
      setItem.call(this, key, text);
    };
  });
  await open(page, "/en/recover/");
  await page.evaluate(() => (window.refuse = true));
  await erase(page).click();
  await expect(said(page)).toContainText(say("kept-not-erased"));
  await expect(row(page, KEY)).toHaveCount(1);
  await page.evaluate(() => (window.refuse = false));
  await erase(page).click();
  await expect(rows(page)).toHaveCount(0);
  await page.evaluate(() => (window.refuse = true));
  await undo(page).click();
  await expect(said(page)).toContainText(say("kept-not-restored"));
  await page.evaluate(() => (window.refuse = false));
  await undo(page).click();
  await expect(said(page)).toContainText(say("kept-restored"));
  expect(await stored(page)).toBe(LIST);
});

test("undo writes over nothing that came meanwhile", async ({ page, context }) => {
  await fill(page);
  await open(page, "/en/recover/");
  await erase(page).click();
  await expect(rows(page)).toHaveCount(0);
  const other = await context.newPage();
  const newer = savedList("Newer");
  await store(other, { [KEY]: newer });
  // The page follows what other windows write.
  await expect(rows(page)).toHaveCount(1);
  await undo(page).click();
  await expect(said(page)).toContainText(say("kept-restored"));
  const all = await page.evaluate(() => Object.values(localStorage));
  expect(all).toContain(newer);
  expect(all).toContain(LIST);
});

test("what a key or a text says is never markup", async ({ page }) => {
  await store(page, { "hipec:<b id=evil>x</b>": "<b id=evil>x</b>" });
  await open(page, "/en/recover/");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("<b id=evil>");
  await expect(page.locator("#evil")).toHaveCount(0);
});

test("from every page it is two taps to erase everything", async ({ page }) => {
  await fill(page);
  for (const path of ["/en/iraq/", "/en/checklist/"]) {
    await open(page, path);
    await page.locator('.site-footer a[href="/en/recover/"]').click();
    await expect(page.locator("article[data-page=recover]")).toBeVisible();
    await erase(page).click();
    await expect(rows(page)).toHaveCount(0);
    expect(await stored(page)).toBeNull();
    await undo(page).click();
    await expect(row(page, KEY)).toHaveCount(1);
  }
});

test("Back and the languages lead to a page that does its work", async ({ page }) => {
  await fill(page);
  await open(page, "/en/recover/");
  // The program shows the next page in place of this one.
  await page.locator('.related a[href="/en/about/"]').click();
  await expect(page.locator("article[data-page=about]")).toBeVisible();
  await page.goBack();
  await expect(rows(page)).toHaveCount(4);
  await page.locator(".languages a[data-locale=ar]").click();
  await expect(page).toHaveURL(/\/ar\/recover\/$/);
  await expect(rows(page)).toHaveCount(4);
  await expect(erase(page)).toHaveText(say("kept-erase", "ar"));
  await page.goForward().catch(() => {});
  await lose(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  for (const locale of Object.keys(LOCALES)) {
    test(`${locale}: it says that the list needs them`, async ({ page }) => {
      await page.goto(`/${locale}/recover/`);
      await expect(page.locator("#kept-missing")).toHaveText(say("kept-needs-script", locale));
      await expect(page.locator("#kept-missing")).toBeVisible();
    });
  }
});
