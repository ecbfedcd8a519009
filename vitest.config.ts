import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { BROWSER_ARGS, installedBrowser } from "./scripts/browser.mjs";
import { LATE_PACKAGES } from "./scripts/late-packages.mjs";

const executablePath = installedBrowser();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["src/**/*.test.ts", "bench/**/*.test.ts", "scripts/**/*.test.mjs"],
          exclude: ["**/*.browser.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: {
          name: "dom",
          environment: "jsdom",
          setupFiles: ["src/testing/dom-setup.ts"],
          include: ["src/**/*.test.tsx"],
          exclude: ["**/*.browser.test.tsx"],
        },
      },
      {
        plugins: [react()],
        worker: { format: "es" },
        optimizeDeps: { include: LATE_PACKAGES },
        test: {
          name: "browser",
          include: ["src/**/*.browser.test.{ts,tsx}", "bench/**/*.browser.test.ts"],
          // The first WebGL training compiles shaders for seconds, and software rendering is slow.
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
