import type {
  Autocorrelation,
  AutocorrelationRequest,
  SeriesDetail,
  SeriesDetailRequest,
  SeriesOverview,
  SeriesOverviewRequest,
} from "../engine/protocol";
import { useRecipeOf } from "./kinds/use-row-kind";
import { useSaidStrange } from "./use-label-truth";
import { useCall } from "./use-call";
import type { Query } from "./use-query";
import { useSession } from "./use-session";

/** Buckets of each line of the overview: more than most screens are wide. */
const OVERVIEW_BUCKETS = 1500;

/** The rows as series before any detector, the lines of one channel (null: the first); an earlier overview of the table stays, stale. */
export function useSeriesOverview(channel: number | null): Query<SeriesOverviewRequest, SeriesOverview> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const recipe = useRecipeOf("series");
  const strange = useSaidStrange();
  return useCall(
    "seriesOverview",
    dataset === null || !recipe
      ? null
      : { dataset, recipe, channel, buckets: OVERVIEW_BUCKETS, ...(strange && { strange }) },
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
  const recipe = useRecipeOf("series");
  return useCall(
    "autocorrelation",
    dataset === null || channel === null || !recipe ? null : { dataset, recipe, series, channel },
    { keep: (earlier, present) => earlier.dataset === present.dataset && earlier.channel === present.channel },
  );
}
