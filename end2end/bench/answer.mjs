// How long from a tap on an answer to the next picture: with 3 and with 30
// hospitals, sixty questions, on a processor four times slower. Run it with
// `BASE_URL=… npm run bench`; it fails over the bars of 50 ms and twice the cost.
import { chromium } from "@playwright/test";
import config from "../playwright.config.mjs";
import { KEY, savedAs } from "../support/checklist.mjs";
import { criteria } from "../support/words.mjs";

const TAPS = 60;
const OWN = 32;
const CODES = ["yes", "partly", "no", "would-not-say"];

const own = Array.from({ length: OWN }, (_, at) => ({
  id: `own-${(at + 1).toString(16).padStart(8, "0")}`,
  kind: "criterion",
  text: `Own question ${at + 1}`,
}));
const ids = [...criteria, ...own].map((it) => it.id);

/** A list in which much is answered and much is open. */
const listOf = (count) =>
  savedAs({
    centres: Array.from({ length: count }, (_, centre) => ({
      id: centre + 1,
      name: `Hospital ${centre + 1}`,
      answers: ids
        .filter((_, at) => (at + centre) % 3 > 0)
        .map((criterion, at) => ({ criterion, answer: CODES[(at * 5 + centre) % CODES.length] }))
        .sort((a, b) => (a.criterion < b.criterion ? -1 : 1)),
    })),
    own,
  });

/** Runs in the page: taps one answer after the other, and says how long each took. */
const tap = async ({ ids, codes }) => {
  const times = [];
  const picture = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        // A message posted in a frame is handled once the frame is painted.
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(null);
      }),
    );
  for (const [at, id] of ids.entries()) {
    const all = document.querySelectorAll(`#criterion-${id} .answer input`);
    const now = [...all].findIndex((it) => it.checked);
    const next = codes.indexOf(codes[(at + now + 1) % codes.length]);
    const target = all[next === now ? (now + 1) % codes.length : next];
    target.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((done) => setTimeout(done, 60));
    await picture();
    const begin = performance.now();
    target.click();
    await picture();
    times.push(performance.now() - begin);
    if (!target.checked) throw new Error(`the answer to ${id} did not stay`);
  }
  return times;
};

async function measure(browser, count) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: config.use.baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await page.evaluate(([key, list]) => localStorage.setItem(key, list), [KEY, listOf(count)]);
  await page.goto("/en/checklist/#centre-1");
  await page.waitForSelector('html[data-started="hydrate"]');
  await page.waitForSelector(`#criterion-${own.at(-1).id}`);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const times = await page.evaluate(tap, { ids: ids.slice(0, TAPS), codes: CODES });
  await context.close();
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(TAPS * 0.5)], high: times[Math.ceil(TAPS * 0.95) - 1] };
}

const browser = await chromium.launch(config.use.launchOptions);
const results = {};
for (const count of [3, 30]) {
  results[count] = await measure(browser, count);
  const { median, high } = results[count];
  console.log(`${String(count).padStart(2)} hospitals x ${ids.length} questions: median ${median.toFixed(1)} ms, 95th percentile ${high.toFixed(1)} ms`);
}
await browser.close();
const ratio = results[30].high / results[3].high;
console.log(`ratio ${ratio.toFixed(2)} (at most 2), slowest ${results[30].high.toFixed(1)} ms (at most 50)`);
process.exitCode = ratio <= 2 && results[30].high <= 50 ? 0 : 1;
