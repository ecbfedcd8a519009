import type { Dataset } from "../data/dataset";
import { columnSamples, type ColumnSamples } from "../detect/column-samples";
import { ignoredRows, withoutIgnored } from "./ignored-periods";
import { completeRows } from "./missing-cells";
import type { Recipe, Role } from "./recipe";

/** What says something of a row by itself: labels and classes are kept from detectors, and what a person ignores. */
const SEEN_ROLES: readonly Role[] = ["feature", "id", "group"];

export interface PreparedColumns {
  readonly samples: ColumnSamples;
  /** The dataset's column behind each feature. */
  readonly featureColumns: Int32Array;
}

/** The columns of a table as they were read, but for rows that the recipe leaves out: where a value is missing, and periods to ignore. */
export function columnSamplesOf(dataset: Dataset, recipe: Recipe): PreparedColumns {
  const { columns, rowCount } = dataset;
  const seen = columns.flatMap((column, at) => {
    const role = recipe.columns[at]?.role;
    // A text is no feature, whatever its role says: it is looked at by its form.
    const isSeen = role && (SEEN_ROLES.includes(role) || (column.kind === "text" && role === "ignore"));
    return isSeen ? [{ column, at, role }] : [];
  });
  const dropping = seen.filter(({ at }) => recipe.columns[at]?.missing.kind === "drop-row");
  const complete = completeRows(
    rowCount,
    dropping.map(({ column }) => column),
  );
  const origin = withoutIgnored(complete, ignoredRows(dataset, recipe));
  return {
    samples: columnSamples(
      seen.map(({ column }) => column),
      seen.map(({ role }) => role),
      origin,
    ),
    featureColumns: Int32Array.from(seen, ({ at }) => at),
  };
}
