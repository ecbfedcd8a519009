// @ts-check
import { launchBrowser } from "./chromium.mjs";
import { openMillion } from "./million-page.mjs";
import { serveApp, serveBenchPage } from "./sites.mjs";

/**
 * What the benchmarks share.
 * @param {{ root: string, runs: number, tables: string | null, reference: string | null }} settings
 */
export function createTools(settings) {
  /** @type {(() => Promise<unknown>)[]} */
  const closers = [];
  /**
   * @template {{ close(): Promise<unknown> }} T
   * @param {() => Promise<T>} make
   */
  const shared = (make) => {
    /** @type {Promise<T> | undefined} */
    let made;
    return () => {
      if (!made) {
        made = make();
        made.then(
          (thing) => closers.unshift(() => thing.close()),
          () => undefined,
        );
      }
      return made;
    };
  };

  const { root } = settings;
  const browser = shared(() => launchBrowser(root));
  const app = shared(() => serveApp(root));
  const benchSite = shared(() => serveBenchPage(root));
  const million = shared(async () => openMillion(root, (await app()).url));
  return {
    /** @type {import("./measure").Tools} */
    tools: { ...settings, browser, app, benchSite, million },
    async close() {
      for (const close of closers) await close();
    },
  };
}
