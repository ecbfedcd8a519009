import type { Note } from "../../core/data/note";
import type { TimeZone } from "../../core/data/time-zone";
import { bytesAsWord, decimalOf, isLegible, unscaledOf, uuidOf } from "./bytes-as-text";
import { doublesOf, type NumbersOf, scaledOf, unsignedOf } from "./numbers-of";
import type { Leaf } from "./leaf";
import type { RawValues } from "./page-values";
import { dayText, dayTimes, int96Times, momentText, momentTimes, ofDayText, type TimeUnit } from "./times-of";

/** What the values of a column mean, by the type that the file gives it. */
export interface LeafType {
  /** Words are looked at like the cells of a text: they may say numbers or times. */
  readonly kind: "number" | "time" | "words";
  /** All values as numbers, times as epoch milliseconds; null where one has more digits than a number keeps. */
  readonly numbers: NumbersOf;
  /** A value as text, to the last digit. */
  text(value: unknown): string;
  readonly why: Note;
  /** Of times: none where they are as written. */
  readonly zone?: TimeZone;
}

/** Why a column cannot be read as a column of values. */
export type Unreadable = "lists" | "binary";

/** What the values of a column mean. `sample`: the first of them, where bytes could be words or not. */
export function leafTypeOf(leaf: Leaf, sample: RawValues): LeafType | Unreadable {
  if (leaf.lists > 0) return "lists";
  if (leaf.isInVariant) return "binary";
  const { type, converted_type: old, logical_type: logical } = leaf.element;
  const says = logical?.type ?? "";
  switch (type) {
    case "BOOLEAN":
      return words("boolean", String);
    case "FLOAT":
      return numbers("float32", doublesOf);
    case "DOUBLE":
      return numbers("float64", doublesOf);
    case "INT96":
      return time(int96Times, (value) => momentText(value, "int96", true), true);
    case "INT32":
    case "INT64":
      return wholeTypeOf(leaf);
    case "FIXED_LEN_BYTE_ARRAY":
      if (says === "UUID") return words("uuid", (value) => uuidOf(bytes(value)));
      if (says === "FLOAT16") return numbers("float16", scaledOf("float16"));
      if (old === "INTERVAL") return "binary";
      break;
    default:
  }
  if (says === "DECIMAL" || old === "DECIMAL") return decimalType(leaf);
  if (type !== "BYTE_ARRAY" && type !== "FIXED_LEN_BYTE_ARRAY") return "binary";
  if (["GEOMETRY", "GEOGRAPHY", "BSON"].includes(says) || old === "BSON") return "binary";
  const isText = ["STRING", "ENUM", "JSON"].includes(says) || ["UTF8", "ENUM", "JSON"].includes(old ?? "");
  // Older programs write words as bytes without saying so.
  return isText || isLegible(sample) ? words("string", (value) => bytesAsWord(bytes(value))) : "binary";
}

function wholeTypeOf(leaf: Leaf): LeafType {
  const { type, converted_type: old, logical_type: logical } = leaf.element;
  const bits = type === "INT32" ? 32 : 64;
  if (logical?.type === "DECIMAL" || old === "DECIMAL") return decimalType(leaf);
  if (logical?.type === "DATE" || old === "DATE")
    return { ...time(dayTimes, dayText, false), why: { code: "parquet.date" } };
  if (logical?.type === "TIMESTAMP") return momentType(logical.unit, logical.isAdjustedToUTC);
  if (old === "TIMESTAMP_MILLIS") return momentType("MILLIS", true);
  if (old === "TIMESTAMP_MICROS") return momentType("MICROS", true);
  if (logical?.type === "TIME") return words("time of day", (value) => ofDayText(value, logical.unit));
  if (old === "TIME_MILLIS") return words("time of day", (value) => ofDayText(value, "MILLIS"));
  if (old === "TIME_MICROS") return words("time of day", (value) => ofDayText(value, "MICROS"));
  const isUnsigned = old?.startsWith("UINT") === true || (logical?.type === "INTEGER" && !logical.isSigned);
  if (!isUnsigned) return numbers(`int${bits}`, doublesOf);
  const asUnsigned = bits === 32 ? (value: bigint) => BigInt.asUintN(32, value) : (v: bigint) => BigInt.asUintN(64, v);
  return { ...numbers(`uint${bits}`, unsignedOf), text: (value) => String(asUnsigned(unscaledOf(value))) };
}

function momentType(unit: TimeUnit, isUtc: boolean): LeafType {
  return time(momentTimes(unit), (value) => momentText(value, unit, isUtc), isUtc);
}

function decimalType({ element }: Leaf): LeafType {
  const logical = element.logical_type;
  const scale = (logical?.type === "DECIMAL" ? logical.scale : element.scale) ?? 0;
  return { ...numbers("decimal", scaledOf(scale)), text: (value) => decimalOf(value, scale) };
}

function numbers(type: string, of: NumbersOf): LeafType {
  return { kind: "number", numbers: of, text: String, why: { code: "parquet.type", values: { type } } };
}

function time(of: NumbersOf, text: LeafType["text"], isUtc: boolean): LeafType {
  const why: Note = { code: isUtc ? "parquet.time-utc" : "parquet.time-naive" };
  return { kind: "time", numbers: of, text, why, zone: isUtc ? 0 : "none" };
}

function words(type: string, text: LeafType["text"]): LeafType {
  return { kind: "words", numbers: () => null, text, why: { code: "parquet.type", values: { type } } };
}

function bytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}
