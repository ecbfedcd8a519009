import { useMemo, type KeyboardEvent } from "react";
import { lettersOf } from "../../ui/letters";
import { useWords } from "../../ui/use-words";
import { linearScale, positionOf, zoomed } from "../axis/scale";
import { scoreScale } from "../axis/score-scale";
import { numberTicks } from "../axis/ticks";
import { timeTicks } from "../axis/time-ticks";
import { Tip } from "../frame/tip";
import { PlaneSurface } from "../plane/plane-surface";
import { usePlane } from "../plane/use-plane";
import { viewShowing } from "../plane/view";
import type { Size } from "../use-size";
import { DetailStrip } from "./detail-strip";
import { ScoreStrip } from "./score-strip";
import type { SeriesChartProps } from "./series-chart-props";
import classes from "./series-chart.module.css";
import { layoutSeries } from "./series-layout";
import { SeriesLegend } from "./series-legend";
import { SeriesOverview } from "./series-overview";
import { stripsOf } from "./series-scales";
import { Mark } from "./mark";
import { StretchLanes } from "./stretch-lanes";
import { TimeAxis } from "./time-axis";
import { nearestBucket, piecesOf } from "./time-line";
import { useReading } from "./use-reading";

/** Steps in view at least: fewer are no line. */
const MIN_STEPS_IN_VIEW = 8;
/** Pixels beside a stretch that still count as on it. */
const SLACK_PX = 4;

const NO_SPANS: readonly never[] = [];

/** The plot of a series: overview and brush, strips, lanes, scores, and what hands and keys do to them. */
export function SeriesPlot(props: SeriesChartProps & { readonly size: Size }) {
  const { size, extent, isClock, overview, detail, stretches, labelled, ignored = NO_SPANS, lanes, sorted } = props;
  const { t, i18n } = useWords("series");
  const locale = i18n.language;
  const [view, setView] = props.view;
  const reading = useReading(detail, isClock, labelled);

  const whole = extent.to - extent.from || 1;
  const least = Math.min(1, (MIN_STEPS_IN_VIEW * props.step) / whole);
  const span = useMemo(
    () => ({ from: extent.from + view.x0 * whole, to: extent.from + view.x1 * whole }),
    [extent, view, whole],
  );
  const strips = useMemo(
    () => stripsOf(detail, span, props.overlaid, size.height / 2, locale),
    [detail, span, props.overlaid, size.height, locale],
  );
  const scores = useMemo(() => {
    const scale = zoomed(scoreScale(sorted), -0.02, 1.06);
    return { scale, ticks: numberTicks(scale, 80, 28, locale) };
  }, [sorted, locale]);
  const labels = [...strips.flatMap(({ ticks }) => ticks), ...scores.ticks];
  // At least five digits wide: the axis rests while one pans, unless a label needs more.
  const widest = Math.max(5, ...labels.map(({ label }) => lettersOf(label)));
  const layout = useMemo(
    () => layoutSeries(size, [{ position: 0, label: "0".repeat(widest) }], strips.length, lanes.length),
    [size, widest, strips.length, lanes.length],
  );
  const { left, top, plotWidth, plotHeight } = layout.surface;
  const { xOf, ticks } = useMemo(() => {
    const scale = linearScale(span.from, span.to);
    return {
      xOf: (time: number) => positionOf(scale, time) * plotWidth,
      ticks: isClock ? timeTicks(scale, plotWidth, 84, locale) : numberTicks(scale, plotWidth, 84, locale),
    };
  }, [span, plotWidth, isClock, locale]);
  const flagged = useMemo(() => piecesOf(stretches, xOf, plotWidth), [stretches, xOf, plotWidth]);
  const known = useMemo(() => piecesOf(labelled, xOf, plotWidth), [labelled, xOf, plotWidth]);
  const aside = useMemo(() => piecesOf(ignored, xOf, plotWidth), [ignored, xOf, plotWidth]);
  const chosen = stretches[props.selected];
  const selected = useMemo(() => (chosen ? piecesOf([chosen], xOf, plotWidth) : []), [chosen, xOf, plotWidth]);

  const timeAt = (px: number) => span.from + (px / plotWidth) * (span.to - span.from);
  const selectAt = (time: number) => {
    const slack = (SLACK_PX / plotWidth) * (span.to - span.from);
    const found = stretches.findIndex(({ from, to }) => time >= from - slack && time <= to + slack);
    if (found >= 0) props.onSelect(found);
    else if (detail) props.onStep(nearestBucket(detail.times, time));
  };
  const plane = usePlane({
    shared: props.view,
    free: "x",
    least,
    onHover: (px) => reading.point(px === null ? null : timeAt(px)),
    onClick: (px) => selectAt(timeAt(px)),
    onBox: (box, inView) => {
      const at = (px: number) => inView.x0 + (Math.max(0, px) / plotWidth) * (inView.x1 - inView.x0);
      const [x0, x1] = [at(Math.min(box.fromX, box.toX)), at(Math.max(box.fromX, box.toX))];
      if (x1 - x0 >= least) setView({ ...inView, x0, x1: Math.min(1, x1) });
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && reading.time !== null) {
      selectAt(reading.time);
      return true;
    }
    const time = reading.step(event, (span.from + span.to) / 2);
    if (time !== null) setView(viewShowing(view, (time - extent.from) / whole, 0.5, "x"));
    return time !== null;
  };

  const cursor = reading.time === null ? NaN : xOf(reading.time);
  const isRead = cursor >= 0 && cursor <= plotWidth;
  const only = strips.length === 1 ? strips[0] : undefined;
  return (
    <>
      <SeriesOverview
        layout={layout.overview}
        line={overview}
        extent={extent}
        isClock={isClock}
        stretches={stretches}
        labelled={labelled}
        ignored={ignored}
        view={view}
        least={least}
        onView={setView}
      />
      <svg className={classes.layer} width={size.width} height={size.height} aria-hidden="true">
        {layout.strips.map((place, at) => (
          <g key={at}>
            {detail && strips[at] && (
              <DetailStrip
                {...{ detail, span, xOf, flagged, labelled: known, ignored: aside, selected }}
                {...strips[at]}
                layout={place}
              />
            )}
            {!only && (
              <text className={classes.channelName} x={left + 4} y={place.top + 12}>
                {detail?.channels[at]?.name}
              </text>
            )}
          </g>
        ))}
        <StretchLanes lanes={lanes} layout={layout.surface} top={layout.lanesTop} xOf={xOf} />
        <TimeAxis ticks={ticks} layout={layout.surface} />
        {props.marked !== null && <Mark x={xOf(props.marked)} layout={layout.surface} />}
        {isRead && (
          <line className={classes.cursor} x1={left + cursor} x2={left + cursor} y1={top} y2={top + plotHeight} />
        )}
        {plane.box && (
          <rect
            className={classes.selected}
            x={left + Math.min(plane.box.fromX, plane.box.toX)}
            width={Math.abs(plane.box.toX - plane.box.fromX)}
            y={top}
            height={plotHeight}
          />
        )}
      </svg>
      <SeriesLegend
        lines={only?.lines ?? []}
        hasExpected={detail?.channels.some(({ expected }) => expected !== null) ?? false}
        hasLabelled={labelled.length > 0}
        hasIgnored={ignored.length > 0}
        left={left}
        top={top - 22}
      />
      <PlaneSurface
        plane={plane}
        layout={layout.surface}
        label={t("chart.plot")}
        told={reading.told}
        boxes={false}
        toolbarTop={top - 30}
        onKeyDown={onKeyDown}
      />
      <ScoreStrip
        {...{ detail, span, xOf, sorted }}
        {...scores}
        layout={layout.score}
        threshold={props.threshold}
        onThreshold={props.onThreshold}
      />
      {isRead && (
        <Tip x={left + cursor} y={top + 8} within={size}>
          {reading.sentence}
        </Tip>
      )}
    </>
  );
}
