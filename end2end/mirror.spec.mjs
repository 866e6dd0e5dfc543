// The second copy: written beside the first, and brought back when that is gone.
import { KEY, SET_ASIDE, answer, names, notSaved, openChecklist, saved, savedList, store, stored } from "./support/checklist.mjs";
import { lose, mirror, mirrored } from "./support/mirror.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria, words } from "./support/words.mjs";

const FIRST = criteria[0].id;
const SECOND = criteria[1].id;
const FORGET = "hipec:checklist:forget";
const BACKUP = "hipec:checklist:backup";
const say = (key, locale = "en") => words(locale).checklist(key);
const recovered = (page) => page.locator("#recovered");

/** The checklist, with two centres in its primary storage. */
async function begin(page) {
  await store(page, { [KEY]: savedList("A", "B") });
  await openChecklist(page);
  await expect(names(page)).toHaveText(["A", "B"]);
}

/** One change: an answer about the first centre. */
async function change(page, code = "yes") {
  await page.locator(".centre-list .open-centre").first().click();
  await answer(page, FIRST, code);
}

async function erase(page) {
  await page.locator('a.place[href="#keep"]').click();
  await page.locator("#erase").click();
}

const refuse = (page, name) =>
  page.addInitScript((name) => {
    const real = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (window.refuse) throw new DOMException("no", name);
      real.call(this, key, text);
    };
  }, name);

test("a list that is there already gets its second copy at once", async ({ page }) => {
  await begin(page);
  await expect.poll(() => mirrored(page)).toEqual({ latest: savedList("A", "B") });
});

test("every save is mirrored, word for word", async ({ page }) => {
  await begin(page);
  await change(page);
  await saved(page);
  const text = await stored(page);
  expect(text).not.toBe(savedList("A", "B"));
  await expect.poll(() => mirrored(page)).toEqual({ latest: text });
});

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: a list that the browser has lost comes back`, async ({ page }) => {
    await store(page, {});
    await mirror(page, { latest: savedList("A", "B") });
    await openChecklist(page, locale);
    await expect(names(page)).toHaveText(["A", "B"]);
    await expect(recovered(page)).toContainText(say("recovered-title", locale));
    await saved(page);
    expect(await stored(page)).toContain('"A"');
    await page.locator("#undo").click();
    await expect(names(page)).toHaveCount(0);
    await page.locator("#redo").click();
    await expect(names(page)).toHaveText(["A", "B"]);
  });
}

test("a list that cannot be read is set aside, and the second copy taken", async ({ page }) => {
  await store(page, { [KEY]: "{ broken" });
  await mirror(page, { latest: savedList("A") });
  await openChecklist(page);
  await expect(names(page)).toHaveText(["A"]);
  await saved(page);
  expect(await stored(page, SET_ASIDE)).toBe("{ broken");
});

test("changes that could not be saved are there the next day", async ({ page }) => {
  await refuse(page, "QuotaExceededError");
  await begin(page);
  await page.evaluate(() => (window.refuse = true));
  await change(page);
  await notSaved(page);
  await expect.poll(async () => (await mirrored(page)).unsaved ?? "").toContain(FIRST);
  expect(await stored(page)).toBe(savedList("A", "B"));
  // Refused to the last moment, when leaving is the last chance to save.
  await page.reload();
  await expect(recovered(page)).toBeVisible();
  await saved(page);
  expect(await stored(page)).toContain(FIRST);
  await expect.poll(async () => Object.keys(await mirrored(page))).toEqual(["latest"]);
});

test("where only the mirror may be written, the list is there the next day", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await openChecklist(page);
  await answer(page, FIRST, "yes");
  await notSaved(page);
  await expect.poll(async () => (await mirrored(page)).unsaved ?? "").toContain(FIRST);
  await openChecklist(page);
  await expect(recovered(page)).toBeVisible();
  await notSaved(page);
});

test("erasing empties the mirror too, and undo fills it again", async ({ page }) => {
  await begin(page);
  await expect.poll(async () => Object.keys(await mirrored(page))).toEqual(["latest"]);
  await erase(page);
  await expect.poll(() => mirrored(page)).toEqual({});
  await expect.poll(() => stored(page, FORGET)).toBeNull();
  expect(await stored(page)).toBeNull();
  await page.locator("#undo").click();
  await saved(page);
  const text = await stored(page);
  await expect.poll(() => mirrored(page)).toEqual({ latest: text });
  await page.locator("#redo").click();
  await expect.poll(() => mirrored(page)).toEqual({});
  await page.reload();
  await page.locator("html[data-started=hydrate]").waitFor();
  await expect.poll(() => mirrored(page)).toEqual({});
  await expect(names(page)).toHaveCount(0);
});

test("what was erased does not come back when the page was closed too early", async ({ page }) => {
  await store(page, { [FORGET]: "1" });
  await mirror(page, { latest: savedList("A"), unsaved: savedList("A", "B") });
  await openChecklist(page);
  await expect.poll(() => mirrored(page)).toEqual({});
  await expect.poll(() => stored(page, FORGET)).toBeNull();
  await expect(names(page)).toHaveCount(0);
  await expect(recovered(page)).toHaveCount(0);
});

test("a newer version's second copy is not written over", async ({ page }) => {
  const newer = savedList("A").replace('"version":1', '"version":99');
  await store(page, {});
  await mirror(page, { latest: newer });
  await openChecklist(page);
  await answer(page, FIRST, "yes");
  await saved(page);
  await page.waitForTimeout(300);
  expect(await mirrored(page)).toEqual({ latest: newer });
});

for (const [name, fault] of Object.entries({
  "is missing": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "throws": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  },
  "never answers": () => {
    IDBFactory.prototype.open = () => ({});
  },
})) {
  test(`a mirror that ${name} changes nothing for the rest`, async ({ page }) => {
    await page.addInitScript(fault);
    await begin(page);
    await change(page);
    await saved(page);
    expect(await stored(page)).toContain(FIRST);
    await erase(page);
    await expect.poll(() => stored(page)).toBeNull();
    await page.locator("#undo").click();
    await saved(page);
  });
}

test("what is entered while the mirror is asked is put together with what comes back", async ({ page }) => {
  await store(page, {});
  await mirror(page, { latest: savedList("A") });
  await page.addInitScript(() => {
    const real = IDBFactory.prototype.open;
    let first = true;
    IDBFactory.prototype.open = function (...all) {
      if (!first) return real.apply(this, all);
      first = false;
      // Answers, but only after a second.
      const late = {};
      setTimeout(() => {
        const request = real.apply(this, all);
        for (const name of ["onupgradeneeded", "onsuccess", "onerror"]) {
          request[name] = () => {
            late.result = request.result;
            late[name]?.();
          };
        }
      }, 1000);
      return late;
    };
  });
  await openChecklist(page);
  await answer(page, FIRST, "yes");
  await saved(page);
  await expect(recovered(page)).toBeVisible();
  await expect.poll(() => stored(page)).toContain('"A"');
  expect(await stored(page)).toContain(FIRST);
});

test("the browser is asked once to keep the list, after the first answer", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => {
      window.asked += 1;
      return false;
    };
  });
  await begin(page);
  const asked = () => page.evaluate(() => window.asked);
  expect(await asked()).toBe(0);
  await change(page);
  await saved(page);
  await expect.poll(asked).toBe(1);
  await answer(page, SECOND, "no");
  await expect.poll(() => stored(page)).toContain(SECOND);
  await page.reload();
  await page.locator("html[data-started=hydrate]").waitFor();
  await page.waitForTimeout(300);
  expect(await asked()).toBe(0);
});

test("changes since the last copy are counted, and forgotten with the list", async ({ page }) => {
  await begin(page);
  await change(page, "yes");
  await expect.poll(() => stored(page, BACKUP)).toBe("1 0");
  await answer(page, FIRST, "no");
  await expect.poll(() => stored(page, BACKUP)).toBe("2 0");
  await page.reload();
  await page.locator("html[data-started=hydrate]").waitFor();
  await answer(page, FIRST, "partly");
  await expect.poll(() => stored(page, BACKUP)).toBe("3 0");
  await erase(page);
  await expect.poll(() => stored(page)).toBeNull();
  expect(await stored(page, BACKUP)).toBeNull();
});
