import { memo, useMemo } from "react";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { decadeNumbers } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import classes from "./error-histogram.module.css";
import { binErrors, outlineOf, type ErrorBins } from "./geometry";

interface Look {
  readonly at: number;
  /** Finite, >= 0. */
  readonly errors: Float32Array;
}

export interface ErrorHistogramProps {
  readonly now: Look;
  /** The same samples at the first look; null where there was none. */
  readonly first: Look | null;
}

const BIN_COUNT = 40;
const HEAD_PX = 24;
const FOOT_PX = 34;
const MARGIN_PX = 8;
/** A single row among thousands is still seen. */
const MIN_BAR_PX = 2;

/** How the errors of the rows lie after a step, over the outline of how they lay at first. */
export const ErrorHistogram = memo(function ErrorHistogram({ now, first }: ErrorHistogramProps) {
  const { t, i18n } = useWords("charts");
  const bins = useMemo(() => binErrors(now.errors, first?.errors ?? null, BIN_COUNT), [now, first]);
  const step = (at: number) =>
    at === 0 ? t("errors.start") : t("errors.step", { at: formatCount(at, i18n.language) });
  const table = () => ({
    columns: [t("errors.from"), t("errors.to"), step(now.at), ...(first ? [step(first.at)] : [])],
    rows: (bins?.now ?? []).map((count, at) => [
      formatNumber(bins?.edges[at] ?? NaN, i18n.language),
      formatNumber(bins?.edges[at + 1] ?? NaN, i18n.language),
      formatCount(count, i18n.language),
      ...(bins?.first ? [formatCount(bins.first[at] ?? 0, i18n.language)] : []),
    ]),
  });
  return (
    <ChartFrame
      title={t("errors.title")}
      info={t("errors.info")}
      table={table}
      empty={bins ? undefined : t("empty.errors")}
    >
      {(size) => bins && <Plot bins={bins} now={step(now.at)} first={first && step(first.at)} size={size} />}
    </ChartFrame>
  );
});

interface PlotProps {
  readonly bins: ErrorBins;
  readonly now: string;
  readonly first: string | null;
  readonly size: Size;
}

function Plot({ bins, now, first, size }: PlotProps) {
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const area = {
    left: MARGIN_PX,
    foot: size.height - FOOT_PX,
    width: size.width - 2 * MARGIN_PX,
    height: size.height - HEAD_PX - FOOT_PX,
  };
  const most = Math.max(1, ...bins.now, ...(bins.first ?? []));
  const low = bins.edges[0] ?? 1;
  const high = bins.edges.at(-1) ?? 10;
  const ticks = decadeNumbers(low, high);
  const place = (value: number) => area.left + (Math.log(value / low) / Math.log(high / low)) * area.width;
  const step = area.width / bins.now.length;
  const name = t("errors.name", {
    now,
    middle: formatNumber(middleOf(bins.edges, bins.now), locale),
    before:
      bins.first && first
        ? t("errors.before", { first, middle: formatNumber(middleOf(bins.edges, bins.first), locale) })
        : "",
  });
  return (
    <svg className={classes.plot} width={size.width} height={size.height} role="img" aria-label={name.trim()}>
      <g transform={`translate(${area.left} 12)`}>
        <rect className={classes.bar} y={-4} width={12} height={9} />
        <text className={classes.key} x={18} y={4}>
          {now}
        </text>
        {first && (
          <g transform={`translate(${34 + 6.4 * now.length} 0)`}>
            <path className={classes.first} d="M0.5 4.5V-3.5H11.5V4.5Z" />
            <text className={classes.key} x={18} y={4}>
              {first}
            </text>
          </g>
        )}
      </g>
      {bins.now.map((count, at) => {
        const height = count === 0 ? 0 : Math.max(MIN_BAR_PX, (count / most) * area.height);
        return (
          <rect
            key={at}
            className={classes.bar}
            x={area.left + at * step}
            y={area.foot - height}
            width={Math.max(0.5, step - 1)}
            height={height}
          >
            <title>
              {t("errors.tip", {
                count,
                shown: formatCount(count, locale),
                from: formatNumber(bins.edges[at] ?? NaN, locale),
                to: formatNumber(bins.edges[at + 1] ?? NaN, locale),
              })}
            </title>
          </rect>
        );
      })}
      {bins.first && <path className={classes.first} d={outlineOf(bins.first, area, most)} />}
      <line className={classes.axis} x1={area.left} x2={area.left + area.width} y1={area.foot} y2={area.foot} />
      {ticks.map((tick) => (
        <g key={tick} transform={`translate(${place(tick)} ${area.foot})`}>
          <line className={classes.axis} y2={4} />
          <text className={classes.tick} y={16} textAnchor={anchorOf(place(tick), size.width)}>
            {formatNumber(tick, locale)}
          </text>
        </g>
      ))}
      <text className={classes.name} x={size.width - MARGIN_PX} y={size.height - 3} textAnchor="end">
        {t("errors.x")}
      </text>
    </svg>
  );
}

function anchorOf(x: number, width: number): "start" | "middle" | "end" {
  return x < 20 ? "start" : x > width - 20 ? "end" : "middle";
}

/** The middle of the bin that holds the median. */
function middleOf(edges: readonly number[], counts: readonly number[]): number {
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let below = 0;
  const at = counts.findIndex((count) => (below += count) >= half);
  return Math.sqrt((edges[at] ?? NaN) * (edges[at + 1] ?? NaN));
}
