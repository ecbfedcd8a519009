import type { Note } from "../../../core/data/note";
import { add, cast, div, log1p, mul, over, square, sub } from "../../../core/onnx/arithmetic";
import type { Graph, Value } from "../../../core/onnx/graph";
import { defineOnnxExport } from "../../../core/onnx/onnx-export";
import { maxWidth, outputsOf, type Network } from "../network";
import type { AutoencoderModel } from "../rebuilding/autoencoder";
import type { NetworkScorer } from "../rebuilding/network-scorer";
import type { ResidualScale } from "../rebuilding/residual-scale";
import type { GanModel } from "../gan/gan";
import { isWritten, networkOnnx } from "./network-onnx";

/** What two ways to add up a thousand 32-bit numbers make of a score. */
export const NETWORK_ERROR = 1e-4;

/** Values held within ± the clip, as 32-bit numbers. */
export function clippedOnnx(graph: Graph, values: Value, clip: number): Value {
  if (!Number.isFinite(clip)) return values;
  return graph.node("Clip", [values, graph.float(-clip), graph.float(clip)]);
}

/** How strange each of [rows, numbers] is, as `strangeness` of one. */
export function strangenessOnnx(graph: Graph, { centre, unit, plain }: ResidualScale, residuals: Value): Value {
  if (plain) return plain === "squared" ? square(graph, residuals) : graph.node("Abs", [residuals]);
  const row = (values: Float64Array) => graph.doubles(values, [1, values.length]);
  return log1p(graph, square(graph, div(graph, sub(graph, residuals, row(centre)), row(unit))));
}

/** The mean strangeness of the answers of all networks to `values`, 32-bit numbers [rows, inputs]: [rows]. */
function scorerOnnx(graph: Graph, { networks, scales, clip, rebuilds }: NetworkScorer, values: Value): Value {
  const read = clippedOnnx(graph, values, clip);
  const parts = networks.map((network, at) => {
    const answer = networkOnnx(graph, network, read);
    const counted = cast(graph, rebuilds ? graph.node("Sub", [values, answer]) : answer, "double");
    return over(graph, "ReduceMean", strangenessOnnx(graph, scales[at]!, counted), 1); // a scale for each network
  });
  return div(graph, parts.reduce((before, part) => add(graph, before, part)), parts.length); // prettier-ignore
}

export function whyNotNetworks(networks: readonly Network[]): Note | null {
  return networks.every(isWritten) ? null : { code: "onnx.memory" };
}

function numbersOf(networks: readonly Network[]): number {
  return networks.reduce((sum, { spec }) => sum + 4 * maxWidth(spec) + outputsOf(spec), 0);
}

export const autoencoderOnnx = defineOnnxExport<AutoencoderModel>({
  score(graph, { float, width }, model) {
    const { range } = model;
    const row = (values: Float32Array) => graph.doubles(values, [1, width]);
    const double = () => div(graph, sub(graph, cast(graph, float, "double"), row(range!.low)), row(range!.span)); // asked where there is one
    return scorerOnnx(graph, model, range ? cast(graph, double(), "float") : float);
  },
  whyNot: ({ networks }) => whyNotNetworks(networks),
  numbersPerRow: ({ networks }) => numbersOf(networks),
  error: NETWORK_ERROR,
});

export const rebuildersOnnx = defineOnnxExport<NetworkScorer>({
  score: (graph, { float }, model) => scorerOnnx(graph, model, float),
  whyNot: ({ networks }) => whyNotNetworks(networks),
  numbersPerRow: ({ networks }) => numbersOf(networks),
  error: NETWORK_ERROR,
});

export const ganOnnx = defineOnnxExport<GanModel>({
  score(graph, { float }, { rebuilding, seeing, featureWeight }) {
    const errors = scorerOnnx(graph, rebuilding, float);
    return featureWeight === 0
      ? errors
      : add(graph, errors, mul(graph, scorerOnnx(graph, seeing, float), featureWeight));
  },
  whyNot: ({ rebuilding, seeing }) => whyNotNetworks([...rebuilding.networks, ...seeing.networks]),
  numbersPerRow: ({ rebuilding, seeing }) => numbersOf([...rebuilding.networks, ...seeing.networks]),
  error: NETWORK_ERROR,
});
