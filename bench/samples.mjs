// @ts-check
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipped } from "../scripts/samples/zip.mjs";

/** Files in the folder of the samples that are none themselves. */
const BESIDE = /\.(md|png)$/;

/**
 * Every built-in sample, by its name without the ending.
 * @param {string} root the project's folder
 * @returns {{ name: string, file: string }[]}
 */
export function builtInSamples(root) {
  const folder = join(root, "public", "samples");
  return readdirSync(folder)
    .filter((file) => !BESIDE.test(file))
    .sort()
    .map((file) => ({ name: file.replace(/\..*$/, ""), file: join(folder, file) }));
}

/**
 * The file of a built-in sample.
 * @param {string} root the project's folder
 * @param {string} name
 */
export function builtInSample(root, name) {
  const sample = builtInSamples(root).find((one) => one.name === name);
  if (!sample) throw new Error(`no sample is called ${name}`);
  return sample.file;
}

/**
 * The folder that lies in a built-in archive; unpacked once.
 * @param {string} root the project's folder
 * @param {string} name of the sample, and of the folder in it
 */
export function unpackedSample(root, name) {
  const folder = join(root, ".cache", "bench", "unpacked");
  if (existsSync(join(folder, name))) return join(folder, name);
  // Under another name until all of it is there.
  const part = join(folder, `${name}.part`);
  rmSync(part, { recursive: true, force: true });
  for (const { path, bytes } of unzipped(readFileSync(builtInSample(root, name)))) {
    const file = join(part, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  renameSync(join(part, name), join(folder, name));
  rmSync(part, { recursive: true });
  return join(folder, name);
}
