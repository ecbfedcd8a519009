import { OtherTime } from "../../features/prepare/series/other-time";
import { SeriesTools } from "../../features/prepare/series/series-tools";
import { RowTable } from "../../features/inspect/row-table";
import type { KindScreens } from "../../state/use-kind-screens";
import { late } from "../../ui/late";
import classes from "../workspace.module.css";
import { quietly } from "./quietly";
import { rowsScreens } from "./rows";

const StretchTable = late(async () => (await import("../../features/series/stretch-table")).StretchTable);

/** Steps of series: their line over time, their stretches, what surrounds a step. */
export const seriesScreens: KindScreens = {
  ...rowsScreens,
  Charts: quietly(late(async () => (await import("../../features/series/series-panel")).SeriesPanel)),
  Table: Stretches,
  foldsThreshold: true,
  explainsFirst: false,
  Reasons: quietly(late(async () => (await import("../../features/series/step-around")).StepAround)),
  hasStretches: true,
  ReadTools: SeriesTools,
  KindTools: OtherTime,
  KindSettings: quietly(
    late(async () => (await import("../../features/prepare/series/series-settings")).SeriesSettings),
  ),
  Exports: quietly(late(async () => (await import("../../features/export/stretches-export")).StretchesExport)),
};

const Line = quietly(StretchTable);

/** What is flagged stretch by stretch, and row by row. */
function Stretches() {
  return (
    <div className={classes.table}>
      <Line rows={<RowTable />} />
    </div>
  );
}
