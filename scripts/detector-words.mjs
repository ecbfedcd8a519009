// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { runnerImport } from "vite";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The template of a translation of what the detectors' cards say. */
export const DETECTOR_WORDS = join(ROOT, "src/messages/en/detectors.json");

/**
 * What DETECTOR_WORDS should hold: every word of the cards, and what stands there of no card, such as the consensus.
 * @returns {Promise<string>}
 */
export async function detectorWords() {
  /** @type {Record<string, unknown>} */
  const words = JSON.parse(readFileSync(DETECTOR_WORDS, "utf8"));
  const { module } = /** @type {{ module: typeof import("../src/state/detector-cards") }} */ (
    await runnerImport(join(ROOT, "src/state/detector-cards.ts"))
  );
  const ofCards = module.detectorCards.map(({ id, label, summary, blindTo, reference, params }) => [
    id,
    {
      label,
      summary,
      blindTo,
      reference,
      ...named(
        "params",
        Object.entries(params).map(([name, spec]) => [name, wordsOf(spec)]),
      ),
    },
  ]);
  const { consensus, guided, ruled } = words;
  return format(JSON.stringify({ consensus, guided, ruled, ...Object.fromEntries(ofCards) }), {
    parser: "json",
    printWidth: 120,
  });
}

/** @param {import("../src/core/detect/param-schema").ParamSpec} spec */
function wordsOf(spec) {
  const options = spec.kind === "choice" ? spec.options.map((option) => [option, option]) : [];
  return { label: spec.label, help: spec.help, ...named("options", options) };
}

/**
 * @param {string} name
 * @param {(readonly unknown[])[]} entries
 */
function named(name, entries) {
  return entries.length > 0 ? { [name]: Object.fromEntries(/** @type {[string, unknown][]} */ (entries)) } : {};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(DETECTOR_WORDS, await detectorWords());
