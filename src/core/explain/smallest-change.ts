import type { Cell } from "../data/column";

/** Cells of one row that are something else than the file says. */
export type Changes = readonly { readonly column: number; readonly cell: Cell }[];

/** What a column's cell could be instead: values that occur, the smallest change first. */
export interface ColumnOptions {
  readonly column: number;
  readonly options: readonly { readonly cell: Cell; readonly cost: number }[];
}

export interface SmallestChange {
  readonly cells: Changes;
  /** The sum of what its changes cost. */
  readonly cost: number;
  /** What the row scores with them. */
  readonly score: number;
}

export interface Search {
  /** The most promising column first. */
  readonly columns: readonly ColumnOptions[];
  /** What the row scores with each of these changes. */
  score(many: readonly Changes[]): Promise<Float64Array>;
  readonly threshold: number;
  /** So many changes are scored at most. */
  readonly budget: number;
  /** So many are scored together. */
  readonly atOnce: number;
}

/** More columns at once nobody takes for one thing to mend. */
const MAX_COLUMNS = 3;
/** Of so many sets of columns are values tried where not all can be. */
const MAX_SETS = 200;
/** From so many places a search goes down where not all can be tried. */
const STARTS = 3;

/** A set of columns, and which option of each. */
interface Combination {
  readonly set: readonly ColumnOptions[];
  readonly picks: readonly number[];
  readonly cost: number;
}

type Found = Combination & { readonly score: number };

/**
 * The fewest columns, and of these the smallest change, that takes a row under the threshold; null where none was found.
 * Where all combinations of values can be scored, the cheapest first, it is the smallest there is; else values are tried
 * far apart, the best are made smaller one column after the other, and what is cheaper still is gone through as far as the
 * budget reaches. Whatever is answered was scored.
 */
export async function smallestChange(search: Search): Promise<SmallestChange | null> {
  let left = search.budget;
  let columns = search.columns.filter(({ options }) => options.length > 0);
  const lowest = new Map<number, number>();

  /** The combinations that pass, in the order given, up to the first portion that has some. */
  async function passing(combinations: readonly Combination[], all: boolean): Promise<Found[]> {
    const found: Found[] = [];
    for (let from = 0; from < combinations.length && left > 0; from += search.atOnce) {
      const portion = combinations.slice(from, from + Math.min(search.atOnce, left));
      left -= portion.length;
      const scores = await search.score(portion.map(changesOf));
      portion.forEach((one, at) => {
        const score = scores[at]!; // one for each
        if (one.set.length === 1) {
          const { column } = one.set[0]!; // there is one
          lowest.set(column, Math.min(lowest.get(column) ?? Infinity, score));
        }
        if (score < search.threshold) found.push({ ...one, score });
      });
      if (found.length > 0 && !all) return found;
    }
    return found;
  }

  async function ofSize(size: number, mine: number): Promise<Found | null> {
    const end = Math.max(0, left - mine);
    const every = setsOf(columns, size);
    const all = combinationsBelow(every, Infinity, mine);
    if (all) return cheapest(await passing(all, false));
    const sets = every.slice(0, MAX_SETS);
    const perColumn = Math.max(1, Math.floor((mine / 2 / sets.length) ** (1 / size)));
    const probes = sets.flatMap((set) => thinned(set, perColumn));
    const starts = distinctSets((await passing(probes, true)).sort((a, b) => a.cost - b.cost)).slice(0, STARTS);
    let best: Found | null = null;
    for (const start of starts) best = cheapest([...(best ? [best] : []), await smaller(start, end)]);
    const below = best && combinationsBelow(every, best.cost, left - end);
    return below ? cheapest([...(best ? [best] : []), ...(await passing(below, false))]) : best;
  }

  /** The same columns, each brought as near to what it is as it passes, one after the other. */
  async function smaller(start: Found, end: number): Promise<Found> {
    let best = start;
    for (let moved = true; moved && left > end;) {
      moved = false;
      for (let at = 0; at < best.set.length; at++) {
        const found = await cheaperPick(best, at, end);
        if (!found) continue;
        best = found;
        moved = true;
      }
    }
    return best;
  }

  /** With a cheaper option of one column: tried far apart, then between the last that failed and the first that passes. */
  async function cheaperPick(from: Found, at: number, end: number): Promise<Found | null> {
    let [low, high] = [0, from.picks[at]!]; // one for each column
    let best: Found | null = null;
    while (low < high && left > end) {
      const step = Math.max(1, Math.ceil((high - low) / search.atOnce));
      const tried = Array.from({ length: Math.ceil((high - low) / step) }, (_, turn) => low + turn * step);
      const found = await passing(
        tried.map((pick) => withPick(from, at, pick)),
        true,
      );
      const first = cheapest(found);
      if (first) best = first;
      if (step === 1) break;
      const reached = first ? first.picks[at]! : high; // one for each column
      [low, high] = [first ? Math.max(low, reached - step + 1) : high - step + 1, reached];
    }
    return best;
  }

  for (let size = 1; size <= Math.min(MAX_COLUMNS, columns.length) && left > 0; size++) {
    const found = await ofSize(size, Math.ceil(left / (MAX_COLUMNS + 1 - size)));
    if (found) return { cells: changesOf(found), cost: found.cost, score: found.score };
    // What brought the score down most alone stands first among pairs.
    const before = columns;
    const scoreOf = ({ column }: ColumnOptions) => lowest.get(column) ?? Infinity;
    columns = [...before].sort((a, b) => scoreOf(a) - scoreOf(b) || before.indexOf(a) - before.indexOf(b));
  }
  return null;
}

function changesOf({ set, picks }: Combination): Changes {
  return set.map(({ column, options }, at) => ({ column, cell: options[picks[at]!]!.cell })); // a pick for each
}

function costOf(set: readonly ColumnOptions[], picks: readonly number[]): number {
  return set.reduce((sum, { options }, at) => sum + options[picks[at]!]!.cost, 0); // a pick for each
}

function withPick({ set, picks }: Combination, at: number, pick: number): Combination {
  const changed = picks.map((one, place) => (place === at ? pick : one));
  return { set, picks: changed, cost: costOf(set, changed) };
}

/** The cheaper, and of equally cheap ones the one that takes the row further down. */
function cheapest(found: readonly Found[]): Found | null {
  return found.reduce<Found | null>(
    (best, one) => (!best || one.cost < best.cost || (one.cost === best.cost && one.score < best.score) ? one : best),
    null,
  );
}

function distinctSets(found: readonly Found[]): Found[] {
  return found.filter(({ set }, at) => found.findIndex((one) => one.set === set) === at);
}

/** All sets of so many columns, those of the first columns first. */
function setsOf(columns: readonly ColumnOptions[], size: number): (readonly ColumnOptions[])[] {
  if (size === 0) return [[]];
  return columns.flatMap((last, at) => setsOf(columns.slice(0, at), size - 1).map((set) => [...set, last]));
}

/** All combinations that cost less, the cheapest first; null where they are more than `most`. */
function combinationsBelow(
  sets: readonly (readonly ColumnOptions[])[],
  cost: number,
  most: number,
): Combination[] | null {
  const found: Combination[] = [];
  for (const set of sets) {
    let partial: { readonly picks: readonly number[]; readonly cost: number }[] = [{ picks: [], cost: 0 }];
    for (const { options } of set) {
      const next: typeof partial = [];
      for (const one of partial)
        for (const [pick, option] of options.entries()) {
          if (one.cost + option.cost >= cost) break;
          next.push({ picks: [...one.picks, pick], cost: one.cost + option.cost });
          if (found.length + next.length > most) return null;
        }
      partial = next;
    }
    found.push(...partial.map((one) => ({ set, ...one })));
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** So many options of each column, spread evenly, in all combinations. */
function thinned(set: readonly ColumnOptions[], perColumn: number): Combination[] {
  const picks = set.reduce<number[][]>(
    (before, { options }) => {
      const count = Math.min(perColumn, options.length);
      const some = Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) / count) * options.length));
      return before.flatMap((one) => some.map((pick) => [...one, pick]));
    },
    [[]],
  );
  return picks.map((one) => ({ set, picks: one, cost: costOf(set, one) }));
}
