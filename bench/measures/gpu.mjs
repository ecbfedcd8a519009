// @ts-check
import { chromium } from "playwright";
import { BROWSER_ARGS, findOrInstallBrowser } from "../../scripts/browser.mjs";
import { openBenchPage } from "../bench-page.mjs";
import { freshPage } from "../chromium.mjs";
import { generatedTable } from "../generated-table.mjs";
import { unpackedSample } from "../samples.mjs";

/** Flags that reach a card, in the order in which they are tried; GPU_FLAGS names others. */
const FLAGS = [
  "--use-angle=vulkan --enable-features=Vulkan,VulkanFromANGLE --enable-unsafe-webgpu --ignore-gpu-blocklist",
  "--use-gl=egl --enable-unsafe-webgpu --ignore-gpu-blocklist",
  "--enable-unsafe-webgpu --ignore-gpu-blocklist",
];
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i;
const BACKENDS = /** @type {const} */ (["wasm", "webgl", "webgpu"]);
const LIMIT_SECONDS = 240;

/**
 * What is trained and scored on each backend.
 * @type {readonly { detector: string, kind: import("../../src/core/kinds/row-kind").RowKindName, params: Record<string, number | string> }[]}
 */
const WORK = [
  { detector: "autoencoder", kind: "rows", params: { steps: 500, batch: 256 } },
  { detector: "conv-autoencoder", kind: "rows", params: { steps: 200 } },
  { detector: "cnn", kind: "rows", params: { steps: 200 } },
  { detector: "picture-autoencoder", kind: "images", params: { steps: 100 } },
  { detector: "patchcore", kind: "images", params: {} },
];

/** @type {import("../measure").Measure} */
export const gpu = {
  name: "gpu",
  async run({ root, benchSite }) {
    const { url } = await benchSite();
    const { browser, adapter } = await browserWithCard(root, url);
    try {
      const rows = [];
      for (const kind of /** @type {const} */ (["rows", "images"])) {
        const page = await openBenchPage(browser, url);
        const source = kind === "images" ? unpackedSample(root, "buttons") : await generatedTable(root, 10_000);
        await page.open(source, LIMIT_SECONDS, kind);
        for (const work of WORK.filter((one) => one.kind === kind))
          for (const backend of BACKENDS) rows.push(await rowOf(page, work, backend, adapter));
        await page.close();
      }
      return [{ ...PLAIN, name: "adapters", note: adapterText(adapter) }, ...rows];
    } finally {
      await browser.close();
    }
  },
};

const PLAIN = { value: null, unit: "s", bar: "", met: null, spread: "", note: "" };

/** @typedef {{ webgl: string, webgpu: string }} Adapter */

/** @param {Adapter} adapter */
function adapterText({ webgl, webgpu }) {
  const card = [webgl, webgpu].some((name) => name && !SOFTWARE.test(name));
  return `WebGL: ${webgl || "none"}; WebGPU: ${webgpu || "none"}${card ? "" : "; NO CARD WAS REACHED, the figures are those of a processor that plays one"}`;
}

/**
 * The first browser whose flags reach a card, else the last that starts.
 * @param {string} root
 * @param {string} url
 */
async function browserWithCard(root, url) {
  const sets = process.env.GPU_FLAGS ? [process.env.GPU_FLAGS] : FLAGS;
  for (const [turn, flags] of sets.entries()) {
    const browser = await chromium.launch({
      executablePath: findOrInstallBrowser(root),
      // Playwright's own flags would take the processor.
      ignoreDefaultArgs: ["--disable-gpu", "--use-angle=swiftshader-webgl", "--use-gl=angle"],
      args: [...BROWSER_ARGS, ...flags.split(" ")],
    });
    const adapter = await adapterOf(browser, url);
    const reached = adapter && [adapter.webgl, adapter.webgpu].some((name) => name && !SOFTWARE.test(name));
    if (adapter && (reached || turn === sets.length - 1)) return { browser, adapter };
    await browser.close();
  }
  throw new Error("no browser started with these flags");
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url
 * @returns {Promise<Adapter | null>}
 */
async function adapterOf(browser, url) {
  try {
    const page = await freshPage(browser, url);
    const found = await page.evaluate(async () => {
      const gl = document.createElement("canvas").getContext("webgl2");
      const info = gl?.getExtension("WEBGL_debug_renderer_info");
      const webgl = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
      /** @type {any} */
      const { gpu } = navigator;
      const adapter = await gpu?.requestAdapter({ powerPreference: "high-performance" });
      const { vendor = "", architecture = "", device = "", description = "" } = adapter?.info ?? {};
      return { webgl, webgpu: [vendor, architecture, device, description].filter(Boolean).join(" ") };
    });
    await page.context().close();
    return found;
  } catch {
    return null;
  }
}

/**
 * @param {Awaited<ReturnType<typeof openBenchPage>>} page
 * @param {(typeof WORK)[number]} work
 * @param {(typeof BACKENDS)[number]} backend
 * @param {Adapter} adapter
 * @returns {Promise<import("../measure").Row>}
 */
async function rowOf(page, { detector, params }, backend, adapter) {
  const name = `${detector} on ${backend}`;
  if (backend === "webgpu" && !adapter.webgpu) return { ...PLAIN, name, note: "no adapter" };
  const order = { detector, params, backend, limitSeconds: LIMIT_SECONDS };
  // The first one compiles shaders and fetches what it needs.
  const cold = await page.run({ ...order, seed: 1 });
  const warm = cold.status === "ok" ? await page.run({ ...order, seed: 2 }) : cold;
  if (warm.status !== "ok") return { ...PLAIN, name, note: warm.status };
  const [first, fit, score] = [cold.fitSeconds ?? NaN, warm.fitSeconds ?? NaN, warm.scoreSeconds ?? NaN];
  const fell = warm.backend === backend ? "" : `ran on ${warm.backend}; `;
  return {
    ...PLAIN,
    name,
    value: fit,
    note: `${fell}training ${fit.toFixed(2)} s (the first time ${first.toFixed(2)} s), scoring ${score.toFixed(2)} s`,
  };
}
