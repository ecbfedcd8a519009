import type { TrainingView } from "../../core/detect/training-view";

type Network = Extract<TrainingView, { kind: "architecture" }>["networks"][number];

/** One layer as a block: what it is, what comes out of it, and how wide it is drawn. */
export interface Block {
  /** "input", or the kind of a layer. */
  readonly kind: string;
  readonly shape: readonly number[];
  readonly parameters: number;
  /** 0 to 1 of the widest layer of all networks, by the square root of the numbers in it. */
  readonly width: number;
}

export interface Tower {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly parameters: number;
}

/** Layers of very different sizes are still all seen. */
const MIN_LAYER_SHARE = 0.04;

/** Networks as blocks from their input to their output, all in one scale. */
export function towersOf(networks: readonly Network[]): Tower[] {
  const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * Math.max(1, size), 1);
  const sizes = networks.flatMap(({ input, layers }) => [input, ...layers.map(({ shape }) => shape)].map(sizeOf));
  const most = sizes.reduce((largest, size) => Math.max(largest, size), 1);
  const widthOf = (shape: readonly number[]) => Math.max(MIN_LAYER_SHARE, Math.sqrt(sizeOf(shape) / most));
  return networks.map(({ name, input, layers }) => ({
    name,
    blocks: [{ kind: "input", shape: input, parameters: 0 }, ...layers].map((layer) => ({
      ...layer,
      width: widthOf(layer.shape),
    })),
    parameters: layers.reduce((sum, { parameters }) => sum + parameters, 0),
  }));
}

/** A block and the way to the next one, as SVG paths in a box of 100 × 34; the way narrows or widens like a funnel. */
export function blockPaths(
  width: number,
  next: number | null,
): { readonly block: string; readonly way: string | null } {
  const edges = (share: number) => [50 - 50 * share, 50 + 50 * share].map((x) => Math.round(x * 100) / 100);
  const [left, right] = edges(width);
  const block = `M${left} 4H${right}V18H${left}Z`;
  if (next === null) return { block, way: null };
  const [from, to] = edges(next);
  return { block, way: `M${left} 18L${from} 34H${to}L${right} 18Z` };
}
