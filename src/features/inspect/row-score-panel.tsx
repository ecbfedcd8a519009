import { memo } from "react";
import { ScoreByRow } from "../../charts/score-by-row/score-by-row";
import { sourceRowOf } from "../../core/data/dataset";
import type { RunResult } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { useLateThresholdIn, useShownResult, useSetThresholdIn } from "../../state/use-shown";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./chart-panel.module.css";

/** Every row's score in the order of the file, under the same threshold. */
export function RowScorePanel() {
  const { t } = useWords("inspect");
  const { settle } = useActions();
  const result = useShownResult();
  return (
    <section className={classes.panel} aria-label={t("chart.by-row")} onPointerUp={settle}>
      {result && <RowScores result={result} />}
    </section>
  );
}

function RowScores({ result }: { readonly result: RunResult }) {
  return <RowScoresAt result={result} threshold={useLateThresholdIn(result).value} />;
}

const RowScoresAt = memo(function RowScoresAt({
  result,
  threshold,
}: {
  readonly result: RunResult;
  readonly threshold: number;
}) {
  const { t, i18n } = useWords("inspect");
  const { hover, select, notice } = useActions();
  const choose = useSetThresholdIn(result);
  const selected = useSession((state) => state.viewState.selectedRow);
  const hovered = useSession((state) => state.viewState.hoveredRow);
  const boxed = useSession((state) => state.viewState.boxed);
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  return (
    <ScoreByRow
      scores={result.scores}
      sorted={result.sorted}
      threshold={threshold}
      onThreshold={(value) => choose({ kind: "fixed", value })}
      unitLabel={t("threshold.score")}
      selectedRow={selected}
      hoveredRow={hovered}
      boxedRows={boxed}
      rowName={(row) => t("why.row", { row: formatCount(sourceRowOf({ sourceRows }, row), i18n.language) })}
      onHover={hover}
      onSelect={select}
      onRange={(rows) => notice(rows ? { boxed: rows, tableRows: "all" } : { boxed: null })}
    />
  );
});
