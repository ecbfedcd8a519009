// @ts-check
import { join } from "node:path";
import { build } from "vite";
import { ensureBuilt } from "../scripts/build.mjs";
import { serve } from "../scripts/serve.mjs";

/**
 * The production build with its headers.
 * @param {string} root the project's folder
 */
export async function serveApp(root) {
  ensureBuilt(root);
  return serve({ dir: join(root, "dist") });
}

/**
 * The page that drives the engine without the screens, built by the same configuration and under the same policy.
 * @param {string} root the project's folder
 */
export async function serveBenchPage(root) {
  const dir = join(root, ".cache", "bench-dist");
  await build({
    configFile: join(root, "vite.config.ts"),
    root: join(root, "bench", "page"),
    // The networks that come with the page.
    publicDir: join(root, "public"),
    logLevel: "warn",
    build: { outDir: dir, emptyOutDir: true },
  });
  return serve({ dir });
}
