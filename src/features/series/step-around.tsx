import { Text, Title } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { StretchOverlay } from "../../charts/series/stretch-overlay";
import type { RunResult, SeriesDetailRequest, SeriesOverview, Stretch } from "../../engine/protocol";
import { shownCutOf, shownResultOf } from "../../state/cut";
import { useStretches } from "../../state/use-stretches";
import { useAnswer } from "../../state/use-answer";
import { useSeriesDetail, useSeriesOverview } from "../../state/use-series";
import { useAsk, useSession } from "../../state/use-session";
import { useTimeWords } from "../../ui/use-time-words";
import { sameHourRanges, timesAround, type Around } from "./times-around";
import classes from "./step-around.module.css";
import { useDuration } from "../../ui/use-duration";

/** What surrounds a step of a series: its stretch, where it broke, an ordinary stretch like it, and other weeks. */
export function StepAround({ row }: { readonly row: number }) {
  const { found } = useStretches();
  const { answer: overview } = useSeriesOverview(null);
  const result = useSession(shownResultOf);
  const stretch = found?.stretches.find(({ peakRow }) => peakRow === row) ?? null;
  if (!overview || !stretch || result?.request.recipe.shape?.kind !== "series") return null;
  return <AroundStretch key={row} stretch={stretch} overview={overview} result={result} />;
}

interface Props {
  readonly stretch: Stretch;
  readonly overview: SeriesOverview;
  readonly result: RunResult;
}

function AroundStretch({ stretch, overview, result }: Props) {
  const { t } = useTranslation("series");
  const words = useTimeWords(overview.isClock);
  const duration = useDuration(overview.isClock);
  const column = stretch.channels[0]?.column ?? overview.channels[0]?.column ?? 0;
  const channels = useMemo(() => [column], [column]);
  const around = useMemo(() => timesAround(stretch, overview), [stretch, overview]);
  const { answer: own } = useDetailOf(result.key, stretch.series, around, channels);
  const name = overview.channels.find((one) => one.column === column)?.name ?? "";
  const broke = useMemo(() => (own ? firstBroken(own, stretch) : null), [own, stretch]);
  return (
    <section className={classes.around} aria-label={t("around.title")}>
      <Title order={3} size="sm">
        {t("around.title")}
      </Title>
      <Text size="sm">
        {t("around.span", {
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
      {own?.channels[0]?.expected && (
        <Figure>
          <StretchOverlay
            title={t("around.expected", { name })}
            info={t("around.expected-info")}
            isClock={overview.isClock}
            span={around}
            flagged={stretch}
            measured={own}
            others={[]}
          />
        </Figure>
      )}
      <LikeIt {...{ stretch, overview, result, around, channels, own, name }} />
      {overview.isClock && <OtherWeeks {...{ stretch, overview, result, around, channels, own, name }} />}
    </section>
  );
}

function Figure({ children }: { readonly children: ReactNode }) {
  return <div className={classes.figure}>{children}</div>;
}

type Detail = ReturnType<typeof useSeriesDetail>["answer"];

interface CompareProps extends Props {
  readonly around: Around;
  readonly channels: readonly number[];
  readonly own: Detail;
  readonly name: string;
}

/** The ordinary stretch that resembles this one most, laid over it. */
function LikeIt({ stretch, overview, result, around, channels, own, name }: CompareProps) {
  const { t } = useTranslation("series");
  const words = useTimeWords(overview.isClock);
  const { nearest } = useAsk();
  const cut = useSession((state) => shownCutOf(state)?.value ?? null);
  const [asked] = useState(() => (cut === null ? null : { run: result.key, row: stretch.peakRow, cut }));
  const ask = useMemo(
    () => (about: { run: string; row: number; cut: number }) => nearest(about.run, about.row, about.cut),
    [nearest],
  );
  const { answer: like } = useAnswer(asked, ask);
  const shape = result.request.recipe.shape;
  const timeColumn = shape?.kind === "series" ? shape.time : null;
  const groupColumn = shape?.kind === "series" ? shape.group : null;
  const cell = timeColumn === null ? null : like?.cells[timeColumn];
  const group = groupColumn === null ? "" : String(like?.cells[groupColumn] ?? "");
  const series = groupColumn === null ? 0 : overview.series.findIndex((one) => one.name === group);
  const time = typeof cell === "number" ? cell : null;
  const other = useMemo(
    () =>
      time === null || series < 0
        ? null
        : { from: time - (stretch.peakTime - around.from), to: time + (around.to - stretch.peakTime) },
    [time, series, stretch, around],
  );
  const { answer } = useDetailOf(result.key, Math.max(0, series), other, channels);
  if (!other || !answer || !own || time === null) return null;
  return (
    <Figure>
      <StretchOverlay
        title={t("around.like", { name, time: words(time) })}
        info={t("around.like-info")}
        isClock={overview.isClock}
        span={around}
        flagged={stretch}
        measured={own}
        others={[{ detail: answer, shift: around.from - other.from }]}
      />
    </Figure>
  );
}

/** The same hours of other weeks, laid under this stretch. */
function OtherWeeks({ stretch, overview, result, around, channels, own, name }: CompareProps) {
  const { t } = useTranslation("series");
  const { seriesDetail } = useAsk();
  const weeks = useMemo(() => {
    const line = overview.series[stretch.series]?.line.times;
    const ranges = sameHourRanges(around, line?.[0] ?? 0, line?.at(-1) ?? 0);
    return ranges.length === 0 ? null : { ranges };
  }, [overview, stretch, around]);
  const ask = useMemo(
    () =>
      ({ ranges }: { readonly ranges: readonly Around[] }) =>
        Promise.all(
          ranges.map(({ from, to }) =>
            seriesDetail({ run: result.key, series: stretch.series, from, to, buckets: BUCKETS, channels }),
          ),
        ),
    [seriesDetail, result, stretch, channels],
  );
  const { answer } = useAnswer(weeks, ask);
  if (!weeks || !answer || !own) return null;
  return (
    <Figure>
      <StretchOverlay
        title={t("around.weeks", { name, count: weeks.ranges.length })}
        info={t("around.weeks-info")}
        isClock={overview.isClock}
        span={around}
        flagged={stretch}
        measured={own}
        others={answer.map((detail, week) => ({
          detail,
          shift: around.from - (weeks.ranges[week]?.from ?? around.from),
        }))}
      />
    </Figure>
  );
}

const BUCKETS = 400;

function useDetailOf(run: string, series: number, range: Around | null, channels: readonly number[]) {
  const request = useMemo<SeriesDetailRequest | null>(
    () => range && { run, series, from: range.from, to: range.to, buckets: BUCKETS, channels },
    [run, series, range, channels],
  );
  return useSeriesDetail(request);
}

/** The first time within the stretch whose value lies outside the usual departure from what was expected. */
function firstBroken({ times, channels: [channel] }: NonNullable<Detail>, { from, to }: Stretch): number | null {
  const expected = channel?.expected;
  if (!channel || !expected || !(expected.spread > 0)) return null;
  for (let at = 0; at < times.length; at++) {
    const time = times[at] ?? NaN;
    if (time < from || time > to) continue;
    const high = (channel.high[at] ?? NaN) - (expected.low[at] ?? NaN);
    const low = (expected.high[at] ?? NaN) - (channel.low[at] ?? NaN);
    if (Math.max(high, low) > BROKEN * expected.spread) return time;
  }
  return null;
}

/** Usual departures beyond which a step is said to break with what was expected. */
const BROKEN = 3;
