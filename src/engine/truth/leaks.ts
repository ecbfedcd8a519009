import { leakOf, UNKNOWN } from "../../core/truth/label-leaks";
import type { Leak } from "../protocol";
import type { Table } from "../tables";
import type { Checkpoint } from "../yield-to-events";
import { labelledIn } from "../../core/truth/labelled-in";

/** The columns that give a label away; none where the column is no label. */
export async function leaksOf(
  { dataset }: Table,
  label: number,
  strange: readonly string[] | null,
  checkpoint: Checkpoint,
): Promise<readonly Leak[]> {
  const { columns, rowCount } = dataset;
  const source = columns[label];
  const labelled = source && labelledIn(source, strange);
  if (!labelled) return [];
  const verdicts = Int8Array.from({ length: rowCount }, (_, row) => labelled.of(row) ?? UNKNOWN);
  const leaks: Leak[] = [];
  for (const [column, one] of columns.entries()) {
    const why = column === label ? null : leakOf(one, verdicts, source.name);
    if (why) leaks.push({ column, why });
    await checkpoint(column / columns.length);
  }
  return leaks;
}
