import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { META_POLICY } from "./scripts/csp.mjs";
import { detectorCards } from "./scripts/detector-cards.mjs";
import { LATE_PACKAGES } from "./scripts/late-packages.mjs";

/** Only in the build: the development server needs inline scripts and a web socket. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: META_POLICY },
      injectTo: "head-prepend",
    },
  ],
};

export default defineConfig({
  // Relative, so that the built page works in any sub-path of any static host.
  base: "./",
  plugins: [react(), detectorCards, contentSecurityPolicy],
  build: {
    target: "es2023",
    // A small .wasm inlined as a data: URL would be refused by connect-src 'self'.
    assetsInlineLimit: 0,
    manifest: true,
  },
  worker: { format: "es" },
  optimizeDeps: { include: LATE_PACKAGES },
});
