import { FamilyStrip } from "../../features/families/family-strip";
import { ColumnReasons } from "../../features/inspect/column-reasons";
import { MapPanel } from "../../features/inspect/map-panel";
import { RowScorePanel } from "../../features/inspect/row-score-panel";
import { RowTable } from "../../features/inspect/row-table";
import type { KindScreens } from "../../state/use-kind-screens";
import classes from "../workspace.module.css";

/** Each row stands for itself: its score and its place on a map, its reasons in its columns. */
export const rowsScreens: KindScreens = {
  Charts: ScoreCharts,
  Table: PlainTable,
  foldsThreshold: false,
  explainsFirst: true,
  Reasons: ColumnReasons,
  Instead: null,
  hasStretches: false,
  Agreement: null,
  ReadTools: null,
  KindTools: null,
  KindSettings: null,
  Prepare: null,
  Opened: null,
  Exports: null,
};

/** The scores by row and a map of them. */
export function ScoreCharts() {
  return (
    <div className={classes.charts}>
      <RowScorePanel />
      <MapPanel />
    </div>
  );
}

/** The rows, line by line. */
function PlainTable() {
  return (
    <div className={classes.table}>
      <FamilyStrip />
      <RowTable />
    </div>
  );
}
