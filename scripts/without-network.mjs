// @ts-check
import { VitePWA } from "vite-plugin-pwa";

const TEXTS = [".csv", ".tsv", ".tab", ".txt", ".dat", ".log", ".json", ".jsonl", ".ndjson", ".arff"];

/**
 * The page without a network, and as an app of its own: a service worker holds everything that the build made, samples and
 * pretrained networks too, from the first visit on. A new version waits until a person takes it (`app/new-version.tsx`).
 */
export const withoutNetwork = VitePWA({
  // The page registers it itself, and late; nothing is reloaded under somebody's work.
  injectRegister: false,
  registerType: "prompt",
  manifest: {
    name: "Anomaly Explorer",
    short_name: "Anomalies",
    description: "Drop a file. See what is strange. Nothing leaves this tab.",
    start_url: ".",
    scope: ".",
    display: "standalone",
    background_color: "#24303d",
    theme_color: "#24303d",
    icons: [
      { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    launch_handler: { client_mode: ["focus-existing", "auto"] },
    file_handlers: [
      {
        action: ".",
        accept: {
          "text/plain": TEXTS,
          "application/gzip": [".gz"],
          "application/zstd": [".zst"],
          "application/zip": [".zip"],
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [".xlsx"],
          "application/vnd.apache.parquet": [".parquet"],
          "application/octet-stream": [".npy", ".npz"],
        },
      },
    ],
  },
  workbox: {
    globPatterns: ["**/*"],
    globIgnores: ["**/.*", ".vite/**", "samples/LICENSES.md"],
    // The largest chunk is part of the page as any other: what is left out would be missed only on the train.
    maximumFileSizeToCacheInBytes: 16 * 2 ** 20,
    // Everything is named by its content but index.html and what lies in public.
    dontCacheBustURLsMatching: /^assets\//,
    navigateFallback: "index.html",
    cleanupOutdatedCaches: true,
    // From the first visit on: the worker fetches its parts as it needs them.
    clientsClaim: true,
  },
});
