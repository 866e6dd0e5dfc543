// The program does not start, or dies: the page stays a page.
import { NETWORK, expect, open, started, test } from "./support/test.mjs";
import { words } from "./support/words.mjs";
import { entry, follow, openMenu } from "./support/menu.mjs";

test.use({ viewport: { width: 1280, height: 800 } });

/** Makes the program trap. Runs in the page before everything else. */
const trapping = (when) => {
  const trap = () => {
    // (module (func (export "f") unreachable))
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f();
  };
  const poisoned = (result) => {
    const exports = {};
    for (const [name, value] of Object.entries(result.instance.exports)) {
      const start = name === "__wbindgen_start" || name === "main";
      exports[name] =
        typeof value !== "function"
          ? value
          : (...all) => (window.trap || (start && when === "start") ? trap() : value(...all));
    }
    return { instance: { exports }, module: result.module };
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...all) => poisoned(await real.apply(WebAssembly, all));
  }
};

const loads = (watch, path) => watch.requests.filter(({ url }) => new URL(url).pathname === path).length;

for (const path of ["/en/about/", "/ar/checklist/"]) {
  const locale = path.slice(1, 3);
  const list = path.endsWith("/checklist/");

  async function isPlain(page) {
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator(".key-points, .lead").first()).toBeVisible();
    if (list) {
      await expect(page.getByText(words(locale).checklist("needs-script"))).toBeVisible();
      for (const control of await page.locator("#new-centre, .toolbar, .places, .option").all()) {
        await expect(control).toBeHidden();
      }
      await expect(page.locator(".criterion .question").first()).toBeVisible();
    }
    await follow(page, `/${locale}/iraq/`);
    await expect(page.locator("article[data-page=iraq]")).toBeVisible();
    await expect(page).toHaveURL(/\/iraq\/$/);
  }

  test(`${path}: the program does not arrive`, async ({ page, watch }) => {
    watch.allow(NETWORK, /^failed: .*\.wasm/, /console warning: TypeError: Failed to fetch/, /preload/);
    await page.route("**/*.wasm", (route) => route.abort("connectionrefused"));
    await open(page, path, "failed");
    await isPlain(page);
    expect(loads(watch, path)).toBe(1);
  });

  test(`${path}: the program arrives damaged`, async ({ page, watch }) => {
    watch.allow(NETWORK, /integrity|preload/i, /console warning/, /^failed: .*\.wasm/);
    await page.route("**/*.wasm", (route) =>
      route.fulfill({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) }),
    );
    await open(page, path, "failed");
    await isPlain(page);
    expect(loads(watch, path)).toBe(1);
  });

  test(`${path}: half of the program does not arrive`, async ({ page, watch }) => {
    watch.allow(NETWORK, /^failed: .*hipec\.[^/]*\.js/, /preload/, /dynamically imported module/);
    await page.route("**/assets/hipec.*.js", (route) => route.abort("connectionrefused"));
    await page.goto(path);
    await isPlain(page);
    expect(loads(watch, path)).toBe(1);
  });

  test(`${path}: the program dies at every start`, async ({ page, watch }) => {
    watch.allow(/RuntimeError: unreachable/, /preload/);
    await page.addInitScript(trapping, "start");
    await page.goto(path);
    await page.waitForFunction(() => document.documentElement.dataset.started === "failed");
    // Once more, drawn anew; then never again.
    await page.waitForTimeout(1000);
    expect(loads(watch, path)).toBe(2);
    await isPlain(page);
  });

  test(`${path}: the program dies once`, async ({ page, watch }) => {
    watch.allow(/RuntimeError: unreachable/, /preload/);
    await page.addInitScript(`if (!sessionStorage.died) { sessionStorage.died = 1; (${trapping})("start"); }`);
    await page.goto(path);
    await started(page, "mount");
    expect(loads(watch, path)).toBe(2);
    await expect(page.locator("h1")).toHaveCount(1);
    if (list) {
      await page.locator("#new-centre").fill("A");
      await page.locator("#new-centre").press("Enter");
      await expect(page.locator(".centre-name")).toHaveText("A");
    }
    await follow(page, `/${locale}/iraq/`);
    await expect(page.locator("article[data-page=iraq]")).toBeVisible();
  });
}

test("the program dies while the reader goes on: the page is loaded whole", async ({ page, watch }) => {
  watch.allow(/RuntimeError: unreachable/, /preload/);
  await page.addInitScript(trapping, "later");
  await open(page, "/en/about/");
  await openMenu(page);
  await page.evaluate(() => (window.trap = true));
  await entry(page, "/en/iraq/").click();
  await page.waitForLoadState();
  await started(page, "mount").catch(() => {});
  await follow(page, "/en/procedure/");
  await expect(page.locator("article[data-page=procedure]")).toBeVisible();
});

test("what was typed before the program arrived is still there", async ({ page, watch }) => {
  watch.allow(/preload/);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/en/checklist/", { waitUntil: "commit" });
  await page.locator("#new-centre").fill("Typed early");
  release();
  await started(page, "hydrate");
  await expect(page.locator("#new-centre")).toHaveValue("Typed early");
  await page.locator("#new-centre").press("Enter");
  await expect(page.locator(".centre-name")).toHaveText("Typed early");
});

test("a tap before the program arrived does no harm", async ({ page, watch }) => {
  watch.allow(/preload/);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/en/checklist/", { waitUntil: "commit" });
  await page.locator("#new-centre").fill("Tapped early");
  await page.locator("#new-centre").press("Enter");
  release();
  await started(page, "hydrate");
  await expect(page).toHaveURL(/\/en\/checklist\/$/);
  await expect(page.locator("#new-centre, .centre-name").first()).toBeVisible();
  const kept = (await page.locator("#new-centre").inputValue()) + (await page.locator(".centre-name").allTextContents());
  expect(kept).toContain("Tapped early");
});
