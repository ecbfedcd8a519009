import { learnedRows } from "../images/learned-rows";
import { bothOf, type Decoder, listOf, oneOf, recordOf, text, variantOf, whole, wholeOf } from "../project/decoder";
import type { CoreKind, DetectorSets, KindTable } from "./core-kind";
import {
  IGNORE_GRID,
  MAX_IMAGE_SIZE,
  MIN_IMAGE_SIZE,
  type ImagesKind,
  type LearnFrom,
  type SuppliedNetwork,
} from "./images-kind";
import { plainRows } from "./row-kind";

/** A pretrained network takes a tenth of a second an image, which nobody has asked for yet. */
const MAX_IMAGES_LOOKED_THROUGH = 1000;

const MAX_NAMES = 100_000;
const MAX_ROWS = 10_000_000;
const names = listOf(text(10_000), MAX_NAMES);

const network = wholeOf<SuppliedNetwork>({ id: text(200), name: text(1000), layers: names });
const learnFrom = variantOf<LearnFrom>("kind", {
  all: wholeOf({ kind: oneOf(["all"]) }),
  folders: wholeOf({ kind: oneOf(["folders"]), folders: names }),
  images: wholeOf({ kind: oneOf(["images"]), rows: ascending(MAX_ROWS) }),
});

/** Rows are images. Detectors of rows get few pixels, or what a pretrained network sees. */
export const coreImages: CoreKind<"images"> = {
  columns: {},
  decode: bothOf(
    wholeOf<Pick<ImagesKind, "kind">>({ kind: oneOf(["images"]) }),
    recordOf<Omit<ImagesKind, "kind">>({
      size: [whole(MIN_IMAGE_SIZE, MAX_IMAGE_SIZE), 64],
      colour: [oneOf(["grey", "colour"]), "colour"],
      fit: [oneOf(["stretch", "crop", "pad"]), "pad"],
      learnFrom: [learnFrom, { kind: "all" }],
      ignored: [ascending(IGNORE_GRID * IGNORE_GRID), []],
      rowsSee: [oneOf(["pixels", "deep-features"]), "pixels"],
      network: [suppliedOr(oneOf(["mobilenet-v2"])), "mobilenet-v2"],
    }),
  ),
  fits: (accepts) => accepts === "images" || accepts === "matrix",
  consensusRule: "mean",
  gapSuggests: false,
  noun: "image",
  preparesColumns: false,
  partOf: () => null,
  isKnownOfTables: false,
  insteadOf: () => plainRows,
  learnedRows: (dataset, { learnFrom }) => learnedRows(dataset, learnFrom),
  startingSet: (table, _recipe, sets) => startingSet(table, sets),
  recommended: (table, _recipe, sets) => ({ members: startingSet(table, sets), rule: "mean", reasons: [] }),
  startingWeights: () => ({}),
  findingsOf: null,
  // Only what was opened as images has any.
  firstOf: () => null,
  isChoice: false,
  takesWindows: false,
  standsAlone: true,
  // Strange images are seen beside ordinary ones; of rows there are too many.
  tableRows: "all",
};

function startingSet({ rowCount }: KindTable, { quickOnImages }: DetectorSets): readonly string[] {
  return rowCount > MAX_IMAGES_LOOKED_THROUGH ? quickOnImages.slice(0, 1) : quickOnImages;
}

/** Whole numbers below `end`, each once, in order. */
function ascending(end: number): Decoder<readonly number[]> {
  const decode = listOf(whole(0, end - 1), end);
  return (value, path, drop) => {
    const found = decode(value, path, drop);
    return found && [...new Set(found)].sort((a, b) => a - b);
  };
}

function suppliedOr<T>(own: Decoder<T>): Decoder<T | SuppliedNetwork> {
  return (value, path, drop) => (typeof value === "string" ? own(value, path, drop) : network(value, path, drop));
}
