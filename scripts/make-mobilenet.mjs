// @ts-check
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { format } from "prettier";

/*
 * Makes public/models/mobilenet-v2: the inner layers of a MobileNetV2 (Sandler et al. 2018, width 1, input 224 x 224 x 3
 * from 0 to 1), through which PaDiM and PatchCore look at images. What comes after the last layer that they use, its
 * classifier included, is cut off; the weights stay the eight bits each that they were published with.
 *
 *   node scripts/make-mobilenet.mjs [nsfwjs-4.3.0.tgz]
 *
 * Without the file the package is fetched from the registry. Either must be the one that was looked at.
 */
const PACKAGE = "nsfwjs@4.3.0";
const SHA512 = "WTKDte0vp1X97N1h34P79G/hG+sVT3+TnDz9di1WseIJR93v11E4viNX7Vg9WsO6HYoR772Nzq2iM8jo3XBZ+g==";
const LAST_LAYER = "block_12_add";

/**
 * @typedef {{ name: string, shape: number[], dtype: string, quantization: { dtype: string } }} Weight
 * @typedef {{ name: string, config: Record<string, unknown>, inbound_nodes: unknown[][][] }} Layer
 * @typedef {{ modelTopology: { keras_version: string, backend: string, model_config: { config: { layers: Layer[], input_layers: unknown[] } } }, weightsManifest: [{ weights: Weight[] }] }} Published
 */

const target = join(dirname(dirname(fileURLToPath(import.meta.url))), "public", "models", "mobilenet-v2");
const work = mkdtempSync(join(tmpdir(), "mobilenet-"));
try {
  const archive = process.argv[2] ? resolve(process.argv[2]) : fetched();
  const found = createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (found !== SHA512) throw new Error(`${archive} is not ${PACKAGE} as it was published: its SHA-512 is ${found}.`);
  execFileSync("tar", ["-xzf", archive, "-C", work, "package/LICENSE", "package/dist/models/mobilenet_v2"]);
  await write();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function fetched() {
  execFileSync("npm", ["pack", PACKAGE, "--silent", "--pack-destination", work], { cwd: work });
  return join(work, `${PACKAGE.replace("@", "-")}.tgz`);
}

async function write() {
  const folder = join(work, "package", "dist", "models", "mobilenet_v2");
  const { modelTopology, weightsManifest } = /** @type {Published} */ (exportOf(join(folder, "model.min.js")));
  const bytes = Buffer.from(/** @type {string} */ (exportOf(join(folder, "group1-shard1of1.min.js"))), "base64");
  const layers = layersUpTo(LAST_LAYER, modelTopology.model_config.config.layers);
  const kept = weightsOf(layers, weightsManifest[0].weights, bytes);
  const { keras_version, backend, model_config } = modelTopology;
  const { input_layers } = model_config.config;
  const config = {
    name: "mobilenet-v2",
    layers: layers.map(asItIs),
    input_layers,
    output_layers: [[LAST_LAYER, 0, 0]],
  };
  const model = {
    format: "layers-model",
    modelTopology: { keras_version, backend, model_config: { class_name: "Model", config } },
    weightsManifest: [{ paths: ["weights.bin"], weights: kept.map(({ weight }) => weight) }],
  };
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "model.json"), await format(JSON.stringify(model), { parser: "json", printWidth: 120 }));
  writeFileSync(join(target, "weights.bin"), Buffer.concat(kept.map(({ data }) => data)));
  writeFileSync(join(target, "LICENSE.md"), await format(licence(), { parser: "markdown" }));
}

/**
 * What a minified module of the package exports, run in a world of its own.
 * @param {string} file
 */
function exportOf(file) {
  const module = { exports: /** @type {unknown} */ (null) };
  vm.runInNewContext(readFileSync(file, "utf8"), { module, exports: {} });
  // Plain data of this world.
  return JSON.parse(JSON.stringify(module.exports));
}

/**
 * The layer of that name and all that it is made from, in their order.
 * @param {string} last
 * @param {Layer[]} all
 */
function layersUpTo(last, all) {
  const needed = new Set([last]);
  for (const { name, inbound_nodes } of all.toReversed())
    if (needed.has(name)) for (const node of inbound_nodes) for (const [from] of node) needed.add(String(from));
  return all.filter(({ name }) => needed.has(name));
}

/**
 * A layer without what matters to its training only.
 * @param {Layer} layer
 * @returns {Layer}
 */
function asItIs({ config, ...layer }) {
  const kept = Object.entries(config).filter(([key]) => !/_(initializer|regularizer|constraint)$|^momentum$/.test(key));
  return { ...layer, config: Object.fromEntries(kept) };
}

/**
 * @param {Layer[]} layers
 * @param {Weight[]} all in the order of their bytes
 * @param {Buffer} bytes
 */
function weightsOf(layers, all, bytes) {
  const names = new Set(layers.map(({ name }) => name));
  let at = 0;
  const found = all.map((weight) => {
    const { name, shape, quantization } = weight;
    if (quantization.dtype !== "uint8") throw new Error(`${name} is not kept in eight bits`);
    const length = shape.reduce((product, size) => product * size, 1);
    at += length;
    return { weight, data: bytes.subarray(at - length, at) };
  });
  if (at !== bytes.length) throw new Error(`${bytes.length} bytes of weights, ${at} are accounted for`);
  return found.filter(({ weight }) => names.has(weight.name.slice(0, weight.name.lastIndexOf("/"))));
}

function licence() {
  return `# MobileNetV2, its first twelve blocks

\`model.json\` and \`weights.bin\` are cut from the MobileNetV2 that the npm package ${PACKAGE} publishes under the MIT
License, by \`scripts/make-mobilenet.mjs\`. Everything after the layer \`${LAST_LAYER}\`, its classifier included, is left
out; the weights that are left are unchanged.

The architecture: Sandler, M., Howard, A., Zhu, M., Zhmoginov, A. & Chen, L.-C. (2018). MobileNetV2: Inverted residuals
and linear bottlenecks. CVPR 2018.

${readFileSync(join(work, "package", "LICENSE"), "utf8")}`;
}
