// @ts-check
/**
 * Opens every screen of every sample in every language but English, opens whatever opens on it, and lists words of English
 * that are left: node scripts/crawl-languages.mjs [--language zh] [--shots folder] [sample ...]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { chromium } from "playwright";
import { BROWSER_ARGS, findOrInstallBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { serve } from "./serve.mjs";
import { translations } from "./translations.mjs";

/** @typedef {import("playwright").Page} Page */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MESSAGES = join(root, "src/messages");
/** Columns that are made of the paths of images; they are names in exports and settings, the same in every language. */
const MADE_COLUMNS = ["image", "folder", "set", "label"];
const PATIENCE_MS = 120_000;
/** Until what was asked of the worker by the last click is drawn. */
const REST_MS = 700;
const SIZES = [
  { name: "1440", width: 1440, height: 900 },
  { name: "390", width: 390, height: 844 },
];

const { values: options, positionals: wanted } = parseArgs({
  options: { language: { type: "string" }, shots: { type: "string" } },
  allowPositionals: true,
});
const languages = options.language ? [options.language] : translations;
/** @type {{ id: string, file: string }[]} */
const samples = JSON.parse(JSON.stringify(samplesIn(join(root, "src/features/load/samples.ts"))));
const chosen = wanted.length > 0 ? samples.filter(({ id }) => wanted.includes(id)) : samples;

ensureBuilt(root);
const site = await serve({ dir: join(root, "dist") });
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(root), args: BROWSER_ARGS });
let left = 0;
try {
  for (const language of languages) left += await crawl(language);
} finally {
  await browser.close();
  await site.close();
}
console.log(left === 0 ? "No word of English is left on any screen." : `${left} texts with words of English.`);
process.exit(left === 0 ? 0 : 1);

/**
 * How many texts with words of English are left in a language.
 * @param {string} language
 */
async function crawl(language) {
  const words = catalogue(language);
  const own = latinIn(everyText(language));
  let found = 0;
  for (const { id, file } of chosen) {
    const known = new Set([...own, ...latinIn([...dataOf(file), ...MADE_COLUMNS, file])]);
    const context = await browser.newContext({ locale: words("language:tag"), viewport: SIZES[0] ?? null });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    /** @type {Map<string, string>} */
    const english = new Map();
    const look = async (/** @type {string} */ where) => {
      for (const text of await page.evaluate(readable)) {
        // Files, marks in quotes and the name of the graphics card are called so in every language.
        const words = latinIn([text.replaceAll(/\S+\.\w{2,8}\b|“[^”\s]*”|ANGLE \(.*\)/g, "")]);
        const rest = [...words].filter((word) => !known.has(word));
        if (rest.length > 0 && !english.has(text)) english.set(text, `${where}: ${rest.join(" ")}`);
      }
    };
    await page.goto(site.url);
    await look("start");
    await page.keyboard.press("Control+k");
    await page.waitForTimeout(REST_MS);
    await look("palette");
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: words("load:sample.open", { title: words(`samples:${id}.title`) }) })
      .click();
    await page.getByRole("radiogroup", { name: words("app:screens") }).waitFor();
    for (const screen of /** @type {const} */ (["explore", "data", "prepare", "compare", "export"])) {
      await page
        .getByRole("radiogroup", { name: words("app:screens") })
        .getByText(words(`app:screen.${screen}`), { exact: true })
        .click();
      await settled(page);
      await look(screen);
      await shots(page, `${language}-${id}-${screen}`);
      await openEach(page, () => look(screen));
    }
    await context.close();
    for (const [text, where] of english) console.log(`${language} ${id} ${where}\n    ${text}`);
    console.log(`${language} ${id}: ${english.size}`);
    found += english.size;
  }
  return found;
}

/**
 * Opens whatever on a screen is closed, one after the other, and closes it again.
 * @param {Page} page
 * @param {() => Promise<void>} look
 */
async function openEach(page, look) {
  const closed = "main button[aria-expanded=false], main [aria-haspopup], header button[aria-haspopup], main summary";
  const count = await page.locator(closed).count();
  for (let at = 0; at < Math.min(count, 40); at++) {
    const one = page.locator(closed).nth(at);
    if (!(await one.isVisible().catch(() => false)) || !(await one.isEnabled().catch(() => false))) continue;
    await one.click({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(REST_MS / 2);
    await look();
    await page.keyboard.press("Escape");
  }
}

/**
 * Until nothing on the page is working any more.
 * @param {Page} page
 */
async function settled(page) {
  await page.waitForTimeout(REST_MS);
  await page
    .waitForFunction(() => document.querySelector("[role=progressbar], [aria-busy=true]") === null, null, {
      timeout: PATIENCE_MS,
    })
    .catch(() => undefined);
  await page.waitForTimeout(REST_MS);
}

/**
 * Pictures of the screen in all sizes and colours, for somebody to look at.
 * @param {Page} page
 * @param {string} name
 */
async function shots(page, name) {
  if (!options.shots) return;
  mkdirSync(options.shots, { recursive: true });
  for (const { name: size, ...viewport } of SIZES) {
    await page.setViewportSize(viewport);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(REST_MS / 2);
      await page.screenshot({ path: join(options.shots, `${name}-${size}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(SIZES[0] ?? { width: 1440, height: 900 });
}

/** Runs in the page: what can be read or heard on it. */
function readable() {
  const texts = new Set([document.title]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const isShown = parent !== null && (parent.getClientRects().length > 0 || parent.closest("option, title") !== null);
    if (isShown && !parent.closest("script, style, kbd, pre, code, body [lang]"))
      texts.add(walker.currentNode.textContent?.trim() ?? "");
  }
  const attributes = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-valuetext"];
  for (const element of document.querySelectorAll(attributes.map((name) => `[${name}]`).join()))
    if (element.getClientRects().length > 0)
      for (const name of attributes) texts.add(element.getAttribute(name)?.trim() ?? "");
  return [...texts].filter((text) => /[A-Za-z]{2}/.test(text));
}

/**
 * Words in Latin letters, without regard to case.
 * @param {Iterable<string>} texts
 * @returns {Set<string>}
 */
function latinIn(texts) {
  const found = new Set();
  for (const text of texts) for (const word of text.toLowerCase().match(/[a-z]{2,}/g) ?? []) found.add(word);
  return found;
}

/**
 * What a message says in a language.
 * @param {string} language
 * @returns {(key: string, values?: Record<string, string>) => string}
 */
function catalogue(language) {
  return (key, values = {}) => {
    const [file = "", path = ""] = key.split(":");
    let found = JSON.parse(readFileSync(join(MESSAGES, language, `${file}.json`), "utf8"));
    for (const part of path.split(".")) found = found[part];
    return String(found).replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? "");
  };
}

/**
 * Every text of a language: Latin words in it, such as LOF or CSV, were put there on purpose.
 * @param {string} language
 * @returns {string[]}
 */
function everyText(language) {
  const folder = join(MESSAGES, language);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => textsOf(JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8"))));

  /**
   * @param {unknown} part
   * @returns {string}
   */
  function textsOf(part) {
    if (typeof part === "string") return part.replaceAll(/\{\{.*?\}\}|\$t\(.*?\)/g, "");
    return Object.values(/** @type {Record<string, unknown>} */ (part))
      .map(textsOf)
      .join(" ");
  }
}

/**
 * What a sample says itself: names and cells of the data are in the language of whoever wrote them.
 * @param {string} file
 */
function dataOf(file) {
  const path = join(root, "public/samples", file);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  return [file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("latin1")];
}

/**
 * Ids and files of the samples, as the start page has them.
 * @param {string} path
 */
function samplesIn(path) {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/id: "([\w-]+)",\s+file: "([\w.-]+)"/g)].map(([, id, file]) => ({ id, file }));
}
