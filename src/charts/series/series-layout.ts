import { layoutOf, type Layout } from "../axis/layout";
import type { Tick } from "../axis/ticks";
import type { Size } from "../use-size";

/** Pixels of the chart from its top, one axis of time for all. */
export interface SeriesLayout {
  readonly overview: Layout;
  /** One for each channel, or one for all. */
  readonly strips: readonly Layout[];
  /** The first lane begins here, each as high as `laneHeight`. */
  readonly lanesTop: number;
  readonly score: Layout;
  /** From the first strip to the end of the scores: what takes pointer and keys. */
  readonly surface: Layout;
}

export const laneHeight = 18;
const OVERVIEW_PX = 44;
/** Between the overview and the detail: the buttons. */
const BUTTONS_PX = 28;
const GAP_PX = 10;
const AXIS_PX = 22;

/** Overview, strips, lanes and scores above each other in `size`, beside the widest of the given labels. */
export function layoutSeries(size: Size, labels: readonly Tick[], strips: number, lanes: number): SeriesLayout {
  const { left, plotWidth } = layoutOf(size, labels, 0);
  const at = (top: number, plotHeight: number): Layout => ({ ...size, left, plotWidth, top, plotHeight });
  const lanesHeight = lanes === 0 ? 0 : lanes * laneHeight + GAP_PX;
  const top = OVERVIEW_PX + BUTTONS_PX;
  const free = Math.max(2, size.height - top - lanesHeight - GAP_PX - AXIS_PX);
  const scoreHeight = Math.max(1, Math.min(96, Math.round(free * (strips > 1 ? 0.2 : 0.28))));
  const stripHeight = Math.max(1, (free - scoreHeight - (strips - 1) * GAP_PX) / Math.max(1, strips));
  const scoreTop = size.height - AXIS_PX - scoreHeight;
  return {
    overview: at(2, OVERVIEW_PX - 4),
    strips: Array.from({ length: strips }, (_, strip) => at(top + strip * (stripHeight + GAP_PX), stripHeight)),
    lanesTop: scoreTop - GAP_PX - lanesHeight + GAP_PX / 2,
    score: at(scoreTop, scoreHeight),
    surface: at(top, scoreTop + scoreHeight - top),
  };
}
