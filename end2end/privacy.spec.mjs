// What people type goes nowhere. A list full of unmistakable words is carried
// through everything that the site does; none of them is in any request.
import { KEY, names, saved, store, stored } from "./support/checklist.mjs";
import { fileFrom, incomingButton, openAt, openCentre, pickFile, show, unfold, version2 } from "./support/keeping.mjs";
import { expect, started, test } from "./support/test.mjs";
import { LOCALES, criteria, words } from "./support/words.mjs";
import { follow } from "./support/menu.mjs";

const FIRST = criteria[0].id;
/** One in each place where words can be typed, in three scripts. */
const SECRETS = {
  name: "Zanbaqname",
  city: "زنبقةمدينة",
  phone: "0770998877665",
  local: "Zanbaqlocal",
  cost: "زنبقکۆست",
  note: "Zanbaqnote ژیان",
  own: "Zanbaqown؟",
  why: "زنبقلماذا",
  next: "Zanbaqnext",
  typed: "Zanbaqtyped",
};

const DOCUMENT = {
  centres: [
    {
      id: 11,
      name: SECRETS.name,
      answers: [{ criterion: FIRST, answer: "yes", note: SECRETS.note, who: "staff", on: "2026-11-20" }],
      city: SECRETS.city,
      phone: SECRETS.phone,
      local_care: SECRETS.local,
      costs: [{ id: 7, what: SECRETS.cost, amount: 987654321, currency: "USD" }],
    },
    { id: 22, name: `${SECRETS.name}2`, answers: [] },
  ],
  own: [{ id: "own-0000002a", kind: "criterion", text: SECRETS.own }],
  decision: { choice: 11, why: SECRETS.why, next: SECRETS.next },
};

/** A word as it could be hidden in a request. */
function forms(secret) {
  const bytes = Buffer.from(secret);
  // Base64 depends on what stands in front: of three ways, the middle that is the same.
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
    return whole.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  const all = [secret, encodeURIComponent(secret), escape(secret), JSON.stringify(secret).slice(1, -1), ...base64];
  return [...all, ...all.map((it) => it.replace(/\+/g, "-").replace(/\//g, "_")), bytes.toString("hex")];
}
const WANTED = [...Object.values(SECRETS), "987654321"].flatMap(forms).map((it) => it.toLowerCase());

/** Everything that is sent, as texts. */
function listen(context) {
  const sent = [];
  const note = (request, headers) => {
    const parts = [request.url(), JSON.stringify(headers)];
    const body = request.postDataBuffer();
    if (body) parts.push(body.toString("latin1"), body.toString("utf8"));
    const text = parts.flatMap((part) => [part, decode(part)]).join("\n");
    sent.push({ url: request.url(), method: request.method(), text: text.toLowerCase() });
  };
  context.on("request", (request) => note(request, request.headers()));
  // What the browser itself adds is only known afterwards.
  context.on("response", async (response) => {
    const request = response.request();
    note(request, await request.allHeaders().catch(() => ({})));
  });
  context.on("websocket", (socket) => sent.push({ url: socket.url(), method: "WEBSOCKET", text: socket.url() }));
  return sent;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

test.use({ viewport: { width: 1280, height: 800 }, permissions: ["clipboard-read", "clipboard-write"] });
test.setTimeout(60_000);

test("a word that is sent would be found", async ({ page, context, baseURL }) => {
  const sent = listen(context);
  await page.goto("/");
  for (const secret of Object.values(SECRETS)) {
    for (const hidden of [secret, Buffer.from(`x${secret}y`).toString("base64")]) {
      const query = `?${encodeURIComponent(hidden)}`;
      await page.evaluate((url) => fetch(url, { method: "HEAD" }), `${baseURL}/${query}`);
      const [found] = sent.filter(({ url }) => url.endsWith(query));
      expect(WANTED.some((form) => found.text.includes(form)), hidden).toBe(true);
    }
  }
});

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: none of it is in any request`, async ({ page, context, baseURL }) => {
    const sent = listen(context);
    const say = words(locale).checklist;
    await store(page, { [KEY]: version2(DOCUMENT) });
    await openAt(page, locale, "overview");
    await expect(names(page)).toHaveText([SECRETS.name, `${SECRETS.name}2`]);

    // Every view, and something typed.
    for (const place of ["compare", "ask", "decide", "keep", "overview"]) await show(page, place);
    await openCentre(page);
    await unfold(page, FIRST);
    await page.locator(`#note-${FIRST}`).fill(SECRETS.typed);
    await expect.poll(() => stored(page)).toContain(SECRETS.typed);
    await openAt(page, locale, "ask-11");
    await openAt(page, locale, "sheet");

    // Everything that hands the list over.
    await show(page, "keep");
    expect((await fileFrom(page, page.locator("#save-file"))).text).toContain(SECRETS.typed);
    expect((await fileFrom(page, page.locator("#save-csv"))).text).toContain(SECRETS.typed);
    await page.locator("#copy-text").click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(SECRETS.name);
    await page.locator("#with-notes").check();
    await page.locator("#copy-link").click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("#list-1.");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const code = page.locator(".keep details summary");
    if (await code.count()) await code.first().click();

    // A file, and a link with data.
    await pickFile(page, version2({ ...DOCUMENT, centres: [{ id: 33, name: `${SECRETS.name}3`, answers: [] }] }));
    await incomingButton(page, say("incoming-merge")).click();
    await expect(names(page)).toHaveText([SECRETS.name, `${SECRETS.name}2`, `${SECRETS.name}3`]);
    await saved(page);
    await page.goto(`/${locale}/`);
    await page.goto(link);
    await started(page, "hydrate");
    await expect(page.locator(".incoming h2")).toHaveText(say("incoming-link"));
    await incomingButton(page, say("incoming-look")).click();
    await expect(names(page)).toHaveText([SECRETS.name, `${SECRETS.name}2`]);

    // On to other pages, within the program and without; another language; back.
    await follow(page, `/${locale}/iraq/`);
    await expect(page.locator("article[data-page=iraq]")).toBeVisible();
    await page.goBack();
    await expect(page.locator(".checklist")).toBeVisible();
    const next = locale === "ar" ? "ckb" : "ar";
    await page.locator(`.languages a[data-locale=${next}]`).first().click();
    await expect(page).toHaveURL(new RegExp(`/${next}/checklist/`));
    await page.goto(`/${next}/recover/`);
    await expect(page.locator(".kept-row").first()).toBeVisible();
    await page.locator(".kept-row button").first().click();
    await openAt(page, next, "keep");
    await page.locator("#erase").click();
    await expect.poll(() => stored(page)).toBeNull();

    expect(sent.length).toBeGreaterThan(20);
    for (const { url, method, text } of sent) {
      expect(["GET", "HEAD"], url).toContain(method);
      if (!/^(blob|data):/.test(url)) expect(new URL(url).origin, url).toBe(new URL(baseURL).origin);
      expect(WANTED.filter((form) => text.includes(form)), url).toEqual([]);
      // Nor anything else of a list: a link's data stands after `#`.
      expect(new URL(url).search, url).toBe("");
      expect(text.split("#")[0]).not.toContain("list-1.");
    }
  });
}
