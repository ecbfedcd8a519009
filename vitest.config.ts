import { availableParallelism } from "node:os";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { BROWSER_ARGS, installedBrowser } from "./scripts/browser.mjs";
import { LATE_PACKAGES } from "./scripts/late-packages.mjs";
import { ALONE, ALONE_IN_JSDOM } from "./scripts/test/alone.mjs";
import { TEST_LIMIT_MS } from "./scripts/test/limits.mjs";

const executablePath = installedBrowser();

const patience = { testTimeout: TEST_LIMIT_MS, hookTimeout: TEST_LIMIT_MS };

/** Node reads WebAssembly from a path: so networks train in the tests as they do in a browser, and several times as fast. */
const wasmByPath: Plugin = {
  name: "wasm-by-path",
  enforce: "pre",
  load: (id) => (id.endsWith(".wasm?url") ? `export default ${JSON.stringify(id.slice(0, -"?url".length))}` : null),
};

export default defineConfig({
  test: {
    // Without a number, one core of two is left to do nothing.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        plugins: [wasmByPath],
        test: {
          ...patience,
          name: "unit",
          environment: "node",
          // A process and modules of its own take more time than the tests of most files.
          isolate: false,
          include: ["src/**/*.test.ts", "bench/**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: ["**/*.browser.test.ts", ...ALONE],
        },
      },
      {
        plugins: [wasmByPath],
        test: {
          ...patience,
          name: "unit-alone",
          environment: "node",
          include: ALONE,
          exclude: ["**/*.browser.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: {
          ...patience,
          name: "dom",
          environment: "jsdom",
          setupFiles: ["src/testing/dom-setup.ts"],
          isolate: false,
          include: ["src/**/*.test.tsx"],
          exclude: ["**/*.browser.test.tsx", ...ALONE_IN_JSDOM],
        },
      },
      {
        plugins: [react()],
        test: {
          ...patience,
          name: "dom-alone",
          environment: "jsdom",
          setupFiles: ["src/testing/dom-setup.ts"],
          include: ALONE_IN_JSDOM,
        },
      },
      {
        plugins: [react()],
        worker: { format: "es" },
        optimizeDeps: { include: LATE_PACKAGES },
        test: {
          ...patience,
          name: "browser",
          include: ["src/**/*.browser.test.{ts,tsx}", "bench/**/*.browser.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: BROWSER_ARGS, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
