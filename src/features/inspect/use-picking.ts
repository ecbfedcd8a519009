import { useCallback, useEffect, useRef, type KeyboardEvent } from "react";
import { useActions, useSessionStore } from "../../state/use-session";
import { useCopyRows } from "./use-copy";

/** The keys that are held down while a row is clicked. */
export interface HeldKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Picks several rows of a list, as a spreadsheet does: a click picks one, with Ctrl one more or one less, with Shift all up
 * to it; Shift and an arrow go on by one, Ctrl C copies them, Escape drops them.
 */
export function usePicking(rows: Uint32Array) {
  const store = useSessionStore();
  const { select, notice } = useActions();
  const copyRows = useCopyRows();
  const inView = useRef(rows);
  useEffect(() => {
    inView.current = rows;
  });

  const extendTo = useCallback(
    (row: number) => {
      const { selectedRow, picked } = store.getState().viewState;
      // What was picked first stays where it is: the range goes from there.
      const anchor = picked.values().next().value ?? selectedRow ?? row;
      const [from, to] = [inView.current.indexOf(anchor), inView.current.indexOf(row)];
      if (from < 0 || to < 0) return select(row);
      const range = inView.current.slice(Math.min(from, to), Math.max(from, to) + 1);
      notice({ selectedRow: row, picked: new Set([anchor, ...range]) });
    },
    [store, select, notice],
  );

  const pick = useCallback(
    (row: number, { shiftKey, ctrlKey, metaKey }: HeldKeys) => {
      const { selectedRow, picked } = store.getState().viewState;
      if (shiftKey) return extendTo(row);
      if (!ctrlKey && !metaKey) return select(row);
      const next = new Set(picked.size === 0 && selectedRow !== null ? [selectedRow] : picked);
      if (!next.delete(row)) next.add(row);
      notice({ selectedRow: next.has(row) ? row : selectedRow, picked: next });
    },
    [store, select, notice, extendTo],
  );

  /** Whether a key was one of picking. */
  function onKey(event: KeyboardEvent): boolean {
    const { selectedRow, picked } = store.getState().viewState;
    const isCopy = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "c";
    // What a person marked as text, the browser copies itself.
    if (isCopy && !getSelection()?.toString()) {
      const wanted = picked.size > 0 ? inOrder(inView.current, picked) : selectedRow === null ? [] : [selectedRow];
      if (wanted.length === 0) return false;
      event.preventDefault();
      void copyRows(wanted);
      return true;
    }
    if (event.key === "Escape" && picked.size > 0) {
      notice({ picked: new Set() });
      return true;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!event.shiftKey || by === undefined || selectedRow === null) return false;
    event.preventDefault();
    const next = inView.current[inView.current.indexOf(selectedRow) + by];
    if (next !== undefined) extendTo(next);
    return true;
  }

  return { pick, onKey };
}

/** The picked rows as the table has them; those that it does not show come last. */
function inOrder(rows: Uint32Array, picked: ReadonlySet<number>): readonly number[] {
  const shown = new Set(rows.filter((row) => picked.has(row)));
  return [...shown, ...[...picked].filter((row) => !shown.has(row))];
}
