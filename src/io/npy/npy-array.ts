import { Failure } from "../../core/data/failure";
import { MAX_COLUMNS } from "../cells/cell-source";

/** An array of NumPy with rows and columns; of one dimension, it is one column. */
export interface NpyArray {
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): string;
}

type CellAt = (view: DataView, at: number, isLittle: boolean) => string;

const HEADER_PATTERN =
  /^\{'descr': '([<>|=])([a-zA-Z])(\d+)(?:\[(\w+)\])?', 'fortran_order': (True|False), 'shape': \(([\d, ]*)\)/;

const NUMBER_AT: Readonly<Record<string, CellAt>> = {
  f4: (view, at, isLittle) => finite(view.getFloat32(at, isLittle)),
  f8: (view, at, isLittle) => finite(view.getFloat64(at, isLittle)),
  i1: (view, at) => String(view.getInt8(at)),
  i2: (view, at, isLittle) => String(view.getInt16(at, isLittle)),
  i4: (view, at, isLittle) => String(view.getInt32(at, isLittle)),
  i8: (view, at, isLittle) => String(view.getBigInt64(at, isLittle)),
  u1: (view, at) => String(view.getUint8(at)),
  u2: (view, at, isLittle) => String(view.getUint16(at, isLittle)),
  u4: (view, at, isLittle) => String(view.getUint32(at, isLittle)),
  u8: (view, at, isLittle) => String(view.getBigUint64(at, isLittle)),
  b1: (view, at) => (view.getUint8(at) === 0 ? "false" : "true"),
};

/** Steps of a time of NumPy in a millisecond, or milliseconds in a step. */
const MS_OF_STEPS: Readonly<Record<string, (steps: number) => number>> = {
  ns: (steps) => steps / 1e6,
  us: (steps) => steps / 1e3,
  ms: (steps) => steps,
  s: (steps) => steps * 1e3,
  D: (steps) => steps * 86_400_000,
};

/** What NumPy writes where there is no time. */
const NOT_A_TIME = -(2n ** 63n);
/** Beyond that, a Date has no year to write. */
const LAST_MS = 8.64e15;

/**
 * The array that the bytes of a .npy file hold. What its header claims is checked against the bytes that are there.
 *
 * @throws Failure `bad-format`, `too-many-columns`
 */
export function npyArrayOf(bytes: Uint8Array): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) throw bad("broken");
  const isFirst = view.getUint8(6) === 1;
  const start = (isFirst ? 10 : 12) + (isFirst ? view.getUint16(8, true) : view.getUint32(8, true));
  if (start > bytes.length) throw bad("broken");
  const header = new TextDecoder().decode(bytes.subarray(isFirst ? 10 : 12, start));
  const found = HEADER_PATTERN.exec(header);
  if (!found) throw bad("unsupported");
  const [, order, type = "", length = "", unit, fortran, shape = ""] = found;
  const width = Number(length) * (type === "U" ? 4 : 1);
  const [rows = 0, columns = 1, ...deeper] = shape.split(",").flatMap((part) => (part.trim() ? [Number(part)] : []));
  const cellAt = cellOf(type, length, unit);
  if (!cellAt || deeper.length > 0 || shape.trim() === "") throw bad("unsupported");
  if (columns > MAX_COLUMNS) throw new Failure({ code: "too-many-columns", values: { columns, limit: MAX_COLUMNS } });
  if (rows * columns * width > bytes.length - start) throw bad("broken");
  const isLittle = order !== ">";
  return {
    rows,
    columns,
    cell(row, column) {
      const place = fortran === "True" ? column * rows + row : row * columns + column;
      return cellAt(view, start + place * width, isLittle);
    },
  };
}

function cellOf(type: string, length: string, unit: string | undefined): CellAt | null {
  if (type === "M") return timeOf(MS_OF_STEPS[unit ?? ""]);
  if (type === "U") return (view, at, isLittle) => wordOf(Number(length), (i) => view.getUint32(at + 4 * i, isLittle));
  if (type === "S") return (view, at) => wordOf(Number(length), (i) => view.getUint8(at + i));
  return NUMBER_AT[type + length] ?? null;
}

function timeOf(toMs: ((steps: number) => number) | undefined): CellAt | null {
  if (!toMs) return null;
  return (view, at, isLittle) => {
    const steps = view.getBigInt64(at, isLittle);
    const ms = toMs(Number(steps));
    return steps !== NOT_A_TIME && Math.abs(ms) <= LAST_MS ? new Date(ms).toISOString() : "";
  };
}

function wordOf(length: number, codeAt: (i: number) => number): string {
  let word = "";
  for (let i = 0; i < length; i++) {
    const code = codeAt(i);
    if (code !== 0) word += code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  }
  return word;
}

function finite(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}

function bad(why: "broken" | "unsupported"): Failure {
  return new Failure({ code: "bad-format", values: { format: "NumPy", why } });
}
