// @ts-check
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = join(ROOT, "kernels");

/** The file that is written: the compiled kernels as text, so that they come with the code that calls them. */
export const COMPILED = join(ROOT, "src/core/kernels/compiled.ts");

/** A hash of the sources of the kernels, which stands in what was compiled of them. */
export function sourcesHash() {
  const files = readdirSync(SOURCES).filter((name) => name.endsWith(".ts"));
  const hash = createHash("sha256");
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(SOURCES, name)));
  return hash.digest("hex");
}

/**
 * @typedef {{ readonly error: Error | null; readonly stderr: { toString(): string } }} Compiled
 * @typedef {{ writeFile(name: string, contents: string | Uint8Array): void }} Host
 * @typedef {{ main(options: string[], host: Host): Promise<Compiled> }} Compiler
 */

/** Not by its types: those declare arrays of its own for the whole program, which never miss an element. */
const COMPILER = "assemblyscript/asc";

async function compiled() {
  /** @type {{ default: Compiler }} */
  const { default: compiler } = await import(COMPILER);
  /** @type {Uint8Array | null} */
  let binary = null;
  const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--importMemory"];
  const { error, stderr } = await compiler.main(
    ["index.ts", "--baseDir", SOURCES, "--outFile", "out.wasm", ...options],
    {
      writeFile: (_, contents) => {
        if (typeof contents !== "string") binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`${error}\n${stderr.toString()}`);
  return Buffer.from(binary).toString("base64");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (await compiled()).match(/.{1,110}/g) ?? [];
  writeFileSync(
    COMPILED,
    [
      "// Written by scripts/build-kernels.mjs from kernels/; not to be edited.",
      "",
      "/** SHA-256 of the sources. */",
      `export const SOURCES = "${sourcesHash()}";`,
      "",
      "/** The WebAssembly module, in base64. */",
      "// prettier-ignore",
      `export const MODULE =\n${lines.map((line) => `  "${line}"`).join(" +\n")};`,
      "",
    ].join("\n"),
  );
}
