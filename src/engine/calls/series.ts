/** Types only: what is asked of series. Rejected with "illegal-parameter" where the recipe reads the rows otherwise. */
import type { Recipe } from "../../core/prepare/recipe";
import type { Call } from "./call";
import type {
  Autocorrelation,
  SeriesDetail,
  SeriesDetailRequest,
  SeriesOverview,
  SeriesOverviewRequest,
  StepAt,
} from "./series-lines";
import type { Stretches, StretchesExport, StretchesRequest } from "./stretches";

export interface AutocorrelationRequest {
  readonly dataset: string;
  readonly recipe: Recipe;
  /** Position in the overview's list. */
  readonly series: number;
  readonly channel: number;
}

export interface SeriesCalls {
  seriesOverview: Call<SeriesOverviewRequest, SeriesOverview>;
  autocorrelation: Call<AutocorrelationRequest, Autocorrelation>;
  seriesDetail: Call<SeriesDetailRequest, SeriesDetail>;
  /** Where a row lies in its series; null where it has no step. */
  stepOf: Call<{ readonly run: string; readonly row: number }, StepAt | null>;
  /** The rows of one series whose steps lie between two times, both included, ascending. */
  rowsBetween: Call<
    { readonly run: string; readonly series: number; readonly from: number; readonly to: number },
    Uint32Array
  >;
  stretches: Call<StretchesRequest, Stretches>;
  /** The same as CSV, one line each. */
  exportStretches: Call<StretchesExport, Blob>;
}
