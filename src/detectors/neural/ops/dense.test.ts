import { beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import type { Activation } from "./activation";
import { trimmedSquaredError } from "../training/losses";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../network";
import { startBackend, type Tf } from "../backend/tf";

let tf: Tf;
beforeAll(async () => {
  tf = await startBackend("cpu");
});

const activations: readonly Activation[] = ["tanh", "relu", "elu", "sigmoid", "linear"];

test.each(activations)("the gradient of %s layers is the slope found by moving each weight", (activation) => {
  const spec: NetworkSpec = {
    inputs: 3,
    layers: [
      { kind: "dense", units: 4, activation },
      { kind: "dense", units: 3, activation: "linear" },
    ],
  };
  const random = seededRandom(7);
  const weights = initialWeights(spec, random);
  const input = Float32Array.from({ length: 18 }, () => 4 * random() - 2);
  const shapes = weightShapesOf(spec);
  const onWeights = <T>(work: (weights: ReturnType<Tf["tensor"]>[], loss: Loss) => T): T => {
    const x = tf.tensor2d(input, [6, 3]);
    return work(
      weights.map((values, i) => tf.tensor(values.slice(), [...shapes[i]!])),
      (all) => trimmedSquaredError(tf, forward(tf, spec, all, x), x, 0.2),
    );
  };
  type Loss = (all: ReturnType<Tf["tensor"]>[]) => ReturnType<Tf["scalar"]>;
  const gradients = onWeights((tensors, loss) =>
    tf
      .valueAndGrads((...all) => loss(all))(tensors)
      .grads.map((grad) => grad.dataSync()),
  );
  const lossNow = () => onWeights((tensors, loss) => loss(tensors).dataSync()[0]!);
  for (const [w, values] of weights.entries())
    for (let i = 0; i < values.length; i++) {
      const kept = values[i]!;
      values[i] = kept + 1e-3;
      const above = lossNow();
      values[i] = kept - 1e-3;
      const slope = (above - lossNow()) / 2e-3;
      values[i] = kept;
      expect(gradients[w]![i]).toBeCloseTo(slope, 2);
    }
});
