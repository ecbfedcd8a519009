import { defineConfig, devices } from "@playwright/test";
import { BROWSER_ARGS, installedBrowser } from "./scripts/browser.mjs";
import { TEST_LIMIT_MS } from "./scripts/test/limits.mjs";

const executablePath = installedBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  // One journey alone leaves a core idle whenever it waits for the page.
  workers: 2,
  // Journeys of one file go to whoever is free: by files, the last one keeps a worker waiting. Files run by name: what is long and one piece (`browser-*`) goes early.
  fullyParallel: true,
  // A test that passes at the second try hides a fault; in CI one retry is granted, and reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // What a page is expected to say may take as long as the journey: no machine is too slow.
  timeout: TEST_LIMIT_MS,
  expect: { timeout: TEST_LIMIT_MS },
  // Where several fail, each of them waits for its limit: a few are enough to know.
  maxFailures: 4,
  reporter: [["list"], ["json", { outputFile: ".cache/test/e2e.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    // The page speaks the language that the browser asks for; journeys go by English words.
    locale: "en-US",
    viewport: { width: 1440, height: 900 },
    // What the page fetches to work without a network, each journey would fetch anew.
    serviceWorkers: "block",
    // Recording takes more time than the journey: a failure is looked at by running its journey again with `--trace on`.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      // Names other than localhost lead nowhere, so that not even a fault can let a test talk to the world.
      args: [...BROWSER_ARGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
