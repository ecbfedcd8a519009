import { drawFrom, type Draw } from "./draw";
import type { Field, Kind, MadeUpFile } from "./made-up-file";
import { namesFor } from "./names";

interface Style {
  readonly delimiter: string;
  readonly decimal: string;
}

const STYLES: readonly Style[] = [
  { delimiter: ",", decimal: "." },
  { delimiter: ";", decimal: "," },
  { delimiter: "\t", decimal: "." },
  { delimiter: ";", decimal: "." },
];

/** The made-up file of a kind and a number: the same one every time. */
export function madeUpFile(kind: Kind, seed: number): MadeUpFile {
  const draw = drawFrom(seed * 7919 + hashOf(kind.name));
  const { fields, planted } = kind.draw(draw, namesFor(draw));
  const style = draw.oneOf(STYLES);
  const rows = fields[0]?.cells.length ?? 0;
  const lines = Array.from({ length: rows }, (_, row) => lineOf(fields, row, style));
  const header = fields.map(({ name }) => quoted(name, style)).join(style.delimiter);
  return { name: `${kind.name} ${seed}.csv`, text: [header, ...lines, ""].join("\n"), rows, planted };
}

/** Numbers by their kinds differ, so that files of one number have nothing in common. */
function hashOf(name: string): number {
  return Array.from(name).reduce((hash, letter) => (31 * hash + letter.charCodeAt(0)) % 1_000_003, 7);
}

function lineOf(fields: readonly Field[], row: number, style: Style): string {
  return fields.map((field) => quoted(cellOf(field, row, style), style)).join(style.delimiter);
}

function cellOf({ cells, decimals }: Field, row: number, { decimal }: Style): string {
  const value = cells[row];
  if (typeof value !== "number") return value ?? "";
  return (decimals === undefined ? String(value) : value.toFixed(decimals)).replace(".", decimal);
}

function quoted(cell: string, { delimiter }: Style): string {
  return cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A column out of what each row holds. */
export function field(name: string, cells: readonly (number | string | null)[], decimals?: number): Field {
  return { name, cells, ...(decimals !== undefined && { decimals }) };
}

/** A column whose cells are drawn. */
export function drawn(
  name: string,
  rows: number,
  draw: (row: number) => number | string | null,
  decimals?: number,
): Field {
  return field(name, times(rows, draw), decimals);
}

/** `count` things, each drawn. */
export function times<T>(count: number, draw: (row: number) => T): T[] {
  return Array.from({ length: count }, (_, row) => draw(row));
}

/** How moments are written: one way for a file. */
export function clockOf(draw: Draw): (moment: number) => string {
  return draw.oneOf([
    (moment: number) => iso(moment).replace("T", " "),
    (moment: number) => `${iso(moment)}Z`,
    (moment: number) => iso(moment),
  ]);
}

/** How days are written. */
export function calendarOf(draw: Draw): (moment: number) => string {
  return draw.oneOf([
    (moment: number) => iso(moment).slice(0, 10),
    (moment: number) => iso(moment).slice(0, 10).split("-").reverse().join("."),
    (moment: number) =>
      iso(moment)
        .slice(0, 10)
        .replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1"),
  ]);
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

function iso(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19);
}

/** A first moment in some year. */
export function someStart(draw: Draw): number {
  return Date.UTC(draw.whole(2012, 2025), draw.whole(0, 11), draw.whole(1, 28));
}
