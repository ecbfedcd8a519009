// @ts-check
import { createServer } from "vite";

/**
 * Runs `use` with modules of the app in this very process, TypeScript as it stands: `load("/bench/reading/…")`.
 * @template T
 * @param {string} root
 * @param {(load: (path: string) => Promise<unknown>) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withAppCode(root, use) {
  const vite = await createServer({
    root,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use((path) => vite.ssrLoadModule(path));
  } finally {
    await vite.close();
  }
}
