import type { Note } from "../core/data/note";
import type { Detector } from "../core/detect/detector";
import type { AnyOnnxExport } from "../core/onnx/onnx-export";
import { cblofOnnx, kMeansOnnx } from "./clustering/centres-onnx";
import { ballsOnnx } from "./forest/balls-onnx";
import { isolationForestOnnx, randomForestOnnx } from "./forest/forest-onnx";
import { copodOnnx, ecodOnnx, hbosOnnx } from "./histogram/tables-onnx";
import { oneClassOnnx } from "./kernel/one-class-onnx";
import { ellipsoidOnnx, pcaOnnx } from "./linear/axes-onnx";
import { knnOnnx, lofOnnx, unsuspiciousOnnx } from "./neighbours/neighbours-onnx";
import { cnnOnnx } from "./neural/onnx/cnn-onnx";
import { autoencoderOnnx, ganOnnx, rebuildersOnnx } from "./neural/onnx/scorer-onnx";
import { bandsOnnx } from "./statistical/bands-onnx";

/** Detectors whose models can be written as ONNX, by id. */
const onnxExports: Readonly<Record<string, AnyOnnxExport>> = {
  "isolation-forest": isolationForestOnnx,
  "robust-z": bandsOnnx,
  "z-score": bandsOnnx,
  "mean-sd": bandsOnnx,
  iqr: bandsOnnx,
  "k-means": kMeansOnnx,
  knn: knnOnnx,
  "unsuspicious-neighbours": unsuspiciousOnnx,
  lof: lofOnnx,
  mahalanobis: ellipsoidOnnx,
  mcd: ellipsoidOnnx,
  pca: pcaOnnx,
  cblof: cblofOnnx,
  inne: ballsOnnx,
  "random-forest": randomForestOnnx,
  hbos: hbosOnnx,
  ecod: ecodOnnx,
  copod: copodOnnx,
  "one-class-svm": oneClassOnnx,
  autoencoder: autoencoderOnnx,
  "conv-autoencoder": rebuildersOnnx,
  cnn: cnnOnnx,
  gan: ganOnnx,
};

/** How what a detector learned is written as ONNX, or why none of it can be. */
export function onnxExportOf({ id, accepts, label }: Detector): AnyOnnxExport | Note {
  const found = onnxExports[id];
  if (found) return found;
  switch (accepts) {
    case "matrix":
      return { code: "onnx.not-written", values: { detector: label } };
    case "columns":
      return { code: "onnx.whole-table", values: { detector: label } };
    case "series":
    case "events":
    case "images":
      return { code: `onnx.of-${accepts}`, values: { detector: label } };
    default:
      return accepts satisfies never;
  }
}
