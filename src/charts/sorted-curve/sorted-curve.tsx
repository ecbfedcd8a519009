import { useId, useMemo, useState } from "react";
import { Area } from "recharts";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf, titleRoom } from "../axis/layout";
import { PlotAxes } from "../axis/plot-axes";
import { positionOf, valueAt } from "../axis/scale";
import { scoreScale } from "../axis/score-scale";
import { numberTicks } from "../axis/ticks";
import { ThresholdLine } from "../threshold/threshold-line";
import { useThreshold } from "../threshold/use-threshold";
import { ChartFrame } from "../frame/chart-frame";
import { Tip } from "../frame/tip";
import type { Size } from "../use-size";
import { curvePoints, rankScale, tableRanks } from "./geometry";
import classes from "./sorted-curve.module.css";

export interface SortedCurveProps {
  /** Descending, finite. */
  readonly sorted: Float64Array;
  readonly threshold: number;
  onThreshold(value: number): void;
  readonly logRanks: boolean;
  /** Unset: logarithmic where the tail is heavy. */
  readonly logScores?: boolean;
  readonly unitLabel: string;
}

/** Scores from the strangest row to the most ordinary; the threshold is a level line and the count below which it falls. */
export function SortedCurve(props: SortedCurveProps) {
  const { t, i18n } = useWords("charts");
  const { sorted, threshold } = props;
  const table = () => ({
    columns: [t("curve.rank"), t("curve.score"), t("curve.isFlagged")],
    rows: tableRanks(sorted.length).map((rank) => {
      const score = sorted[rank - 1] ?? NaN;
      const flagged = t(score >= threshold ? "curve.yes" : "curve.no");
      return [formatCount(rank, i18n.language), formatNumber(score, i18n.language, 4), flagged];
    }),
  });
  return (
    <ChartFrame
      title={t("curve.title")}
      info={t("curve.info")}
      table={table}
      empty={sorted.length === 0 ? t("empty.scores") : undefined}
    >
      {(size) => <Plot {...props} size={size} />}
    </ChartFrame>
  );
}

function Plot({
  sorted,
  threshold,
  onThreshold,
  logRanks,
  logScores,
  unitLabel,
  size,
}: SortedCurveProps & { readonly size: Size }) {
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const clip = useId();
  const [pointer, setPointer] = useState<number | null>(null);

  const still = useMemo(() => {
    const scale = scoreScale(sorted, logScores);
    const ranks = rankScale(sorted.length, logRanks);
    const yTicks = numberTicks(scale, plotHeightOf(size, titleRoom), 34, locale);
    const layout = layoutOf(size, yTicks, titleRoom);
    const points = curvePoints(sorted, ranks, scale, layout.plotWidth);
    const line = points.map(
      ({ x, y }) =>
        `${(layout.left + x * layout.plotWidth).toFixed(1)} ${(layout.top + (1 - y) * layout.plotHeight).toFixed(1)}`,
    );
    const xTicks = numberTicks(ranks, layout.plotWidth, 56, locale);
    return { scale, ranks, layout, yTicks, xTicks, points, path: `M${line.join("L")}` };
  }, [sorted, size, logRanks, logScores, locale]);
  const { layout, scale, ranks } = still;

  const moving = useThreshold({ along: "y", layout, scale, sorted, threshold, onThreshold });
  const countAt = layout.left + Math.max(0, Math.min(1, positionOf(ranks, moving.flagged))) * layout.plotWidth;
  const curve = useMemo(
    () => (
      <Area
        type="linear"
        dataKey="y"
        stroke="var(--ae-ordinary)"
        strokeWidth={2}
        fill="var(--ae-ordinary-soft)"
        fillOpacity={0.5}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    ),
    [],
  );

  const rank =
    pointer === null
      ? null
      : Math.max(1, Math.min(sorted.length, Math.round(valueAt(ranks, pointer / layout.plotWidth))));
  const score = rank === null ? undefined : sorted[rank - 1];

  return (
    <>
      <PlotAxes
        layout={layout}
        xTicks={still.xTicks}
        yTicks={still.yTicks}
        xLabel={t(logRanks ? "curve.xLog" : "curve.x")}
        yLabel={unitLabel}
        data={still.points}
      >
        {curve}
      </PlotAxes>
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <clipPath id={clip}>
          <rect x={0} y={0} width={Math.max(0, countAt)} height={layout.height} />
        </clipPath>
        <path d={still.path} className={classes.strange} clipPath={`url(#${clip})`} />
        {moving.flagged > 0 && (
          <line
            className={classes.count}
            x1={countAt}
            x2={countAt}
            y1={moving.pixel}
            y2={layout.top + layout.plotHeight}
          />
        )}
      </svg>
      <div
        className={classes.surface}
        style={{ left: layout.left, top: layout.top, width: layout.plotWidth, height: layout.plotHeight }}
        onPointerMove={(event) => setPointer(event.clientX - event.currentTarget.getBoundingClientRect().left)}
        onPointerLeave={() => setPointer(null)}
      />
      <ThresholdLine threshold={moving} layout={layout} sorted={sorted} labelled />
      {rank !== null && score !== undefined && (
        <Tip
          x={layout.left + positionOf(ranks, rank) * layout.plotWidth}
          y={layout.top + (1 - positionOf(scale, score)) * layout.plotHeight}
          within={layout}
        >
          {t("curve.tip", { rank: formatCount(rank, locale), score: formatNumber(score, locale, 4) })}
        </Tip>
      )}
    </>
  );
}
