import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import { sequenceParam } from "../../../core/series/sequence-scores";
import type { LayerSpec } from "../layers/kinds";
import type { NetworkSpec } from "../network";
import { trainingParams } from "../training/training-params";
import { cellParam } from "../recurrent/cell";

/** How wide a recurrent network of events is. */
export const widthParams = {
  embedding: {
    kind: "integer",
    default: 32,
    min: 1,
    max: 128,
    scale: "log",
    label: "Embedding",
    help: "How many numbers stand for an event; more tell more events apart.",
  },
  first: {
    kind: "integer",
    default: 64,
    min: 2,
    max: 128,
    scale: "log",
    label: "First layer (units)",
    help: "How many numbers the first layer keeps in mind; more can follow more tangled patterns and learn slower.",
  },
  second: {
    kind: "integer",
    default: 32,
    min: 0,
    max: 128,
    label: "Second layer (units)",
    help: "How many numbers the layer behind it keeps in mind; 0 leaves it out.",
  },
} as const satisfies ParamSchema;

const OWN_NETWORK = { param: "network", is: "custom" } as const;

export const eventRnnParams = {
  network: {
    kind: "choice",
    default: "auto",
    options: ["auto", "textbook", "custom"],
    label: "Network",
    help: "Automatic: an embedding of 32 and two layers of GRU, 64 and 32. Textbook: the same with simple cells. Custom: your own.",
    main: true,
  },
  cell: { ...cellParam, when: OWN_NETWORK },
  embedding: { ...widthParams.embedding, when: OWN_NETWORK },
  first: { ...widthParams.first, when: OWN_NETWORK },
  second: { ...widthParams.second, when: OWN_NETWORK },
  sequence: {
    ...sequenceParam.sequence,
    options: ["max", "mean", "outside"],
    help: "Where sequences are scored as a whole: by their largest surprise, the mean over their events, or the share of events that were not among the likeliest.",
  },
  top: {
    kind: "integer",
    default: 9,
    min: 1,
    max: 50,
    label: "Likeliest (g)",
    help: "How many of the likeliest events count as expected.",
    main: true,
    when: { param: "sequence", is: "outside" },
  },
  passes: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 50,
    label: "Passes (epochs)",
    help: "How often the network sees each event while it learns: too often and it memorises strange sequences. 0 is automatic: 3 passes, more when there are few events.",
    main: true,
  },
  batch: {
    kind: "integer",
    default: 0,
    min: 0,
    max: 4096,
    label: "Batch size",
    help: "Events looked at in one step; more give smoother but slower steps. 0 is automatic: 64 to 512, by how many there are.",
  },
  learningRate: { ...trainingParams.learningRate, default: 0.005 },
  optimiser: trainingParams.optimiser,
  validation: {
    ...trainingParams.validation,
    default: 0,
    help: "Sequences, or pieces of one, kept from training to see how well it forecasts there, and the network kept as it was when it did best; 0 trains on all to the end.",
  },
} as const satisfies ParamSchema;

export type EventRnnParams = ParamValues<typeof eventRnnParams>;

type Shaping = Pick<EventRnnParams, "network" | "cell" | "embedding" | "first" | "second">;

/** Classes of symbols, `length` of them, to one logit for each class at each step. The weights do not depend on `length`. */
export function eventRnnSpec(classes: number, length: number, params: Shaping): NetworkSpec {
  const custom = params.network === "custom";
  const defaults = {
    embedding: eventRnnParams.embedding.default,
    first: eventRnnParams.first.default,
    second: eventRnnParams.second.default,
  };
  const { embedding, first, second } = custom ? params : defaults;
  const kind = custom ? params.cell : params.network === "textbook" ? "rnn" : "gru";
  const cell = (units: number): LayerSpec => ({ kind, units, states: "all" });
  return {
    inputs: length,
    layers: [
      { kind: "embedding", codes: classes, units: embedding },
      cell(first),
      ...(second > 0 ? [cell(second)] : []),
      { kind: "dense", units: classes, activation: "linear" },
      { kind: "flatten" },
    ],
  };
}
