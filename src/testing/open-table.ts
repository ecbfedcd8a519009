import { defaultsOf } from "../core/detect/param-schema";
import type { AnyParamValues } from "../core/detect/param-schema";
import { normalDeviates, seededRandom } from "../core/math/random";
import { detectorById } from "../detectors/registry";
import type { DatasetCard, Engine, ExportWords, Progress, ReadPlan, RunRequest, Source } from "../engine/protocol";

/** Opens a text or a file as the app does: looks at it, then reads it as guessed. */
export async function openTable(
  engine: Engine,
  content: string | Uint8Array<ArrayBuffer>,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<DatasetCard> {
  const source = sourceOf(content);
  return engine.start("open", { source, plan: await planFor(engine, source) }, onProgress).result;
}

export function sourceOf(content: string | Uint8Array<ArrayBuffer>, name = "table.csv"): Source {
  return { name, files: [{ path: name, blob: new Blob([content]) }] };
}

/** How files of images are read. */
export const imagesPlan: Extract<ReadPlan, { format: "images" }> = {
  format: "images",
  settings: {},
  kinds: {},
  sample: null,
};

/** How the engine would read it. */
export async function planFor(engine: Engine, source: Source): Promise<ReadPlan> {
  const found = await engine.ask("inspect", { source });
  if (found.is !== "table") throw new Error(`${source.name} is no table`);
  return found.inspection.plan;
}

/** A run as a person gets it who changes nothing. */
export function requestFor(card: DatasetCard, detector: string, params: AnyParamValues = {}): RunRequest {
  const defaults = defaultsOf(detectorById(detector)?.params ?? {});
  return {
    dataset: card.id,
    recipe: card.recipe,
    detector,
    params: { ...defaults, ...params },
    seed: 1,
    backend: "cpu",
  };
}

/** Numbers of a normal distribution as CSV text; row `strange` (from 0) is far out in its first column. */
export function numbersCsv({ rows = 300, columns = 4, strange = -1 } = {}): string {
  const normal = normalDeviates(seededRandom(5));
  const names = Array.from({ length: columns }, (_, column) => `c${column}`);
  const lines = Array.from({ length: rows }, (_, row) =>
    names.map((_, column) => (row === strange && column === 0 ? 400 : 50 + 10 * normal()).toFixed(2)).join(","),
  );
  return [names.join(","), ...lines, ""].join("\n");
}

/** The words of an export, as short as they can be. */
export const exportWords: ExportWords = {
  sourceRow: "row",
  score: "score",
  percentile: "percentile",
  score100: "score100",
  flagged: "flagged",
  reasons: "reasons",
  stability: "stability",
  directions: { high: "high", low: "low", rare: "rare", missing: "missing", combination: "combination" },
  sentences: { language: "en", templates: { "column-finding.times-usual": "{{column}} is {{times}} times the usual" } },
};
