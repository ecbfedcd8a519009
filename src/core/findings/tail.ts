import { quantileOfSorted } from "../math/quantile";
import { lowerBound, upperBound } from "../math/sort";
import { freedomByReach } from "../math/student-reach";
import { studentReader } from "../math/student-reader";
import { studentEvidence, studentQuantile } from "../math/student-tail";

/** How values spread on one side of their centre: a Student's t, read off the bulk. */
export interface TailSide {
  readonly scale: number;
  readonly freedom: number;
}

/** What ordinary values of one sort look like, so that it can be said how rarely one lies as far out. */
export interface Tail {
  readonly centre: number;
  /** Null where values on that side do not vary. */
  readonly low: TailSide | null;
  readonly high: TailSide | null;
  /** Values that stand so often that they are ordinary whatever lies around them. */
  readonly atoms: readonly number[];
  /** The share of the values that are no atoms. */
  readonly rest: number;
}

/** With fewer values than this there is no bulk to read. */
const MIN_VALUES_OF_TAIL = 12;
/** A value that so many share is an atom: a default, a limit, "nothing". */
const MIN_ATOM_SHARE = 0.1;
const MIN_DIFFERENT_VALUES = 12;
/** The bulk is read up to here, less where fewer than `MIN_VALUES_BEYOND` would lie beyond: what is strange must not widen it. */
const BULK_SHARE = 0.96;
const MIN_VALUES_BEYOND = 10;
const MIN_BULK_SHARE = 0.8;
/** Strays that are left out when the tails are read again: so many, of whom so few would be false ones. More are no strays. */
const MAX_STRAY_SHARE = 0.01;
const MIN_STRAYS = 5;
const MAX_FALSE_ONES = 0.05;
/** What is believed of tails before any value was seen, and how many values on a side it counts as. */
const PRIOR_FREEDOM = 3;
const PRIOR_VALUES = 30;
/** Beyond this nothing more is learned; it keeps evidence finite. */
export const MAX_EVIDENCE = 300;
/** How much wider than it seems a side may spread, were it read off one value. */
const SPREAD_DOUBT = 9;
/** Of values that reach beyond any number. */
const MAX_HEAVINESS = 2;
/** How much further heavier tails would have reached, where one value lies beyond the bulk that is read. */
const REACH_DOUBT = 0.2;
/** So far out it is looked whether tails end sooner than the bulk foretells, where so many values lie beyond; strays are rarer. */
const DEEP_SHARE = 0.999;
const MIN_VALUES_DEEP = 20;
/** They have to end sooner by more than chance would make them: how far single values reach varies more. */
const DEEP_DOUBT = 1;
/** The ends of what is quiet are found so exactly; a little too narrow does no harm. */
const QUIET_HALVINGS = 20;
/** Two sides whose heaviness (one over the degrees of freedom) differs by less are read as one. */
const MAX_UNLIKE = 0.15;

/**
 * The two tails of values in ascending order, or null where there are too few, or too few different ones, to say. The
 * degrees of freedom come from how far the bulk reaches (its .96 quantile, in halves of it), so that a few strays do not
 * widen it and heavy tails are not taken for strays; few values lean towards 3, and spread wider than they seem. What stands out for sure is then left
 * out and the tails are read again, so that several strays do not hide each other.
 */
export function tailOf(sorted: Float64Array): Tail | null {
  const first = bulkTailOf(sorted);
  if (!first) return null;
  const ordinary = withoutStrays(sorted, first, Math.log10(sorted.length / MAX_FALSE_ONES));
  const strays = sorted.length - ordinary.length;
  if (strays === 0 || strays > Math.max(MIN_STRAYS, MAX_STRAY_SHARE * sorted.length)) return first;
  return bulkTailOf(ordinary) ?? first;
}

/** Without what has so much evidence: evidence only grows outwards, so that two places part it from the rest. */
function withoutStrays(sorted: Float64Array, tail: Tail, enough: number): Float64Array {
  if (tail.atoms.length > 0) {
    const read = tailReader(tail);
    return sorted.filter((value) => read(value) < enough);
  }
  const isFar = (at: number) => tailEvidence(tail, sorted[at]!) >= enough; // a place
  const middle = lowerBound(sorted, tail.centre);
  const from = firstWhere(0, middle, (at) => !isFar(at));
  return sorted.subarray(from, firstWhere(middle, sorted.length, isFar));
}

/** The first place in between at which something holds that holds at all later ones, too. */
function firstWhere(low: number, high: number, holds: (at: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bulkTailOf(sorted: Float64Array): Tail | null {
  const atoms = atomsOf(sorted);
  const rest = atoms.length === 0 ? sorted : sorted.filter((value) => !atoms.includes(value));
  if (rest.length < MIN_VALUES_OF_TAIL || differentIn(rest, MIN_DIFFERENT_VALUES) < MIN_DIFFERENT_VALUES) return null;
  const centre = quantileOfSorted(rest, 0.5);
  const above = rest.subarray(upperBound(rest, centre)).map((value) => value - centre);
  const below = rest
    .subarray(0, lowerBound(rest, centre))
    .map((value) => centre - value)
    .reverse();
  return {
    centre,
    ...sidesOf(readSide(below, rest.length / 2), readSide(above, rest.length / 2)),
    atoms,
    rest: rest.length / sorted.length,
  };
}

/** How rarely an ordinary value lies as far out on its side as this one: -log10 of a probability, 0 for atoms and NaN. */
export function tailEvidence({ centre, low, high, atoms, rest }: Tail, value: number): number {
  if (Number.isNaN(value) || atoms.includes(value)) return 0;
  const side = value < centre ? low : high;
  if (!side) return 0;
  if (!Number.isFinite(value)) return MAX_EVIDENCE;
  const evidence = studentEvidence((value - centre) / side.scale, side.freedom) - Math.log10(rest);
  return Math.min(MAX_EVIDENCE, Math.max(0, evidence));
}

/** `tailEvidence` for many values: the same to one part in a million, and many times as fast. */
export function tailReader({ centre, low, high, atoms, rest }: Tail): (value: number) => number {
  const [below, above] = [low, high].map((side) => side && studentReader(side.freedom));
  const inAtoms = Math.log10(rest);
  return (value) => {
    if (Number.isNaN(value) || (atoms.length > 0 && atoms.includes(value))) return 0;
    const [side, read] = value < centre ? [low, below] : [high, above];
    if (!side || !read) return 0;
    if (!Number.isFinite(value)) return MAX_EVIDENCE;
    return Math.min(MAX_EVIDENCE, Math.max(0, read((value - centre) / side.scale) - inAtoms));
  };
}

/**
 * The values, from one to another, that have at most so much evidence; evidence only grows outwards, so that those in
 * between have no more. Of many values most lie there, and need not be read one by one.
 */
export function quietRangeOf(tail: Tail, most: number): { readonly from: number; readonly to: number } {
  const read = tailReader({ ...tail, atoms: [] });
  // Beside many atoms even the middle is rare.
  if (read(tail.centre) > most) return { from: Infinity, to: -Infinity };
  const reach = (side: TailSide | null, sign: 1 | -1): number => {
    if (!side) return sign * Infinity;
    let [near, far] = [0, side.scale];
    while (far < Number.MAX_VALUE / 2 && read(tail.centre + sign * far) <= most) [near, far] = [far, 2 * far];
    for (let halving = 0; halving < QUIET_HALVINGS; halving++) {
      const middle = (near + far) / 2;
      if (read(tail.centre + sign * middle) <= most) near = middle;
      else far = middle;
    }
    return tail.centre + sign * near;
  };
  return { from: reach(tail.low, -1), to: reach(tail.high, 1) };
}

/** One side as it was read, before it is said how light its tail is. */
interface ReadSide {
  /** Distances from the centre, ascending, in halves of the bulk. */
  readonly distances: Float64Array;
  readonly middle: number;
  /** How many values lie on this side, those at the centre that belong to it among them. */
  readonly count: number;
  /** One over the degrees of freedom that the bulk speaks for. */
  readonly heaviness: number;
}

/** Distances from the centre on one side, ascending; where the centre is shared by many, some of it counts as on this side. */
function readSide(distances: Float64Array, expected: number): ReadSide | null {
  if (distances.length < MIN_VALUES_OF_TAIL / 4) return null;
  const count = Math.max(distances.length, expected);
  const middle = quantileBeside(distances, count, 0.5);
  if (!(middle > 0) || !Number.isFinite(middle)) return null;
  const relative = distances.map((distance) => distance / middle);
  return { distances: relative, middle, count, heaviness: heavinessOf(relative, count) };
}

/** As if the values at the centre that belong to this side stood before the others at distance 0. */
function quantileBeside(distances: Float64Array, count: number, q: number): number {
  return quantileOfSorted(distances, Math.max(0, (q * count - (count - distances.length)) / distances.length));
}

/** As the bulk says; of many values those farther out have a say, too, where they reach less far than the bulk foretells. */
function heavinessOf(relative: Float64Array, count: number): number {
  const share = bulkShareOf(count);
  const ofBulk = heavinessAt(relative, count, share, REACH_DOUBT);
  const deep = Math.min(DEEP_SHARE, Math.floor((1 - MIN_VALUES_DEEP / count) * 1000) / 1000);
  return deep > share ? Math.min(ofBulk, heavinessAt(relative, count, deep, DEEP_DOUBT)) : ofBulk;
}

function heavinessAt(relative: Float64Array, count: number, share: number, byChance: number): number {
  const reach = quantileBeside(relative, count, share);
  if (!Number.isFinite(reach)) return MAX_HEAVINESS;
  // What few values beyond say is uncertain: they are taken to reach a little less far than tails that are heavier.
  const doubt = 1 + byChance / Math.sqrt(Math.max(1, count * (1 - share)));
  return 1 / freedomByReach(reach * doubt, share);
}

function sidesOf(low: ReadSide | null, high: ReadSide | null): { low: TailSide | null; high: TailSide | null } {
  const alike = low && high && Math.abs(low.heaviness - high.heaviness) < MAX_UNLIKE;
  if (!alike) return { low: low && sideBy(low, low.heaviness), high: high && sideBy(high, high.heaviness) };
  const both = new Float64Array(low.distances.length + high.distances.length);
  both.set(low.distances);
  both.set(high.distances, low.distances.length);
  both.sort();
  const heaviness = heavinessOf(both, low.count + high.count);
  return {
    low: sideBy(low, Math.max(heaviness, (heaviness + low.heaviness) / 2)),
    high: sideBy(high, Math.max(heaviness, (heaviness + high.heaviness) / 2)),
  };
}

function sideBy({ middle, count }: ReadSide, heaviness: number): TailSide {
  const weight = count / (count + PRIOR_VALUES);
  const freedom = 1 / (weight * heaviness + (1 - weight) / PRIOR_FREEDOM);
  return { scale: ((1 + SPREAD_DOUBT / count) * middle) / studentQuantile(0.5, freedom), freedom };
}

/** Rounded, so that the quantiles of the distribution can be kept. */
function bulkShareOf(count: number): number {
  const share = Math.min(BULK_SHARE, Math.max(MIN_BULK_SHARE, 1 - MIN_VALUES_BEYOND / count));
  return Math.floor(share * 100) / 100;
}

function atomsOf(sorted: Float64Array): number[] {
  const least = Math.max(3, MIN_ATOM_SHARE * sorted.length);
  const atoms: number[] = [];
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from]!; // from < length
    // Most stand once: a search is for those that come again.
    const to = sorted[from + 1] === value ? upperBound(sorted, value) : from + 1;
    if (to - from >= least) atoms.push(value);
    from = to;
  }
  return atoms;
}

/** How many different values there are, counted up to `most`. */
function differentIn(sorted: Float64Array, most: number): number {
  let count = 0;
  for (let from = 0; from < sorted.length && count < most; count++) from = upperBound(sorted, sorted[from]!); // from < length
  return count;
}
