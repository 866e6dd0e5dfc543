// A link from someone who means ill. It is opened in the real page, put in
// place of the list, and looked at in every view: nothing of it may run, become
// an element, or turn the text around it.
import { KEY, names, saved, stored } from "./support/checklist.mjs";
import { incomingButton, openCentre, show, unfold } from "./support/keeping.mjs";
import { hostileLink } from "./support/link.mjs";
import { expect, started, test } from "./support/test.mjs";
import { LOCALES, words } from "./support/words.mjs";

const BIDI = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

/** Each must stay the text that it is, save for signs that turn directions. */
const PAYLOADS = {
  "an image with a handler": `<img id="evil" src="x" onerror="alert(1)">`,
  "a script": `<script id="evil">alert(1)</script>`,
  "a script that ends another": `</script><script id="evil">alert(1)</script>`,
  "a drawing with a script": `<svg id="evil" onload="alert(1)"><script>alert(1)</script></svg>`,
  "a frame": `<iframe id="evil" srcdoc="<script>alert(1)</script>"></iframe>`,
  "an attribute that is broken out of": `"' id="evil" autofocus onfocus="alert(1)" x="`,
  "an address that runs": `javascript:alert(1)//<a id="evil" href="javascript:alert(1)">x</a>`,
  "Arabic with markup": `مستشفى <b id="evil" onclick="alert(1)">الأمل</b>`,
  "Sorani with markup": `نەخۆشخانەی <img id="evil" src=x onerror=alert(1)> ھیوا`,
  "signs that turn directions": `A\u202eevil\u2066 lru\u2069 \u200fB\u061c`,
  "placeholders and entities": `{centre} {count} {change} &lt;img id=evil&gt; &#60;b id=evil&#62;`,
};

const VIEWS = ["overview", "compare", "ask", "decide", "keep"];
const locales = Object.keys(LOCALES);

/** What nobody may have made of it. */
async function inert(page) {
  await expect(page.locator("#evil, [onerror], [onload], [onfocus], [onclick]")).toHaveCount(0);
  await expect(page.locator(".checklist :is(script, iframe, img, object, embed)")).toHaveCount(0);
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
}

for (const [at, [name, payload]] of Object.entries(PAYLOADS).entries()) {
  const locale = locales[at % locales.length];
  test(`${name} (${locale})`, async ({ page }) => {
    const dialogs = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    const say = words(locale).checklist;
    const link = hostileLink(payload);
    await page.goto(`/${locale}/checklist/#${link}`);
    await started(page, "hydrate");
    await expect(page.locator(".incoming h2")).toHaveText(say("incoming-link"));
    await inert(page);
    // It is nobody's to pass on by accident.
    expect(new URL(page.url()).hash).not.toContain("list-");
    const shown = await page.locator(".incoming li bdi").textContent();
    expect(shown).not.toMatch(BIDI);
    if (!BIDI.test(payload)) expect(shown).toBe(payload);
    expect(await stored(page)).toBeNull();

    await incomingButton(page, say("incoming-look")).click();
    await expect(names(page)).toHaveText([shown]);
    await inert(page);
    expect(await stored(page)).toBeNull();
    await page.goto(`/${locale}/about/`);
    await page.goto(`/${locale}/checklist/#${link}`);
    await started(page, "hydrate");
    await incomingButton(page, say("incoming-take")).click();
    await expect(names(page)).toHaveText([shown]);
    await saved(page);
    expect(await stored(page, KEY)).not.toMatch(BIDI);
    for (const place of VIEWS) {
      await show(page, place);
      await inert(page);
    }
    await show(page, "overview");
    await openCentre(page);
    const own = "own-0000002a";
    await expect(page.locator(`#criterion-${own} .question bdi`)).toHaveText(shown);
    await unfold(page, own);
    await expect(page.locator(`#note-${own}`)).toHaveValue(shown);
    await inert(page);
    expect(dialogs).toEqual([]);
  });
}

test("one that is huge", async ({ page }) => {
  // Valid in every byte, and larger than a link may be.
  const link = hostileLink(`<img id="evil" src=x onerror=alert(1)> ${"x".repeat(3000)}`);
  expect(link.length).toBeGreaterThan(8192);
  await page.goto(`/ar/checklist/#${link}`);
  await started(page, "hydrate");
  const say = words("ar").checklist;
  await expect(page.locator(".incoming h2")).toHaveText(say("open-failed"));
  await expect(page.locator(".incoming")).toContainText(say("open-too-large"));
  await inert(page);
  expect(new URL(page.url()).hash).not.toContain("list-");
  await incomingButton(page, say("close")).click();
  await expect(page.locator(".incoming")).toHaveCount(0);
  expect(await stored(page)).toBeNull();
});
