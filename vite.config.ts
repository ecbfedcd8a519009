import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // Relative, so that the built page works in any sub-path of any static host.
  base: "./",
  plugins: [react()],
  build: {
    target: "es2023",
    // A small .wasm inlined as a data: URL would be refused by connect-src 'self'.
    assetsInlineLimit: 0,
    manifest: true,
  },
  worker: { format: "es" },
});
