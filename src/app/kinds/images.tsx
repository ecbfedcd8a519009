import { MaskQuality } from "../../features/images/mask-quality";
import { RowTable } from "../../features/inspect/row-table";
import { RowKindLine } from "../../features/prepare/row-kind/row-kind-line";
import type { KindScreens } from "../../state/use-kind-screens";
import { late } from "../../ui/late";
import classes from "../workspace.module.css";
import { quietly } from "./quietly";
import { rowsScreens, ScoreCharts } from "./rows";

const ImagesPanel = quietly(late(async () => (await import("../../features/images/images-panel")).ImagesPanel));

/** Images: a gallery, and the image itself in place of reasons. */
export const imagesScreens: KindScreens = {
  ...rowsScreens,
  Charts: null,
  Table: Images,
  foldsThreshold: true,
  explainsFirst: false,
  Instead: quietly(late(async () => (await import("../../features/images/image-inspector")).ImageInspector)),
  Agreement: MaskQuality,
  Prepare: quietly(late(async () => (await import("../../features/prepare/images/images-settings")).ImagesSettings)),
  Opened: quietly(late(async () => (await import("../../features/prepare/images/image-facts")).ImageFacts)),
  Exports: quietly(late(async () => (await import("../../features/export/images-export")).ImagesExport)),
};

/** The images, and the same rows as a table and in charts. */
function Images() {
  return (
    <div className={classes.images}>
      <ImagesPanel rowKindLine={<RowKindLine />} table={<RowTable />} charts={<ScoreCharts />} />
    </div>
  );
}
