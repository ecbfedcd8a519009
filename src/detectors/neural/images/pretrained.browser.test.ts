import { expect, test } from "vitest";
import type { Backend, Context } from "../../../core/detect/context";
import { seededRandom } from "../../../core/math/random";
import { loadTf } from "../backend/tf";
import { deepFeaturesOf, MOBILENET_LAYERS } from "./deep-features";
import { openNetwork } from "./pretrained";

const folder = "/models/mobilenet-v2/";
const opened = async () =>
  openNetwork(await (await fetch(`${folder}model.json`)).text(), async (path) =>
    (await fetch(folder + path)).arrayBuffer(),
  );

function contextOn(backend: Backend): Context & { readonly notes: string[] } {
  const notes: string[] = [];
  return {
    notes,
    backend,
    random: seededRandom(1),
    checkpoint: () => Promise.resolve(),
    pause: () => Promise.resolve(),
    note: ({ code }) => notes.push(code),
    show: () => undefined,
    endsEarly: () => false,
  };
}

const random = seededRandom(4);
const values = Float32Array.from({ length: 6 * 28 * 28 }, random);
const images = {
  shape: [28, 28, 1],
  block: (from: number, to: number) => values.subarray(from * 784, to * 784),
};

test("MobileNetV2 answers alike on every backend, alone or among others, and leaves no tensor behind", async () => {
  const network = await opened();
  const features = deepFeaturesOf(network, images, MOBILENET_LAYERS);
  expect(features.layers.map(({ height, width, channels }) => [height, width, channels])).toEqual([
    [56, 56, 24],
    [28, 28, 32],
    [14, 14, 96],
  ]);

  const wasm = contextOn("wasm");
  const [shallow, deep] = await features.block(0, 6, ["block_2_add", "block_12_add"], wasm);
  expect([shallow!.length, deep!.length]).toEqual([6 * 56 * 56 * 24, 6 * 14 * 14 * 96]);
  expect(shallow!.every(Number.isFinite)).toBe(true);
  expect(new Set(deep).size).toBeGreaterThan(50_000);
  const tensors = (await loadTf()).memory().numTensors;
  const again = deepFeaturesOf(network, images, MOBILENET_LAYERS);
  const [fifth] = await again.block(4, 5, ["block_12_add"], wasm);
  const [some] = await again.block(3, 6, ["block_12_add"], wasm);
  expect((await loadTf()).memory().numTensors).toBe(tensors);
  expect(wasm.notes).toEqual(["neural.backend.chosen"]);

  const width = 14 * 14 * 96;
  for (let at = 0; at < width; at += 97) {
    expect(fifth![at]).toBeCloseTo(deep![4 * width + at]!, 4);
    expect(some!.subarray(width)[at]).toBe(fifth![at]);
  }
  const cpu = deepFeaturesOf(network, images, MOBILENET_LAYERS);
  const [onCpu] = await cpu.block(4, 5, ["block_12_add"], contextOn("cpu"));
  for (let at = 0; at < width; at += 97) expect(onCpu![at]).toBeCloseTo(fifth![at]!, 2);
  network.dispose();
});
