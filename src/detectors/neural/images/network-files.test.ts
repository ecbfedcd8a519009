import { expect, test } from "vitest";
import { artifactsOf } from "./network-files";

const input = { class_name: "InputLayer", config: { batch_input_shape: [null, null, null, 3] } };
const model = {
  modelTopology: { model_config: { class_name: "Model", config: { layers: [input] } } },
  weightsManifest: [
    { paths: ["b.bin", "a.bin"], weights: [{ name: "x", shape: [2], dtype: "float32" }] },
    { paths: ["c.bin"], weights: [{ name: "y", shape: [1], dtype: "float32" }] },
  ],
};

test("weight files are read in the order of the list, and an image of any size gets one", async () => {
  const asked: string[] = [];
  const { weightSpecs, weightData, modelTopology } = await artifactsOf(JSON.stringify(model), (path) => {
    asked.push(path);
    return Promise.resolve(new ArrayBuffer(4));
  });
  expect(asked).toEqual(["b.bin", "a.bin", "c.bin"]);
  expect(weightData).toHaveLength(3);
  expect(weightSpecs.map(({ name }) => name)).toEqual(["x", "y"]);
  expect(JSON.stringify(modelTopology)).toContain('"batch_input_shape":[null,224,224,3]');
});

test.each([
  ["no JSON", "{"],
  ["null", "null"],
  ["a list", "[]"],
  ["a graph model", JSON.stringify({ modelTopology: { node: [] }, weightsManifest: [] })],
  ["no weights", JSON.stringify({ modelTopology: model.modelTopology })],
  ["paths that are none", JSON.stringify({ ...model, weightsManifest: [{ paths: [1], weights: [] }] })],
])("refuses %s", async (_, text) => {
  await expect(artifactsOf(text, () => Promise.reject(new Error("none")))).rejects.toMatchObject({
    info: { code: "bad-network" },
  });
});
