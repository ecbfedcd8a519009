import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { withoutNetwork } from "./scripts/without-network.mjs";
import { META_POLICY } from "./scripts/csp.mjs";
import { detectorCards } from "./scripts/detector-cards.mjs";
import { LATE_PACKAGES } from "./scripts/late-packages.mjs";
import { mantineStyles } from "./scripts/mantine-styles.mjs";

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

/** A namespace that lies in many files is fetched as one. */
const catalogueOfManyFiles = {
  test: /\/src\/messages\/\w+\/\w+\/[^/]+\.json$/,
  name: (id: string) => /\/messages\/(\w+\/\w+)\//.exec(id)?.[1]?.replace("/", "-") ?? null,
};

/** As our own server sends them (`scripts/serve.mjs`): threads share memory. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
  // Relative, so that the built page works in any sub-path of any static host.
  base: "./",
  plugins: [react(), detectorCards, mantineStyles, contentSecurityPolicy, withoutNetwork],
  build: {
    target: "es2023",
    // A small .wasm inlined as a data: URL would be refused by connect-src 'self'.
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [catalogueOfManyFiles] } } },
  },
  worker: { format: "es" },
  server: { headers: isolation },
  preview: { headers: isolation },
  optimizeDeps: { include: LATE_PACKAGES },
});
