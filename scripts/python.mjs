// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * A Python that has some packages: the variable `PYTHON`, the environment in `.python` that `.ci/run` makes, or `python3`.
 * Null where none has them.
 * @param {readonly string[]} packages
 * @returns {string | null}
 */
export function pythonWith(packages) {
  const own = join(ROOT, ".python", "bin", "python");
  const found = [process.env.PYTHON ?? "", existsSync(own) ? own : "", "python3"];
  const asked = ["-c", packages.map((name) => `import ${name}`).join("\n")];
  return found.find((python) => python !== "" && spawnSync(python, asked, { stdio: "ignore" }).status === 0) ?? null;
}
