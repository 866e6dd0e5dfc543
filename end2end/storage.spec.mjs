// What was entered is kept, or the person is told that it is not.
import { KEY, SET_ASIDE, add, answer, answers, cards, names, note, notSaved, openChecklist, saved, store, stored } from "./support/checklist.mjs";
import { fileFrom, hospital, newer, openAt, openCentre, show, unfold, version2 } from "./support/keeping.mjs";
import { expect, started, test } from "./support/test.mjs";
import { LOCALES, criteria, words } from "./support/words.mjs";
import { follow } from "./support/menu.mjs";

const FIRST = criteria[0].id;
const BEFORE_REPAIR = "hipec:checklist:before-repair";
const say = (key, values, locale = "en") => words(locale).checklist(key, values);

test("the state of saving goes from starting to saved", async ({ page }) => {
  await page.addInitScript(() => {
    window.states = [];
    const look = () => {
      const now = document.querySelector("#save-state span")?.textContent;
      if (now && now !== states.at(-1)) states.push(now);
    };
    new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  });
  await openChecklist(page);
  await add(page, "A");
  await saved(page);
  const keys = ["starting", "nothing-yet", "saving", "saved"];
  expect(await page.evaluate(() => window.states)).toEqual(keys.map((key) => say(key)));
  expect(JSON.parse(await stored(page))).toMatchObject({ format: "hipec-checklist", version: 2 });
});

test("the same centre added on two devices has two ids", async ({ page }) => {
  const ids = [];
  for (let device = 0; device < 2; device += 1) {
    await openChecklist(page);
    await add(page, "A", "B");
    await saved(page);
    await expect.poll(() => stored(page)).toContain('"B"');
    ids.push(...JSON.parse(await stored(page)).document.centres.map(({ id }) => id));
    await show(page, "keep");
    await page.locator("#erase").click();
    await expect.poll(() => stored(page)).toBeNull();
    await page.goto("/en/about/");
  }
  expect(new Set(ids).size).toBe(4);
});

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: where nothing may be kept, that is said and nothing is lost`, async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
    await openChecklist(page, locale);
    await add(page, "A");
    await notSaved(page);
    await expect(page.locator("#save-state")).toHaveText(say("not-saved", {}, locale));
    await expect(page.getByText(say("not-saved-blocked", {}, locale))).toBeVisible();
    await openCentre(page);
    await answer(page, FIRST, "yes");
    await show(page, "overview");
    await add(page, "B");
    await notSaved(page);
    await expect(names(page)).toHaveText(["A", "B"]);
    await page.locator("#undo").click();
    await expect(names(page)).toHaveText(["A"]);
    await openCentre(page);
    await expect(answers(page, FIRST).locator('[value="yes"]')).toBeChecked();
  });
}

test("a browser without any storage", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await openChecklist(page);
  await notSaved(page);
  await expect(page.getByText(say("not-saved-blocked"))).toBeVisible();
  await add(page, "A");
  await openCentre(page);
  await answer(page, FIRST, "yes");
  await notSaved(page);
  await show(page, "overview");
  await expect(names(page)).toHaveText(["A"]);
});

test("storage that forgets what it is given", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {};
  });
  await openChecklist(page);
  await add(page, "A");
  await notSaved(page);
  await expect(page.getByText(say("not-saved-mismatch"))).toBeVisible();
  await expect(names(page)).toHaveText(["A"]);
});

test("a device that is full, until there is space again", async ({ page }) => {
  await store(page, {});
  // Really full, to the last character.
  await page.evaluate(() => {
    let piece = "x".repeat(1 << 22);
    let full = "";
    while (piece.length > 0) {
      try {
        localStorage.setItem("filler", full + piece);
        full += piece;
      } catch {
        piece = piece.slice(piece.length / 2 + 0.5);
      }
    }
  });
  await openChecklist(page);
  await add(page, "A");
  await notSaved(page);
  await expect(page.getByText(say("not-saved-full"))).toBeVisible();
  await add(page, "B");
  await notSaved(page);
  await expect(names(page)).toHaveText(["A", "B"]);
  await page.evaluate(() => localStorage.removeItem("filler"));
  await add(page, "C");
  await saved(page);
  await page.reload();
  await expect(names(page)).toHaveText(["A", "B", "C"]);
});

const whole = version2({ centres: [hospital(11, "A"), hospital(22, "B")] });
const UNREADABLE = {
  "cut off": whole.slice(0, 40),
  "no JSON": "not JSON at all \u0000 \ud83c\udfe5",
  "of something else": '{"format":"recipes","version":2}',
  "without its document": '{"format":"hipec-checklist","version":2}',
};

for (const [name, text] of Object.entries(UNREADABLE)) {
  test(`a list that is ${name} is set aside, and a new one begun`, async ({ page }) => {
    await store(page, { [KEY]: text });
    await openChecklist(page);
    await expect(page.locator("#unreadable")).toBeVisible();
    await expect(page.locator("#unreadable")).toContainText(say("unreadable-title"));
    expect(await stored(page, SET_ASIDE)).toBe(text);
    expect((await fileFrom(page, page.locator("#unreadable button"))).text).toBe(text);
    await add(page, "New");
    await saved(page);
    expect(await stored(page, SET_ASIDE)).toBe(text);
    await page.reload();
    await expect(names(page)).toHaveText(["New"]);
    expect(await stored(page, SET_ASIDE)).toBe(text);
  });
}

test("what was set aside can still be downloaded the next day", async ({ page }) => {
  await store(page, { [KEY]: "{ broken" });
  await openChecklist(page);
  await expect(page.locator("#unreadable")).toBeVisible();
  await page.reload();
  await started(page, "hydrate");
  expect((await fileFrom(page, page.locator("#unreadable button"))).text).toBe("{ broken");
});

test("what was set aside can still be erased the next day", async ({ page }) => {
  await store(page, { [SET_ASIDE]: "{ broken" });
  await openAt(page, "en", "keep");
  await expect(page.locator("#erase")).toBeEnabled();
  await page.locator("#erase").click();
  await expect.poll(() => stored(page, SET_ASIDE)).toBeNull();
});

test("what was set aside before is not overwritten", async ({ page }) => {
  await store(page, { [KEY]: "{ second", [SET_ASIDE]: "{ first" });
  await openChecklist(page);
  await expect(page.locator("#unreadable")).toBeVisible();
  const everything = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(everything).toContain("{ second");
  expect(everything).toContain("{ first");
});

test("where it cannot be set aside, it stays where it is", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await page.goto("/");
  // Past the fault, as from a time before it.
  await page.evaluate((key) => (localStorage[key] = "{ broken"), KEY);
  await openChecklist(page);
  await add(page, "A");
  await notSaved(page);
  expect(await stored(page)).toBe("{ broken");
  await expect(page.locator("#unreadable button")).toBeVisible();
});

test("damaged entries are mended, and the original kept", async ({ page }) => {
  const list = JSON.parse(whole);
  list.document.centres[1].answers = "nonsense";
  list.document.centres[0].colour = "red";
  const text = JSON.stringify(list);
  await store(page, { [KEY]: text });
  await openChecklist(page);
  await expect(names(page)).toHaveText(["A", "B"]);
  await expect(page.locator(".notices .callout-info")).toContainText("2");
  expect(await stored(page, BEFORE_REPAIR)).toBe(text);
});

test("a list of a newer version is left untouched", async ({ page }) => {
  const text = newer(whole);
  await store(page, { [KEY]: text });
  await openChecklist(page);
  await expect(page.getByText(say("newer-title"))).toBeVisible();
  await notSaved(page);
  await add(page, "A");
  await openCentre(page);
  await answer(page, FIRST, "yes");
  await notSaved(page);
  // Leaving is when everything is written that is still to be.
  await page.reload();
  await expect(page.getByText(say("newer-title"))).toBeVisible();
  expect(await stored(page)).toBe(text);
  expect(await stored(page, SET_ASIDE)).toBeNull();
});

const LEAVING = {
  "reloading it": (page) => page.reload(),
  "going elsewhere": (page) => page.goto("/en/iraq/"),
  "following a link": async (page) => {
    await follow(page, "/en/iraq/");
    await page.locator("article[data-page=iraq]").waitFor();
  },
  "going back": async (page) => {
    // Past the view of the centre and the overview, to the page before.
    await page.evaluate(() => history.go(-2));
    await page.locator("article[data-page=about]").waitFor();
  },
  "closing it": (page) => page.close(),
};

test.describe("leaving the page right after an edit loses nothing", () => {
  test.use({ viewport: { width: 1280, height: 800 } });
  for (const [name, leave] of Object.entries(LEAVING)) {
    test(name, async ({ page, context }) => {
      if (name === "going back") {
        await page.goto("/en/about/");
        await started(page, "resting");
        await follow(page, "/en/checklist/");
      } else await openChecklist(page);
      await add(page, "A");
      await saved(page);
      await openCentre(page);
      await unfold(page, FIRST);
      await note(page, FIRST).fill("the last word");
      await leave(page);
      const again = await context.newPage();
      await openChecklist(again);
      await openCentre(again);
      await unfold(again, FIRST);
      await expect(note(again, FIRST)).toHaveValue("the last word");
    });
  }
});

test.describe("two windows", () => {
  async function two(context) {
    const one = await context.newPage();
    const other = await context.newPage();
    // Holds back what would be written later, to have time to do something.
    await other.addInitScript(() => {
      const real = window.setTimeout;
      window.setTimeout = (work, time, ...all) =>
        window.hold && time > 50 ? 0 : real.call(window, work, time, ...all);
    });
    await openChecklist(one);
    await openChecklist(other);
    return [one, other];
  }

  test("follow each other", async ({ context }) => {
    const [one, other] = await two(context);
    await add(one, "A");
    await expect(names(other)).toHaveText(["A"]);
    await openCentre(one);
    await openCentre(other);
    await answer(other, FIRST, "yes");
    await expect(answers(one, FIRST).locator('[value="yes"]')).toBeChecked();
    await show(other, "overview");
    await show(one, "overview");
    await add(one, "B");
    await expect(names(other)).toHaveText(["A", "B"]);
    await saved(other);
    await show(one, "keep");
    await one.locator("#erase").click();
    await expect(cards(other)).toHaveCount(0);
  });

  for (const [choice, expected, at] of [["the other's", ["A"], 0], ["its own", ["B"], 1]]) {
    test(`that disagree let the person choose: ${choice}`, async ({ context }) => {
      const [one, other] = await two(context);
      await other.evaluate(() => (window.hold = true));
      await add(other, "B");
      await add(one, "A");
      await saved(one);
      await notSaved(other);
      await expect(other.getByText(say("not-saved-other-tab"))).toBeVisible();
      // Nothing was overwritten meanwhile.
      await expect(names(other)).toHaveText(["B"]);
      expect(await stored(other)).toContain('"A"');
      await other.evaluate(() => (window.hold = false));
      await other.locator(".notices .actions button").nth(at).click();
      await expect(names(other)).toHaveText(expected);
      await expect(names(one)).toHaveText(expected);
      await saved(other);
      // The one that was given up can be had back.
      if (at === 0) {
        await other.locator("#undo").click();
        await expect(names(other)).toHaveText(["B"]);
      }
    });
  }

  test("one of which is erased while the other is marking", async ({ context }) => {
    const [one, other] = await two(context);
    await add(one, "A", "B");
    await expect(names(other)).toHaveText(["A", "B"]);
    await openCentre(other, 1);
    await show(one, "keep");
    await one.locator("#erase").click();
    await expect(other.locator(".one-centre")).toHaveCount(0);
    await one.locator("#undo").click();
    await expect(other.locator(".one-centre")).toBeVisible();
    await answer(other, FIRST, "no");
    await saved(other);
    await expect.poll(() => stored(one)).toContain('"no"');
  });
});
