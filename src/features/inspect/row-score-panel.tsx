import { memo } from "react";
import { useTranslation } from "react-i18next";
import { ScoreByRow } from "../../charts/score-by-row/score-by-row";
import { sourceRowOf } from "../../core/data/dataset";
import type { RunResult } from "../../engine/protocol";
import { useActions, useSession } from "../../state/use-session";
import { useLateCutIn, useShownResult } from "../../state/use-shown";
import { formatCount } from "../../ui/format";
import classes from "./chart-panel.module.css";

/** Every row's score in the order of the file, under the same cut. */
export function RowScorePanel() {
  const { t } = useTranslation("inspect");
  const { settle } = useActions();
  const result = useShownResult();
  return (
    <section className={classes.panel} aria-label={t("chart.by-row")} onPointerUp={settle}>
      {result && <RowScores result={result} />}
    </section>
  );
}

function RowScores({ result }: { readonly result: RunResult }) {
  return <RowScoresAt result={result} cut={useLateCutIn(result).value} />;
}

const RowScoresAt = memo(function RowScoresAt({ result, cut }: { readonly result: RunResult; readonly cut: number }) {
  const { t, i18n } = useTranslation("inspect");
  const { setCut, hover, select, notice } = useActions();
  const selected = useSession((state) => state.moments.selectedRow);
  const hovered = useSession((state) => state.moments.hoveredRow);
  const sourceRows = useSession((state) => state.dataset?.sourceRows ?? null);
  return (
    <ScoreByRow
      scores={result.scores}
      sorted={result.sorted}
      cut={cut}
      onCut={(value) => setCut(result.request.detector, { kind: "fixed", value })}
      unitLabel={t("cut.score")}
      selectedRow={selected}
      hoveredRow={hovered}
      rowName={(row) => t("why.row", { row: formatCount(sourceRowOf({ sourceRows }, row), i18n.language) })}
      onHover={hover}
      onSelect={select}
      onRange={(rows) => notice(rows ? { boxed: rows, tableRows: "all" } : { boxed: null })}
    />
  );
});
