import type { ReactNode } from "react";
import type { RowKind, RowKindName } from "../core/kinds/row-kind";
import { KindScreensProvider, type KindScreens } from "../state/use-kind-screens";
import { eventsScreens } from "./kinds/events";
import { imagesScreens } from "./kinds/images";
import { rowsScreens } from "./kinds/rows";
import { seriesScreens } from "./kinds/series";

const screens: Readonly<Record<RowKindName, KindScreens>> = {
  rows: rowsScreens,
  series: seriesScreens,
  events: eventsScreens,
  images: imagesScreens,
};

const screensOf = ({ kind }: RowKind) => screens[kind];

/** Gives the screens below it what each kind of row shows there. */
export function RowKinds({ children }: { readonly children: ReactNode }) {
  return <KindScreensProvider of={screensOf}>{children}</KindScreensProvider>;
}
