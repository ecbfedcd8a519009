import type { Column } from "../data/column";
import type { Dataset } from "../data/dataset";
import { illegalParameter } from "../data/illegal-parameter";
import { withoutIgnored } from "../prepare/ignored-periods";
import { groupIndexOf, groupKeysOf, rowsByGroup } from "../prepare/group-rows";
import { rankScores } from "../score/rank";

/** Rows as parts of series or sequences: those of series s are `rows[starts[s]]` to before `rows[starts[s + 1]]`. */
export interface OrderedRows {
  /** By series, and in order of time within each; rows at one time in the order of the file. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  /** What the series are called, in order of appearance; one without a name where no column names them. */
  readonly names: readonly string[];
  /** By row of the dataset; the place in its series where no column tells the time. */
  readonly times: Float64Array;
  readonly isClock: boolean;
  /** Rows before whose time the row above them in the file lies already, in their series. */
  readonly backwards: number;
  /** Rows left out because their time, or the name of their series, is missing. */
  readonly withoutTime: number;
  readonly withoutName: number;
}

/**
 * Sorts rows by series and time, stably and in linear time. `time` and `group` are positions of columns, or null: the
 * order of the file, one series; rows that are `ignored` (1) are in none. Throws `Failure` "illegal-parameter" where there is no such column, or `time` holds
 * neither times nor numbers.
 */
export function orderRows(
  dataset: Dataset,
  time: number | null,
  group: number | null,
  ignored: Uint8Array | null = null,
): OrderedRows {
  const { rowCount } = dataset;
  const timeColumn = time === null ? null : columnAt(dataset, time);
  if (timeColumn && timeColumn.kind !== "time" && timeColumn.kind !== "number")
    throw illegalParameter("no-times", { column: timeColumn.name });
  const groupColumn = group === null ? null : columnAt(dataset, group);

  const all = withoutIgnored(
    Uint32Array.from({ length: rowCount }, (_, row) => row),
    ignored,
  );
  const timed = timeColumn ? all.filter((row) => Number.isFinite(timeColumn.values[row])) : all;
  const names = groupColumn ? groupKeysOf(groupColumn, timed, 1) : [""];
  const seriesOf = groupColumn ? groupIndexOf(groupColumn, names, rowCount) : new Int32Array(rowCount);

  let sorted = rowsByGroup(timed, seriesOf, names.length);
  const times = timeColumn ? timeColumn.values : placesOf(sorted, rowCount);
  const backwards = countBackwards(sorted, names.length, times);
  if (backwards > 0) {
    // Descending order of the negated times is ascending order of the times, rows of one time as they came.
    const order = rankScores(times.map((one) => (Number.isFinite(one) ? -one : NaN))).order;
    sorted = rowsByGroup(order, seriesOf, names.length);
  }
  const named = sorted.starts[names.length]!; // the last part holds the rows of no series
  return {
    rows: sorted.rows.subarray(0, named),
    starts: sorted.starts.subarray(0, names.length + 1),
    names,
    times,
    isClock: timeColumn?.kind === "time",
    backwards,
    withoutTime: all.length - timed.length,
    withoutName: timed.length - named,
  };
}

function columnAt({ columns }: Dataset, position: number): Column {
  const column = columns[position];
  if (!column) throw illegalParameter("no-column");
  return column;
}

interface Sorted {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

function placesOf({ rows, starts }: Sorted, rowCount: number): Float64Array {
  const places = new Float64Array(rowCount);
  for (let series = 0; series + 1 < starts.length; series++)
    for (let i = starts[series]!; i < starts[series + 1]!; i++) places[rows[i]!] = i - starts[series]!; // i < length
  return places;
}

function countBackwards({ rows, starts }: Sorted, seriesCount: number, times: Float64Array): number {
  let count = 0;
  for (let series = 0; series < seriesCount; series++)
    for (let i = starts[series]! + 1; i < starts[series + 1]!; i++)
      if (times[rows[i]!]! < times[rows[i - 1]!]!) count++; // i < length
  return count;
}
