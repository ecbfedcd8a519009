import { Switch } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { SeriesChart } from "../../charts/series/series-chart";
import type { DetailLines } from "../../charts/series/series-chart-props";
import type { RunResult, SeriesOverview } from "../../engine/protocol";
import { namedInstance } from "../../state/catalogue";
import { shownThresholdOf } from "../../state/threshold";
import type { Chosen } from "../../state/use-chosen";
import { useStretches } from "../../state/use-stretches";
import { NO_ROW } from "../../core/series/series-samples";
import { resultIf } from "../../state/kinds/use-row-kind";
import { useSeriesDetail } from "../../state/use-series";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useInstanceName } from "../../ui/use-instance-name";
import { formatNames } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { channelsAtFirst } from "./channels-at-first";
import { askedRange } from "./asked-range";
import { ChannelMenu } from "./channel-menu";
import { PartInView } from "./part-in-view";
import classes from "./series-panel.module.css";
import { useSeriesView } from "./use-series-view";

interface Props {
  readonly overview: SeriesOverview;
  readonly series: number;
  readonly chosen: Chosen | null;
  readonly result: RunResult | null;
  onChannel(channel: number): void;
}

/** As good as all of it. */
const WHOLE_VIEW = 0.999;
/** A screen is rarely wider; the engine answers with fewer where there are fewer steps. */
const MAX_BUCKETS = 1200;

/** The open series over time, channel below channel, with what is flagged in it. */
export function OpenSeries(props: Props) {
  const { overview, series, chosen, result } = props;
  const { t, i18n } = useWords("series");
  const [wanted, setColumns] = useState<readonly number[] | null>(null);
  const stretches = useStretches().found?.stretches;
  const picked = useMemo(
    () =>
      wanted ??
      channelsAtFirst(
        overview,
        (stretches ?? []).filter((one) => one.series === series),
      ),
    [wanted, overview, stretches, series],
  );
  const { select } = useActions();
  /** The row of the step that was clicked here: the view stays where it is. */
  const [clicked, click] = useState<number | null>(null);
  const [overlaid, setOverlaid] = useState(false);
  const blamed = chosen?.series === series ? chosen.stretch?.channels[0]?.column : undefined;
  const columns = useMemo(() => {
    const isHidden = blamed !== undefined && !picked.includes(blamed);
    const all = overview.channels.map(({ column }) => column);
    return isHidden && all.includes(blamed) ? all.filter((one) => one === blamed || picked.includes(one)) : picked;
  }, [picked, blamed, overview.channels]);
  const card = overview.series[series];
  const line = card?.line;
  const extent = useMemo(
    () => ({ from: line?.times[0] ?? 0, to: lastTime(overview, series) }),
    [overview, series, line],
  );
  const view = useSeriesView(series, extent, overview.step, chosen, clicked);
  const [{ x0, x1 }] = view;
  const whole = extent.to - extent.from;
  const { from, to, buckets } = askedRange(
    { from: extent.from + x0 * whole, to: extent.from + x1 * whole },
    extent,
    MAX_BUCKETS,
  );
  const run = resultIf(result, "series")?.key ?? null;
  const request = useMemo(
    () => (run === null ? null : { run, series, from, to, buckets, channels: columns }),
    [run, series, from, to, buckets, columns],
  );
  const { answer: detail, question, failure } = useSeriesDetail(request);
  // A part of another range is drawn where it belongs; of another run it is not what is asked for.
  const isOfOther = question !== null && question.run !== run;
  if (!line) return null;
  const name =
    card.name === ""
      ? formatNames(
          overview.channels.slice(0, 3).map((one) => one.name),
          i18n.language,
        )
      : card.name;
  const ofChannels = overview.channels.length > 1 && (
    <>
      <ChannelMenu {...{ overview, columns, setColumns }} onChannel={props.onChannel} />
      <Switch
        size="xs"
        label={t("channels.overlaid")}
        checked={overlaid}
        disabled={columns.length < 2}
        onChange={({ currentTarget }) => setOverlaid(currentTarget.checked)}
      />
    </>
  );
  const isPart = x1 - x0 < WHOLE_VIEW;
  const inView = { from: extent.from + x0 * whole, to: extent.from + x1 * whole };
  const strips = overlaid ? 1 : columns.length;
  return (
    <div className={classes.open} {...staleProps(isOfOther)} style={{ height: 430 + 72 * (strips - 1) }}>
      {failure && <FailedAlert m="xs" variant="default" failure={failure} />}
      <Scored
        {...{ overview, series, chosen, result, view, overlaid, extent, line }}
        controls={
          <>
            {ofChannels}
            {isPart && <PartInView span={inView} series={series} run={run} />}
          </>
        }
        detail={detail ?? unscored(overview, line)}
        isOfOther={isOfOther}
        onStep={(bucket) => {
          const row = detail?.rows[bucket] ?? NO_ROW;
          if (row === NO_ROW) return;
          click(row);
          select(row);
        }}
        title={t("chart.title", { name })}
      />
    </div>
  );
}

type ScoredProps = Pick<
  Parameters<typeof SeriesChart>[0],
  "view" | "detail" | "overlaid" | "controls" | "extent" | "title" | "onStep"
> & {
  readonly overview: SeriesOverview;
  readonly series: number;
  readonly chosen: Chosen | null;
  readonly result: RunResult | null;
  /** The curve is that of another run: the threshold of this one would lie on it in the wrong place. */
  readonly isOfOther: boolean;
  readonly line: SeriesOverview["series"][number]["line"];
};

/** The chart with the threshold of the run on screen. */
function Scored({ overview, series, chosen, result, line, isOfOther, onStep, ...shared }: ScoredProps) {
  const { setThreshold, select, settle } = useActions();
  const shown = useSession(({ history }) => history.present.shown);
  const threshold = useSession(shownThresholdOf)?.value ?? NaN;
  const { found, panel } = useStretches();
  const nameOf = useInstanceName();
  const windows = useSession(({ history }) => history.present.labelled)?.windows;
  const labelled = windows ?? overview.series[series]?.labelled ?? NO_WINDOWS;
  const ignored = useSession(({ history }) => history.present.recipe?.ignored)?.windows ?? NO_WINDOWS;
  const own = useMemo(() => found?.stretches.filter((one) => one.series === series) ?? [], [found, series]);
  const lanes = useMemo(
    () =>
      panel.map(({ detector, stretches }) => ({
        name: nameOf(namedInstance(detector)),
        spans: stretches.filter((one) => one.series === series),
      })),
    [panel, series, nameOf],
  );
  const onThreshold = useCallback(
    (value: number) => setThreshold(shown, { kind: "fixed", value }),
    [setThreshold, shown],
  );
  return (
    <div className={classes.chart} onPointerUp={settle}>
      <SeriesChart
        {...shared}
        overview={line}
        isClock={overview.isClock}
        step={overview.step}
        sorted={result?.sorted ?? NO_SCORES}
        threshold={isOfOther ? NaN : threshold}
        onThreshold={onThreshold}
        stretches={own}
        labelled={labelled}
        ignored={ignored}
        selected={chosen?.stretch ? own.indexOf(chosen.stretch) : -1}
        marked={chosen?.series === series && chosen.stretch?.peakRow !== chosen.row ? chosen.time : null}
        onSelect={(at) => select(own[at]?.peakRow ?? null)}
        onStep={onStep}
        lanes={lanes}
      />
    </div>
  );
}

const NO_SCORES = new Float64Array(0);
const NO_WINDOWS: readonly never[] = [];

/** What there is to see before any detector is done: the line of the overview. */
function unscored({ channels, channel }: SeriesOverview, line: ScoredProps["line"]): DetailLines {
  const name = channels.find(({ column }) => column === channel)?.name ?? "";
  return {
    ...line,
    scores: new Float64Array(line.times.length).fill(NaN),
    channels: [{ ...line, name, expected: null }],
  };
}

/** Buckets tell their first times; the last step of a series lies at most a bucket later. */
function lastTime(overview: SeriesOverview, series: number): number {
  const { times = new Float64Array(0) } = overview.series[series]?.line ?? {};
  const steps = overview.series[series]?.steps ?? 0;
  const first = times[0] ?? 0;
  const last = times[times.length - 1] ?? first;
  if (times.length >= steps || times.length < 2) return last;
  return last + (last - first) / (times.length - 1);
}
