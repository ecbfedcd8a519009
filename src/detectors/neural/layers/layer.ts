import type { Tensor } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";

/** Of one sample, or of a weight. */
export type Shape = readonly number[];

/** What a layer has to know of the pass through the network that it is part of. */
export interface Pass {
  /** Whether the gradient of what comes in is needed: something before it learns. */
  readonly through: boolean;
  /** The chance that drops units; null where the network answers instead of learning. */
  readonly random: (() => number) | null;
  /** What is normalised goes by the batch, as while it learns, though it answers: nothing has been measured yet. */
  readonly ofBatch?: boolean;
}

/** What is to be known of one kind of layer. `input` is the shape of one sample that comes in. */
export interface LayerKind<L> {
  /** Shape of one sample that comes out. Throws where the layer cannot take such an input. */
  shapeOf(layer: L, input: Shape): Shape;
  /** A kernel, whose last axis are the units and whose other axes are what each of them reads, then others and the biases. */
  weightShapesOf(layer: L, input: Shape): readonly Shape[];
  /** What its weights start from, where that is not by chance. */
  initialOf?(layer: L, input: Shape): readonly Float32Array[];
  /** How often each weight is multiplied for one sample; unless told, once at every place of what comes out. */
  timesOf?(layer: L, input: Shape): number;
  /** `x` is [samples, ...input]. Differentiable in the weights and, where the pass goes through, in `x`. */
  forward(tf: Tf, layer: L, x: Tensor, weights: readonly Tensor[], pass: Pass): Tensor;
}

/** How many numbers such a thing holds. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Height, width and channels of an image. Throws for another shape. */
export function imageOf(layer: string, input: Shape): readonly [number, number, number] {
  const [height = 0, width = 0, channels = 0] = input;
  if (input.length !== 3) throw new Error(`${layer} needs [height, width, channels], not [${input.join()}]`);
  return [height, width, channels];
}
