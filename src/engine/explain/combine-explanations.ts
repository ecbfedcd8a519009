import type { Contribution, RowExplanation } from "../../core/explain/explanation";
import type { StoredRun } from "../stored-run";
import type { Weighted } from "./explain-by-members";

/** The explanation that a detector gives of a row; of a consensus what its members say of each column together. */
export function explanationOfMembers(
  run: StoredRun,
  row: number,
  statements: readonly [Weighted<RowExplanation>, ...Weighted<RowExplanation>[]],
): RowExplanation {
  return run.kind === "fitted" ? statements[0].statement : combined(row, statements);
}

/** What several detectors say of one row, each by its weight; the reason of a column is that of the member that counts most there. */
function combined(row: number, statements: readonly Weighted<RowExplanation>[]): RowExplanation {
  const columns = new Map<number, { share: number; contribution: Contribution; most: number }>();
  for (const { statement, weight } of statements)
    for (const contribution of statement.contributions) {
      const share = weight * contribution.share;
      const before = columns.get(contribution.column);
      const isMore = !before || Math.abs(share) > before.most;
      columns.set(contribution.column, {
        share: (before?.share ?? 0) + share,
        contribution: isMore ? contribution : before.contribution,
        most: isMore ? Math.abs(share) : before.most,
      });
    }
  const total = [...columns.values()].reduce((sum, { share }) => sum + Math.abs(share), 0);
  const contributions = [...columns.values()]
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.contribution.column - b.contribution.column)
    .map(({ share, contribution }) => ({ ...contribution, share: share / total }));
  return { row, contributions, method: { code: "method.combined" } };
}
