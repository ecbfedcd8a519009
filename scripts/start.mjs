// @ts-check
import "./require-node.mjs";
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { codeOf, serve } from "./serve.mjs";

const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
ensureInstalled(root);
ensureBuilt(root);
const { url } = await serveOnFreePort(join(root, "dist"));
console.log(`\n  Anomaly Explorer is at ${url}\n  Nothing you open there leaves this machine. Stop with Ctrl+C.\n`);
if (hasDesktop()) openBrowser(url);

/** @param {string} dir */
async function serveOnFreePort(dir) {
  const wanted = Number(process.env.PORT) || FIRST_PORT;
  for (let port = wanted; port < wanted + PORTS_TRIED; port++) {
    try {
      return await serve({ dir, port });
    } catch (error) {
      if (codeOf(error) !== "EADDRINUSE") throw error;
      console.log(`Port ${port} is taken, trying the next one.`);
    }
  }
  console.error(`Ports ${wanted} to ${wanted + PORTS_TRIED - 1} are all taken. Name a free one: PORT=8080 npm start`);
  process.exit(1);
}

function hasDesktop() {
  if (process.env.CI || process.env.SSH_CONNECTION || !process.stdout.isTTY) return false;
  if (process.platform === "linux") return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return process.platform === "darwin" || process.platform === "win32";
}

/** @param {string} address */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  // The address is printed, so a desktop that cannot open it loses nothing.
  spawn(/** @type {string} */ (command), args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
