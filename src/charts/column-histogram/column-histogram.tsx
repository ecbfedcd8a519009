import { formatCount, formatNumber, formatTime, joinSentences } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { cutText } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { Bars } from "./bars";
import classes from "./column-histogram.module.css";
import { binBars, levelBars, shareOf, type ColumnValues } from "./geometry";

export interface ColumnHistogramProps {
  readonly name: string;
  readonly values: ColumnValues;
  /** Whether bins are of epoch milliseconds. */
  readonly time: boolean;
  /** This row's value: a number or a level; null where there is none. */
  readonly marker: number | string | null;
  /** The middle half of the values. */
  readonly typical: { readonly low: number; readonly high: number } | null;
}

const levelLimit = 12;

/** One column's values with the row's own marked and the typical range shaded. */
export function ColumnHistogram(props: ColumnHistogramProps) {
  const { name, values, time } = props;
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const say = (value: number) => (time ? formatTime(value, locale) : formatNumber(value, locale, 4));
  const count = (rows: number) => formatCount(rows, locale);

  const table = () => {
    if (values.kind === "levels") {
      const rows = values.levels.map(({ level, count: rows }) => [level, count(rows)]);
      return { columns: [t("column.level"), t("column.rows")], rows };
    }
    const { edges, counts } = values.histogram;
    const rows = counts.map((rows, at) => [say(edges[at] ?? NaN), say(edges[at + 1] ?? NaN), count(rows)]);
    return { columns: [t("column.from"), t("column.to"), t("column.rows")], rows };
  };
  const empty = (values.kind === "levels" ? values.levels : values.histogram.counts).length === 0;

  return (
    <ChartFrame
      title={t("column.named", { name })}
      info={t("column.info")}
      table={table}
      empty={empty ? t("empty.column") : undefined}
    >
      {(size) => <Plot {...props} say={say} size={size} />}
    </ChartFrame>
  );
}

interface PlotProps extends ColumnHistogramProps {
  readonly say: (value: number) => string;
  readonly size: Size;
}

function Plot({ name, values, marker, typical, say, size }: PlotProps) {
  const { t, i18n } = useWords("charts");
  const { width, height } = size;
  const top = 18;
  const left = 4;
  const plotWidth = width - 2 * left;
  const plotHeight = Math.max(1, height - top - 20);
  const foot = top + plotHeight;
  const levels = values.kind === "levels";
  const edges = levels ? [] : values.histogram.edges;
  const from = edges[0] ?? 0;
  const to = edges.at(-1) ?? 1;
  const bars = levels
    ? levelBars(values.levels, levelLimit, 2 / plotHeight)
    : binBars(values.histogram, 2 / plotHeight);
  const place = (value: number) => left + shareOf(value, from, to) * plotWidth;

  const markedLevel = levels ? values.levels.slice(0, levelLimit).findIndex(({ level }) => level === marker) : -1;
  const markedBar = bars[markedLevel];
  const markX =
    markedBar !== undefined
      ? left + (markedBar.x + markedBar.width / 2) * plotWidth
      : typeof marker === "number" && Number.isFinite(marker) && !levels
        ? place(marker)
        : null;
  const markText = marker === null ? "" : typeof marker === "number" ? say(marker) : cutText(marker, 24);
  const anchor = markX === null || (markX > 60 && markX < width - 60) ? "middle" : markX <= 60 ? "start" : "end";
  const total = bars.reduce((sum, bar) => sum + bar.count, 0);

  const summary = [
    values.kind === "levels"
      ? t("column.levels", { name, shown: formatCount(total, i18n.language), level: values.levels[0]?.level ?? "" })
      : t("column.summary", {
          name,
          shown: formatCount(total, i18n.language),
          min: say(values.min),
          max: say(values.max),
        }),
    typical && !levels ? t("column.typical", { low: say(typical.low), high: say(typical.high) }) : "",
    markText ? t("column.marked", { value: markText }) : "",
  ];

  return (
    <svg
      className={classes.plot}
      width={width}
      height={height}
      role="img"
      aria-label={joinSentences(summary, i18n.language)}
    >
      {typical && !levels && (
        <rect
          className={classes.typical}
          x={place(typical.low)}
          y={top}
          width={Math.max(2, place(typical.high) - place(typical.low))}
          height={plotHeight}
        />
      )}
      <Bars bars={bars} left={left} top={top} width={plotWidth} height={plotHeight} marked={markedLevel} />
      {typical && !levels && (
        <rect
          className={classes.middle}
          x={place(typical.low)}
          y={foot + 1}
          width={Math.max(2, place(typical.high) - place(typical.low))}
          height={4}
        />
      )}
      <line className={classes.axis} x1={left} x2={left + plotWidth} y1={foot + 0.5} y2={foot + 0.5} />
      {markX !== null && (
        <>
          <line className={classes.markLine} x1={markX} x2={markX} y1={top - 3} y2={foot} />
          <path className={classes.mark} d={`M${markX - 5} ${top - 4}h10l-5 7Z`} />
        </>
      )}
      {markText && (
        <text className={classes.markText} x={markX ?? width / 2} y={11} textAnchor={anchor}>
          {markText}
        </text>
      )}
      {values.kind === "levels" ? (
        <LevelLabels levels={values.levels} bars={bars.length} left={left} width={plotWidth} y={height - 4} />
      ) : (
        <>
          <text className={classes.label} x={left} y={height - 4}>
            {values.min < from ? t("column.atMost", { value: say(from) }) : say(values.min)}
          </text>
          <text className={classes.label} x={left + plotWidth} y={height - 4} textAnchor="end">
            {values.max > to ? t("column.atLeast", { value: say(to) }) : say(values.max)}
          </text>
        </>
      )}
    </svg>
  );
}

interface LevelLabelsProps {
  readonly levels: readonly { readonly level: string }[];
  readonly bars: number;
  readonly left: number;
  readonly width: number;
  readonly y: number;
}

/** Names below the bars where they fit, else only those of the first and the last. */
function LevelLabels({ levels, bars, left, width, y }: LevelLabelsProps) {
  const step = width / bars;
  const chars = Math.floor(step / 6.4);
  if (chars >= 4)
    return levels.slice(0, bars).map(({ level }, at) => (
      <text key={at} className={classes.label} x={left + (at + 0.5) * step} y={y} textAnchor="middle">
        {cutText(level, chars)}
      </text>
    ));
  const half = Math.max(4, Math.floor(width / 2 / 6.4) - 1);
  return (
    <>
      <text className={classes.label} x={left} y={y}>
        {cutText(levels[0]?.level ?? "", half)}
      </text>
      <text className={classes.label} x={left + width} y={y} textAnchor="end">
        {cutText(levels[bars - 1]?.level ?? "", half)}
      </text>
    </>
  );
}
