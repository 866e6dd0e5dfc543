// The test function of all specs. It watches every page of every test: a
// message in the console, an error, a failed request, a request to elsewhere
// or the start script's fallback fails the test that caused it, unless the
// test has said that it is going to.
import { test as base, expect } from "@playwright/test";
import { startOf } from "./site.mjs";

/** What Chromium itself writes when an answer is an error or there is none. */
export const NETWORK = /Failed to load resource/;

class Watch {
  #origin;
  #problems = [];
  #allowed = [];
  requests = [];

  constructor(baseURL) {
    this.#origin = new URL(baseURL).origin;
  }

  follow(context) {
    const problem = (text) => this.#problems.push(text);
    context.on("console", (message) => problem(`console ${message.type()}: ${message.text()}`));
    context.on("weberror", (error) => problem(`error: ${error.error()}`));
    context.on("requestfailed", (request) => {
      // Going elsewhere ends what is on its way; that is nobody's failure.
      if (request.failure()?.errorText === "net::ERR_ABORTED") return;
      problem(`failed: ${request.url()} ${request.failure()?.errorText}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) problem(`status ${response.status()}: ${response.url()}`);
    });
    context.on("request", (request) => {
      this.requests.push({ url: request.url(), body: request.postData() ?? "" });
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== this.#origin) {
        problem(`elsewhere: ${request.url()}`);
      }
    });
  }

  /** Problems that the test causes on purpose. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  /** What went wrong so far. */
  problems() {
    return this.#problems.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }
}

export const test = base.extend({
  watch: [
    async ({ context, baseURL, javaScriptEnabled }, use) => {
      const watch = new Watch(baseURL);
      // How Chromium reports that scripts are switched off.
      if (javaScriptEnabled === false) watch.allow(/^failed: .*\.js csp$/);
      watch.follow(context);
      await use(watch);
      expect(watch.problems(), "nothing goes wrong behind the page").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page and waits until the program has taken its place. */
export async function open(page, path, start = startOf(path)) {
  const response = await page.goto(path);
  await started(page, start);
  return response;
}

/** Waits until the program says how it has started. */
export async function started(page, start) {
  // Whatever it says first counts: "mount" would mean that hydration failed.
  await page.waitForFunction(() => document.documentElement.dataset.started);
  await expect(page.locator("html")).toHaveAttribute("data-started", start);
}

export { expect };
