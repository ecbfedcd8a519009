import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import type { NetworkSpec } from "../network";
import { cellParam } from "../recurrent/cell";
import { trainingParams } from "../training/training-params";
import { widthParams } from "./event-rnn-params";

export const sequenceClassifierParams = {
  evidence: {
    kind: "choice",
    default: "own",
    options: ["own", "unsure", "rarest"],
    label: "Evidence",
    help: "What makes a sequence strange: that the network takes it for another class than its own; that it is sure of none; or that it takes it for the rarest class.",
    main: true,
  },
  passes: {
    ...trainingParams.epochs,
    default: 10,
    min: 1,
    max: 300,
    help: "How often the network sees every sequence while it learns; too often and it knows them by heart.",
    main: true,
  },
  longest: {
    kind: "integer",
    default: 100,
    min: 4,
    max: 400,
    scale: "log",
    label: "Longest sequence",
    help: "Of longer ones only so many of the last events are read; more take longer.",
    main: true,
  },
  cell: { ...cellParam, default: "rnn" },
  ...widthParams,
  learningRate: { ...trainingParams.learningRate, default: 0.002 },
  batch: {
    ...trainingParams.batch,
    help: "Sequences looked at in one step; more give smoother but slower steps.",
  },
  optimiser: trainingParams.optimiser,
  validation: {
    ...trainingParams.validation,
    default: 0.2,
    help: "Sequences kept from training to see how often the network is right there, and kept as it was when it did best; 0 takes a tenth.",
  },
} as const satisfies ParamSchema;

export type SequenceClassifierParams = ParamValues<typeof sequenceClassifierParams>;

export type Shaping = Pick<SequenceClassifierParams, "cell" | "embedding" | "first" | "second">;

/** Symbols, `length` of them, through one or two recurrent layers to one logit for each class. The weights do not depend on `length`. */
export function sequenceClassifierSpec(
  symbols: number,
  length: number,
  classes: number,
  { cell, embedding, first, second }: Shaping,
): NetworkSpec {
  return {
    inputs: length,
    layers: [
      { kind: "embedding", codes: symbols, units: embedding },
      { kind: cell, units: first, states: second > 0 ? "all" : "last" },
      ...(second > 0 ? [{ kind: cell, units: second, states: "last" } as const] : []),
      { kind: "dense", units: classes, activation: "linear" },
    ],
  };
}
