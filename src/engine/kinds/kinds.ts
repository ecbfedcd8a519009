import { Failure } from "../../core/data/failure";
import type { Detector } from "../../core/detect/detector";
import { coreKindOf, detectorFits } from "../../core/kinds/kinds";
import type { RowKindName } from "../../core/kinds/row-kind";
import type { Recipe } from "../../core/prepare/recipe";
import type { Networks } from "../images/networks";
import type { Models } from "../models";
import type { EngineKind } from "../engine-kind";
import { createEvents } from "./events";
import { createImages } from "./images";
import { createRows } from "./rows";
import { createSeries } from "./series";

/** The homes of the kinds of rows, each with what it keeps of the open tables. */
export function createKinds(networks: Networks, models: Models) {
  const kinds = {
    rows: createRows(models),
    series: createSeries(models),
    events: createEvents(),
    images: createImages(networks),
  } satisfies Record<RowKindName, EngineKind>;
  return {
    ...kinds,
    /** The home of a recipe's rows. */
    of: ({ rowKind }: Recipe): EngineKind => kinds[rowKind.kind],
    forgetTable(id: string): void {
      for (const kind of Object.values(kinds)) kind.forgetTable(id);
    },
  };
}

export type Kinds = ReturnType<typeof createKinds>;

/** Throws "not-for-kind" where a detector can make nothing of such rows. */
export function requireFit(detector: Detector, { rowKind }: Recipe): void {
  const { noun } = coreKindOf(rowKind);
  if (!detectorFits(detector, rowKind))
    throw new Failure({ code: "not-for-kind", values: { detector: detector.id, context: noun } });
}
