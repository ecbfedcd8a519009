import { gunzipSync, gzipSync } from "node:zlib";

/** A table is `{ names, rows }`; cells are strings or numbers, null is missing. What is a log has `lines` besides, which are it. */
export function csvOf({ names, rows, lines }) {
  if (lines) return lines.join("\n") + "\n";
  return [names, ...rows].map((row) => row.map(cellOf).join(",")).join("\n") + "\n";
}

function cellOf(value) {
  const text = value === null ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Plain CSV without quoted cells, as the sources write it; numbers stay text so that no digit changes. */
export function tableOf(csv) {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  return { names: head.split(","), rows: lines.map((line) => line.split(",")) };
}

/** Gzip whose bytes do not depend on the machine: byte 9 of the header names the operating system. */
export function gzipOf(text) {
  const bytes = gzipSync(Buffer.from(text, "utf8"), { level: 9 });
  bytes[9] = 255;
  return bytes;
}

export function gunzipOf(bytes) {
  return gunzipSync(bytes).toString("utf8");
}

/** `value` with at most `digits` decimals, without trailing zeros. */
export function rounded(value, digits) {
  return Number(value.toFixed(digits));
}
