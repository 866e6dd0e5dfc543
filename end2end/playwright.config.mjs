import { defineConfig } from "@playwright/test";

export default defineConfig({
  testMatch: "*.spec.mjs",
  outputDir: "report",
  reporter: "list",
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has found something.
  retries: 0,
  timeout: 20_000,
  use: {
    browserName: "chromium",
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:8080",
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        // Chromium refuses to run as root with its sandbox.
        "--no-sandbox",
        // The rest keeps the browser from calling home: only the site's own
        // requests are to be seen.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
