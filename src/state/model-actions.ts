import type { MappedColumn } from "../core/models/column-map";
import { recipeByModel } from "../core/models/recipe-by-model";
import { CONSENSUS } from "../core/detect/run-key";
import { failureInfoOf } from "../core/data/failure-info";
import type { Note } from "../core/data/note";
import { thresholdValueOf } from "../core/score/threshold";
import type { ModelCard } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { type Choices, instanceOf, thresholdRuleOf } from "./choices";
import { runMembersOf } from "./run-members";
import type { SessionContext } from "./session-context";

/** What a file of a kept detector is called after its name. */
export const DETECTOR_ENDING = ".detector";

export function isCalledDetector(name: string): boolean {
  return name.toLowerCase().endsWith(DETECTOR_ENDING);
}

/** Detectors that are kept with what they learned: kept, listed, used on the open table. */
export function modelActions(
  context: SessionContext,
  /** Changes that decide which runs are wanted. */
  chooseForRuns: (change: Partial<Choices>, tag?: string) => void,
) {
  const { engine, store } = context;

  async function list(): Promise<void> {
    const models = await engine.ask("models", null).catch(() => null);
    if (models) store.setState({ models });
  }

  /** What went wrong is told, and the list is as it is. */
  async function told(work: Promise<unknown>, done?: Note): Promise<void> {
    try {
      await work;
      if (done) context.announce("good", done);
    } catch (error) {
      context.announce("bad", { code: `failures.${failureInfoOf(error).code}.title` });
    }
    await list();
  }

  return {
    listModels: list,
    /** Keeps the detector on screen, or all that count in the consensus on screen. */
    async keepModel(name: string): Promise<void> {
      const choices = context.choices();
      const { shown } = choices;
      const { runs } = store.getState();
      const result = runs[shown]?.result;
      if (!result) return;
      const members = runMembersOf(choices, runs, shown).map(({ id, run, weight }) => ({ id, run, weight }));
      const rule = thresholdRuleOf(choices, shown);
      const value = thresholdValueOf(result.sorted, rule, result.suggestions);
      const madeAt = context.clock.now();
      const request = { id: `${madeAt}-${result.key}`, name, madeAt, run: result.key, members };
      const keeping = engine.start("keepModel", { ...request, threshold: { value, rule: rule.kind } }, () => undefined);
      await told(keeping.result, { code: "models.kept", values: { name } });
    },
    renameModel: (id: string, name: string) => told(engine.ask("renameModel", { id, name })),
    removeModel: (id: string) => told(engine.ask("removeModel", { id })),
    /** Takes a kept detector from its file. */
    takeModel: (file: Blob, name: string) =>
      told(engine.ask("takeModel", { file }), { code: "models.taken", values: { name } }),
    /** Scores the open table by a kept detector: one undoable change of what runs and of what is learned from. */
    useModel(model: ModelCard, map: readonly MappedColumn[]): void {
      const { dataset } = store.getState();
      if (!dataset) return;
      const choices = context.choices();
      const { recipe, notes } = recipeByModel(model, map, dataset);
      const ids = model.members.map(({ id }) => id);
      const shown = model.rule === null ? (ids[0] ?? choices.shown) : CONSENSUS;
      const sure = choices.picked.filter((id) => detectorCardOf(instanceOf(choices, id)?.detector ?? "")?.tests);
      chooseForRuns({
        recipe,
        seed: model.seed,
        detectors: [
          ...choices.detectors.filter(({ id }) => !ids.includes(id)),
          ...model.members.map(({ id, detector, params }) => ({ id, detector, params })),
        ],
        picked: [...sure, ...ids],
        shown,
        thresholds: { ...choices.thresholds, [shown]: { kind: "fixed", value: model.threshold.value } },
        consensus: {
          members: ids,
          rule: model.rule ?? choices.consensus.rule,
          weights: Object.fromEntries(model.members.map(({ id, weight }) => [id, weight])),
        },
      });
      for (const note of notes) context.announce("info", note);
    },
  };
}
