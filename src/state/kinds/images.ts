import { imagesQuickSet } from "../detector-cards";
import type { StateKind } from "./state-kind";

/** A pretrained network takes a tenth of a second an image, which nobody has asked for yet. */
const MAX_IMAGES_LOOKED_THROUGH = 1000;

export const stateImages: StateKind = {
  startingSet: ({ rowCount }) => (rowCount > MAX_IMAGES_LOOKED_THROUGH ? imagesQuickSet.slice(0, 1) : imagesQuickSet),
  showsConsensus: false,
  // Only what was opened as images has any.
  firstOf: () => null,
  isChoice: false,
  takesWindows: false,
  // Strange images are seen beside ordinary ones; of rows there are too many.
  tableRows: "all",
};
