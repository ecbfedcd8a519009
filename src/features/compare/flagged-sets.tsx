import { Upset } from "../../charts/upset/upset";
import { upsetHeight } from "../../charts/upset/geometry";
import type { Parts } from "../../core/score/agreement";
import { NOT_NARROWED } from "../../state/view-state";
import type { DetectorResult } from "../../state/use-panel";
import type { Query } from "../../state/use-query";
import { useActions } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import classes from "./compare-screen.module.css";
import { useLabelOf } from "./use-label-of";

const FRAME_PX = 48;

interface Props {
  readonly panel: readonly DetectorResult[];
  readonly split: Query<unknown, Parts>;
}

/** Which rows are flagged by exactly which detectors; a bar leads to its rows in the table. */
export function FlaggedSets({ panel, split: { answer: split, isLoading, isStale, failure } }: Props) {
  const { t } = useWords("charts");
  const { notice } = useActions();
  const labelOf = useLabelOf();
  const sets = panel.map(({ detector, threshold }) => ({ label: labelOf(detector), count: threshold.count }));
  const rowsOf = (part: number): Uint32Array => {
    const { parts, rows } = split ?? NO_PARTS;
    const start = parts.slice(0, part).reduce((sum, { count }) => sum + count, 0);
    // A copy: a view would be sent to the worker with all that lies behind it.
    return rows.slice(start, start + (parts[part]?.count ?? 0));
  };
  return (
    <section
      className={classes.chart}
      aria-label={t("upset.title")}
      {...staleProps(isStale)}
      aria-busy={isLoading}
      style={{ height: FRAME_PX + upsetHeight(panel.length) }}
    >
      {failure && <FailedAlert variant="default" failure={failure} />}
      {split && (
        <Upset
          sets={sets}
          parts={split.parts}
          onPick={(part) => notice({ ...NOT_NARROWED, boxed: rowsOf(part), tableRows: "all", screen: "explore" })}
        />
      )}
    </section>
  );
}

const NO_PARTS: Parts = { parts: [], rows: new Uint32Array(0) };
