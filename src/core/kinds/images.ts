import { soundsOrdinary } from "../images/folder-words";
import { learnedRows } from "../images/learned-rows";
import { rarestValue, type CoreKind } from "./core-kind";
import type { ImagesKind } from "./images-kind";
import { plainRows } from "./row-kind";

/** Rows are images. Detectors of rows get few pixels, or what a pretrained network sees. */
export const coreImages: CoreKind<ImagesKind> = {
  fits: (accepts) => accepts === "images" || accepts === "matrix",
  consensusRule: "mean",
  noun: "image",
  preparesColumns: false,
  partOf: () => null,
  isKnownOfTables: false,
  insteadOf: () => plainRows,
  learnedRows: (dataset, { learnFrom }) => learnedRows(dataset, learnFrom),
  // Folders are labels: all are strange but those whose name speaks of ordinary images.
  strangeValues(rarestFirst) {
    const strange = rarestFirst.filter((value) => !soundsOrdinary(value));
    return strange.length > 0 && strange.length < rarestFirst.length ? strange : rarestValue(rarestFirst);
  },
};
