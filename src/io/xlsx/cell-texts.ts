import { HOLDS, type SheetBlock } from "./sheet-block";
import type { Shown } from "./number-format";
import { numberText } from "./number-text";
import { TextOfRuns } from "./text-of-runs";
import { unescaped } from "./unescaped";
import { plainText } from "./xml-scanner";

/** What the cells of a sheet refer to. */
export interface SheetStyle {
  readonly shown: readonly Shown[];
  readonly is1904: boolean;
  readonly strings: readonly string[];
}

const PLAIN_NUMBER: Shown = { as: "number" };
const NOT_ASCII = 128;
/** Longer texts are left to the decoder. */
const MAX_BY_HAND = 64;
const decoder = new TextDecoder();

/** The text of a cell, as exact as the file has it; made when somebody asks. */
export function textOfCell(bytes: Uint8Array, block: SheetBlock, cell: number, by: SheetStyle): string {
  const holds = block.holds[cell];
  if (holds === HOLDS.word) return by.strings[block.values[cell]!] ?? "";
  const text = valueText(bytes, block.starts[cell]!, block.ends[cell]!);
  switch (holds) {
    case HOLDS.literal:
      return unescaped(text);
    case HOLDS.truth:
      return text === "1" || text === "true" ? "true" : "false";
    case HOLDS.date:
      return text;
    default:
      return numberText(text, by.shown[block.styles[cell]!] ?? PLAIN_NUMBER, by.is1904);
  }
}

/** The text that stands in a value, in one piece or in runs. */
export function valueText(bytes: Uint8Array, from: number, to: number): string {
  const raw = decoded(bytes, from, to);
  return raw.includes("<") ? new TextOfRuns().of(raw) : plainText(raw);
}

function decoded(bytes: Uint8Array, from: number, to: number): string {
  const some = bytes.subarray(from, to);
  // For the few letters of a number a decoder takes longer to start than to decode.
  const isPlain = some.length <= MAX_BY_HAND && some.every(isAscii);
  return isPlain ? String.fromCharCode(...some) : decoder.decode(some);
}

function isAscii(byte: number): boolean {
  return byte < NOT_ASCII;
}
