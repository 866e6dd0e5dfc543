// Keeping, taking along and erasing: nothing is lost, nothing is taken over
// without being asked for.
import { readFile } from "node:fs/promises";
import jsqr from "jsqr";
import {
  KEY, answer, answers, centre, field, goTo, isAnswered, mark, names, note, openChecklist, openSaved, saved, savedAs, store,
  stored, title, unfold,
} from "./support/checklist.mjs";
import { mirrored } from "./support/mirror.mjs";
import { expect, started, test } from "./support/test.mjs";
import { LOCALES, criteria, criteriaOf, plain, question, words } from "./support/words.mjs";

const [ESSENTIAL] = criteriaOf("essential");
const [IMPORTANT, SECOND] = criteriaOf("important");
const say = (key, values, locale = "en") => words(locale).checklist(key, values);

const reply = (criterion, answer, more = {}) => ({ criterion, answer, ...more });

/** A list with something of everything. */
const FULL = {
  centres: [
    {
      id: 4000000011,
      name: "مستشفى Al-Amal",
      answers: [
        reply(ESSENTIAL, "yes", { note: "Secret of the surgeon", who: "staff", on: "2026-01-05" }),
        reply(IMPORTANT, "would-not-say"),
      ],
      city: "ھەولێر",
      phone: "+964 750 000 0000",
      costs: [{ id: 7, what: "Operation", amount: 9000, currency: "USD" }],
    },
    centre(12, "Hospital B", { [ESSENTIAL]: "no" }),
  ],
  importance: [{ criterion: SECOND, importance: "not-for-me" }],
  own: [{ id: "own-0000002a", kind: "criterion", text: "May my mother stay?" }],
  decision: { choice: 12, why: "Near my sister", next: "Call them" },
};

const panel = (page) => page.locator(".incoming");
const press = (page, key, locale) =>
  panel(page).getByRole("button", { name: say(key, {}, locale), exact: true }).click();
const documentOf = async (page) => JSON.parse(await stored(page)).document;

/** What was copied last. */
async function copied(page, button) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("nothing"));
  await page.locator(button).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe("nothing");
  return read();
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
}

const choose = (page, name, content) =>
  page.locator("#open-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });

/** The link to a list, as somebody else's browser makes it. */
async function linkTo(page, document, notes = false) {
  await openSaved(page, document, "en", "keep");
  if (notes) await page.locator("#with-notes").check();
  return copied(page, "#copy-link");
}

/** Another person's browser. */
async function elsewhere(browser, baseURL, watch, run) {
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  watch.follow(context);
  await run(await context.newPage());
  await context.close();
}

/** Opens a link of this site in a browser that is there already. */
async function follow(page, link) {
  const { pathname, hash } = new URL(link);
  await page.goto("about:blank");
  await page.goto(pathname + hash);
  await started(page, "hydrate");
  await expect(page.locator("#incoming")).toBeFocused();
  // It leaves the address bar, so that it is not passed on by accident.
  expect(page.url()).not.toContain("list-");
}

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: a file holds the list, and opens again`, async ({ page }) => {
    await openSaved(page, FULL, locale);
    await mark(page, 0);
    await answer(page, SECOND, "partly");
    await saved(page);
    await goTo(page, "keep");
    const [name, content] = await downloaded(page, "#save-file");
    expect(name).toMatch(/^hipec-checklist-\d{4}-\d\d-\d\d\.json$/);
    expect(content).toBe(await stored(page));
    await page.locator("#erase").click();
    await expect.poll(() => stored(page)).toBeNull();

    await choose(page, name, content);
    await expect(page.locator("#incoming")).toBeFocused();
    await expect(page.locator("#incoming")).toHaveText(say("incoming-file", {}, locale));
    await expect(panel(page).locator("bdi")).toHaveText(["مستشفى Al-Amal", "Hospital B"]);
    await expect(panel(page)).toContainText(words(locale).count("incoming-answers-count", 4));
    await expect(panel(page)).toContainText(words(locale).count("incoming-notes-count", 1));
    await expect(panel(page)).toContainText(say("incoming-decided", {}, locale));
    expect(await stored(page)).toBeNull();
    await press(page, "incoming-take", locale);
    await expect(names(page)).toHaveText(["مستشفى Al-Amal", "Hospital B"]);
    await expect.poll(() => stored(page)).toBe(content);
  });

  test(`${locale}: a link opens elsewhere`, async ({ page, browser, baseURL, watch }) => {
    const link = await linkTo(page, FULL);
    const [, fragment] = link.split("#");
    expect(fragment).toMatch(/^list-1\.[A-Za-z0-9_-]+$/);
    expect(fragment.length).toBeLessThanOrEqual(1800);
    await expect(page.locator("#link-length")).toHaveText(say("keep-link-length", { length: String(link.length) }));
    await elsewhere(browser, baseURL, watch, async (other) => {
      await follow(other, link.replace("/en/", `/${locale}/`));
      await expect(other.locator("#incoming")).toHaveText(say("incoming-link", {}, locale));
      await expect(panel(other)).toContainText(say("incoming-untouched", {}, locale));
      await expect(panel(other).locator("bdi")).toHaveText(["مستشفى Al-Amal", "Hospital B"]);
      expect(await stored(other)).toBeNull();
      await press(other, "incoming-take", locale);
      await expect(names(other)).toHaveText(["مستشفى Al-Amal", "Hospital B"]);
      await saved(other);
      const { centres, own, decision, importance } = await documentOf(other);
      expect(centres[0]).toMatchObject({ id: 4000000011, city: "ھەولێر", phone: "+964 750 000 0000" });
      expect(centres[0].costs).toEqual(FULL.centres[0].costs);
      expect(own).toEqual(FULL.own);
      expect(importance).toEqual(FULL.importance);
      expect(decision).toMatchObject(FULL.decision);
      // Notes only where that was ticked.
      expect(JSON.stringify(centres)).not.toContain("Secret");
      await mark(other, 0);
      await isAnswered(other, ESSENTIAL, "yes");
      await isAnswered(other, IMPORTANT, "would-not-say");
    });
    // Nothing of it went to the server.
    const sent = watch.requests.map(({ url, body }) => `${url} ${body}`).join("\n");
    for (const secret of [fragment.slice(0, 20), "Al-Amal", "Secret", "mother"]) expect(sent).not.toContain(secret);
  });

  test(`${locale}: what cannot be opened says why`, async ({ page }) => {
    const list = savedAs({ centres: [centre(1, "Mine")] });
    const link = new URL(await linkTo(page, FULL)).hash.slice(1);
    const middle = Math.floor(link.length / 2);
    const changed = link.slice(0, middle) + (link[middle] === "A" ? "B" : "A") + link.slice(middle + 1);
    await store(page, { [KEY]: list });
    const LINKS = [
      ["open-damaged", changed],
      ["open-damaged", link.slice(0, -7)],
      ["open-damaged", "list-1."],
      ["open-damaged", "list-1.%3Cscript%3E"],
      ["open-newer", "list-2.AAAAAAAA"],
      ["open-too-large", `list-1.${"A".repeat(8_100)}`],
    ];
    for (const [key, fragment] of LINKS) {
      await follow(page, `http://x/${locale}/checklist/#${fragment}`);
      await expect(page.locator("#incoming")).toHaveText(say("open-failed", {}, locale));
      await expect(panel(page).locator("p").first()).toHaveText(say(key, {}, locale));
      await press(page, "close", locale);
      await expect(panel(page)).toHaveCount(0);
      await expect(names(page)).toHaveText(["Mine"]);
    }
    await goTo(page, "keep");
    const FILES = [
      ["open-damaged", list.slice(0, -20)],
      ["open-newer", JSON.stringify({ ...JSON.parse(list), version: 99 })],
      ["open-not-list", '{"format":"recipes","version":1}'],
      ["open-not-list", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80])],
      ["open-too-large", " ".repeat(1_000_001)],
    ];
    for (const [key, content] of FILES) {
      await choose(page, "a.json", content);
      await expect(page.locator("#incoming")).toBeFocused();
      await expect(panel(page).locator("p").first()).toHaveText(say(key, {}, locale));
      await press(page, "close", locale);
      await expect(title(page)).toBeFocused();
    }
    expect(await stored(page)).toBe(list);
  });

  test(`${locale}: as a message and as a table`, async ({ page }) => {
    const evil = { ...FULL, centres: [FULL.centres[0], centre(12, '=HYPERLINK("http://x")', { [ESSENTIAL]: "no" })] };
    await openSaved(page, evil, locale, "keep");
    const message = plain(await copied(page, "#copy-text"));
    for (const part of [say("text-title", {}, locale), "مستشفى Al-Amal", "+964 750 000 0000", "Near my sister", "Call them"]) {
      expect(message).toContain(part);
    }
    expect(message).toContain(say("warning-no", { question: question(locale, ESSENTIAL) }, locale));
    const [name, table] = await downloaded(page, "#save-csv");
    expect(name).toMatch(/^hipec-checklist-\d{4}-\d\d-\d\d\.csv$/);
    expect(table.codePointAt(0)).toBe(0xfeff);
    const head = table.split("\r\n")[0];
    for (const key of ["csv-group", "table-question", "importance"]) expect(head).toContain(say(key, {}, locale));
    expect(table).toContain(question(locale, ESSENTIAL).replaceAll('"', '""'));
    expect(table).toContain("HYPERLINK");
    expect(table).not.toMatch(/(^|[",;\r\n])=/m);
  });

  test(`${locale}: one tap erases everything, and undo brings it back`, async ({ page }) => {
    await openSaved(page, FULL, locale);
    await mark(page, 0);
    await answer(page, SECOND, "no");
    await saved(page);
    const before = await stored(page);
    await page.locator('.privacy-note a[href="#keep"]').click();
    await expect(page.locator("#keep-erase")).toHaveText(say("keep-erase", {}, locale));
    await page.locator("#erase").click();
    await expect.poll(() => stored(page)).toBeNull();
    await expect(page.locator(".keep")).toContainText(say("keep-empty", {}, locale));
    await expect(page.locator(".toolbar [role=status].visually-hidden")).toHaveText(say("erased", {}, locale));
    await expect.poll(async () => JSON.stringify(await mirrored(page))).not.toContain("Al-Amal");
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Al-Amal");
    await page.locator("#undo").click();
    await expect.poll(() => stored(page)).toBe(before);
    await goTo(page, "overview");
    await expect(names(page)).toHaveText(["مستشفى Al-Amal", "Hospital B"]);
  });

  test(`${locale}: the blank sheet has every question, for one hospital or three`, async ({ page }) => {
    await openSaved(page, FULL, locale, "keep");
    await page.locator('#keep-paper ~ .actions a[href="#sheet"]').click();
    await expect(title(page)).toBeFocused();
    const rows = page.locator(".pen tbody tr:not(.pen-group)");
    await expect(rows).toHaveCount(criteria.length + 1);
    await expect(page.locator(".pen")).toContainText(question(locale, ESSENTIAL));
    await expect(rows.last()).toContainText("May my mother stay?");
    await expect(rows.first().locator(".pen-box")).toHaveCount(4);
    await expect(page.locator(".pen thead th")).toHaveText([
      say("table-question", {}, locale),
      ...["yes", "partly", "no", "would-not-say"].map((it) => say(`answer-${it}`, {}, locale)),
    ]);
    await page.getByLabel(say("sheet-three", {}, locale)).check();
    await expect(rows.first().locator(".pen-box")).toHaveCount(3);
    await expect(page.locator(".pen-sheet")).toContainText(say("sheet-signs", {}, locale));
    // Nothing of the list is on it, and nothing else is on the paper.
    await expect(page.locator(".pen-sheet")).not.toContainText("Al-Amal");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".pen")).toBeVisible();
    for (const part of [".toolbar", ".places", ".privacy-note", ".site-header", ".site-footer", "#undo"]) {
      await expect(page.locator(part).first()).toBeHidden();
    }
    await page.emulateMedia({ media: "screen" });
  });
}

test("notes travel where that is ticked", async ({ page, browser, baseURL, watch }) => {
  const link = await linkTo(page, FULL, true);
  await elsewhere(browser, baseURL, watch, async (other) => {
    await follow(other, link);
    await expect(panel(other)).toContainText(words("en").count("incoming-notes-count", 1));
    await press(other, "incoming-take");
    await mark(other, 0);
    await unfold(other, ESSENTIAL);
    await expect(note(other, ESSENTIAL)).toHaveValue("Secret of the surgeon");
  });
});

test.describe("a link into a list of one's own", () => {
  // Saved in the order of the ids.
  const sorted = (...replies) => replies.sort((a, b) => (a.criterion < b.criterion ? -1 : 1));
  const ours = {
    centres: [
      {
        id: 11,
        name: "A",
        answers: sorted(
          reply(ESSENTIAL, "yes", { on: "2026-01-05" }),
          reply(SECOND, "yes", { on: "2026-03-01" }),
        ),
      },
      centre(13, "Only ours"),
    ],
  };
  const theirs = {
    centres: [
      {
        id: 11,
        name: "A",
        answers: [
          reply(ESSENTIAL, "no", { on: "2026-02-10" }),
          reply(IMPORTANT, "partly"),
          reply(SECOND, "no", { on: "2026-02-10" }),
        ],
      },
      centre(12, "Only theirs", { [ESSENTIAL]: "yes" }),
    ],
  };

  test.beforeEach(async ({ page, browser, baseURL, watch }) => {
    let link;
    await elsewhere(browser, baseURL, watch, async (other) => {
      link = await linkTo(other, theirs);
    });
    await store(page, { [KEY]: savedAs(ours) });
    await follow(page, link);
    const { count } = words("en");
    for (const key of ["incoming-new-count", "incoming-gain-count", "incoming-differ-count"]) {
      const counts = { "incoming-new-count": 1, "incoming-differ-count": 2 };
      // Answers of a hospital that we do not have may or may not be counted as gained.
      if (counts[key]) await expect(panel(page)).toContainText(count(key, counts[key]));
    }
    expect(await stored(page)).toBe(savedAs(ours));
  });

  test("cancelled", async ({ page }) => {
    await press(page, "cancel");
    await expect(panel(page)).toHaveCount(0);
    await expect(title(page)).toBeFocused();
    await expect(names(page)).toHaveText(["A", "Only ours"]);
    await expect(page.locator("#undo")).toBeDisabled();
    expect(await stored(page)).toBe(savedAs(ours));
  });

  test("only looked at", async ({ page }) => {
    await press(page, "incoming-look");
    await expect(page.locator(".looking")).toContainText(say("looking"));
    await expect(names(page)).toHaveText(["A", "Only theirs"]);
    await mark(page, 0);
    await isAnswered(page, ESSENTIAL, "no");
    // Nothing can be changed, and the controls say what the list says.
    const other = answers(page, ESSENTIAL).locator('[value="yes"]');
    await other.click({ force: true });
    await isAnswered(page, ESSENTIAL, "no");
    await expect(other).toBeDisabled();
    await unfold(page, ESSENTIAL);
    await expect(note(page, ESSENTIAL)).toBeDisabled();
    await goTo(page, "overview");
    await field(page).fill("Another");
    await field(page).press("Enter");
    await expect(page.locator(".refusal")).toHaveText(say("looking-refused"));
    await expect(names(page)).toHaveText(["A", "Only theirs"]);
    await goTo(page, "compare");
    await expect(page.locator("table.answers thead th bdi")).toHaveText(["A", "Only theirs"]);
    expect(await stored(page)).toBe(savedAs(ours));
    await page.locator(".looking button").first().click();
    await expect(names(page)).toHaveText(["A", "Only ours"]);
    await expect(page.locator(".looking")).toHaveCount(0);
    await mark(page, 0);
    await isAnswered(page, ESSENTIAL, "yes");
    expect(await stored(page)).toBe(savedAs(ours));
  });

  test("looked at, then closed: nothing of it stays", async ({ page }) => {
    await press(page, "incoming-look");
    await expect(names(page)).toHaveText(["A", "Only theirs"]);
    await openChecklist(page, "en", "overview");
    await page.reload();
    await expect(names(page)).toHaveText(["A", "Only ours"]);
    expect(await stored(page)).toBe(savedAs(ours));
  });

  test("put together: both answers stay until the person chooses", async ({ page }) => {
    await press(page, "incoming-merge");
    await expect(names(page)).toHaveText(["A", "Only ours", "Only theirs"]);
    await mark(page, 0);
    await isAnswered(page, IMPORTANT, "partly");
    const dispute = page.locator(`#criterion-${ESSENTIAL} .dispute`);
    await expect(dispute).toContainText(say("disputed"));
    await expect(dispute.getByRole("button")).toHaveCount(2);
    await expect(page.locator(".dispute")).toHaveCount(2);
    // Until then it counts as open.
    await expect(page.locator(".standing .warning")).toHaveCount(0);
    await expect(page.locator(".standing .box-open")).toHaveCount(criteriaOf("essential").length);
    await dispute.getByRole("button").nth(1).click();
    await expect(dispute).toHaveCount(0);
    await isAnswered(page, ESSENTIAL, "no");
    await page.locator(`#criterion-${SECOND} .dispute button`).first().click();
    await isAnswered(page, SECOND, "yes");
    await saved(page);
    for (let step = 0; step < 3; step += 1) await page.locator("#undo").click();
    await goTo(page, "overview");
    await expect(names(page)).toHaveText(["A", "Only ours"]);
    await expect.poll(async () => documentOf(page)).toEqual(JSON.parse(savedAs(ours)).document);
  });

  test("put together: the newer answer, with the person's word", async ({ page }) => {
    await panel(page).getByRole("checkbox").check();
    await press(page, "incoming-merge");
    await expect(names(page)).toHaveText(["A", "Only ours", "Only theirs"]);
    await mark(page, 0);
    await expect(page.locator(".dispute")).toHaveCount(0);
    await isAnswered(page, ESSENTIAL, "no");
    await isAnswered(page, SECOND, "yes");
    await isAnswered(page, IMPORTANT, "partly");
  });

  test("replaced, with our own set aside", async ({ page }) => {
    await press(page, "incoming-replace");
    await expect(names(page)).toHaveText(["A", "Only theirs"]);
    await saved(page);
    const aside = await page.evaluate(() =>
      Object.entries(localStorage).filter(([key]) => key.startsWith("hipec:checklist:before-merge")).map(([, text]) => text),
    );
    expect(aside.map((text) => JSON.parse(text).document)).toEqual([JSON.parse(savedAs(ours)).document]);
    await page.locator("#undo").click();
    await expect(names(page)).toHaveText(["A", "Only ours"]);
    await expect.poll(async () => documentOf(page)).toEqual(JSON.parse(savedAs(ours)).document);
  });
});

test("the same list again has nothing to choose", async ({ page }) => {
  const same = { centres: [centre(11, "A", { [ESSENTIAL]: "yes" })] };
  const link = await linkTo(page, same);
  await follow(page, link);
  await expect(panel(page)).toContainText(say("incoming-same"));
  await press(page, "close");
  await expect(panel(page)).toHaveCount(0);
});

test("a list that is too long for a link goes as a file", async ({ page }) => {
  const ids = criteria.map((it) => it.id);
  const centres = Array.from({ length: 40 }, (_, at) =>
    centre(at + 1, `مستشفى بعيد جداً ${at}`.repeat(4), Object.fromEntries(ids.map((id) => [id, "partly"]))),
  );
  await openSaved(page, { centres }, "ar", "keep");
  await expect(page.getByText(say("keep-link-long", {}, "ar"))).toBeVisible();
  await expect(page.locator("#copy-link")).toHaveCount(0);
  await expect(page.locator("svg.qr")).toHaveCount(0);
  const [, content] = await downloaded(page, "#save-file");
  expect(JSON.parse(content).document.centres).toHaveLength(40);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the QR code can be read (${colorScheme})`, async ({ page, context }) => {
    await page.emulateMedia({ colorScheme });
    const link = await linkTo(page, { centres: [centre(11, "A", { [ESSENTIAL]: "yes", [IMPORTANT]: "no" })] });
    expect(link.length).toBeLessThanOrEqual(425);
    await expect(page.locator("svg.qr")).toHaveCount(0);
    await page.getByText(say("keep-qr"), { exact: true }).click();
    const code = page.locator("svg.qr");
    await expect(code).toHaveAttribute("role", "img");
    await expect(code).toHaveAttribute("aria-label", say("keep-qr"));
    const picture = (await code.screenshot()).toString("base64");
    // Looked at, not asked: another page turns the picture into points.
    const eye = await context.newPage();
    const { data, width, height } = await eye.evaluate(async (picture) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const { width, height } = image;
      const canvas = new OffscreenCanvas(width, height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      return { data: [...canvas.getImageData(0, 0, width, height).data], width, height };
    }, picture);
    await eye.close();
    const read = (jsqr.default ?? jsqr)(Uint8ClampedArray.from(data), width, height);
    expect(read?.data).toBe(link);
  });
}

test("a link of a middling list has no QR code", async ({ page }) => {
  const all = Object.fromEntries(criteria.map((it) => [it.id, "partly"]));
  const centres = Array.from({ length: 6 }, (_, at) => centre(at + 1, `نەخۆشخانەی ژمارە ${at} لە ھەولێر`.repeat(2), all));
  const link = await linkTo(page, { centres });
  expect(link.length).toBeGreaterThan(425);
  await expect(page.locator("#copy-link")).toBeVisible();
  await expect(page.getByText(say("keep-qr"), { exact: true })).toHaveCount(0);
});

test("where nothing is in the list there is nothing to send, and that is said", async ({ page }) => {
  await openChecklist(page, "en", "keep");
  await expect(page.getByText(say("keep-empty"))).toBeVisible();
  await expect(page.locator("#save-file")).toBeDisabled();
  await expect(page.locator("#copy-link, #copy-text, #save-csv")).toHaveCount(0);
  await expect(page.locator("#open-file")).toBeEnabled();
});
