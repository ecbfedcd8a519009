import { useId, useMemo, useState } from "react";
import { Area } from "recharts";
import type { Suggestion } from "../../core/score/threshold";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf } from "../axis/layout";
import { PlotAxes } from "../axis/plot-axes";
import { scoreScale } from "../axis/score-scale";
import { numberTicks } from "../axis/ticks";
import { ThresholdLine } from "../threshold/threshold-line";
import { countFlagged } from "../threshold/threshold-steps";
import { SuggestionTicks, suggestionRoom } from "../threshold/suggestion-ticks";
import { useThreshold } from "../threshold/use-threshold";
import { ChartFrame } from "../frame/chart-frame";
import { Tip } from "../frame/tip";
import type { Size } from "../use-size";
import classes from "./score-histogram.module.css";
import { barHeights, barsPath, binCountFor, binScores, countScale, gapsPath, stepPoints, type Bin } from "./geometry";

export interface ScoreHistogramProps {
  /** Descending, finite. */
  readonly sorted: Float64Array;
  readonly threshold: number;
  readonly suggestions: readonly Suggestion[];
  onThreshold(value: number): void;
  readonly logCounts: boolean;
  /** Unset: logarithmic where the tail is heavy. */
  readonly logScores?: boolean;
  /** What a score is, for the axis: "mean depth", "robust z". */
  readonly unitLabel: string;
  onHover?(bin: Bin | null): void;
}

/** How many rows have which score, with the threshold on it. Moving the threshold repaints the line and a clip, nothing else. */
export function ScoreHistogram(props: ScoreHistogramProps) {
  const { t, i18n } = useWords("charts");
  const { sorted, threshold, logScores } = props;
  const table = () => {
    const bins = binScores(sorted, scoreScale(sorted, logScores), 40).filter((bin) => bin.count > 0);
    return {
      columns: [t("histogram.from"), t("histogram.to"), t("histogram.rows"), t("histogram.flagged")],
      rows: bins.map(({ from, to, count }, at) => {
        const above = at === bins.length - 1 ? 0 : countFlagged(sorted, to);
        const flagged = Math.max(0, Math.min(count, countFlagged(sorted, threshold) - above));
        return [
          formatNumber(from, i18n.language, 4),
          formatNumber(to, i18n.language, 4),
          formatCount(count, i18n.language),
          formatCount(flagged, i18n.language),
        ];
      }),
    };
  };
  return (
    <ChartFrame
      title={t("histogram.title")}
      info={t("histogram.info")}
      table={table}
      empty={sorted.length === 0 ? t("empty.scores") : undefined}
    >
      {(size) => <Plot {...props} size={size} />}
    </ChartFrame>
  );
}

function Plot(props: ScoreHistogramProps & { readonly size: Size }) {
  const { sorted, size, threshold, suggestions, onThreshold, logCounts, logScores, unitLabel, onHover } = props;
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const clip = useId();
  const [hovered, setHovered] = useState<number | null>(null);

  const still = useMemo(() => {
    const top = suggestionRoom + 18;
    const scale = scoreScale(sorted, logScores);
    const bins = binScores(sorted, scale, binCountFor(size.width - 60));
    const counts = countScale(bins, logCounts);
    const height = plotHeightOf(size, top);
    const yTicks = numberTicks(counts, height, 34, locale);
    const layout = layoutOf(size, yTicks, top);
    const heights = barHeights(bins, counts, 2 / height);
    const box = [layout.left, layout.top + layout.plotHeight, layout.plotWidth, layout.plotHeight] as const;
    return {
      scale,
      bins,
      layout,
      yTicks,
      xTicks: numberTicks(scale, layout.plotWidth, 64, locale),
      steps: stepPoints(heights),
      path: barsPath(heights, ...box),
      gaps: gapsPath(heights, ...box),
    };
  }, [sorted, size, logCounts, logScores, locale]);
  const { layout, scale, bins } = still;

  const moving = useThreshold({ along: "x", layout, scale, sorted, threshold, onThreshold });
  const bars = useMemo(
    () => (
      <Area
        type="stepAfter"
        dataKey="y"
        stroke="none"
        fill="var(--ae-ordinary)"
        fillOpacity={1}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    ),
    [],
  );

  const hover = (at: number | null) => {
    if (at === hovered) return;
    setHovered(at);
    onHover?.(at === null ? null : (bins[at] ?? null));
  };
  const spoken = hovered === null ? undefined : bins[hovered];

  return (
    <>
      <PlotAxes
        layout={layout}
        xTicks={still.xTicks}
        yTicks={still.yTicks}
        xLabel={unitLabel}
        yLabel={t(logCounts ? "histogram.yLog" : "histogram.y")}
        data={still.steps}
      >
        {bars}
      </PlotAxes>
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <clipPath id={clip}>
          <rect x={moving.pixel} y={0} width={Math.max(0, layout.width - moving.pixel)} height={layout.height} />
        </clipPath>
        <path d={still.path} className={classes.strange} clipPath={`url(#${clip})`} />
        <path d={still.gaps} className={classes.gaps} />
      </svg>
      <div
        className={classes.surface}
        style={{ left: layout.left, top: layout.top, width: layout.plotWidth, height: layout.plotHeight }}
        onPointerMove={(event) => {
          const share = (event.clientX - event.currentTarget.getBoundingClientRect().left) / layout.plotWidth;
          hover(Math.max(0, Math.min(bins.length - 1, Math.floor(share * bins.length))));
        }}
        onPointerLeave={() => hover(null)}
      />
      <ThresholdLine threshold={moving} layout={layout} sorted={sorted} labelled />
      <SuggestionTicks
        layout={layout}
        scale={scale}
        suggestions={suggestions}
        threshold={moving.value}
        onThreshold={onThreshold}
      />
      {spoken && hovered !== null && (
        <Tip x={layout.left + ((hovered + 0.5) / bins.length) * layout.plotWidth} y={layout.top + 20} within={layout}>
          {t("histogram.tip", {
            from: formatNumber(spoken.from, locale),
            to: formatNumber(spoken.to, locale),
            count: spoken.count,
            shown: formatCount(spoken.count, locale),
          })}
        </Tip>
      )}
    </>
  );
}
