// Storage that fails, in six ways, while the list is opened, saved, put
// together with a file, brought over from version 1, or mended. Whatever
// happens, it is said, and what the person entered is on the screen and can be
// taken away as a file.
import { KEY, SET_ASIDE, add, names, savedList, store } from "./support/checklist.mjs";
import { exported, fileFrom, hospital, incomingButton, openAt, pickFile, raw, show, version2 } from "./support/keeping.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";

/**
 * What goes wrong from the first script on; `why` is the word that says so.
 * `keeps`: what was stored before must be the same afterwards.
 */
const FAULTS = {
  "reading throws": {
    why: "not-saved-blocked",
    keeps: true,
    unread: true,
    put: () => {
      Storage.prototype.getItem = () => {
        throw new DOMException("no", "SecurityError");
      };
    },
  },
  "writing throws": {
    why: "not-saved-blocked",
    keeps: true,
    put: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "SecurityError");
      };
    },
  },
  "the space is used up at the third write": {
    why: "not-saved-full",
    put: () => {
      const real = Storage.prototype.setItem;
      let writes = 0;
      Storage.prototype.setItem = function (...all) {
        writes += 1;
        if (writes >= 3) throw new DOMException("no", "QuotaExceededError");
        real.apply(this, all);
      };
    },
  },
  "there is no storage": {
    why: "not-saved-blocked",
    keeps: true,
    unread: true,
    put: () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    },
  },
  "it is cleared meanwhile": {
    why: "not-saved-other-tab",
    put: () => {},
    clear: (page) => page.evaluate(() => localStorage.clear()),
  },
  "it reads back something else": {
    why: "not-saved-mismatch",
    put: () => {
      const real = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        real.call(this, key, text.slice(0, -1));
      };
    },
  },
};

const BEFORE = version2({ centres: [hospital(11, "Before")] });
const DAMAGED = '{"format":"hipec-checklist","version":2,"document":{"centres":[{"id":11,"na';
const FILE = version2({ centres: [hospital(33, "From the file")] });

/** What was stored before the fault, and what the person does then. */
const WORK = {
  load: { stored: BEFORE, shown: ["Before"] },
  save: { stored: null, shown: [] },
  import: { stored: null, shown: [], file: true },
  migrate: { stored: savedList("Old one", "Old two"), shown: ["Old one", "Old two"] },
  restore: { stored: DAMAGED, shown: [], damaged: true },
};

const languages = Object.keys(LOCALES);

for (const [row, [what, work]] of Object.entries(WORK).entries()) {
  for (const [column, [fault, { why, keeps, unread, put, clear }]] of Object.entries(FAULTS).entries()) {
    const locale = languages[(row + column) % languages.length];
    test(`${what}, while ${fault} (${locale})`, async ({ page }) => {
      const say = (key) => words(locale).checklist(key);
      if (work.stored === null) await page.goto("/");
      else await store(page, { [KEY]: work.stored });
      await page.addInitScript(put);
      await openAt(page, locale, "overview");
      const found = unread ? [] : work.shown;
      await expect(names(page)).toHaveText(found);

      if (work.damaged && !unread) {
        await expect(page.locator("#unreadable")).toContainText(say("unreadable-title"));
        expect((await fileFrom(page, page.locator("#unreadable button"))).text).toBe(DAMAGED);
      }

      await add(page, "First");
      await expect(page.locator("#save-state")).toHaveClass(/save-(done|failed)/);
      if (clear) await clear(page);
      // Enough for the third write to have come.
      await add(page, "Second");
      await expect(page.locator("#save-state")).toHaveClass(/save-(done|failed)/);
      await add(page, "Third");
      let entered = ["First", "Second", "Third"];

      if (work.file) {
        await pickFile(page, FILE);
        await incomingButton(page, say("incoming-merge")).click();
        const refusal = page.locator(".refusal");
        // Taken, or refused aloud with nothing changed.
        await expect(page.locator(".incoming").or(page.locator(".centre-list")).first()).toBeVisible();
        if (await refusal.isVisible()) {
          await expect(refusal).toHaveText(say("incoming-no-space"));
          await incomingButton(page, say("cancel")).click();
        } else entered = [...entered, "From the file"];
        await expect(page.locator(".incoming")).toHaveCount(0);
        await show(page, "overview");
      }

      await expect(page.locator("#save-state")).toHaveClass(/save-failed/);
      await expect(page.locator("#save-state")).toHaveText(say("not-saved"));
      await expect(page.locator(".notices [role=alert]").filter({ hasText: say(why) })).toBeVisible();
      await expect(names(page)).toHaveText([...found, ...entered]);
      const taken = await exported(page);
      expect(taken.centres.map(({ name }) => name)).toEqual([...found, ...entered]);

      if (keeps) expect(await raw(page)).toBe(work.stored);
      if (work.damaged && !keeps && !clear) {
        // The damaged text is where it was, or set aside; whole, where the storage is.
        const kept = [await raw(page), await raw(page, SET_ASIDE)].join("\n");
        expect(kept).toContain(DAMAGED.slice(0, -1));
      }
    });
  }
}
