import { useMemo } from "react";
import { formatNumber } from "../../ui/format";
import { useTimeWords } from "../../ui/use-time-words";
import { useWords } from "../../ui/use-words";
import { layoutOf } from "../axis/layout";
import { linearScale, positionOf, zoomed } from "../axis/scale";
import { numberTicks } from "../axis/ticks";
import { timeTicks } from "../axis/time-ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { DetailStrip } from "./detail-strip";
import type { ChannelLine } from "./series-chart-props";
import classes from "./series-chart.module.css";
import { Mark } from "./mark";
import { TimeAxis } from "./time-axis";
import { linePath, nearestBucket, piecesOf, valueRange, type TimeLine, type TimeSpan } from "./time-line";

/** One channel of a part of a series. */
export interface OverlayDetail {
  readonly times: Float64Array;
  readonly breaks: Uint32Array;
  readonly scores: Float64Array;
  readonly channels: readonly ChannelLine[];
}

interface Props {
  readonly title: string;
  readonly info: string;
  readonly isClock: boolean;
  readonly span: TimeSpan;
  /** Null: nothing around there is flagged. */
  readonly flagged: TimeSpan | null;
  /** The time of the one step that is meant; null: all of what is flagged. */
  readonly marked: number | null;
  readonly measured: OverlayDetail;
  /** Other parts to lay under it, moved by `shift` in time; what was expected is drawn only where there are none. */
  readonly others: readonly { readonly detail: OverlayDetail; readonly shift: number }[];
}

/** A stretch, or what lies around a step, against what was expected, or against other parts of its series. */
export function StretchOverlay(props: Props) {
  const { title, info, isClock, measured, others } = props;
  const { t, i18n } = useWords("series");
  const words = useTimeWords(isClock);
  const number = (value: number | undefined) => formatNumber(value ?? NaN, i18n.language, 4);
  const expected = measured.channels[0]?.expected;
  const lines = useMemo(() => others.map(({ detail, shift }) => lineOf(detail, shift)), [others]);
  const table = () => ({
    columns: [
      t("chart.time"),
      t("chart.legend.actual"),
      ...(lines.length === 0 && expected ? [t("chart.legend.expected")] : []),
      ...lines.map((_, at) => t("around.other", { number: at + 1 })),
    ],
    rows: Array.from(measured.times, (time, at) => [
      words(time),
      number(measured.channels[0]?.high[at]),
      ...(lines.length === 0 && expected ? [number(expected.high[at])] : []),
      ...lines.map(({ times, high }) => number(high[nearestBucket(times, time)])),
    ]),
  });
  return (
    <ChartFrame title={title} info={info} table={table}>
      {(size) => <Plot {...props} lines={lines} size={size} />}
    </ChartFrame>
  );
}

function lineOf({ times, breaks, channels: [channel] }: OverlayDetail, shift: number): TimeLine {
  return {
    times: times.map((time) => time + shift),
    breaks,
    low: channel?.low ?? NO_VALUES,
    high: channel?.high ?? NO_VALUES,
  };
}

const NO_VALUES = new Float64Array(0);

function Plot({
  size,
  span,
  flagged,
  marked,
  isClock,
  measured,
  lines,
  title,
}: Props & { readonly size: Size; readonly lines: readonly TimeLine[] }) {
  const { i18n } = useWords("series");
  const locale = i18n.language;
  const channel = measured.channels[0];
  if (!channel) return null;
  const shown = lines.length > 0 ? { ...channel, expected: null } : channel;
  const own: TimeLine = { ...channel, times: measured.times, breaks: measured.breaks };
  const foreseen = shown.expected ? [{ ...own, low: shown.expected.low, high: shown.expected.high }] : [];
  const range = valueRange([own, ...lines, ...foreseen], span);
  const scale = zoomed(linearScale(range?.min ?? NaN, range?.max ?? NaN), -0.06, 1.06);
  const yTicks = numberTicks(scale, size.height - 30, 30, locale);
  const whole = layoutOf(size, yTicks, 4);
  const layout = { ...whole, plotHeight: Math.max(1, size.height - 28) };
  const time = linearScale(span.from, span.to);
  const xOf = (at: number) => positionOf(time, at) * layout.plotWidth;
  const yOf = (value: number) => (1 - positionOf(scale, value)) * layout.plotHeight;
  const xTicks = isClock
    ? timeTicks(time, layout.plotWidth, 76, locale)
    : numberTicks(time, layout.plotWidth, 76, locale);
  return (
    <svg className={classes.layer} width={size.width} height={size.height} role="img" aria-label={title}>
      <g transform={`translate(${layout.left} ${layout.top})`}>
        {lines.map((line, at) => (
          <path key={at} className={classes.other} d={linePath(line, span, xOf, yOf)} />
        ))}
      </g>
      <DetailStrip
        layout={layout}
        detail={measured}
        lines={[{ channel: shown, scale }]}
        span={span}
        ticks={yTicks}
        xOf={xOf}
        flagged={flagged ? piecesOf([flagged], xOf, layout.plotWidth) : []}
        selected={[]}
      />
      {marked !== null && <Mark x={xOf(marked)} layout={layout} />}
      <TimeAxis ticks={xTicks} layout={layout} />
    </svg>
  );
}
