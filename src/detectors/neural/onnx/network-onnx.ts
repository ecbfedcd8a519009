import type { Graph, Value } from "../../../core/onnx/graph";
import type { ConvLayer } from "../layers/conv";
import { kindOf, type LayerSpec } from "../layers/kinds";
import type { Shape } from "../layers/layer";
import type { Network } from "../network";
import type { Activation } from "../ops/activation";

/** What of a layer is not written: layers with a memory. */
const NOT_WRITTEN: ReadonlySet<LayerSpec["kind"]> = new Set(["rnn", "gru", "lstm", "embedding"]);

/** Whether all layers of a network can be written. */
export function isWritten({ spec }: Network): boolean {
  return spec.layers.every(({ kind }) => !NOT_WRITTEN.has(kind));
}

/** What a network answers to `input` [rows, inputs], as 32-bit numbers: [rows, numbers]. */
export function networkOnnx(graph: Graph, { spec, weights }: Network, input: Value): Value {
  let shape: Shape = [spec.inputs];
  let used = 0;
  let x = input;
  for (const layer of spec.layers) {
    const kind = kindOf(layer);
    const shapes = kind.weightShapesOf(layer, shape);
    const own = shapes.map((of, at) => ({ shape: of, values: weights[used + at]! })); // as the spec says
    used += shapes.length;
    const next = kind.shapeOf(layer, shape);
    x = layerOnnx(graph, layer, x, own, shape, next);
    shape = next;
  }
  return x;
}

interface Weight {
  readonly shape: Shape;
  readonly values: Float32Array;
}

function layerOnnx(
  graph: Graph,
  layer: LayerSpec,
  x: Value,
  weights: readonly Weight[],
  from: Shape,
  to: Shape,
): Value {
  const tensors = () => weights.map(({ shape, values }) => graph.floats(values, shape));
  const as = (value: Value, shape: Shape) => graph.node("Reshape", [value, graph.wholes([-1, ...shape])]);
  switch (layer.kind) {
    case "dense": {
      const [kernel = x, bias = x] = tensors();
      const sums = graph.node("Add", [graph.node("MatMul", [x, kernel]), bias]);
      return activated(graph, layer.activation, sums);
    }
    case "conv":
      return activated(graph, layer.activation, convolved(graph, layer, x, weights));
    case "batch-norm": {
      const [scale = x, shift = x, mean = x, variance = x] = tensors();
      const spread = graph.node("Sqrt", [graph.node("Add", [variance, graph.float(1e-3)])]);
      const normed = graph.node("Mul", [graph.node("Sub", [x, mean]), graph.node("Div", [scale, spread])]);
      return activated(graph, layer.activation, graph.node("Add", [normed, shift]));
    }
    case "max-pool": {
      const pooled = graph.node("MaxPool", [channelsFirst(graph, x)], { kernel_shape: { wholes: layer.size }, strides: { wholes: layer.size } }); // prettier-ignore
      return channelsLast(graph, pooled);
    }
    case "global-pool": {
      const options = { axes: { wholes: [1, 2] }, keepdims: 0 };
      return graph.node("Concat", [graph.node("ReduceMean", [x], options), graph.node("ReduceMax", [x], options)], { axis: 1 }); // prettier-ignore
    }
    case "upsample": {
      const [down, right] = layer.by;
      const tall = repeated(graph, x, 1, from[0] ?? 0, down);
      return repeated(graph, tall, 2, from[1] ?? 0, right);
    }
    case "depth-to-space": {
      // Of the channels of a pixel the first half becomes the upper line of its block.
      const [height = 0, width = 0, channels = 0] = from;
      const pairs = as(x, [height, width, 2, channels / 2]);
      const turned = graph.node("Transpose", [pairs], { perm: { wholes: [0, 1, 3, 2, 4] } });
      return cut(graph, as(turned, [2 * height, 2 * width, channels / 4]), to);
    }
    case "arrange": {
      const padded = layer.cells.includes(-1) ? graph.node("Concat", [x, graph.node("Mul", [graph.node("Slice", [x, graph.wholes([0]), graph.wholes([1]), graph.wholes([1])]), graph.float(0)])], { axis: 1 }) : x; // prettier-ignore
      const cells = layer.cells.map((cell) => (cell < 0 ? (from[0] ?? 0) : cell));
      return graph.node("Gather", [padded, graph.wholes(cells)], { axis: 1 });
    }
    case "flatten":
    case "reshape":
      return as(x, to);
    case "dropout":
      return x;
    case "rnn":
    case "gru":
    case "lstm":
    case "embedding":
      throw new Error(`a ${layer.kind} is not written`);
    default:
      return layer satisfies never;
  }
}

function channelsFirst(graph: Graph, x: Value): Value {
  return graph.node("Transpose", [x], { perm: { wholes: [0, 3, 1, 2] } });
}

function channelsLast(graph: Graph, x: Value): Value {
  return graph.node("Transpose", [x], { perm: { wholes: [0, 2, 3, 1] } });
}

function convolved(graph: Graph, { stride, padding }: ConvLayer, x: Value, weights: readonly Weight[]): Value {
  const [kernel, bias] = weights;
  if (!kernel || !bias) throw new Error("a convolution has a kernel and biases");
  const [height = 0, width = 0, channels = 0, filters = 0] = kernel.shape;
  // From [height, width, channels, filters] to [filters, channels, height, width].
  const turned = new Float32Array(kernel.values.length);
  kernel.values.forEach((value, at) => {
    const filter = at % filters;
    const channel = Math.floor(at / filters) % channels;
    const place = Math.floor(at / filters / channels);
    turned[(filter * channels + channel) * height * width + place] = value;
  });
  const inputs = [channelsFirst(graph, x), graph.floats(turned, [filters, channels, height, width]), graph.floats(bias.values)]; // prettier-ignore
  const auto = padding === "same" ? "SAME_UPPER" : "VALID";
  return channelsLast(graph, graph.node("Conv", inputs, { strides: { wholes: stride }, auto_pad: auto }));
}

/** Every pixel along an axis so often, one behind the other. */
function repeated(graph: Graph, x: Value, axis: number, size: number, times: number): Value {
  if (times === 1) return x;
  const places = Array.from({ length: size * times }, (_, at) => Math.floor(at / times));
  return graph.node("Gather", [x, graph.wholes(places)], { axis });
}

function cut(graph: Graph, x: Value, [height = 0, width = 0]: Shape): Value {
  return graph.node("Slice", [x, graph.wholes([0, 0]), graph.wholes([height, width]), graph.wholes([1, 2])]);
}

function activated(graph: Graph, activation: Activation, x: Value): Value {
  switch (activation) {
    case "tanh":
      return graph.node("Tanh", [x]);
    case "relu":
      return graph.node("Relu", [x]);
    case "leaky-relu":
      return graph.node("LeakyRelu", [x], { alpha: 0.2 });
    case "elu":
      return graph.node("Elu", [x]);
    case "sigmoid":
      return graph.node("Sigmoid", [x]);
    case "linear":
      return x;
    default:
      return activation satisfies never;
  }
}
