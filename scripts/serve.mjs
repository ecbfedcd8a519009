// @ts-check
import { createServer } from "node:http";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { HEADER_POLICY } from "./csp.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".tsv": "text/tab-separated-values; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  // A sample that is a .gz file: sent as it is, without Content-Encoding, or the browser would unpack it unasked.
  ".gz": "application/gzip",
  ".zip": "application/zip",
};
const COMPRESSIBLE = new Set([
  ".html",
  ".js",
  ".mjs",
  ".css",
  ".json",
  ".webmanifest",
  ".svg",
  ".txt",
  ".csv",
  ".wasm",
]);

const HEADERS = {
  "Content-Security-Policy": HEADER_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  // Both together make the page cross-origin isolated, so that its threads may share memory.
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

const encoders = {
  br: (/** @type {Buffer} */ bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (/** @type {Buffer} */ bytes) => promisify(gzip)(bytes),
};

/**
 * Serves a folder of static files to this machine only, with the headers that keep data in the tab.
 * @param {{ dir: string, port?: number, base?: string, isProtected?: boolean }} options port 0 takes any free one; base is the path under
 *   which the folder appears, beginning and ending with a slash; without protection it is the simplest static host
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 * @throws an error with code EADDRINUSE when the port is taken
 */
export async function serve({ dir, port = 0, base = "/", isProtected = true }) {
  const root = await realpath(resolve(dir));
  /** @type {Map<string, Promise<Buffer>>} */
  const packed = new Map();
  /** @type {import("node:http").RequestListener} */
  const answer = (request, response) => {
    respond({ root, base, packed, headers: isProtected ? HEADERS : {} }, request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
  const ipv4 = await listen(answer, port, "127.0.0.1");
  const address = ipv4.address();
  const taken = address !== null && typeof address === "object" ? address.port : port;
  const servers = [ipv4];
  try {
    // Browsers try ::1 first for "localhost": hold it too, or another program there would answer in our name.
    servers.push(await listen(answer, taken, "::1"));
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE") {
      await closeAll(servers);
      throw error;
    }
  }
  return { url: `http://localhost:${taken}${base}`, close: () => closeAll(servers) };
}

/**
 * @param {{ root: string, base: string, packed: Map<string, Promise<Buffer>>, headers: Record<string, string> }} site
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function respond({ root, base, packed, headers: common }, request, response) {
  /** @param {number} status @param {Record<string, string | number>} headers @param {string | Buffer} [body] */
  const send = (status, headers, body) => {
    response.writeHead(status, { ...common, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return send(405, { Allow: "GET, HEAD" });
  const path = pathOf(request.url ?? "/");
  if (path !== undefined && `${path}/` === base) return send(301, { Location: base });
  const found = path?.startsWith(base) ? await fileFor(root, path.slice(base.length)) : undefined;
  if (!found) return send(404, { "Content-Type": "text/plain; charset=utf-8" }, "Not found\n");

  const extension = extname(found.file).toLowerCase();
  const encoding = COMPRESSIBLE.has(extension) ? encodingOf(request.headers["accept-encoding"]) : undefined;
  const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}${encoding ? `-${encoding}` : ""}"`;
  const headers = {
    "Content-Type": TYPES[/** @type {keyof typeof TYPES} */ (extension)] ?? "application/octet-stream",
    // Names under assets/ carry a hash of their content; all others are asked for again.
    "Cache-Control": /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(`/${path}`)
      ? "public, max-age=31536000, immutable"
      : "no-cache",
    ETag: etag,
    Vary: "Accept-Encoding",
  };
  if (request.headers["if-none-match"] === etag) return send(304, headers);
  const key = `${found.file} ${etag}`;
  const body = encoding
    ? await remember(packed, key, async () => encoders[encoding](await readFile(found.file)))
    : await readFile(found.file);
  send(200, { ...headers, "Content-Length": body.length, ...(encoding && { "Content-Encoding": encoding }) }, body);
}

/**
 * The decoded path, or undefined when it is malformed.
 * @param {string} url
 */
function pathOf(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/");
  } catch {
    return undefined;
  }
}

/**
 * The regular file that a path names inside root; undefined for anything outside it, links that lead out, and dot files.
 * @param {string} root
 * @param {string} path relative, with forward slashes
 */
async function fileFor(root, path) {
  const parts = path.split("/");
  if (path.includes("\0") || path.includes("\\") || parts.some((part) => part.startsWith("."))) return undefined;
  try {
    const file = await realpath(join(root, ...parts, path === "" || path.endsWith("/") ? "index.html" : ""));
    if (!file.startsWith(root + sep)) return undefined;
    const { size, mtimeMs, ...kind } = await stat(file).then((s) => ({
      size: s.size,
      mtimeMs: s.mtimeMs,
      file: s.isFile(),
    }));
    return kind.file ? { file, size, mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string | string[] | undefined} accepted
 * @returns {"br" | "gzip" | undefined}
 */
function encodingOf(accepted) {
  const text = String(accepted ?? "");
  return /\bbr\b/.test(text) ? "br" : /\bgzip\b/.test(text) ? "gzip" : undefined;
}

/**
 * @template T
 * @param {Map<string, Promise<T>>} memory
 * @param {string} key
 * @param {() => Promise<T>} make
 */
function remember(memory, key, make) {
  const known = memory.get(key);
  if (known) return known;
  const made = make();
  memory.set(key, made);
  made.catch(() => memory.delete(key));
  return made;
}

/**
 * @param {import("node:http").RequestListener} answer
 * @param {number} port
 * @param {string} host
 * @returns {Promise<import("node:http").Server>}
 */
function listen(answer, port, host) {
  return new Promise((done, failed) => {
    const server = createServer(answer);
    server.once("error", failed);
    server.listen(port, host, () => done(server));
  });
}

/** @param {import("node:http").Server[]} servers */
async function closeAll(servers) {
  await Promise.all(
    servers.map((server) => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    }),
  );
}

/** @param {unknown} error */
export function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
