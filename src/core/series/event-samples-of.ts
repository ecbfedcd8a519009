import { illegalParameter } from "../data/illegal-parameter";
import type { Dataset } from "../data/dataset";
import { Failure } from "../data/failure";
import type { Note, NoteBelow } from "../data/note";
import { columnSamples } from "../detect/column-samples";
import { keyOf } from "../prepare/group-rows";
import { ignoredNotes, ignoredRows } from "../prepare/ignored-periods";
import type { Recipe } from "../prepare/recipe";
import { orderRows } from "./order-rows";
import { sequenceClassesOf } from "./sequence-classes";
import { NO_ROW, type EventSamples } from "./series-samples";
import type { EventsKind } from "../kinds/events-kind";

/** Stands in the vocabulary for events without a symbol; no symbol that was read is empty. */
export const NO_SYMBOL = "";

/** Events as detectors see them, and the way back to rows and sequences. */
export interface PreparedEvents {
  readonly samples: EventSamples;
  /** Events of each symbol of the vocabulary. */
  readonly counts: Uint32Array;
  /** What the sequences are called; one without a name where no column names them. */
  readonly names: readonly string[];
  /** The event of each row of the dataset; NO_ROW where it has none. */
  readonly stepOf: Uint32Array;
  /** The dataset's columns behind the cells of an event: its symbol, and those beside it. */
  readonly cellColumns: readonly number[];
  readonly notes: readonly Note[];
}

/** How events are read beside their kind. */
interface EventsRead {
  /** Positions of columns that say something more of an event. */
  readonly beside?: readonly number[];
  /** Position of the column that says of which class a sequence is. */
  readonly classAt?: number | null;
  readonly ignored?: Recipe["ignored"];
}

/**
 * Rows of a table as events of sequences. The vocabulary is sorted by count, the most frequent symbol first (ties: by
 * name); an event whose symbol is missing has the symbol NO_SYMBOL. Throws `Failure` "no-rows" where no row is an
 * event, "illegal-parameter" where the shape names no such column.
 */
export function eventSamplesOf(
  dataset: Dataset,
  shape: EventsKind,
  { beside = [], classAt = null, ignored }: EventsRead = {},
): PreparedEvents {
  const column = dataset.columns[shape.symbol];
  if (!column) throw illegalParameter("no-column");
  const left = ignoredRows(dataset, { ...(ignored && { ignored }) });
  const order = orderRows(dataset, shape.time, shape.sequence, left);
  const { rows } = order;
  if (rows.length === 0) throw new Failure({ code: "no-rows", values: { dropped: dataset.rowCount } });

  const symbolOf = keyOf(column);
  const found = new Map<string, number>();
  const codes = Uint32Array.from(rows, (row) => {
    const symbol = symbolOf(row) ?? NO_SYMBOL;
    const code = found.get(symbol) ?? found.size;
    found.set(symbol, code);
    return code;
  });
  const tally = new Uint32Array(found.size);
  for (const code of codes) tally[code]!++; // below found.size
  const ranked = [...found].sort(
    ([a, one], [b, other]) => tally[other]! - tally[one]! || (a < b ? -1 : 1), // both are codes
  );
  const rank = new Uint32Array(found.size);
  ranked.forEach(([, code], place) => {
    rank[code] = place;
  });
  const values = Float32Array.from(codes, (code) => rank[code]!);
  const cellColumns = [shape.symbol, ...beside];
  const classColumn = dataset.columns[classAt ?? -1];
  const { mixed = 0, ...known } = classColumn ? sequenceClassesOf(classColumn, rows, order.starts) : {};
  const stepOf = new Uint32Array(dataset.rowCount).fill(NO_ROW);
  rows.forEach((row, event) => {
    stepOf[row] = event;
  });
  return {
    samples: {
      kind: "events",
      count: rows.length,
      shape: [1],
      width: 1,
      features: [column.name],
      origin: rows,
      block: (from, to) => values.subarray(from, to),
      vocabulary: ranked.map(([symbol]) => symbol),
      starts: order.starts,
      level: shape.level,
      ...known,
      ...(shape.time !== null && {
        times: { values: Float64Array.from(rows, (row) => order.times[row]!), isClock: order.isClock }, // one of each row
      }),
      ...(beside.length > 0 && { cells: cellsOf(dataset, cellColumns, rows) }),
    },
    counts: Uint32Array.from(ranked, ([, code]) => tally[code]!),
    names: order.names,
    stepOf,
    cellColumns,
    notes: [
      ...ignoredNotes(left),
      ...told(order.withoutTime, "no-time", dataset, shape.time),
      ...told(order.withoutName, "no-name", dataset, shape.sequence),
      ...told(order.backwards, "backwards", dataset, shape.time),
      ...told(mixed, "mixed-classes", dataset, classAt),
      ...told(tally[found.get(NO_SYMBOL) ?? -1] ?? 0, "no-symbol", dataset, shape.symbol),
    ],
  };
}

function cellsOf({ columns }: Dataset, positions: readonly number[], rows: Uint32Array) {
  const own = positions.flatMap((position) => columns[position] ?? []);
  return columnSamples(
    own,
    own.map(() => "feature"),
    rows,
  );
}

function told(count: number, code: NoteBelow<"events">, { columns }: Dataset, position: number | null): Note[] {
  return count > 0 ? [{ code: `events.${code}`, values: { count, column: columns[position ?? -1]?.name ?? "" } }] : [];
}
