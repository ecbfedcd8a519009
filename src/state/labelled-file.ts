import type { NoteBelow } from "../core/data/note";
import { entryFor, labelledEntriesOf, type LabelledEntry } from "../core/series/labelled-windows";
import type { Source } from "../engine/protocol";
import type { SessionContext } from "./session-context";

/** Larger than any list of windows by far. */
const MAX_FILE_BYTES = 20_000_000;

/** Labelled windows that a person brings to the open series, in undoable steps; nothing is fitted again. */
export function labelsOver(context: SessionContext) {
  function take(name: string, { path, windows }: LabelledEntry): void {
    context.choose({ labelled: { name, entry: path, windows } });
    context.notice({ unmatched: null });
    context.announce("good", { code: "labelled.taken", values: { name, count: windows.length } });
  }

  return {
    /** Reads labelled windows of JSON; where several entries are for other files than the open one, a person must choose. */
    async bringWindows({ name, blob }: Source): Promise<void> {
      const refuse = (why: NoteBelow<"labelled">) =>
        context.announce("bad", { code: `labelled.${why}`, values: { name } });
      const { dataset } = context.store.getState();
      if (!dataset) return;
      if (blob.size > MAX_FILE_BYTES) return refuse("too-large");
      const text = await blob.text().catch(() => null);
      // Meanwhile another table may have been opened.
      if (context.store.getState().dataset !== dataset) return;
      if (text === null) return refuse("unreadable");
      const entries = labelledEntriesOf(text);
      if (typeof entries === "string") return refuse(entries);
      const own = entryFor(entries, dataset.name);
      if (own) take(name, own);
      else context.notice({ unmatched: { name, entries } });
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
