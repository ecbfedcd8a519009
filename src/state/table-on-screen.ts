import type { DatasetCard, ReadPlan, Source } from "../engine/protocol";
import { type Brought, hasUsualSet } from "./brought";
import { isSameButKinds, type Shown } from "./kept-reading";
import { choicesFor, projectOf } from "./projects";
import type { KeptOpening, ReaderHooks } from "./reader-hooks";
import { comingBeside, type Seen } from "./seen";
import type { SessionContext } from "./session-context";
import { settledOn } from "./settled-on";
import type { unseenTables } from "./unseen-tables";

/** The table on screen: which file it is of, how it was read, and whether the worker still has it. */
export function tableOnScreen(context: SessionContext, hooks: ReaderHooks, unseen: ReturnType<typeof unseenTables>) {
  /** A newer one may be read, or have failed, meanwhile. */
  let shown: Shown | null = null;
  /** A new worker reads it first. */
  let isHeld = true;

  return {
    shown: (): Shown | null => shown,
    /** Whether it was read from this file. */
    isOf: (source: Source): boolean => shown?.seen.source === source,
    /** Whether there is one that the worker does not have. */
    isLost: (): boolean => shown !== null && !isHeld,
    /** The worker is a new one, and has no table. */
    lose(): void {
      isHeld = shown === null;
    },
    leave(): void {
      shown = null;
      isHeld = true;
    },
    /**
     * Puts a table that was read, or kept, in the place of what is there.
     * @param fresh what was chosen for it before; null: the choices of the table on screen go on
     */
    settleOn(
      seen: Seen,
      plan: ReadPlan,
      dataset: DatasetCard,
      fresh: Brought | null,
      kept: KeptOpening | null = null,
    ): void {
      const before = context.store.getState().dataset;
      const choices = context.choices();
      const isUsual = !fresh && before !== null && hasUsualSet(before, choices);
      const project = fresh?.project ?? projectOf(choices);
      const kindsOnly = !fresh && shown !== null && isSameButKinds(shown.plan, plan);
      const { choices: next, notes } = choicesFor(project, { dataset, plan, isReread: !fresh, kindsOnly, isUsual });
      for (const note of [...(fresh?.dropped ?? []), ...notes]) context.announce("info", note);
      shown = { seen, plan, fixed: next.fixed };
      isHeld = true;
      const isSameTable = before?.id === dataset.id;
      context.store.setState(
        settledOn(context.store.getState(), { seen, dataset, choices: next, isNewFile: fresh !== null }),
      );
      if (before) unseen.add(before.id);
      hooks.opened(seen.source, { newFile: fresh !== null, sameTable: isSameTable, kept });
    },
    /** The name of a file that is to take the place of the table on screen, and that would be gone without a word. */
    unreadFile: (): string | null => (shown ? comingBeside(shown.seen.source, context.store.getState().reading) : null),
  };
}
