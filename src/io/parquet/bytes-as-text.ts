import type { RawValues } from "./page-values";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { fatal: true });
/** Short words are quicker made letter by letter than by a decoder. */
const MAX_SHORT = 24;
/** Enough to tell words from other bytes. */
const LOOKED_AT = 200;

/** The word that bytes are in UTF-8. */
export function bytesAsWord(bytes: Uint8Array): string {
  if (bytes.length > MAX_SHORT) return decoder.decode(bytes);
  let word = "";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte > 127) return decoder.decode(bytes);
    word += String.fromCharCode(byte);
  }
  return word;
}

/** Whether bytes read as words: UTF-8, without what no word holds. */
export function isLegible(values: RawValues): boolean {
  const length = Math.min(values.length, LOOKED_AT);
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (!(value instanceof Uint8Array)) return false;
    try {
      if (/[\u0000-\u0008\u000e-\u001f]/.test(strict.decode(value))) return false;
    } catch {
      return false;
    }
  }
  return length > 0;
}

/** 36 letters, as everybody writes them. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A decimal number with all of its digits, `scale` of them behind the point. */
export function decimalOf(value: unknown, scale: number): string {
  const unscaled = unscaledOf(value);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const sign = unscaled < 0n ? "-" : "";
  return scale <= 0 ? sign + digits + "0".repeat(-scale) : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The whole number that a decimal is stored as: 32 or 64 bits, or bytes with the greatest first. */
export function unscaledOf(value: unknown): bigint {
  if (typeof value === "number" || typeof value === "bigint") return BigInt(value);
  if (!(value instanceof Uint8Array)) return 0n;
  let whole = 0n;
  for (const byte of value) whole = whole * 256n + BigInt(byte);
  return BigInt.asIntN(value.length * 8, whole);
}
