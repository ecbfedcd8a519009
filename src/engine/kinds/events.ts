import type { Recipe } from "../../core/prepare/recipe";
import { unitsOf } from "../../core/evaluate/units";
import { upperBound } from "../../core/math/sort";
import { NO_ROW } from "../../core/series/series-samples";
import { requireKind } from "../../core/kinds/kinds";
import type { PreparedEvents } from "../../core/series/event-samples-of";
import type { EventSamples } from "../../core/series/series-samples";
import { explanationOfMembers } from "../explain/combine-explanations";
import { explainByMembers } from "../explain/explain-by-members";
import { requireAccepts } from "../require-accepts";
import { createEventInputs, scoresOfEvents } from "../series/event-inputs";
import { eventSpeechOf } from "../series/explain-events";
import { eventPoints } from "../series/map-points";
import { sequencePictures } from "../series/sequence-pictures";
import { sequenceThings } from "../series/sequence-things";
import { scoresByRow } from "../series/series-inputs";
import type { Table } from "../tables";
import { learnedNotes } from "../learned-notes";
import { rowsToJudge } from "../truth/rows-to-judge";
import { type Truth, truthOfRows } from "../truth/truth";
import type { EngineKind } from "../engine-kind";
import { classesOfRows } from "./classes-of-rows";
import { finiteScores } from "./finite-scores";
import { testedScores } from "./tested-scores";

/** What else is asked of events. */
export interface EventsEngineKind extends EngineKind {
  /** Rejects with "illegal-parameter" where the rows are no events. */
  prepared(table: Table, recipe: Recipe): Promise<PreparedEvents>;
}

/** Rows are events of sequences. */
export function createEvents(): EventsEngineKind {
  const inputs = createEventInputs();
  return {
    prepared: inputs.get,
    async prepare(table, { recipe }, detector) {
      const own = requireAccepts(detector, "events");
      const events = await inputs.get(table, recipe);
      const { samples, notes } = events;
      const learned = (await inputs.learned(table, recipe)).samples;
      const { rowCount } = table.dataset;
      return {
        features: samples.features,
        notes: [...notes, ...learnedNotes(learned, samples)],
        fit: (params, context) => own.fit(learned, params, context),
        async score(model, context) {
          const { scores, calibration } = await testedScores(own, model, samples, context);
          const ofSamples = finiteScores(scores, samples.origin, rowCount);
          const known = {
            ...samples,
            classes: classesOfFirst(samples),
            rowCount,
            isModel: recipe.learn?.kind === "model",
          };
          const told = await classesOfRows(own, model, samples, known, context);
          return {
            scores: scoresByRow(scoresOfEvents(ofSamples, samples), events, rowCount),
            maps: null,
            calibration,
            ...told,
          };
        },
      };
    },
    async seen(table, recipe) {
      const { samples, stepOf, notes } = await inputs.get(table, recipe);
      const dropped = stepOf.reduce((sum, step) => sum + Number(step === NO_ROW), 0);
      return { samples, columns: [requireKind(recipe.rowKind, "events").symbol], dropped, notes };
    },
    explain(run, rows, tools) {
      const statementsOf = eventSpeechOf(({ table, request }) => inputs.get(table, request.recipe));
      return explainByMembers(run, rows, { statementsOf, explanationOf: explanationOfMembers }, tools);
    },
    async things(run, standing) {
      return sequenceThings(run, await inputs.get(run.table, run.request.recipe), standing);
    },
    async pictures({ table, request }, things) {
      return sequencePictures(things, await inputs.get(table, request.recipe));
    },
    // An event is what it is among its neighbours.
    // What is learned of symbols, or of pixels, the detectors remember themselves.
    basis: async () => ({ recipes: [], series: null, units: null }),
    scoreAsUsual: async () => null,
    mapPoints: async ({ table, request }) => eventPoints(await inputs.get(table, request.recipe)),
    nearestOrdinary: async () => null,
    async units({ table, request }) {
      const { samples, stepOf } = await inputs.get(table, request.recipe);
      const ofRows = Int32Array.from(stepOf, (event) =>
        event === NO_ROW ? -1 : upperBound(samples.starts, event) - 1,
      );
      return { name: "sequence", ofRows };
    },
    async truth(run, by) {
      const known = truthOfRows(run, rowsToJudge(run, by.strange), by);
      return known && withSequences(known, await inputs.get(run.table, run.request.recipe));
    },
    forgetTable: (id) => inputs.forgetTable(id),
  };
}

/** Events of one sequence depend on each other. */
function withSequences(known: Truth, { samples, stepOf }: PreparedEvents): Truth {
  const steps = known.rows.map((row) => stepOf[row] ?? 0);
  const wholes = Array.from(steps, (step) => upperBound(samples.starts, step) - 1);
  const { name, ofRows } = unitsOf(wholes, steps, 1);
  return { ...known, units: { name: name === "whole" ? "sequence" : name, ofRows } };
}

/** The class of each sequence at its first event alone, so that it is counted once. */
function classesOfFirst({ classes, starts, count }: EventSamples): Int32Array {
  const ofEvents = new Int32Array(count).fill(-1);
  classes?.forEach((own, sequence) => {
    ofEvents[starts[sequence]!] = own; // one start for each sequence
  });
  return ofEvents;
}
