import { changedMarks, type MarkChange } from "../core/marks/changed-marks";
import { type MergedMarks, mergedMarks } from "../core/marks/merged-marks";
import type { Mark } from "../core/project/mark";
import { askOver } from "./ask";
import { jsonIn, type TextStorage } from "./guarded-storage";
import type { SessionContext } from "./session-context";
import { NO_MARKED_ROWS, nextUnmarked } from "./marked-rows";
import { flaggedRowsOf, shownResultOf, shownThresholdOf } from "./threshold";

/** Who marks: kept beside the files, so that it is said once. */
const NAME_KEY = "anomaly-explorer:marked-by";

/**
 * What a person says of rows. A mark is kept by what its row holds, which the engine is asked for; until it answers, the
 * mark is shown all the same.
 */
export function createMarks(context: SessionContext, storage: TextStorage) {
  const { store, clock } = context;
  const ask = askOver(context.engine, store);
  /** The row of each key in the table on screen; -1: it has none. */
  let rowOfKey = new Map<string, number>();
  /** What was said and has no key yet. */
  let waiting: { readonly rows: readonly number[]; readonly change: MarkChange }[] = [];
  let asked: readonly Mark[] = [];

  store.subscribe((state, before) => {
    const isOther = state.dataset?.id !== before.dataset?.id;
    if (isOther) {
      rowOfKey = new Map();
      waiting = [];
      asked = [];
    }
    if (isOther || state.history.present.marks !== before.history.present.marks) {
      show();
      void lookUp();
    }
  });

  /** Finds the rows of marks that came with a document, or from another person. */
  async function lookUp(): Promise<void> {
    const { dataset } = store.getState();
    const { marks } = context.choices();
    const keys = marks.map(({ row }) => row).filter((key) => !rowOfKey.has(key));
    if (!dataset || keys.length === 0 || marks === asked) return;
    asked = marks;
    const known = rowOfKey;
    const rows = await ask("rowsOfKeys", { dataset: dataset.id, keys }).catch(() => null);
    // A dead worker is told by its restart, after which the table is opened again.
    if (!rows || known !== rowOfKey) return;
    keys.forEach((key, at) => known.set(key, rows[at] ?? -1));
    show();
  }

  /** Puts the marks by row to where screens read them. */
  function show(): void {
    const byRow = new Map<number, Mark>();
    const lost: Mark[] = [];
    for (const mark of context.choices().marks) {
      const row = rowOfKey.get(mark.row);
      if (row === -1) lost.push(mark);
      else if (row !== undefined) byRow.set(row, mark);
    }
    for (const { rows, change } of waiting)
      for (const row of rows) {
        const [mark] = changedMarks(known(byRow.get(row)), [byRow.get(row)?.row ?? ""], change, said());
        if (mark) byRow.set(row, mark);
        else byRow.delete(row);
      }
    // What hangs on marks is made again only where there are any.
    if (byRow.size + lost.length === 0)
      store.setState(({ marked }) => (marked === NO_MARKED_ROWS ? {} : { marked: NO_MARKED_ROWS }));
    else store.setState({ marked: { byRow, lost } });
  }

  const said = () => ({ by: name(), at: clock.now() });
  const name = () => {
    const kept = jsonIn(storage, NAME_KEY);
    return typeof kept === "string" ? kept : "";
  };

  /** Says something of rows; one step that can be undone. `tag`: steps in a row that are one, as of typing. */
  async function mark(rows: readonly number[], change: MarkChange, tag?: string): Promise<void> {
    const { dataset } = store.getState();
    if (!dataset || rows.length === 0) return;
    const one = { rows, change };
    waiting = [...waiting, one];
    show();
    const found = rowOfKey;
    let keys: readonly string[] | null = null;
    try {
      keys = await ask("rowKeys", { dataset: dataset.id, rows: Uint32Array.from(rows) });
    } catch {
      context.announce("bad", { code: "marks.not-made" });
    }
    // Of a table that has been left meanwhile nothing is kept: another is on screen.
    if (found !== rowOfKey) return;
    waiting = waiting.filter((other) => other !== one);
    keys?.forEach((key, at) => found.set(key, rows[at] ?? -1));
    if (keys) context.choose({ marks: changedMarks(context.choices().marks, keys, change, said()) }, tag);
    else show();
  }

  return {
    mark,
    /** Says what the selected row is, and goes on to the next one that nobody has looked at. */
    judge(verdict: Mark["verdict"]): void {
      const state = store.getState();
      const { selectedRow, stops } = state.viewState;
      if (selectedRow === null) return;
      void mark([selectedRow], { verdict });
      context.notice({ unaskedRow: null });
      const result = shownResultOf(state);
      const threshold = shownThresholdOf(state);
      if (!result || !threshold) return;
      const next = nextUnmarked(stops ?? flaggedRowsOf(result, threshold), selectedRow, store.getState().marked);
      if (next !== null) context.notice({ selectedRow: next, justMarked: selectedRow, noting: null });
    },
    /** Begins a note: on the row that was just marked, which is the one in mind, else on the selected one. */
    noteOn(row?: number): void {
      const { selectedRow, justMarked } = store.getState().viewState;
      const on = row ?? justMarked ?? selectedRow;
      if (on === null || selectedRow === null) return;
      context.notice({ selectedRow: on, unaskedRow: null, justMarked: null, noting: { row: on, back: selectedRow } });
    },
    /** Ends it, and goes back to where the note was begun. */
    endNote(): void {
      const { noting } = store.getState().viewState;
      if (noting) context.notice({ selectedRow: noting.back, noting: null });
    },
    /** Lays another person's marks over these; ours stay where they differ. */
    merge(theirs: readonly Mark[]): MergedMarks {
      const dated = theirs.map((mark) => (mark.at === 0 ? { ...mark, at: clock.now() } : mark));
      const merged = mergedMarks(context.choices().marks, dated);
      context.choose({ marks: merged.marks });
      return merged;
    },
    /** Who marks from now on; empty: nobody is named. */
    name,
    setName: (by: string) => storage.setItem(NAME_KEY, JSON.stringify(by)),
  };
}

function known(mark: Mark | undefined): readonly Mark[] {
  return mark ? [mark] : [];
}
