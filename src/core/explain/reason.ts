import { isoTime } from "../data/civil-time";
import { cellOf, type CategoryColumn, type Column, type NumberColumn, type TextColumn } from "../data/column";
import type { Note } from "../data/note";
import type { ColumnProfile, NumericSummary } from "../data/profile";
import { clockReasonOf } from "./clock-reason";
import { countLike, fewPlaceOf, MAX_FEW_VALUES, tailPlaceOf, type Place } from "./column-places";
import type { Reason } from "./explanation";

export interface ReasonAsk {
  readonly column: Column;
  readonly profile: ColumnProfile;
  readonly row: number;
  /** Names of the other columns that make this row strange, the strongest first. */
  readonly partners: readonly string[];
  /** False when the column makes the row less strange. */
  readonly speaksForStrange: boolean;
}

/** A level of a category, or a value of a number with few values, is rare below this share. */
const MAX_RARE_SHARE = 0.05;
/** From this factor on a value is better told as a multiple of the usual one. */
const MIN_TOLD_RATIO = 2;
/** Tails below this share are told as a rank: a percentage would be rounded to 100. */
const MAX_RANKED_TAIL_SHARE = 0.001;

/** Why the value of one column makes its row strange, told from the column itself. Shares are in percent. */
export function reasonOf(ask: ReasonAsk): Reason {
  const { column, profile, row } = ask;
  const missing = cellOf(column, row) === null;
  if (missing) {
    const percent = percentOf(profile.missing, profile.rows);
    return { direction: "missing", note: { code: "reason.missing", values: { column: column.name, percent } } };
  }
  switch (column.kind) {
    case "number":
      return numberReasonOf(ask, column);
    case "time":
      return clockReasonOf(column, profile, row) ?? ordinaryReason(ask);
    case "category":
    case "text":
      return levelReasonOf(ask, column);
    default:
      return column satisfies never;
  }
}

function numberReasonOf(ask: ReasonAsk, column: NumberColumn): Reason {
  const value = column.values[ask.row]!; // the row exists, or its cell were missing
  const { numeric, distinct } = ask.profile;
  if (!Number.isFinite(value)) {
    const direction = value > 0 ? "high" : "low";
    return { direction, note: { code: `reason.infinite-${direction}`, values: { column: column.name } } };
  }
  if (!numeric) return ordinaryReason(ask);
  const few = distinct <= MAX_FEW_VALUES ? fewPlaceOf(column, numeric, value) : null;
  if (few && few.equal / few.count <= MAX_RARE_SHARE) {
    return {
      direction: value > numeric.median ? "high" : "low",
      note: rareNote(column.name, value, few.equal, few.count),
    };
  }
  if (value > numeric.q95 || value < numeric.q05) {
    const place = tailPlaceOf(column, numeric, value);
    const direction = value > numeric.q95 ? "high" : "low";
    const beyond = direction === "high" ? place.above : place.below;
    return tailReason(direction, column.name, value, numeric.median, beyond, place);
  }
  const nearby = shareOfBin(numeric, value);
  if (nearby !== null)
    return { direction: "rare", note: { code: "reason.gap", values: { column: column.name, value, percent: nearby } } };
  return ordinaryReason(ask);
}

function tailReason(
  direction: "high" | "low",
  column: string,
  value: number,
  usual: number,
  beyond: number,
  place: Place,
): Reason {
  const rows = place.count;
  const ratio = value / usual;
  if (value > 0 && usual > 0 && direction === "high" && ratio >= MIN_TOLD_RATIO && Number.isFinite(ratio))
    return { direction, note: { code: "reason.times-usual", values: { column, value, usual, times: rounded(ratio) } } };
  if (value > 0 && usual > 0 && direction === "low" && ratio <= 1 / MIN_TOLD_RATIO)
    return {
      direction,
      note: { code: "reason.part-of-usual", values: { column, value, usual, percent: percentOf(value, usual) } },
    };
  if (beyond === 0 && place.equal === 1)
    return {
      direction,
      note: { code: direction === "high" ? "reason.highest" : "reason.lowest", values: { column, value, rows } },
    };
  const rank = beyond + place.equal;
  if (beyond < MAX_RANKED_TAIL_SHARE * rows)
    return {
      direction,
      note: {
        code: direction === "high" ? "reason.among-highest" : "reason.among-lowest",
        values: { column, value, rank, rows },
      },
    };
  const passed = rows - beyond - place.equal;
  const percent = Math.floor((1000 * passed) / rows) / 10;
  return {
    direction,
    note: {
      code: direction === "high" ? "reason.higher-than" : "reason.lower-than",
      values: { column, value, percent },
    },
  };
}

/** Percent of the rows in the value's bin when it is nearly empty for a bin between q05 and q95; else null. */
function shareOfBin({ histogram }: NumericSummary, value: number): number | null {
  const { edges, counts } = histogram;
  const bin = Math.max(
    0,
    edges.findLastIndex((edge) => edge <= value),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const here = counts[Math.min(bin, counts.length - 1)] ?? 0;
  return counts.length >= 5 && here / total < 0.1 / counts.length ? percentOf(here, total) : null;
}

function levelReasonOf(ask: ReasonAsk, column: CategoryColumn | TextColumn): Reason {
  const { profile, row } = ask;
  const level = String(cellOf(column, row));
  const rows = profile.rows - profile.missing;
  const count = profile.levels?.find((entry) => entry.level === level)?.count ?? countLike(column, row);
  if (count / rows > MAX_RARE_SHARE) return ordinaryReason(ask);
  return { direction: "rare", note: rareNote(column.name, level, count, rows) };
}

function rareNote(column: string, value: number | string, count: number, rows: number): Note {
  if (count === 1) return { code: "reason.only-row", values: { column, value, rows } };
  return { code: "reason.level", values: { column, value, percent: percentOf(count, rows) } };
}

function ordinaryReason({ column, row, partners, speaksForStrange }: ReasonAsk): Reason {
  const cell = cellOf(column, row) ?? "";
  const value = column.kind === "time" && typeof cell === "number" ? isoTime(cell) : cell;
  const values = { column: column.name, value };
  const [other, another] = partners;
  if (!speaksForStrange || other === undefined)
    return { direction: "combination", note: { code: "reason.usual", values } };
  return {
    direction: "combination",
    note:
      another === undefined
        ? { code: "reason.combination", values: { ...values, other } }
        : { code: "reason.combination-two", values: { ...values, other, another } },
  };
}

/** Two significant digits: more would pretend, fewer would mislead. */
function percentOf(part: number, whole: number): number {
  return whole > 0 ? Number(((100 * part) / whole).toPrecision(2)) : 0;
}

function rounded(ratio: number): number {
  return ratio >= 10 ? Math.round(ratio) : Math.round(ratio * 10) / 10;
}
