import type { NoteBelow } from "../core/data/note";
import { entryFor, labelledEntriesOf, type LabelledEntry } from "../core/series/labelled-windows";
import { coreKindOf } from "../core/kinds/kinds";
import type { SessionContext } from "./session-context";

type Entries = ReturnType<typeof labelledEntriesOf>;

/** Larger than any list of windows by far. */
const MAX_FILE_BYTES = 20_000_000;

/** Labelled windows that a person brings to the open series, in undoable steps; nothing is fitted again. */
export function labelsOver(context: SessionContext) {
  function take(name: string, { path, windows }: LabelledEntry): void {
    context.choose({ labelled: { name, entry: path, windows } });
    context.notice({ unmatched: null });
    context.announce("good", { code: "labelled.taken", values: { name, count: windows.length } });
  }

  const refuse = (name: string, why: NoteBelow<"labelled">) =>
    context.announce("bad", { code: `labelled.${why}`, values: { name } });

  function takeFrom(name: string, entries: Entries, table: string): void {
    if (typeof entries === "string") return refuse(name, entries);
    const own = entryFor(entries, table);
    if (own) take(name, own);
    else context.notice({ unmatched: { name, entries } });
  }

  return {
    /** Reads labelled windows of JSON; where several entries are for other files than the open one, a person must choose. */
    async bringWindows(name: string, blob: Blob): Promise<void> {
      const { dataset } = context.store.getState();
      if (!dataset) return;
      if (blob.size > MAX_FILE_BYTES) return refuse(name, "too-large");
      const text = await blob.text().catch(() => null);
      // Meanwhile another table may have been opened.
      if (context.store.getState().dataset !== dataset) return;
      if (text === null) return refuse(name, "unreadable");
      takeFrom(name, labelledEntriesOf(text), dataset.name);
    },
    /** Takes labelled windows that were dropped like a table; refused where no series is open. */
    takeWindows(name: string, entries: Entries): void {
      const { dataset } = context.store.getState();
      const { recipe } = context.choices();
      if (dataset && recipe && coreKindOf(recipe.rowKind).takesWindows) takeFrom(name, entries, dataset.name);
      else refuse(name, "no-series");
    },
    /** Takes an entry of a file whose entries are named like other tables; null takes none. */
    chooseWindows(entry: LabelledEntry | null): void {
      const { unmatched } = context.store.getState().viewState;
      if (unmatched && entry) take(unmatched.name, entry);
      else context.notice({ unmatched: null });
    },
    /** The label column evaluates again, if there is one. */
    removeWindows: () => context.choose({ labelled: null }),
  };
}
