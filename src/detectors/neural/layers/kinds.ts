import { arrangeKind, type ArrangeLayer } from "./arrange";
import { batchNormKind, type BatchNormLayer } from "./batch-norm";
import { convKind, type ConvLayer } from "./conv";
import { denseKind, type DenseLayer } from "./dense";
import { depthToSpaceKind, type DepthToSpaceLayer } from "./depth-to-space";
import { dropoutKind, type DropoutLayer } from "./dropout";
import { embeddingKind, type EmbeddingLayer } from "./embedding";
import { globalPoolKind, type GlobalPoolLayer } from "./global-pool";
import type { LayerKind } from "./layer";
import { maxPoolKind, type MaxPoolLayer } from "./max-pool";
import { recurrentKind, type RecurrentLayer } from "./recurrent";
import { flattenKind, reshapeKind, type FlattenLayer, type ReshapeLayer } from "./reshape";
import { upsampleKind, type UpsampleLayer } from "./upsample";

/** Everything that a network may be made of, as plain data. */
export type LayerSpec =
  | DenseLayer
  | ConvLayer
  | BatchNormLayer
  | MaxPoolLayer
  | GlobalPoolLayer
  | UpsampleLayer
  | DepthToSpaceLayer
  | FlattenLayer
  | ReshapeLayer
  | DropoutLayer
  | ArrangeLayer
  | RecurrentLayer<"rnn">
  | RecurrentLayer<"gru">
  | RecurrentLayer<"lstm">
  | EmbeddingLayer;

type Kinds = { readonly [K in LayerSpec["kind"]]: LayerKind<Extract<LayerSpec, { kind: K }>> };

const kinds: Kinds = {
  dense: denseKind,
  conv: convKind,
  "batch-norm": batchNormKind,
  "max-pool": maxPoolKind,
  "global-pool": globalPoolKind,
  upsample: upsampleKind,
  "depth-to-space": depthToSpaceKind,
  flatten: flattenKind,
  reshape: reshapeKind,
  dropout: dropoutKind,
  arrange: arrangeKind,
  rnn: recurrentKind,
  gru: recurrentKind,
  lstm: recurrentKind,
  embedding: embeddingKind,
};

/** What is to be known of such a layer. */
export function kindOf(layer: LayerSpec): LayerKind<LayerSpec> {
  return kinds[layer.kind];
}
