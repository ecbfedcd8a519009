import { GUIDED, RULED } from "../../core/detect/run-key";
import { kindIf } from "../../core/kinds/kinds";
import type { Note } from "../../core/data/note";
import { zipWriter } from "../../io/images/write-archive";
import type { CallTools } from "../calls/host";
import type { HandedOver, HandOverRequest } from "../calls/handing";
import { keptModelOf } from "../models/keep-model";
import { modelFor } from "../models";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import type { StoredRun } from "../stored-run";
import { fileReadingOf } from "./file-reading";
import { modelJson } from "./model-json";
import { npyOf } from "./npy";
import { onnxModelOf, whyNotOnnx } from "./onnx-model";
import { testRowsOf } from "./test-rows";
import { trainScript } from "./train-script";

/** An archive of what a run learned as ONNX, with the scripts that score and train by it; or why there is none. */
export async function handOver(parts: Parts, request: HandOverRequest, tools: CallTools): Promise<HandedOver> {
  const run = parts.runs.get(request.run);
  const whyNotThis = whyNotRun(run);
  if (whyNotThis) return { whyNot: whyNotThis };
  const model = await modelOf(parts, request, tools);
  const whyNot = whyNotOnnx(model);
  if (whyNot) return { whyNot };
  const made = madeColumn(run, model.basis.recipes.flatMap(({ fitted }) => fitted.features.map(({ from }) => fitted.sources[from]!.position))); // prettier-ignore
  if (made) return { whyNot: { code: "onnx.made-column", values: { column: made } } };
  const file = fileReadingOf(run.table.origin.plan);
  const rows = await testRowsOf(run, request.threshold.value, file, preparing(tools));
  const onnx = onnxModelOf(model, { name: model.name, made_at: new Date(model.madeAt).toISOString() });
  const { json, unread } = modelJson(model, onnx, run, file, rows);
  const [{ default: score }, { default: formula }, { default: dask }] = await Promise.all([
    import("./python/score.py?raw"),
    import("./python/formula.py?raw"),
    import("./python/score_dask.py?raw"),
  ]);
  const writer = await zipWriter();
  const add = (name: string, content: BlobPart) => writer.add(name, new Blob([content]));
  await add("README.md", request.readme);
  await add("model.onnx", onnx.bytes);
  await add("model.json", JSON.stringify(json, null, 1));
  await add("reference.npy", npyOf(model.reference));
  await add("score.py", score);
  if (json.formula) await add("formula.py", formula);
  await add("score_dask.py", dask);
  await add("train.py", await trainScript(model, run));
  await add("test.csv", rows.csv);
  await add("test-scores.csv", rows.scores);
  const notes: readonly Note[] = [
    ...(file.isRead ? [] : [{ code: "onnx.other-format" as const }]),
    ...unread.map((column) => ({ code: "onnx.unread-column" as const, values: { column } })),
  ];
  return { file: await writer.finish(), notes };
}

/** Why what a run tells is no matter of single rows; null where it may be. */
function whyNotRun({ request: { recipe, detector } }: StoredRun): Note | null {
  if (!kindIf(recipe.rowKind, "rows")) return { code: "onnx.windows" };
  if (detector === GUIDED) return { code: "onnx.marks" };
  return detector === RULED ? { code: "onnx.rules" } : null;
}

/** What the run learned; of one that a kept detector scored, that one. */
async function modelOf(parts: Parts, request: Omit<HandOverRequest, "readme">, tools: CallTools) {
  const run = parts.runs.get(request.run);
  const kept = await modelFor(parts.models, run.request.recipe);
  if (kept) return { ...kept, threshold: request.threshold };
  return keptModelOf({ ...request, id: "" }, parts.runs, parts.kinds, preparing(tools));
}

/** A column that was made here of another one and that detectors see; null where there is none. */
function madeColumn({ table: { dataset, origin } }: StoredRun, positions: readonly number[]): string | null {
  const made = origin.plan.made?.length ?? 0;
  const own = dataset.columns.length - made;
  const position = positions.find((one) => one >= own);
  return position === undefined ? null : (dataset.columns[position]?.name ?? "");
}
