import type { Dataset } from "../data/dataset";
import type { Note, NoteBelow } from "../data/note";
import type { LaidSteps } from "./lay-steps";
import type { OrderedRows } from "./order-rows";
import type { Pace } from "./pace";
import { NO_ROW } from "./series-samples";
import type { SeriesKind } from "../kinds/series-kind";

interface Laid {
  readonly dataset: Dataset;
  readonly rowKind: SeriesKind;
  readonly order: OrderedRows;
  readonly pace: Pace;
  readonly steps: LaidSteps;
  readonly interpolated: number;
  readonly infinite: number;
}

/** What had to be done to the rows before they were series, the weightier first. */
export function seriesNotesOf({ dataset, rowKind, order, pace, steps, interpolated, infinite }: Laid): readonly Note[] {
  const column = (position: number | null) => dataset.columns[position ?? -1]?.name ?? "";
  const empty = order.rows.reduce((sum, row) => sum + Number(steps.stepOf[row] === NO_ROW), 0);
  const told = (count: number, code: NoteBelow<"series">, values: Note["values"] = {}): Note[] =>
    count > 0 ? [{ code: `series.${code}`, values: { count, ...values } }] : [];
  return [
    ...told(order.withoutTime, "no-time", { column: column(rowKind.time) }),
    ...told(order.withoutName, "no-name", { column: column(rowKind.group) }),
    ...told(order.backwards, "backwards", { column: column(rowKind.time) }),
    ...told(steps.duplicates, `duplicates-${rowKind.duplicates}`),
    ...(pace.isEven ? [] : told(1, "irregular", { percent: Math.round(100 * pace.evenShare) })),
    ...told(pace.week ? 1 : 0, "week-pattern", { column: column(rowKind.time) }),
    ...told(steps.filled, "filled", { gaps: steps.gaps }),
    ...told(steps.splits, "split"),
    ...told(steps.fillUpTo < Math.floor(rowKind.fillUpTo) && pace.isEven ? 1 : 0, "fill-limited", {
      limit: steps.fillUpTo,
    }),
    ...told(empty, "empty-rows"),
    ...told(interpolated, "interpolated"),
    ...told(infinite, "infinite"),
  ];
}
