import type { HeatScale, ImageDetail, ImageDetailRequest, ImageRequest } from "../engine/protocol";
import { useShownResultOf } from "./kinds/use-row-kind";
import { shownThresholdOf, shownResultOf } from "./threshold";
import { useCall } from "./use-call";
import { useQuery, type Query } from "./use-query";
import { useRowsQuery, type RowsQuery } from "./use-rows-query";
import { useAsk, useSession, useSessionStore } from "./use-session";

const REST_MS = 40;
const THRESHOLD_REST_MS = 150;
/** Asked for at once: few enough that the first are seen soon, and that a view that moved on waits for little. */
const THUMBNAILS_PER_BATCH = 24;
/** Bytes that thumbnails may take on the page. */
const MAX_THUMBNAIL_BYTES = 96 * 2 ** 20;

/** Every threshold has a scale of its own: asked for once it rests. Another run is asked for at once. */
function restOfThreshold(present: ThresholdOfRun, earlier: ThresholdOfRun | null): number {
  return earlier?.run === present.run ? THRESHOLD_REST_MS : 0;
}

/** Small images of the rows in view, at most `size` a side; those long out of view are freed. */
export function useThumbnails(rows: readonly number[], size: number): RowsQuery<ImageBitmap> {
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  return useRowsQuery(
    dataset === null ? null : { dataset, size },
    rows,
    (about, some, signal) => ask("thumbnails", { ...about, rows: some }, signal),
    {
      restMs: REST_MS,
      batch: THUMBNAILS_PER_BATCH,
      kept: Math.max(200, Math.floor(MAX_THUMBNAIL_BYTES / (size * size * 4))),
      letGo: (bitmap) => bitmap.close(),
    },
  );
}

interface ThresholdOfRun {
  readonly run: string;
  readonly threshold: number;
}

/** The one scale of all maps of the run on screen at a threshold; null where its detector tells no places. */
export function useHeatScale(threshold: number | null): Query<ThresholdOfRun, HeatScale | null> {
  const ask = useAsk();
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  return useQuery<ThresholdOfRun, HeatScale | null>(
    run === null || threshold === null ? null : { run, threshold },
    async (about, signal) => (await ask("heatMaps", { ...about, rows: NO_ROWS }, signal))?.scale ?? null,
    { restMs: restOfThreshold, keep: (earlier, present) => earlier.run === present.run },
  );
}

const NO_ROWS = new Uint32Array(0);

/** Square maps of the rows in view, while they are asked for. Their values do not depend on the threshold: only the scale does. */
export function useHeatMaps(rows: readonly number[], isAsked: boolean): RowsQuery<HeatMap> {
  const ask = useAsk();
  const store = useSessionStore();
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  return useRowsQuery(
    isAsked ? run : null,
    rows,
    async (key, some, signal) => {
      const threshold = shownThresholdOf(store.getState())?.value ?? 0;
      const found = await ask("heatMaps", { run: key, rows: some, threshold }, signal);
      if (!found) return [];
      const { side, values } = found;
      const cells = side * side;
      return [...some.keys()].map((at) => ({
        height: side,
        width: side,
        values: values.subarray(at * cells, (at + 1) * cells),
      }));
    },
    { restMs: REST_MS, batch: THUMBNAILS_PER_BATCH },
  );
}

type HeatMap = NonNullable<ImageDetail["heat"]>;

/** Everything about one image under the run on screen; null asks nothing. That of the image before stays, stale. */
export function useImageDetail(row: number, threshold: number | null): Query<ImageDetailRequest, ImageDetail> {
  const run = useShownResultOf("images")?.key ?? null;
  return useCall("imageDetail", run === null || threshold === null ? null : { run, row, threshold }, {
    restMs: (present, earlier) => (earlier?.row === present.row ? restOfThreshold(present, earlier) : 0),
    keep: () => true,
  });
}

/** One image as it is, at most `size` a side. */
export function useImage(row: number, size: number): Query<ImageRequest, ImageBitmap> {
  const dataset = useSession((state) => state.dataset?.id ?? null);
  return useCall("image", dataset === null ? null : { dataset, row, size }, {
    keep: (earlier, present) => earlier.dataset === present.dataset,
    letGo: (bitmap) => bitmap.close(),
  });
}
