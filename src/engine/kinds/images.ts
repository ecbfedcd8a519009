import { coreKindOf, requireKind } from "../../core/kinds/kinds";
import { nearestOrdinary } from "../explain/nearest-ordinary";
import { explainImages } from "../images/explain-images";
import type { ImageInputOf } from "../images/heat";
import { imagePictures } from "../images/image-pictures";
import { createImageInputs, imageSetOf, type ImageInputs } from "../images/image-inputs";
import type { Networks } from "../images/networks";
import { preparing } from "../preparing";
import type { Saying } from "../../core/truth/truth-sources";
import { saidOf, sayingOf, taughtBy } from "../truth/taught";
import { counts, type KnownBy, truthOfRows } from "../truth/truth";
import type { Table } from "../tables";
import type { CallTools } from "../calls/host";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { EngineKind } from "../engine-kind";
import { classesOfRows } from "./classes-of-rows";
import { finiteScores } from "./finite-scores";
import { rowThings } from "./row-things";

/** What else is asked of images. */
export interface ImagesEngineKind extends EngineKind {
  readonly inputs: ImageInputs;
  /** What a run's detector saw; made again when it was evicted. */
  inputFor(tools: CallTools): ImageInputOf;
}

/** Rows are images: detectors of images see their squares, those of rows few pixels or what a network sees. */
export function createImages(networks: Networks): ImagesEngineKind {
  const inputs = createImageInputs(networks);
  const inputFor =
    (tools: CallTools): ImageInputOf =>
    ({ table, request, detector }) =>
      inputs.get(table, request.recipe, detector, preparing(tools));

  return {
    inputs,
    inputFor,
    async prepare(table, { recipe, taught }, detector, checkpoint) {
      const input = await inputs.get(table, recipe, detector, checkpoint);
      const { rowCount } = table.dataset;
      const { features, origin } = input.samples;
      const isModel = recipe.learn?.kind === "model";
      const byRow = (scores: Float64Array) => finiteScores(scores, origin, rowCount).slice();
      if (input.sees === "rows") {
        const { detector: own, learned } = input;
        const samples = isModel ? asStrangers(input.samples) : input.samples;
        return {
          features,
          notes: [],
          fit(params, context) {
            if (!own.taught) return own.fit(learned, params, context);
            const by = taughtBy(taught);
            // Whatever folder is learned from: of one that holds ordinary images only nothing can be told apart.
            const known = saidOf(samples.origin, sayingOf(table, recipe, by, masksSay(table, by)));
            return own.fit({ ...input.samples, known }, params, context);
          },
          score: async (model, context) => ({
            scores: byRow(await own.score(model, samples, context)),
            maps: null,
            calibration: null,
            ...(await classesOfRows(own, model, samples, { ...input.samples, rowCount, isModel }, context)),
          }),
        };
      }
      const { detector: own, learned } = input;
      const samples = isModel ? asStrangers(input.samples) : input.samples;
      return {
        features,
        notes: [],
        fit: (params, context) => own.fit(learned, params, context),
        async score(model, context) {
          const examined = await own.examine?.(model, samples, context);
          const scores = examined?.scores ?? (await own.score(model, samples, context));
          const told = await classesOfRows(own, model, samples, { ...samples, rowCount, isModel }, context);
          return { scores: byRow(scores), maps: examined?.maps ?? null, calibration: null, ...told };
        },
      };
    },
    async seen(table, recipe, detector, checkpoint) {
      const { samples } = await inputs.get(table, recipe, detector, checkpoint);
      // Of the image as a whole: no column of the table is a pixel.
      return { samples, columns: samples.features.map(() => 0), dropped: 0, notes: [] };
    },
    explain: (run, rows, tools) => explainImages(run, inputFor(tools), rows, tools),
    things: async (run, standing) => rowThings(run, standing),
    pictures: (run, things, _, tools) => imagePictures(run, things, inputFor(tools), tools),
    // An image has no columns that could be as usual.
    // What is learned of symbols, or of pixels, the detectors remember themselves.
    basis: async () => ({ recipes: [], series: null, units: null }),
    scoreAsUsual: async () => null,
    async mapPoints({ table, request }, checkpoint) {
      const samples = await inputs.pixelRows(table, requireKind(request.recipe.rowKind, "images"), checkpoint);
      return { samples, sampleAt: (row) => row };
    },
    async nearestOrdinary({ table, request, result: { scores } }, row, threshold, checkpoint) {
      const rowKind = requireKind(request.recipe.rowKind, "images");
      const samples = await inputs.pixelRows(table, rowKind, checkpoint);
      const learned = coreKindOf(rowKind).learnedRows(table.dataset, rowKind);
      const isOrdinary = (one: number) => scores[one]! < threshold; // a score for each row
      const among = learned?.some((one) => one !== row && isOrdinary(one)) ? new Set(learned) : null;
      return nearestOrdinary(samples, row, (one) => isOrdinary(one) && (!among || among.has(one)));
    },
    units: async () => null,
    async truth(run, by) {
      const { table, request, result } = run;
      const rowKind = requireKind(request.recipe.rowKind, "images");
      // Those that were learned from as ordinary say nothing of how well the others are told apart.
      const learned = new Set(coreKindOf(rowKind).learnedRows(table.dataset, rowKind));
      const others = masksSay(table, by);
      return truthOfRows(run, result.order.filter((row) => !learned.has(row)).sort(), by, { others });
    },
    forgetTable: (id) => inputs.forgetTable(id),
  };
}

/** An image with a mask has a defect; beside such images, one without has none. */
function masksSay(table: Table, by: KnownBy): readonly Saying[] {
  const { masks } = imageSetOf(table);
  return counts(by, "masks") && masks.size > 0 ? [(row: number) => (masks.has(row) ? 1 : 0)] : [];
}

/** No row of a table has such a number. */
const BEYOND_ROWS = 2 ** 31;

/** Images of which none was learned from, though rows of the same number were where a model learned. */
function asStrangers<S extends SamplesBase>(samples: S): S {
  return { ...samples, origin: samples.origin.map((row) => row + BEYOND_ROWS) };
}
