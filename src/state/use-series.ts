import { useMemo } from "react";
import type { Recipe } from "../core/prepare/recipe";
import type { SeriesShape } from "../core/series/shape";
import type { Autocorrelation, SeriesDetail, SeriesDetailRequest, SeriesOverview } from "../engine/protocol";
import { useAnswer, type Answering } from "./use-answer";
import { useAsk, useSession } from "./use-session";

/** The series that the rows are read as; null where they are read otherwise. */
export function useSeriesShape(): SeriesShape | null {
  return useSession(({ history }) => {
    const shape = history.present.recipe?.shape;
    return shape?.kind === "series" ? shape : null;
  });
}

/** Buckets of each line of the overview: more than most screens are wide. */
const BUCKETS = 1500;

/** The rows as series before any detector, the lines of one channel (null: the first). */
export function useSeriesOverview(channel: number | null): Answering<unknown, SeriesOverview> {
  const { seriesOverview } = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const question = useMemo(
    () =>
      dataset !== null && recipe?.shape?.kind === "series" ? { dataset, recipe, channel, buckets: BUCKETS } : null,
    [dataset, recipe, channel],
  );
  return useAnswer(question, seriesOverview);
}

/** A part of a series as the run on screen sees it. */
export function useSeriesDetail(request: SeriesDetailRequest | null): Answering<SeriesDetailRequest, SeriesDetail> {
  return useAnswer(request, useAsk().seriesDetail);
}

interface Lags {
  readonly dataset: string;
  readonly recipe: Recipe;
  readonly series: number;
  readonly channel: number;
}

/** How a channel of a series resembles itself some steps later; asked again only when what the steps are changes. */
export function useAutocorrelation(series: number, channel: number | null): Answering<Lags, Autocorrelation> {
  const { autocorrelation } = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSession((state) => state.history.present.recipe);
  const ask = useMemo(
    () => (about: Lags) => autocorrelation(about.dataset, about.recipe, about.series, about.channel),
    [autocorrelation],
  );
  const question = useMemo(
    () =>
      dataset !== null && channel !== null && recipe?.shape?.kind === "series"
        ? { dataset, recipe, series, channel }
        : null,
    [dataset, recipe, series, channel],
  );
  return useAnswer(question, ask);
}
