import { useCallback } from "react";
import { decimalOf } from "../../state/source";
import { useActions, useAsk, useSessionStore } from "../../state/use-session";

interface Wanted {
  /** Positions of columns; absent: all. */
  readonly columns?: readonly number[];
  readonly withNames?: boolean;
}

/** Puts rows on the clipboard, as a spreadsheet takes them: all columns of the file in its order; says how many, or why not. */
export function useCopyRows(): (rows: readonly number[], wanted?: Wanted) => Promise<void> {
  const store = useSessionStore();
  const ask = useAsk();
  const { announce } = useActions();
  return useCallback(
    async (rows, { columns, withNames = false } = {}) => {
      const { dataset } = store.getState();
      if (!dataset) return;
      const text = ask(
        "rowsAsText",
        {
          dataset: dataset.id,
          rows: Uint32Array.from(rows),
          columns: columns ?? null,
          withNames,
          decimal: decimalOf(store.getState().reading),
        },
        new AbortController().signal,
      );
      const isCopied = await written(text);
      if (isCopied)
        announce("good", {
          code: columns ? "session.copied-cell" : "session.copied-rows",
          values: { count: rows.length },
        });
      else announce("bad", { code: "session.not-copied" });
    },
    [store, ask, announce],
  );
}

/** Browsers that ask for a click before a page may write take what is still under way only as a promise. */
async function written(text: Promise<string>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === "undefined") await navigator.clipboard.writeText(await text);
    else {
      const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    }
    return true;
  } catch {
    return false;
  }
}
