import type { AutoencoderParams } from "./autoencoder-params";
import type { NetworkSpec } from "../network";

/** A hidden layer as wide as thousands of one-hot columns would take gigabytes. */
const MAX_HIDDEN_UNITS = 128;
/** The middle of the network that textbooks draw. */
const TEXTBOOK_MIDDLE_UNITS = 5;

type Shaping = Pick<AutoencoderParams, "network" | "hidden" | "latent" | "depth" | "activation" | "output" | "loss">;

/** Whether the network sees columns as shares of their range and answers with such shares. */
export function answersShares({ network, output, loss }: Shaping): boolean {
  return loss === "cross-entropy" || network === "textbook" || (network === "custom" && output === "sigmoid");
}

/** Columns, hidden layers that narrow to the middle, the same back, columns. */
export function autoencoderSpec(columns: number, params: Shaping): NetworkSpec {
  const { bends, widths } = encoderOf(columns, params);
  const dense = (units: number) => ({ kind: "dense", units, activation: bends }) as const;
  const output = answersShares(params) ? "sigmoid" : "linear";
  const back = widths.slice(0, -1).reverse();
  return {
    inputs: columns,
    layers: [...[...widths, ...back].map(dense), { kind: "dense", units: columns, activation: output }],
  };
}

/** Widths of the layers up to the middle, and how they bend. */
function encoderOf(columns: number, params: Shaping): { bends: Shaping["activation"]; widths: readonly number[] } {
  switch (params.network) {
    case "auto": {
      const hidden = Math.min(MAX_HIDDEN_UNITS, Math.max(4, columns));
      return { bends: "tanh", widths: [hidden, Math.min(hidden, Math.max(2, Math.ceil(Math.sqrt(columns))))] };
    }
    case "textbook":
      return { bends: "relu", widths: [TEXTBOOK_MIDDLE_UNITS] };
    case "custom":
      return { bends: params.activation, widths: narrowing(params) };
    default:
      return params.network satisfies never;
  }
}

/** `depth` widths from the hidden one down, each the same share of the one before, then the middle. */
function narrowing({ hidden, latent, depth }: Shaping): readonly number[] {
  const widths = Array.from({ length: depth }, (_, i) => Math.round(hidden * (latent / hidden) ** (i / depth)));
  return [...widths, latent];
}
