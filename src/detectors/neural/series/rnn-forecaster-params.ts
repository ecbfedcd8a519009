import type { ParamSchema, ParamValues } from "../../../core/detect/param-schema";
import { smoothingParam } from "../../../core/series/moving-mean";
import type { NetworkSpec } from "../network";
import type { WindowPlan } from "./block-windows";
import { trainingParams } from "../training/training-params";
import { cellParam } from "../recurrent/cell";
import { resolutionParam } from "./block-series";
import { seriesErrorParam } from "./series-error-param";

export const forecasterParams = {
  cell: { ...cellParam, main: true },
  units: {
    kind: "integer",
    default: 16,
    min: 2,
    max: 128,
    scale: "log",
    label: "Memory (units)",
    help: "How many numbers the network keeps in mind from step to step; more can follow more tangled patterns and learn slower.",
    main: true,
  },
  window: {
    kind: "integer",
    default: 24,
    min: 2,
    max: 200,
    scale: "log",
    label: "Looks back (blocks)",
    help: "How many blocks the network reads before it forecasts.",
    main: true,
  },
  horizon: {
    kind: "integer",
    default: 24,
    min: 1,
    max: 100,
    scale: "log",
    label: "Forecasts (blocks)",
    help: "How many blocks it forecasts at once; with few it follows a strange stretch once that has begun.",
  },
  smoothing: { ...smoothingParam, default: 1 },
  resolution: resolutionParam,
  epochs: {
    kind: "integer",
    default: 30,
    min: 1,
    max: 300,
    scale: "log",
    label: "Passes (epochs)",
    help: "How often the network sees each window while it learns; too often and it learns strange stretches, too.",
  },
  batch: {
    ...trainingParams.batch,
    default: 0,
    min: 0,
    scale: "linear",
    help: "Windows looked at in one step; more give smoother but slower steps. 0 is automatic: 64, fewer of a short series.",
  },
  learningRate: { ...trainingParams.learningRate, default: 0.005 },
  optimiser: trainingParams.optimiser,
  loss: trainingParams.lossOfNumbers,
  error: seriesErrorParam,
  validation: {
    ...trainingParams.validation,
    default: 0,
    help: "The last part of the series is kept from training, and the network kept as it was when it forecast that best; 0 trains on all of it to the end.",
  },
} as const satisfies ParamSchema;

export type ForecasterParams = ParamValues<typeof forecasterParams>;

/** Blocks that were read, step after step, to the state of the cell and to the blocks that come next. */
export function forecasterSpec(
  channels: number,
  { reads, answers }: WindowPlan,
  { cell, units }: Pick<ForecasterParams, "cell" | "units">,
): NetworkSpec {
  return {
    inputs: reads * channels,
    layers: [
      { kind: "reshape", shape: [reads, channels] },
      { kind: cell, units, states: "last" },
      { kind: "dense", units: answers * channels, activation: "linear" },
    ],
  };
}
