import type { Recipe } from "../core/prepare/recipe";
import type { SeriesKind } from "../core/kinds/row-kind";
import type {
  Autocorrelation,
  AutocorrelationRequest,
  SeriesDetail,
  SeriesDetailRequest,
  SeriesOverview,
  SeriesOverviewRequest,
} from "../engine/protocol";
import { useCall } from "./use-call";
import type { Query } from "./use-query";
import { useSession } from "./use-session";

/** The series that the rows are read as; null where they are read otherwise. */
export function useSeriesKind(): SeriesKind | null {
  return useSession(({ history }) => {
    const rowKind = history.present.recipe?.rowKind;
    return rowKind?.kind === "series" ? rowKind : null;
  });
}

/** Buckets of each line of the overview: more than most screens are wide. */
const OVERVIEW_BUCKETS = 1500;

/** The recipe, where it reads the rows as series. */
function useSeriesRecipe(): Recipe | null {
  return useSession(({ history: { present } }) => (present.recipe?.rowKind.kind === "series" ? present.recipe : null));
}

/** The rows as series before any detector, the lines of one channel (null: the first); an earlier overview of the table stays, stale. */
export function useSeriesOverview(channel: number | null): Query<SeriesOverviewRequest, SeriesOverview> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSeriesRecipe();
  return useCall(
    "seriesOverview",
    dataset === null || !recipe ? null : { dataset, recipe, channel, buckets: OVERVIEW_BUCKETS },
    {
      keep: (earlier, present) => earlier.dataset === present.dataset,
    },
  );
}

/** A part of a series as a run sees it; an earlier one of the same series, perhaps by another run, stays, stale. */
export function useSeriesDetail(request: SeriesDetailRequest | null): Query<SeriesDetailRequest, SeriesDetail> {
  return useCall("seriesDetail", request, {
    keep: (earlier, present) => earlier.series === present.series,
  });
}

/** How a channel of a series resembles itself some steps later. */
export function useAutocorrelation(
  series: number,
  channel: number | null,
): Query<AutocorrelationRequest, Autocorrelation> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useSeriesRecipe();
  return useCall(
    "autocorrelation",
    dataset === null || channel === null || !recipe ? null : { dataset, recipe, series, channel },
    { keep: (earlier, present) => earlier.dataset === present.dataset && earlier.channel === present.channel },
  );
}
