import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A copy of the built app whose worker finds no file system for pages, as in browsers that have none: what is kept then
 * lies in the browser's database. Drivers of other engines run nothing before a page does, so that it is built in.
 */
export function builtWithoutFileSystem(dist: string): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), "without-file-system-"));
  cpSync(dist, dir, { recursive: true });
  const assets = join(dir, "assets");
  const scripts = readdirSync(assets).filter((name) => /^worker-.*\.js$/.test(name));
  if (scripts.length === 0) throw new Error("The build has no worker of that name.");
  for (const name of scripts) {
    const path = join(assets, name);
    writeFileSync(path, `delete StorageManager.prototype.getDirectory;\n${readFileSync(path, "utf8")}`);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
