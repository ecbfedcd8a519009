// @ts-check
import "./require-node.mjs";
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureInstalled(root);
const vite = join(root, "node_modules/vite/bin/vite.js");
spawn(process.execPath, [vite, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" }).on("exit", (code) =>
  process.exit(code ?? 1),
);
