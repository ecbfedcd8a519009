import { memo, useRef } from "react";
import { SeriesSpark } from "../../charts/series/series-spark";
import type { SeriesOverview } from "../../engine/protocol";
import { useStretches } from "../../state/use-stretches";
import { formatCount, formatNumber } from "../../ui/format";
import { useListWindow } from "../../ui/use-list-window";
import { useWords } from "../../ui/use-words";
import classes from "./series-panel.module.css";

interface Props {
  readonly overview: SeriesOverview;
  /** Positions of the series, the strangest first. */
  readonly order: readonly number[];
  readonly peaks: Float64Array | null;
  readonly opened: number;
  onOpen(series: number): void;
}

const LANE_PX = 34;

/** Every series as a small line, the strangest first; only those in view are drawn. */
export const SwimLanes = memo(function SwimLanes({ overview, order, peaks, opened, onOpen }: Props) {
  const { t, i18n } = useWords("series");
  const scroller = useRef<HTMLDivElement>(null);
  const { found } = useStretches();
  const lanes = useListWindow({ count: order.length, scroller, sizeOf: () => LANE_PX });
  const choose = (at: number) => {
    const series = order[Math.max(0, Math.min(order.length - 1, at))];
    if (series === undefined) return;
    onOpen(series);
    lanes.scrollToIndex(order.indexOf(series));
  };
  return (
    <section className={classes.lanes} aria-label={t("lanes.title")}>
      <p className={classes.lanesTitle}>
        {t("lanes.count", { count: order.length, formatted: formatCount(order.length, i18n.language) })}
      </p>
      <div
        ref={scroller}
        className={classes.lanesScroll}
        role="listbox"
        tabIndex={0}
        aria-label={t("lanes.title")}
        aria-activedescendant={`lane-${opened}`}
        onKeyDown={(event) => {
          const at = order.indexOf(opened);
          const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
          if (next === undefined) return;
          event.preventDefault();
          choose(next);
        }}
      >
        <div style={{ height: lanes.getTotalSize(), position: "relative" }} role="presentation">
          {lanes.getVirtualItems().map(({ index, start }) => {
            const series = order[index];
            const card = series === undefined ? undefined : overview.series[series];
            if (series === undefined || !card) return null;
            return (
              <div
                key={series}
                id={`lane-${series}`}
                role="option"
                tabIndex={-1}
                aria-selected={series === opened}
                aria-setsize={order.length}
                aria-posinset={index + 1}
                className={classes.laneRow}
                style={{ top: start, height: LANE_PX }}
                onClick={() => onOpen(series)}
              >
                <span className={classes.laneName} title={card.name}>
                  {card.name}
                </span>
                <SeriesSpark
                  line={card.line}
                  spans={found?.stretches.filter((one) => one.series === series) ?? NO_STRETCHES}
                  height={LANE_PX - 8}
                />
                <span className={classes.lanePeak}>{formatNumber(peaks?.[series] ?? NaN, i18n.language)}</span>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
});

const NO_STRETCHES: readonly never[] = [];
