import { coreKindOf } from "../../core/kinds/kinds";
import type { RowKind, RowKindName } from "../../core/kinds/row-kind";
import type { DatasetCard } from "../../engine/protocol";
import { stateEvents } from "./events";
import { stateImages } from "./images";
import { stateRows } from "./rows";
import { stateSeries } from "./series";
import type { StateKind } from "./state-kind";
import { catalogue, type DetectorCard } from "../catalogue";

const kinds: Readonly<Record<RowKindName, StateKind>> = {
  rows: stateRows,
  series: stateSeries,
  events: stateEvents,
  images: stateImages,
};

/** What a session does for rows of this kind. */
export function stateKindOf({ kind }: { readonly kind: RowKindName }): StateKind {
  return kinds[kind];
}

/** The detectors that can make something of such rows, in the order of the picker. */
export function detectorsFor(rowKind: RowKind): readonly DetectorCard[] {
  const { fits } = coreKindOf(rowKind);
  return catalogue.filter(({ accepts }) => fits(accepts));
}

/** How the rows of a table may be read, in the order of the choice: as guessed, or by the first columns that serve. */
export function possibleKinds(dataset: DatasetCard): readonly RowKind[] {
  const guess = dataset.recipe.rowKind;
  // The names of a record are its keys.
  const names = Object.keys(kinds) as RowKindName[];
  return names
    .filter((name) => kinds[name].isChoice)
    .flatMap((name) => (guess.kind === name ? guess : (kinds[name].firstOf(dataset) ?? [])));
}
