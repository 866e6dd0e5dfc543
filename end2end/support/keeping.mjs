// What the specs share that are about keeping: documents as they are saved,
// going from view to view, files in and out.
import { readFile } from "node:fs/promises";
import { KEY } from "./checklist.mjs";
import { expect, started } from "./test.mjs";

/** A document as version 2 saves it. */
export const version2 = (document) =>
  JSON.stringify({
    format: "hipec-checklist",
    version: 2,
    document: { centres: [], importance: [], ...document },
  });

/** A centre of such a document; `answers` are codes by criterion. */
export const hospital = (id, name, answers = {}, more = {}) => ({
  id,
  name,
  answers: Object.entries(answers).map(([criterion, answer]) => ({ criterion, answer })),
  ...more,
});

/** The same list of a version that is yet to come. */
export const newer = (text, version = 3) => text.replace(/"version":\d+/, `"version":${version}`);

/** The document in a saved text. */
export const documentOf = (text) => (text === null ? { centres: [] } : JSON.parse(text).document);

/** What a centre of a saved document answers to a criterion. */
export const answerIn = (document, name, criterion) =>
  document.centres.find((it) => it.name === name)?.answers.find((it) => it.criterion === criterion)?.answer;

/** Opens the checklist at a view: "compare", "centre-7". */
export async function openAt(page, locale, place) {
  await page.goto(`/${locale}/checklist/#${place}`);
  await started(page, "hydrate");
}

/** Goes to another view by its link. */
export async function show(page, place) {
  await page.locator(`a.place[href="#${place}"]`).click();
  await expect(page.locator(`a.place[href="#${place}"]`)).toHaveAttribute("aria-current", "true");
}

/** From the overview to the questions about a centre. */
export async function openCentre(page, at = 0) {
  await page.locator(".centre-list .open-centre").nth(at).click();
  await expect(page.locator(".one-centre")).toBeVisible();
}

/** Opens what stands behind an answer: who said it, when, the note. */
export async function unfold(page, id) {
  const fold = page.locator(`#criterion-${id} .answer-more`);
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  await expect(page.locator(`#note-${id}`)).toBeVisible();
}

/** Taps, and gives back the file that is then offered. */
export async function fileFrom(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The list on the screen as the file that a person can take away. */
export async function exported(page) {
  await show(page, "keep");
  const file = await fileFrom(page, page.locator("#save-file"));
  expect(file.name).toMatch(/^hipec-checklist-.*\.json$/);
  const { format, version, document } = JSON.parse(file.text);
  expect([format, version]).toEqual(["hipec-checklist", 2]);
  return document;
}

/** Picks a file to open, as far as the question what to do with it. */
export async function pickFile(page, text) {
  await show(page, "keep");
  await page.locator("#open-file").setInputFiles({
    name: "list.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await expect(page.locator(".incoming")).toBeVisible();
}

/** What is on offer for a list that came in. */
export const incomingButton = (page, words) => page.locator(".incoming").getByRole("button", { name: words, exact: true });

/** What is stored, seen from a page that has no faults. */
export async function raw(page, key = KEY) {
  const other = await page.context().newPage();
  await other.goto("/");
  const text = await other.evaluate((key) => localStorage.getItem(key), key);
  await other.close();
  return text;
}
