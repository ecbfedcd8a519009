import { useState } from "react";
import { viewAround } from "../../charts/series/brush";
import type { TimeSpan } from "../../charts/series/time-line";
import { wholeView, type View } from "../../charts/plane/view";
import type { Chosen } from "../../state/use-chosen";

/** Steps around a stretch that are shown with it, at least. */
const MIN_STEPS_AROUND = 60;

/** The part of the open series that is in view; it goes to the stretch or step that was chosen, but for the row that was clicked in it. */
export function useSeriesView(
  series: number,
  extent: TimeSpan,
  step: number,
  chosen: Chosen | null,
  clicked: number | null,
) {
  const state = useState<View>(wholeView);
  const [, setView] = state;
  const [shown, setShown] = useState<{ series: number; chosen: string }>({ series, chosen: "" });
  const key = chosen ? `${chosen.series} ${chosen.row}` : "";
  if (shown.series !== series || shown.chosen !== key) {
    setShown({ series, chosen: key });
    const whole = extent.to - extent.from;
    if (chosen?.series === series && whole > 0 && chosen.row !== clicked) {
      const shareOf = (time: number) => (time - extent.from) / whole;
      setView(viewAround(shareOf(chosen.from), shareOf(chosen.to), Math.min(1, (MIN_STEPS_AROUND * step) / whole)));
    } else if (shown.series !== series) setView(wholeView);
  }
  return state;
}
