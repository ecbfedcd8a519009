import { useCallback, useEffect, useMemo, useState } from "react";
import type { ImagesShape } from "../core/images/images-shape";
import type { HeatScale, ImageDetail } from "../engine/protocol";
import { createAnswers, type Answers } from "./answers";
import { shownThresholdOf, shownResultOf } from "./threshold";
import { useAnswer, type Answering } from "./use-answer";
import { useAsk, useSession, useSessionStore } from "./use-session";

/** How the rows are seen as images, by the present choices; null where they are read otherwise. */
export function useImagesShape(): ImagesShape | null {
  return useSession(({ history }) => {
    const shape = history.present.recipe?.shape;
    return shape?.kind === "images" ? shape : null;
  });
}

const REST_MS = 40;
/** Asked for at once: few enough that the first are seen soon, and that a view that moved on waits for little. */
const BATCH = 24;
/** Bytes that thumbnails may take on the page. */
const BUDGET = 96 * 2 ** 20;

/** Asks for rows once the view rests, batch after batch, as long as the view stays; tells whether some could not be had. */
function useWanted<T>(answers: Answers<T> | null, rows: readonly number[]): boolean {
  const [, arrived] = useState(0);
  const [failed, setFailed] = useState<Answers<T> | null>(null);
  useEffect(() => {
    if (!answers) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void (async () => {
        for (let from = 0; from < rows.length; from += BATCH) {
          const batch = rows.slice(from, from + BATCH);
          const isNews = batch.some((row) => answers.get(row) === undefined);
          await answers.want(batch);
          if (!isCurrent) return;
          if (isNews) arrived((count) => count + 1);
          setFailed(batch.some((row) => answers.get(row) === undefined) ? answers : null);
        }
      })();
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [answers, rows]);
  return failed !== null && failed === answers;
}

/** Small images of the rows in view, at most `size` a side; those long out of view are freed. */
export function useThumbnails(rows: readonly number[], size: number) {
  const { thumbnails } = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const answers = useMemo(
    () =>
      dataset === null
        ? null
        : createAnswers((wanted: Uint32Array) => thumbnails({ dataset, rows: wanted, size }), {
            kept: Math.max(200, Math.floor(BUDGET / (size * size * 4))),
            letGo: (bitmap) => bitmap.close(),
          }),
    [dataset, size, thumbnails],
  );
  useEffect(() => () => answers?.clear(), [answers]);
  const hasFailed = useWanted(answers, rows);
  return { bitmapOf: (row: number) => answers?.get(row), hasFailed };
}

interface RunThreshold {
  readonly run: string;
  readonly threshold: number;
}

/** The one scale of all maps of the run on screen at a threshold; null where its detector tells no places, or before that is known. */
export function useHeatScale(threshold: number | null): HeatScale | null {
  const { heatMaps } = useAsk();
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  const ask = useCallback(
    async (about: RunThreshold) => (await heatMaps(about.run, new Uint32Array(0), about.threshold))?.scale ?? null,
    [heatMaps],
  );
  const question = useMemo(() => (run === null || threshold === null ? null : { run, threshold }), [run, threshold]);
  const { answer, question: answered } = useAnswer(question, ask);
  return answered?.run === run ? answer : null;
}

/** Square maps of the rows in view, while they are asked for. Their values do not depend on the threshold: only the scale does. */
export function useHeatMaps(rows: readonly number[], isAsked: boolean) {
  const { heatMaps } = useAsk();
  const store = useSessionStore();
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  const answers = useMemo(
    () =>
      run === null
        ? null
        : createAnswers(async (wanted: Uint32Array) => {
            const found = await heatMaps(run, wanted, shownThresholdOf(store.getState())?.value ?? 0);
            if (!found) return [];
            const { side, values } = found;
            return [...wanted.keys()].map((at) => ({
              height: side,
              width: side,
              values: values.subarray(at * side * side, (at + 1) * side * side),
            }));
          }),
    [run, heatMaps, store],
  );
  useWanted(isAsked ? answers : null, rows);
  return (row: number) => (isAsked ? answers?.get(row) : undefined);
}

interface About extends RunThreshold {
  readonly row: number;
}

/** Everything about one image under the run on screen; null asks nothing. */
export function useImageDetail(row: number, threshold: number | null): Answering<About, ImageDetail> {
  const { imageDetail } = useAsk();
  const run = useSession((state) => {
    const result = shownResultOf(state);
    return result?.request.recipe.shape?.kind === "images" ? result.key : null;
  });
  const ask = useCallback((about: About) => imageDetail(about.run, about.row, about.threshold), [imageDetail]);
  const question = useMemo(
    () => (run === null || threshold === null ? null : { run, row, threshold }),
    [run, row, threshold],
  );
  return useAnswer(question, ask);
}

/** One image as it is, at most `size` a side; the one before until it is there, null at first. */
export function useImage(row: number, size: number): { readonly row: number; readonly bitmap: ImageBitmap } | null {
  const { image } = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  const [shown, show] = useState<{ readonly row: number; readonly bitmap: ImageBitmap } | null>(null);
  useEffect(() => {
    if (dataset === null) return;
    let isCurrent = true;
    image(dataset, row, size).then(
      (bitmap) => {
        if (isCurrent) show({ row, bitmap });
        else bitmap.close();
      },
      // What the detector saw of it is there all the same.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [image, dataset, row, size]);
  useEffect(() => () => shown?.bitmap.close(), [shown]);
  return shown;
}
