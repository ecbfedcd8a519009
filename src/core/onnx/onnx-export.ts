import type { Note } from "../data/note";
import type { Graph, Value } from "./graph";
import type { SeenValues } from "./recipe-graph";

/** How what a detector learned becomes nodes of an ONNX graph: what it has beside its `score`. */
export interface OnnxExport<M> {
  /** The scores [rows] as doubles, as `score` gives them. */
  score(graph: Graph, seen: SeenValues, model: M): Value;
  /** Why this model is not written though the detector could be; null where it is. */
  whyNot?(model: M): Note | null;
  /** Numbers that one row takes at a time, beside what it is read from; absent: few. */
  numbersPerRow?(model: M): number;
  /** Networks compute with 32 bits: by this share of its size a score may be off. Absent: by nothing that counts. */
  readonly error?: number;
}

/** What it makes of a model whose type only its detector knows. */
export type AnyOnnxExport = OnnxExport<unknown>;

/** Keeps the type of the model within the literal: whoever scores has the model from the same detector. */
export function defineOnnxExport<M>(written: OnnxExport<M>): AnyOnnxExport {
  return written;
}
