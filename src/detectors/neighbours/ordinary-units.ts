import { rowsAt } from "../../core/detect/rows-to-fit";
import type { SamplesBase } from "../../core/detect/samples-base";
import { columnUnits, type ColumnUnits } from "../linear/column-units";

/** A column that the ordinary rows hardly vary in is measured by the spread of all rows. */
const LEAST_SPREAD = 1e-6;
/** No column is farther off than this many units: one wild value shall not hide what the other columns say. */
export const MAX_UNITS = 30;

/** The units of the rows with the numbers `ordinary`: their mean and their spread, column by column. */
export async function ordinaryUnits(
  samples: SamplesBase,
  ordinary: Uint32Array,
  yieldToEvents: () => Promise<void>,
): Promise<ColumnUnits> {
  const own = await columnUnits(rowsAt(samples, ordinary), true, yieldToEvents);
  const overall = await columnUnits(samples, true, yieldToEvents);
  return { centre: own.centre, unit: own.unit.map((unit, j) => (unit > LEAST_SPREAD ? unit : overall.unit[j]!)) }; // one unit per column
}

/** The samples counted in these units, held within what one column may say. */
export function countedIn(samples: SamplesBase, { centre, unit }: ColumnUnits): SamplesBase {
  const { width } = samples;
  return {
    ...samples,
    block: (from, to) =>
      samples.block(from, to).map((value, at) => {
        const length = unit[at % width]!; // a column of each
        const off = length > 0 ? (value - centre[at % width]!) / length : 0; // a column of each
        return Math.max(-MAX_UNITS, Math.min(MAX_UNITS, off));
      }),
  };
}
