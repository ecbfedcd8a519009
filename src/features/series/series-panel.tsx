import { Center, Loader } from "@mantine/core";
import { useMemo, useState } from "react";
import type { SeriesOverview } from "../../engine/protocol";
import { shownResultOf } from "../../state/threshold";
import { useChosen } from "../../state/use-chosen";
import { useStretches } from "../../state/use-stretches";
import { useSeriesOverview } from "../../state/use-series";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { OpenSeries } from "./open-series";
import classes from "./series-panel.module.css";
import { stillChannel } from "./still-channel";
import { SwimLanes } from "./swim-lanes";

/** The rows as series: all of them as lanes where there are several, and the open one over time with its scores. */
export function SeriesPanel() {
  const [wanted, setChannel] = useState<number | null>(null);
  const channel = useSession(({ dataset, history }) => stillChannel(wanted, dataset, history.present.recipe));
  const { answer, failure, isStale } = useSeriesOverview(channel);
  const { t } = useWords("series");
  if (failure) return <FailedAlert m="sm" color="red" failure={failure} />;
  if (!answer)
    return (
      <Center h={300} role="status" aria-label={t("loading")}>
        <Loader size="sm" />
      </Center>
    );
  // Other series are other lanes: the one that is open is looked for again.
  return (
    <Series
      key={answer.series.map(({ name }) => name).join()}
      overview={answer}
      isStale={isStale}
      onChannel={setChannel}
    />
  );
}

interface Props {
  readonly overview: SeriesOverview;
  /** It is that of earlier settings. */
  readonly isStale: boolean;
  onChannel(channel: number): void;
}

function Series({ overview, isStale, onChannel }: Props) {
  const { found } = useStretches();
  const result = useSession(shownResultOf);
  const chosen = useChosen();
  const order = useMemo(() => lanesInOrder(overview.series.length, found?.peaks ?? null), [overview, found]);
  const [opened, open] = useState<number | null>(null);
  const [followed, follow] = useState<typeof chosen>(null);
  if (chosen !== followed) {
    follow(chosen);
    if (chosen) open(chosen.series);
  }
  const series = Math.min(opened ?? order[0] ?? 0, overview.series.length - 1);
  return (
    <div className={classes.panel} {...staleProps(isStale)}>
      {overview.series.length > 1 && (
        <SwimLanes overview={overview} order={order} opened={series} onOpen={open} peaks={found?.peaks ?? null} />
      )}
      <OpenSeries
        key={`${series} ${overview.channels.map(({ column }) => column).join()}`}
        overview={overview}
        series={series}
        chosen={chosen}
        result={result}
        onChannel={onChannel}
      />
    </div>
  );
}

/** The series, the strangest first; in their own order before there are scores. */
function lanesInOrder(count: number, peaks: Float64Array | null): readonly number[] {
  const all = Array.from({ length: count }, (_, series) => series);
  if (!peaks) return all;
  const height = (series: number) => (Number.isNaN(peaks[series] ?? NaN) ? -Infinity : (peaks[series] ?? 0));
  return all.sort((a, b) => height(b) - height(a) || a - b);
}
