import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Upset } from "../../charts/upset/upset";
import { upsetHeight } from "../../charts/upset/shape";
import { exclusiveIntersections } from "../../core/score/agreement";
import { flaggedRowsOf } from "../../state/cut";
import type { Seat } from "../../state/use-panel";
import { useActions } from "../../state/use-session";
import classes from "./compare-screen.module.css";
import { useLabelOf } from "./use-label-of";

const FRAME = 48;

/** Which rows are flagged by exactly which detectors; a bar leads to its rows in the table. */
export function FlaggedSets({ panel }: { readonly panel: readonly Seat[] }) {
  const { t } = useTranslation("charts");
  const { notice } = useActions();
  const labelOf = useLabelOf();
  const parts = useMemo(
    () => exclusiveIntersections(panel.map(({ result, cut }) => flaggedRowsOf(result, cut))),
    [panel],
  );
  const sets = panel.map(({ detector, cut }) => ({ label: labelOf(detector), count: cut.count }));
  const counted = useMemo(() => parts.map(({ members, rows }) => ({ members, count: rows.length })), [parts]);
  return (
    <section
      className={classes.chart}
      aria-label={t("upset.title")}
      style={{ height: FRAME + upsetHeight(panel.length) }}
    >
      <Upset
        sets={sets}
        parts={counted}
        onPick={(part) => {
          const rows = parts[part]?.rows;
          if (rows) notice({ boxed: rows, tableRows: "all", filters: [], search: "", screen: "explore" });
        }}
      />
    </section>
  );
}
