import type { Column } from "../data/column";
import { keyOf } from "../prepare/group-rows";

/** Two hashes of a cell, 64 bits together: what is equal in both is equal. */
export interface CellHash {
  readonly first: (row: number) => number;
  readonly second: (row: number) => number;
}

const scratch = new Float64Array(1);
const bits = new Uint32Array(scratch.buffer);

/** Hashes of the cells of the column at `position`; equal cells of different columns have different ones. */
export function cellHash(column: Column, position: number): CellHash {
  const seeded = (seed: number): ((row: number) => number) => {
    const own = mixed(seed + position);
    switch (column.kind) {
      case "number":
      case "time":
        return (row) => {
          const value = column.values[row]!; // a row of the table
          scratch[0] = value !== value ? NaN : value + 0; // one NaN, one zero
          return mixed(mixed(own ^ bits[0]!) ^ bits[1]!);
        };
      case "category": {
        const hashes = column.codes.length > 0 ? Int32Array.from(column.levels, (_, code) => mixed(own ^ code)) : null;
        return (row) => hashes?.[column.codes[row]!] ?? own; // a row of the table
      }
      case "text": {
        const textOf = keyOf(column);
        return (row) => {
          const text = textOf(row) ?? "";
          let hash = own;
          for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
          return mixed(hash);
        };
      }
      default:
        return column satisfies never;
    }
  };
  return { first: seeded(0x51ed270b), second: seeded(0x2545f491) };
}

/** Every bit of it depends on every bit of what was given (the end of MurmurHash3). */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
