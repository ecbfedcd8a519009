import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", environment: "node", include: ["src/**/*.test.ts", "bench/**/*.test.ts"], exclude: ["**/*.browser.test.ts"] } },
      { test: { name: "dom", environment: "jsdom", include: ["src/**/*.test.tsx"], exclude: ["**/*.browser.test.tsx"] } },
    ],
  },
});
