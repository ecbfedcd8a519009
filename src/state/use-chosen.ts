import { useMemo } from "react";
import type { Stretch } from "../engine/protocol";
import { useShownResultOf } from "./kinds/use-row-kind";
import { useCall } from "./use-call";
import { useSession } from "./use-session";
import { useStretches } from "./use-stretches";

/** The selected row of a series. */
export interface Chosen {
  readonly row: number;
  /** Position in the overview's list. */
  readonly series: number;
  readonly time: number;
  /** What it stands for: the whole stretch where it is its peak, else its step alone. */
  readonly from: number;
  readonly to: number;
  /** The stretch that it lies in; null: none. */
  readonly stretch: Stretch | null;
}

/** Where the selected row lies in its series; null where none is selected, it has no step, or that is not known yet. */
export function useChosen(): Chosen | null {
  const { found } = useStretches();
  const row = useSession((state) => state.viewState.selectedRow);
  const run = useShownResultOf("series")?.key ?? null;
  const peak = useMemo(() => found?.stretches.find(({ peakRow }) => peakRow === row) ?? null, [found, row]);
  const isOther = peak === null && found !== null;
  const { answer: step } = useCall("stepOf", run !== null && row !== null && isOther ? { run, row } : null, {
    keep: (earlier, present) => earlier.row === present.row,
  });
  return useMemo(() => {
    if (row === null) return null;
    if (peak) return { row, series: peak.series, time: peak.peakTime, from: peak.from, to: peak.to, stretch: peak };
    if (!step) return null;
    const { series, time } = step;
    const around = found?.stretches.find((one) => one.series === series && one.from <= time && time <= one.to) ?? null;
    return { row, series, time, from: time, to: time, stretch: around };
  }, [row, peak, step, found]);
}
