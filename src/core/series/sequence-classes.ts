import { keyOf } from "../prepare/group-rows";
import type { Column } from "../data/column";

/** The known class of each sequence, -1 where its events name none, or several; and what the classes are called. */
export interface SequenceClasses {
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
  /** Sequences whose events name several classes. */
  readonly mixed: number;
}

/** A column of more values than these names things, not classes. */
const MAX_CLASSES = 50;

/** What a column says of sequences, whose events stand in `rows` one after the other; the most frequent classes, the most frequent first. */
export function sequenceClassesOf(column: Column, rows: Uint32Array, starts: Uint32Array): SequenceClasses {
  const key = keyOf(column);
  let mixed = 0;
  const named = Array.from({ length: starts.length - 1 }, (_, sequence) => {
    const own = new Set<string>();
    for (let event = starts[sequence]!; event < starts[sequence + 1]!; event++) {
      const name = key(rows[event]!); // an event of the sequence
      if (name !== null) own.add(name);
    }
    if (own.size > 1) mixed++;
    const [only = null] = own;
    return own.size === 1 ? only : null;
  });
  const counts = new Map<string, number>();
  for (const name of named) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const classNames = [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MAX_CLASSES)
    .map(([name]) => name);
  const places = new Map(classNames.map((name, place) => [name, place]));
  return { classes: Int32Array.from(named, (name) => places.get(name ?? "") ?? -1), classNames, mixed };
}
