import type { Column } from "../data/column";
import { upperTail } from "../math/hypergeometric";
import { binCounts, edgesOf, levelCounts, sumOf } from "./counts-by-bin";

/** A value or a range of one column. */
export type Trait =
  | { readonly column: number; readonly kind: "level"; readonly level: string }
  /** From `min` to `max`, both included. */
  | { readonly column: number; readonly kind: "range"; readonly min: number; readonly max: number };

/** What many flagged rows have and few others. */
export interface InCommon {
  /** One, or two that hold together. */
  readonly traits: readonly Trait[];
  /** Flagged rows that have it, and all flagged rows. */
  readonly have: number;
  readonly flagged: number;
  /** The same of the others. */
  readonly othersHave: number;
  readonly others: number;
  /** How many times as frequent it is among the flagged ones, with its 95 % interval; half a row is added to each count. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number };
}

/** The chance that anything is said of rows that were flagged at random. */
const MAX_CHANCE = 0.03;
/** Less than this share of the flagged rows is no common trait. */
const MIN_SHARE = 0.1;
const MIN_ROWS = 3;
const MAX_LEVELS = 200;
/** Traits that may be a part of a pair: those that say most by themselves, and those that hold of many flagged rows. */
const MAX_PAIRED = 40;
const MAX_SAID = 5;
const ROWS_PER_REST = 65_536;

interface Counted {
  readonly traits: readonly Trait[];
  readonly flaggedSet: Uint8Array;
  readonly has: (row: number) => boolean;
  readonly have: number;
  readonly othersHave: number;
  /** Logarithm of the chance that as many of as many rows drawn at random have it. */
  readonly chance: number;
}

/**
 * What the flagged rows have in common (after MacroBase, Bailis et al. 2017): values, ranges of numbers, and pairs of
 * them that are more frequent among flagged rows than among the others, by Fisher's exact test against all that was
 * tried (Bonferroni). The surest is told first; then what the flagged rows have in common that it does not cover. A pair
 * is told in place of its parts only where each part tells of the rows that have the other. On rows that were flagged at
 * random nothing is told, in 97 of 100 cases at least.
 *
 * @param columns with their positions; other kinds than numbers, times and categories say nothing here
 * @param flagged rows, in any order; `rows`: all that could have been flagged
 * @param rest lets others be answered; rejects to stop
 */
export async function inCommon(
  columns: readonly { readonly column: Column; readonly position: number }[],
  rows: Uint32Array,
  flagged: Uint32Array,
  rest: () => Promise<void>,
): Promise<readonly InCommon[]> {
  const said: InCommon[] = [];
  let left = flagged;
  while (said.length < MAX_SAID && left.length >= MIN_ROWS && left.length < rows.length) {
    const found = await surest(columns, rows, flagged, left, rest);
    if (!found) break;
    const before = left.length;
    left = left.filter((row) => !found.has(row));
    if (left.length === before) break;
    said.push(toldOf(found, rows, flagged));
  }
  return said;
}

/** What tells most of the flagged rows that are `left`; null where nothing does beyond chance. */
async function surest(
  columns: Parameters<typeof inCommon>[0],
  rows: Uint32Array,
  flagged: Uint32Array,
  left: Uint32Array,
  rest: () => Promise<void>,
): Promise<Counted | null> {
  const isFlagged = new Set(flagged);
  const others = rows.filter((row) => !isFlagged.has(row));
  const least = Math.max(MIN_ROWS, Math.ceil(MIN_SHARE * left.length));
  const total = left.length + others.length;
  const counted = (traits: readonly Trait[], has: Counted["has"], have: number, othersHave: number): Counted => ({
    traits,
    has,
    have,
    othersHave,
    flaggedSet: Uint8Array.from(left, (row) => (has(row) ? 1 : 0)),
    chance: upperTail(have, left.length, have + othersHave, total),
  });

  let tried = 0;
  const singles: Counted[] = [];
  for (const { column, position } of columns) {
    if (column.kind === "category") {
      if (column.levels.length > MAX_LEVELS) continue;
      const [inFlagged, inOthers] = [
        levelCounts(column.codes, left, column),
        levelCounts(column.codes, others, column),
      ];
      column.levels.forEach((level, code) => {
        if (inFlagged[code]! + inOthers[code]! === 0) return;
        tried += 1;
        if (inFlagged[code]! < least) return;
        const trait: Trait = { column: position, kind: "level", level };
        singles.push(counted([trait], (row) => column.codes[row] === code, inFlagged[code]!, inOthers[code]!));
      });
    } else if (column.kind === "number" || column.kind === "time") {
      const edges = edgesOf(column.values, rows);
      const [inFlagged, inOthers] = [binCounts(column.values, left, edges), binCounts(column.values, others, edges)];
      for (let from = 0; from + 1 < edges.length; from++)
        for (let to = from; to + 1 < edges.length; to++) {
          if (to - from + 2 === edges.length) continue; // all of it
          tried += 1;
          const have = sumOf(inFlagged, from, to);
          if (have < least) continue;
          const [low, high] = [edges[from]!, edges[to + 1]!];
          const isLast = to + 2 === edges.length;
          const has = (row: number) => {
            const value = column.values[row]!;
            return value >= low && (isLast ? value <= high : value < high);
          };
          singles.push(counted([rangeOf(position, column.values, left, has)], has, have, sumOf(inOthers, from, to)));
        }
    }
    await rest();
  }

  const paired = bestOf(singles, MAX_PAIRED);
  const pairs: Counted[] = [];
  const bits = new Map<Counted, Uint8Array>();
  for (const one of paired) {
    const set = new Uint8Array(others.length);
    for (let at = 0; at < others.length; at++) {
      if (at % ROWS_PER_REST === 0) await rest();
      if (one.has(others[at]!)) set[at] = 1;
    }
    bits.set(one, set);
  }
  for (const [at, a] of paired.entries()) {
    await rest();
    for (const b of paired.slice(at + 1)) {
      if (a.traits[0]!.column === b.traits[0]!.column) continue;
      tried += 1;
      const have = both(a.flaggedSet, b.flaggedSet);
      if (have < least) continue;
      const othersHave = both(bits.get(a)!, bits.get(b)!);
      const pair = counted([...a.traits, ...b.traits], (row) => a.has(row) && b.has(row), have, othersHave);
      const limit = Math.log(MAX_CHANCE / Math.max(1, paired.length ** 2));
      const addsTo = (part: Counted) =>
        upperTail(have, part.have, have + othersHave, part.have + part.othersHave) < limit;
      if (addsTo(a) && addsTo(b)) pairs.push(pair);
    }
  }
  const best = bestOf([...singles, ...pairs], 1)[0];
  // Of n columns any pair might have been looked at, though only promising ones were.
  const looked = tried + (tried * (tried - 1)) / 2;
  return best && best.chance < Math.log(MAX_CHANCE / looked) ? best : null;
}

function bestOf(all: readonly Counted[], most: number): Counted[] {
  return [...all].sort((a, b) => a.chance - b.chance || a.othersHave - b.othersHave).slice(0, most);
}

function toldOf({ traits, has }: Counted, rows: Uint32Array, flagged: Uint32Array): InCommon {
  const have = countIf(flagged, has);
  const othersHave = countIf(rows, has) - have;
  const others = rows.length - flagged.length;
  const share = (have + 0.5) / (flagged.length + 1);
  const otherShare = (othersHave + 0.5) / (others + 1);
  const value = share / otherShare;
  // Katz et al. (1978): the logarithm of a risk ratio is nearly normal.
  const deviation = Math.sqrt(
    Math.max(0, 1 / (have + 0.5) - 1 / (flagged.length + 1) + 1 / (othersHave + 0.5) - 1 / (others + 1)),
  );
  const [low, high] = [value * Math.exp(-1.96 * deviation), value * Math.exp(1.96 * deviation)];
  return { traits, have, flagged: flagged.length, othersHave, others, ratio: { value, low, high } };
}

/** The range as the flagged rows within it have it: edges of bins are nobody's values. */
function rangeOf(column: number, values: Float64Array, flagged: Uint32Array, has: Counted["has"]): Trait {
  let [min, max] = [Infinity, -Infinity];
  for (const row of flagged)
    if (has(row)) {
      min = Math.min(min, values[row]!);
      max = Math.max(max, values[row]!);
    }
  return { column, kind: "range", min, max };
}

function both(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += a[at]! & b[at]!;
  return count;
}

function countIf(rows: Uint32Array, has: Counted["has"]): number {
  let count = 0;
  for (const row of rows) if (has(row)) count += 1;
  return count;
}
