import type { NetworkSpec } from "../network";
import type { ErrorKind } from "../training/error-kinds";
import type { PlainBatch } from "./fused-loss";

/** A task of a network of dense layers in plain numbers: it learns the same, a step at a time, without a library. */
export interface FusedTask {
  readonly spec: NetworkSpec;
  /** The rows of the next step. */
  next(): PlainBatch;
  readonly heldOut: PlainBatch | null;
  readonly error: ErrorKind;
  /** The most rows that a step reads. */
  readonly batch: number;
  /** Share of a batch, its worst rows, that does not count. */
  readonly trimmed: number;
}
