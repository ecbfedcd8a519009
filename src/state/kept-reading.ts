import { coreKindOf } from "../core/kinds/kinds";
import type { DatasetCard, FixedSettings, ReadPlan } from "../engine/protocol";
import type { Choices } from "./choices";
import type { Seen } from "./seen";
import { initialViewState, type ViewState } from "./view-state";
import { type History, redone, undone } from "./history";

/** How the table on screen was read. */
interface ReadAs {
  readonly plan: ReadPlan;
  readonly fixed: FixedSettings;
}

/** The table on screen. */
export interface Shown extends ReadAs {
  readonly seen: Seen;
}

/**
 * The history once a reading was called off, or put aside, of which the table on screen knows nothing: the choices are
 * again those of that table, so that what was called off does not come back with the next change.
 */
export function takenBack(history: History<Choices>, { plan, fixed }: ReadAs): History<Choices> {
  const { past, present, future } = history;
  if (present.plan === plan) return history;
  if (past.at(-1)?.plan === plan) return undone(history);
  if (future[0]?.plan === plan) return redone(history);
  return { ...history, present: { ...present, plan, fixed } };
}

/** Whether two readings of a file differ at most in what single columns are read as. */
export function isSameButKinds(one: ReadPlan, other: ReadPlan): boolean {
  const rest = ({ kinds: _kinds, noValue: _noValue, ...plan }: ReadPlan) => JSON.stringify(plan);
  return rest(one) === rest(other);
}

/** Whether the columns of two tables are the same ones, whatever they are read as. */
export function standAlike(one: DatasetCard, other: DatasetCard): boolean {
  const names = ({ columns }: DatasetCard) => JSON.stringify(columns.map(({ name }) => name));
  return names(one) === names(other);
}

/**
 * What is looked at of a table that was just read: of one that only came back, as after the end of a worker, the same
 * rows as before; of another reading of a file the same screen.
 *
 * @param looked null: of a file that was not open before
 */
export function viewOf({ recipe }: DatasetCard, looked: ViewState | null, isSameTable: boolean): ViewState {
  if (looked && isSameTable) return looked;
  const { tableRows } = coreKindOf(recipe.rowKind);
  return { ...initialViewState, tableRows, ...(looked && { screen: looked.screen }) };
}
