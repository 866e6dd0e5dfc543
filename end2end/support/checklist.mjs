// Operating the checklist the way a person does.
import { expect, open } from "./test.mjs";

export const KEY = "hipec:checklist";
export const SET_ASIDE = "hipec:checklist:set-aside";

/** Opens the checklist; `place` is what stands after `#`: "compare", "centre-7". */
export async function openChecklist(page, locale = "en", place = "") {
  await open(page, `/${locale}/checklist/${place && "#"}${place}`, "hydrate");
}

/** Goes to another view by its link. */
export async function goTo(page, place) {
  const link = page.locator(`.places a[href="#${place}"]`);
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "true");
}

export const title = (page) => page.locator("#place-title");

export const cards = (page) => page.locator(".centre-list > li.centre");
export const card = (page, at) => cards(page).nth(at);
export const names = (page) => page.locator(".centre-list .centre-name");
export const field = (page) => page.locator("#new-centre");

/** Adds centres on the overview. */
export async function add(page, ...all) {
  for (const name of all) {
    await field(page).fill(name);
    await page.locator(".add-centre button").click();
    await expect(field(page)).toHaveValue("");
  }
}

/** Opens a centre of the overview to mark its answers. */
export async function mark(page, at) {
  await card(page, at).locator(".open-centre").click();
  await expect(page.locator(".one-centre")).toBeVisible();
}

/** How the centre stands that is open. */
export const standing = (page) => page.locator(".standing");

export const answers = (page, id) => page.locator(`#criterion-${id} fieldset.answer`);
export const note = (page, id) => page.locator(`#note-${id}`);
export const importance = (page, id) => page.locator(`#importance-${id}`);

export async function answer(page, id, code) {
  await answers(page, id).locator(`.option:has([value="${code}"])`).click();
  await isAnswered(page, id, code);
}

export const isAnswered = (page, id, code) =>
  expect(answers(page, id).locator(`[value="${code}"]`)).toBeChecked();

/** Opens the fold with everything behind an answer. */
export async function unfold(page, id) {
  const fold = page.locator(`#criterion-${id} .answer-more`);
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  await expect(note(page, id)).toBeVisible();
}

const ICONS = { earlier: ".move-earlier", later: ".move-later", remove: ".remove-centre" };
export const action = (page, at, name) => card(page, at).locator(ICONS[name]);

export const renameButton = (page, at) => card(page, at).locator(".rename-centre");

export async function rename(page, at, name) {
  await renameButton(page, at).click();
  await card(page, at).locator(".rename input").fill(name);
  await card(page, at).locator(".rename .button-main").click();
}

/** Erases everything, from any view. */
export async function erase(page) {
  await goTo(page, "keep");
  await page.locator("#erase").click();
}

export const saved = (page) => expect(page.locator("#save-state")).toHaveClass(/save-done/);
export const notSaved = (page) => expect(page.locator("#save-state")).toHaveClass(/save-failed/);

export const stored = (page, key = KEY) => page.evaluate((key) => localStorage.getItem(key), key);

/** Puts a text into the storage before the checklist is opened. */
export async function store(page, entries) {
  await page.goto("/");
  await page.evaluate((entries) => {
    for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
  }, entries);
}

/** A saved list with centres of these names, in the format of version 1. */
export const savedList = (...names) =>
  JSON.stringify({
    format: "hipec-checklist",
    version: 1,
    document: {
      centres: names.map((name, at) => ({ answers: [], id: at + 1, name })),
      importance: [],
      next_id: names.length + 1,
    },
  });

/** A saved list of version 2. */
export const savedAs = (document) =>
  JSON.stringify({
    format: "hipec-checklist",
    version: 2,
    document: { centres: [], importance: [], ...document },
  });

/** A centre of a saved list; `answers` by criterion. */
export const centre = (id, name, answers = {}, more = {}) => ({
  id,
  name,
  answers: Object.entries(answers).map(([criterion, answer]) => ({ criterion, answer })),
  ...more,
});

/** Opens the checklist with a list that was saved before. */
export async function openSaved(page, document, locale = "en", place = "") {
  await store(page, { [KEY]: savedAs(document) });
  await openChecklist(page, locale, place);
}
