// Thirty hospitals with long names of mixed scripts: every view fits a phone.
import { centre, openChecklist, openSaved, title } from "./support/checklist.mjs";
import { fits } from "./support/layout.mjs";
import { expect, test } from "./support/test.mjs";
import { LOCALES, criteria } from "./support/words.mjs";

const NAMES = [
  (at) => `مستشفى الأمل التخصصي للأورام والجراحة في مدينة أربيل ${at} (Al-Amal)`,
  (at) => `The ${at}th University Hospital of Something Rather Long, Department of Surgery`,
  (at) => `نەخۆشخانەی فێرکاریی ڕزگاری لە شاری ھەولێر، بەشی نەشتەرگەری ${at}`,
  (at) => `${"Unbroken".repeat(12)}${at}`,
];
const CODES = ["yes", "partly", "no", "would-not-say", "not-asked"];
const centres = Array.from({ length: 30 }, (_, at) =>
  centre(
    at + 1,
    NAMES[at % NAMES.length](at).slice(0, 120),
    Object.fromEntries(criteria.map((it, place) => [it.id, CODES[(place * 7 + at * 3) % CODES.length]])),
    { city: "W".repeat(80), costs: [{ id: 1, what: "x".repeat(100), amount: 999999999999, currency: "IQD" }] },
  ),
);
const decision = { choice: 4, why: "y".repeat(300), next: "z".repeat(300) };
const own = [{ id: "own-0000002a", kind: "criterion", text: "q".repeat(150) }];

test.use({ viewport: { width: 360, height: 740 } });

for (const locale of Object.keys(LOCALES)) {
  test(`${locale}: thirty hospitals on every view`, async ({ page }) => {
    test.slow();
    await openSaved(page, { centres, own, decision }, locale);
    for (const place of ["overview", "centre-4", "compare", "ask", "ask-4", "decide", "keep", "sheet"]) {
      await page.goto("about:blank");
      await openChecklist(page, locale, place);
      await expect(title(page)).toBeVisible();
      if (place === "centre-4") {
        for (const fold of ["facts", "costs"]) await page.locator(`details.${fold} summary`).click();
        await page.locator(".answer-more summary").first().click();
      }
      if (place === "decide") await page.locator("#take-down").click();
      await fits(page, 360);
    }
  });
}
