import { Text, Title } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { StretchOverlay } from "../../charts/series/stretch-overlay";
import { requireKind } from "../../core/kinds/kinds";
import type { RowExplanation } from "../../core/explain/explanation";
import type { RunResult, SeriesDetailRequest, SeriesOverview } from "../../engine/protocol";
import { useShownResultOf } from "../../state/kinds/use-row-kind";
import { shownThresholdOf } from "../../state/threshold";
import { useCall } from "../../state/use-call";
import { useQuery } from "../../state/use-query";
import { useChosen, type Chosen } from "../../state/use-chosen";
import { useSeriesDetail, useSeriesOverview } from "../../state/use-series";
import { useAsk, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useTimeWords } from "../../ui/use-time-words";
import { useWords } from "../../ui/use-words";
import { sameHourRanges, timesAround, type Around } from "./times-around";
import classes from "./step-around.module.css";
import { useDuration } from "../../ui/use-duration";

/**
 * What surrounds a row of a series: its stretch where it is the peak of one, else its own step; what was expected there, an
 * ordinary stretch like it, and other weeks.
 */
export function StepAround({ row, explanation }: { readonly row: number; readonly explanation: RowExplanation }) {
  const chosen = useChosen();
  const { answer: overview, failure } = useSeriesOverview(null);
  const result = useShownResultOf("series");
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!overview || chosen?.row !== row || !result) return null;
  return <AroundChosen key={row} {...{ chosen, overview, result, explanation }} />;
}

interface Props {
  readonly chosen: Chosen;
  readonly overview: SeriesOverview;
  readonly result: RunResult;
}

function AroundChosen({ chosen, overview, result, explanation }: Props & { readonly explanation: RowExplanation }) {
  const { t } = useWords("series");
  const column = columnOf(chosen, overview, explanation);
  const channels = useMemo(() => [column], [column]);
  const around = useMemo(() => timesAround(chosen, overview), [chosen, overview]);
  const { answer: own, isStale, failure } = useDetailOf(result.key, chosen.series, around, channels);
  const name = overview.channels.find((one) => one.column === column)?.name ?? "";
  const title = t(isPeak(chosen) ? "around.title" : "around.step-title");
  return (
    <section className={classes.around} aria-label={title}>
      <Title order={3} size="sm">
        {title}
      </Title>
      <Where chosen={chosen} overview={overview} own={isStale ? null : own} />
      {failure && <FailedAlert variant="default" failure={failure} />}
      {own?.channels[0] && (
        <Figure isStale={isStale}>
          <StretchOverlay
            {...shownOf(chosen, around, overview)}
            title={t(own.channels[0].expected ? "around.expected" : "around.measured", { name })}
            info={t(own.channels[0].expected ? "around.expected-info" : "around.measured-info")}
            measured={own}
            others={[]}
          />
        </Figure>
      )}
      <LikeIt {...{ chosen, overview, result, around, channels, own, name }} />
      {overview.isClock && <OtherWeeks {...{ chosen, overview, result, around, channels, own, name }} />}
    </section>
  );
}

/** When it was, and where it first broke with what was expected. */
function Where({ chosen, overview, own }: Pick<Props, "chosen" | "overview"> & { readonly own: Detail }) {
  const { t } = useWords("series");
  const words = useTimeWords(overview.isClock);
  const duration = useDuration(overview.unitMs);
  const { stretch, time } = chosen;
  const broke = useMemo(() => (own && isPeak(chosen) ? firstBroken(own, chosen) : null), [own, chosen]);
  if (!stretch) return <Text size="sm">{t("around.alone", { time: words(time) })}</Text>;
  return (
    <>
      <Text size="sm">
        {t(isPeak(chosen) ? "around.span" : "around.within", {
          time: words(time),
          from: words(stretch.from),
          to: words(stretch.to),
          duration: duration(stretch.to - stretch.from + overview.step, stretch.steps),
        })}
      </Text>
      {broke !== null && (
        <Text size="sm" c="dimmed">
          {t("around.broke", { time: words(broke) })}
        </Text>
      )}
    </>
  );
}

function isPeak({ row, stretch }: Chosen): boolean {
  return stretch?.peakRow === row;
}

/** The channel that departs most in a stretch, or that speaks most for a step. */
function columnOf(chosen: Chosen, { channels }: SeriesOverview, { contributions }: RowExplanation): number {
  const departed = chosen.stretch?.channels[0]?.column;
  const [said] = contributions;
  return (isPeak(chosen) ? departed : said?.column) ?? departed ?? channels[0]?.column ?? 0;
}

function shownOf(chosen: Chosen, around: Around, { isClock }: SeriesOverview) {
  return { isClock, span: around, flagged: chosen.stretch, marked: isPeak(chosen) ? null : chosen.time };
}

interface FigureProps {
  readonly isStale?: boolean;
  readonly children: ReactNode;
}

function Figure({ isStale = false, children }: FigureProps) {
  return (
    <div className={classes.figure} {...staleProps(isStale)}>
      {children}
    </div>
  );
}

type Detail = ReturnType<typeof useSeriesDetail>["answer"];

interface CompareProps extends Props {
  readonly around: Around;
  readonly channels: readonly number[];
  readonly own: Detail;
  readonly name: string;
}

/** The ordinary stretch that resembles this one most, laid over it. */
function LikeIt({ chosen, overview, result, around, channels, own, name }: CompareProps) {
  const { t } = useWords("series");
  const words = useTimeWords(overview.isClock);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  const nearest = useCall("nearest", threshold === null ? null : { run: result.key, row: chosen.row, threshold }, {
    restMs: THRESHOLD_REST_MS,
    keep: (earlier, present) => earlier.run === present.run && earlier.row === present.row,
  });
  const { answer: like } = nearest;
  const { time: timeColumn, group: groupColumn } = requireKind(result.request.recipe.rowKind, "series");
  const cell = timeColumn === null ? null : like?.cells[timeColumn];
  const group = groupColumn === null ? "" : String(like?.cells[groupColumn] ?? "");
  const series = groupColumn === null ? 0 : overview.series.findIndex((one) => one.name === group);
  const time = typeof cell === "number" ? cell : null;
  const other = useMemo(
    () =>
      time === null || series < 0
        ? null
        : { from: time - (chosen.time - around.from), to: time + (around.to - chosen.time) },
    [time, series, chosen, around],
  );
  const { answer, isStale, failure } = useDetailOf(result.key, Math.max(0, series), other, channels);
  const failed = nearest.failure ?? failure;
  if (failed) return <FailedAlert variant="default" failure={failed} />;
  if (!other || !answer || isStale || !own || time === null) return null;
  return (
    <Figure isStale={nearest.isStale}>
      <StretchOverlay
        title={t("around.like", { name, time: words(time) })}
        info={t("around.like-info")}
        {...shownOf(chosen, around, overview)}
        measured={own}
        others={[{ detail: answer, shift: around.from - other.from }]}
      />
    </Figure>
  );
}

/** The same hours of other weeks, laid under this stretch. */
function OtherWeeks({ chosen, overview, result, around, channels, own, name }: CompareProps) {
  const { t } = useWords("series");
  const ask = useAsk();
  const weeks = useMemo(() => {
    const line = overview.series[chosen.series]?.line.times;
    const ranges = sameHourRanges(around, line?.[0] ?? 0, line?.at(-1) ?? 0);
    return ranges.length === 0 ? null : { run: result.key, series: chosen.series, ranges, channels };
  }, [overview, chosen, around, result, channels]);
  const { answer, failure } = useQuery(weeks, ({ ranges, ...about }, signal) =>
    Promise.all(
      ranges.map(({ from, to }) => ask("seriesDetail", { ...about, from, to, buckets: DETAIL_BUCKETS }, signal)),
    ),
  );
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  if (!weeks || !answer || !own) return null;
  return (
    <Figure>
      <StretchOverlay
        title={t("around.weeks", { name, count: weeks.ranges.length })}
        info={t("around.weeks-info")}
        {...shownOf(chosen, around, overview)}
        measured={own}
        others={answer.map((detail, week) => ({
          detail,
          shift: around.from - (weeks.ranges[week]?.from ?? around.from),
        }))}
      />
    </Figure>
  );
}

const DETAIL_BUCKETS = 400;
/** A threshold at rest this long is meant. */
const THRESHOLD_REST_MS = 200;

function useDetailOf(run: string, series: number, range: Around | null, channels: readonly number[]) {
  const request = useMemo<SeriesDetailRequest | null>(
    () => range && { run, series, from: range.from, to: range.to, buckets: DETAIL_BUCKETS, channels },
    [run, series, range, channels],
  );
  return useSeriesDetail(request);
}

/** The first time within the stretch whose value lies outside the usual departure from what was expected. */
function firstBroken({ times, channels: [channel] }: NonNullable<Detail>, { from, to }: Chosen): number | null {
  const expected = channel?.expected;
  if (!channel || !expected || !(expected.spread > 0)) return null;
  for (let at = 0; at < times.length; at++) {
    const time = times[at] ?? NaN;
    if (time < from || time > to) continue;
    const high = (channel.high[at] ?? NaN) - (expected.low[at] ?? NaN);
    const low = (expected.high[at] ?? NaN) - (channel.low[at] ?? NaN);
    if (Math.max(high, low) > MIN_BROKEN_SPREADS * expected.spread) return time;
  }
  return null;
}

/** Usual departures beyond which a step is said to break with what was expected. */
const MIN_BROKEN_SPREADS = 3;
