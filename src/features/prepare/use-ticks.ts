import { useState } from "react";

/** Columns ticked to be changed together. */
export interface Ticks {
  readonly all: ReadonlySet<number>;
  readonly size: number;
  has(position: number): boolean;
  set(positions: readonly number[]): void;
  /** Ticks or unticks one; `through`: and every one shown between it and the last. */
  tick(position: number, isTicked: boolean, through: boolean): void;
}

/** Ticks over the columns on show; another table starts without any. */
export function useTicks(shown: readonly number[], table: string): Ticks {
  const [state, setState] = useState({ table, all: new Set<number>(), last: null as number | null }); // no last one yet
  const all = state.table === table ? state.all : new Set<number>();

  return {
    all,
    size: all.size,
    has: (position) => all.has(position),
    set: (positions) => setState({ table, all: new Set(positions), last: null }),
    tick(position, isTicked, through) {
      const from = through && state.last !== null ? shown.indexOf(state.last) : -1;
      const to = shown.indexOf(position);
      const range = from < 0 ? [position] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
      const next = new Set(all);
      for (const one of range)
        if (isTicked) next.add(one);
        else next.delete(one);
      setState({ table, all: next, last: position });
    },
  };
}
