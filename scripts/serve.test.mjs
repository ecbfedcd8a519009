import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, serve } from "./serve.mjs";

const PAGE = "<!doctype html><title>page</title>".padEnd(4000, " ");
let folder;
let site;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  const dir = join(folder, "dist");
  await mkdir(join(dir, "assets"), { recursive: true });
  await mkdir(join(dir, ".vite"));
  await writeFile(join(folder, "secret.txt"), "secret");
  await writeFile(join(dir, "index.html"), PAGE);
  await writeFile(join(dir, ".vite/manifest.json"), "{}");
  await writeFile(join(dir, "assets/index-AbC_12-x.js"), "export {};");
  await writeFile(join(dir, "assets/tool.wasm"), "\0asm");
  await writeFile(join(dir, "a sample.csv.gz"), gzipSync("a,b\n1,2\n"));
  await symlink(join(folder, "secret.txt"), join(dir, "link.txt"));
  site = await serve({ dir });
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** As a client that neither tidies the path nor unpacks the body. */
function get(path, headers = {}, method = "GET", from = site) {
  const { port } = new URL(from.url);
  return new Promise((done, failed) => {
    request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", failed)
      .end();
  });
}

test("every answer carries the policy, errors too", async () => {
  for (const path of ["/", "/nothing-here"]) {
    const { headers } = await get(path);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  }
});

describe("nothing outside the folder is served", () => {
  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/..%5csecret.txt",
    "/link.txt",
    "/.vite/manifest.json",
    "/%00",
    "/%E0%A4%A",
    "/assets",
    "//etc/passwd",
  ])("%s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

test("text is compressed as the browser asks, and the same when unpacked", async () => {
  const br = await get("/", { "accept-encoding": "gzip, br" });
  expect(br.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(br.body).toString()).toBe(PAGE);
  const gzip = await get("/", { "accept-encoding": "gzip" });
  expect(gunzipSync(gzip.body).toString()).toBe(PAGE);
  const plain = await get("/");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(PAGE);
});

test("a .gz sample arrives still packed", async () => {
  const { headers, body } = await get("/a%20sample.csv.gz", { "accept-encoding": "gzip, br" });
  expect(headers["content-type"]).toBe("application/gzip");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(gunzipSync(body).toString()).toBe("a,b\n1,2\n");
});

test("names with a hash are kept for ever, the page is asked for again", async () => {
  const asset = await get("/assets/index-AbC_12-x.js");
  expect(asset.headers["cache-control"]).toContain("immutable");
  expect(asset.headers["content-type"]).toContain("text/javascript");
  const page = await get("/");
  expect(page.headers["cache-control"]).toBe("no-cache");
  expect((await get("/", { "if-none-match": page.headers.etag })).status).toBe(304);
  const wasm = await get("/assets/tool.wasm");
  expect(wasm.headers["content-type"]).toBe("application/wasm");
  expect(wasm.headers["cache-control"]).toBe("no-cache");
});

test("HEAD answers without a body, other methods not at all", async () => {
  const head = await get("/", {}, "HEAD");
  expect(head.status).toBe(200);
  expect(head.body.length).toBe(0);
  expect((await get("/", {}, "POST")).status).toBe(405);
});

test("a folder can appear under a path, and nothing of it elsewhere", async () => {
  const sub = await serve({ dir: join(folder, "dist"), base: "/some/path/" });
  try {
    expect((await get("/some/path/", {}, "GET", sub)).status).toBe(200);
    expect((await get("/some/path", {}, "GET", sub)).headers.location).toBe("/some/path/");
    expect((await get("/", {}, "GET", sub)).status).toBe(404);
  } finally {
    await sub.close();
  }
});

test("a port that is taken is an error with its code", async () => {
  const port = Number(new URL(site.url).port);
  const error = await serve({ dir: folder, port }).catch((reason) => reason);
  expect(codeOf(error)).toBe("EADDRINUSE");
});
