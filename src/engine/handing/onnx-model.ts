import type { Note } from "../../core/data/note";
import { type KeptModel, type ModelMember, preferenceKey } from "../../core/models/kept-model";
import { where } from "../../core/onnx/arithmetic";
import { consensusGraph, type MemberValues } from "../../core/onnx/consensus-graph";
import { Graph, type Value } from "../../core/onnx/graph";
import type { AnyOnnxExport } from "../../core/onnx/onnx-export";
import { droppedRows, type GraphInput, GraphInputs, recipeGraph, type SeenValues, whyNotByRow } from "../../core/onnx/recipe-graph"; // prettier-ignore
import type { FittedRecipe } from "../../core/prepare/fitted-recipe";
import { onnxExportOf } from "../../detectors/onnx-exports";
import { detectorById } from "../../detectors/registry";

/** A model as one graph. */
export interface OnnxModel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inputs: readonly GraphInput[];
  /** From which score on it flags: the threshold, less what arithmetic in another order may cost. */
  readonly cut: number;
  /** Rows to be given at once, so that what is computed in between takes some tens of megabytes. */
  readonly rowsAtOnce: number;
  /** By which share of its size a score may be off. */
  readonly error: number;
}

const OUTPUTS = { score: "score", flagged: "flagged" } as const;
/** Sums in another order. */
const ROUNDING = 1e-9;
/** Numbers in memory at once. */
const NUMBERS_AT_ONCE = 8e6;
const MOST_ROWS = 10_000;

interface WrittenMember {
  readonly member: ModelMember;
  readonly fitted: FittedRecipe;
  readonly written: AnyOnnxExport;
}

/** Why a model cannot be handed over; null where it can be. */
export function whyNotOnnx(model: KeptModel): Note | null {
  if (model.basis.series) return { code: "onnx.windows" };
  for (const member of model.members) {
    const found = memberOf(model, member);
    if ("code" in found) return found;
    const reason = found.written.whyNot?.(member.model) ?? whyNotByRow(found.fitted);
    if (reason) return reason;
  }
  return null;
}

/** A model as an ONNX graph: recipe, detectors, consensus and threshold in one. Only for what `whyNotOnnx` lets through. */
export function onnxModelOf(model: KeptModel, told: Readonly<Record<string, string>>): OnnxModel {
  const graph = new Graph();
  const inputs = new GraphInputs(graph, Object.values(OUTPUTS));
  const seenBy = new Map<FittedRecipe, SeenValues>();
  let numbers = 1;
  const members = model.members.map((one) => {
    const { member, fitted, written } = requireMember(model, one);
    let seen = seenBy.get(fitted);
    if (!seen) seenBy.set(fitted, (seen = recipeGraph(graph, inputs, fitted)));
    numbers += 12 * seen.width + (written.numbersPerRow?.(member.model) ?? 8 * seen.width);
    const scores = written.score(graph, seen, member.model);
    return { scores, among: member.reference, weight: member.weight, error: written.error ?? ROUNDING };
  });
  const error = Math.max(...members.map((one) => one.error));
  const score = orDropped(graph, inputs, [...seenBy.keys()], scoreOf(graph, members, model));
  const cut = cutOf(model, error);
  graph.output(OUTPUTS.score, score, "double");
  graph.output(OUTPUTS.flagged, graph.node("GreaterOrEqual", [score, graph.double(cut)]), "truth");
  return {
    bytes: graph.file(model.name || "anomalies", told),
    inputs: inputs.told,
    cut,
    rowsAtOnce: Math.max(16, Math.min(MOST_ROWS, Math.floor(NUMBERS_AT_ONCE / numbers))),
    error,
  };
}

function scoreOf(graph: Graph, members: readonly MemberValues[], { rule }: KeptModel): Value {
  const [only] = members;
  return rule === null && only ? only.scores : consensusGraph(graph, members, rule ?? "mean");
}

/** No score for rows that the recipe leaves out. */
function orDropped(graph: Graph, inputs: GraphInputs, recipes: readonly FittedRecipe[], score: Value): Value {
  const [fitted] = recipes;
  const dropped = fitted && droppedRows(graph, inputs, fitted);
  return dropped ? where(graph, dropped, NaN, score) : score;
}

/** Between the threshold and the next lower score that is known, and as near to the threshold as arithmetic allows. */
function cutOf({ threshold: { value }, reference }: KeptModel, error: number): number {
  const lower = reference.find((score) => score < value) ?? -Infinity;
  return Math.max(value - error * Math.abs(value), value / 2 + lower / 2);
}

function memberOf(model: KeptModel, member: ModelMember): WrittenMember | Note {
  const detector = detectorById(member.detector);
  if (!detector) return { code: "onnx.not-written", values: { detector: member.detector } };
  const written = onnxExportOf(detector);
  if ("code" in written) return written;
  const key = preferenceKey(detector.prefers);
  const fitted = model.basis.recipes.find(({ preference }) => preference === key)?.fitted;
  return fitted ? { member, fitted, written } : { code: "onnx.windows" };
}

function requireMember(model: KeptModel, member: ModelMember): WrittenMember {
  const found = memberOf(model, member);
  if ("code" in found) throw new Error(`asked for what cannot be written: ${found.code}`);
  return found;
}
