import { forEachBlock } from "../../core/detect/blocks";
import type { Context } from "../../core/detect/context";
import { partOf } from "../../core/detect/part-of-context";
import { requireSamples } from "../../core/detect/require-samples";
import type { MatrixSamples } from "../../core/detect/samples";
import { FOLDS, type FoldBook, foldOf, foldsOf } from "./folds";

/** What was taught: a part's model learned from all other parts. */
export interface TaughtModel<M> extends FoldBook {
  readonly models: readonly M[];
}

/** Rows by what is known of them, as positions of samples. */
export interface KnownRows {
  readonly strange: Uint32Array;
  readonly ordinary: Uint32Array;
}

/** How one model is learned and asked. */
export interface Teaching<M> {
  /** Whether it takes strange rows, or ordinary ones are enough. */
  readonly needsStrange: boolean;
  fit(samples: MatrixSamples, rows: KnownRows, context: Context): Promise<M>;
}

/** Learns once for each part of what is known, from the other parts. Says how many rows taught it. */
export async function fitByParts<M>(
  samples: MatrixSamples,
  { needsStrange, fit }: Teaching<M>,
  context: Context,
): Promise<TaughtModel<M>> {
  requireSamples(samples);
  const book = foldsOf(samples, () => context.random(), needsStrange);
  const folds = new Int8Array(samples.count).fill(-1);
  await forEachBlock(
    samples,
    context,
    (values, from, to) => {
      for (let row = from; row < to; row++)
        if (samples.known![row]! >= 0) folds[row] = foldOf(book, values, (row - from) * samples.width, samples.width); // there are folds
    },
    { end: 0.02 },
  );
  const knownAs = (kind: number, without: number) =>
    Uint32Array.from(folds.keys()).filter(
      (row) => folds[row]! >= 0 && folds[row] !== without && samples.known![row] === kind, // there are folds
    );
  const models: M[] = [];
  for (let part = 0; part < FOLDS; part++) {
    const rows = { strange: knownAs(1, part), ordinary: knownAs(0, part) };
    const span = 0.98 / FOLDS;
    models.push(await fit(samples, rows, partOf(context, 0.02 + span * part, 0.02 + span * (part + 1))));
  }
  const values = { strange: knownAs(1, -2).length, ordinary: knownAs(0, -2).length, parts: FOLDS };
  context.note({ code: needsStrange ? "taught.by" : "taught.by-ordinary", values });
  return { ...book, models };
}

/** `score` of one row by each model that did not learn from it: of a row that taught nothing the mean over all of them. */
export async function scoreByParts<M>(
  model: TaughtModel<M>,
  samples: MatrixSamples,
  score: (model: M, values: Float32Array, start: number) => number,
  cost: number,
  context: Context,
): Promise<Float64Array> {
  const { models } = model;
  const { width } = samples;
  const scores = new Float64Array(samples.count);
  await forEachBlock(
    samples,
    context,
    (values, from, to) => {
      for (let row = from, start = 0; row < to; row++, start += width) {
        const fold = foldOf(model, values, start, width);
        const asked = fold < 0 ? models : models.slice(fold, fold + 1);
        for (const one of asked) scores[row] = scores[row]! + score(one, values, start) / asked.length; // row < count
      }
    },
    { cost: Math.max(1, cost) },
  );
  return scores;
}
