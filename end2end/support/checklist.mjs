// Operating the checklist the way a person does.
import { expect, open } from "./test.mjs";

export const KEY = "hipec:checklist";
export const SET_ASIDE = "hipec:checklist:set-aside";

export const openChecklist = (page, locale = "en") => open(page, `/${locale}/checklist/`, "hydrate");

export const cards = (page) => page.locator(".centre-list > li.centre");
export const card = (page, at) => cards(page).nth(at);
export const names = (page) => page.locator(".centre-list .centre-name");
export const field = (page) => page.locator("#new-centre");

export async function add(page, ...all) {
  for (const name of all) {
    await field(page).fill(name);
    await page.locator(".add-centre button").click();
    await expect(field(page)).toHaveValue("");
  }
}

/** Opens a centre to mark its answers. */
export const mark = (page, at) => card(page, at).locator(".open-centre").click();

export const answers = (page, id) => page.locator(`#criterion-${id} fieldset.answer`);
export const note = (page, id) => page.locator(`#note-${id}`);
export const importance = (page, id) => page.locator(`#importance-${id}`);

export async function answer(page, id, code) {
  await answers(page, id).locator(`.option:has([value="${code}"])`).click();
  await expect(answers(page, id).locator(`[value="${code}"]`)).toBeChecked();
}

/** The icon buttons of a card have no words: this is their order. */
const ICONS = { earlier: 0, later: 1, remove: 2 };
export const action = (page, at, name) =>
  card(page, at).locator(".centre-actions .button-icon").nth(ICONS[name]);

export const renameButton = (page, at) =>
  card(page, at).locator(".centre-actions .button:not(.button-icon):not(.open-centre)");

export async function rename(page, at, name) {
  await renameButton(page, at).click();
  await card(page, at).locator(".rename input").fill(name);
  await card(page, at).locator(".rename .button-main").click();
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
