import type { AnyParamValues } from "../../src/core/detect/param-schema";
import type { Recipe, ScaleRule } from "../../src/core/prepare/recipe";
import type { ConsensusRule } from "../../src/core/score/consensus";
import type { DatasetCard, Engine, Job, RunRequest, RunResult } from "../../src/engine/protocol";
import { initialChoices, instanceOf } from "../../src/state/choices";
import type { MaskEvaluation } from "../../src/engine/protocol";
import { subjectsFor, type Joined, type Subject } from "./subjects";

/** What to run, and the settings that differ from the defaults. */
export interface SubjectOrder {
  readonly detector: string;
  readonly params: AnyParamValues;
  /** How every column is scaled; absent: as the detector prefers. */
  readonly scale?: ScaleRule | undefined;
  readonly seed: number;
  /** What networks are to run on; absent: what suits them. */
  readonly backend?: RunRequest["backend"] | undefined;
}

/** What is left of a run once its models are forgotten. */
export interface EvaluatedRun {
  readonly result: RunResult;
  /** How its maps agree with the masks of the images; null where there are none. */
  readonly maps: MaskEvaluation | null;
}

/**
 * Runs a subject on an open table and evaluates its maps; its models are forgotten then, its result is kept.
 * `lookAt` sees the result while the models are still there.
 */
export function runSubject(
  engine: Engine,
  card: DatasetCard,
  order: SubjectOrder,
  lookAt: (result: RunResult) => Promise<void> = () => Promise.resolve(),
): Job<EvaluatedRun> {
  const subject = subjectsFor(card.recipe.rowKind.kind).find(({ id }) => id === order.detector);
  if (!subject) throw new Error(`no detector is called ${order.detector}`);
  let current: Job<RunResult> | null = null;
  return { result: run(subject), cancel: () => current?.cancel() };

  async function run(one: Subject): Promise<EvaluatedRun> {
    switch (one.kind) {
      case "alone": {
        const result = await runDetector(one.id, { ...one.params, ...order.params });
        const maps = await evaluatedMaps(result);
        await lookAt(result);
        await engine.ask("forget", { run: result.key });
        return { result, maps };
      }
      case "together":
        return combine(one.joinedFor(card));
      default:
        return one satisfies never;
    }
  }

  async function runDetector(detector: string, params: AnyParamValues): Promise<RunResult> {
    const { seed, backend = "auto" } = order;
    const recipe = order.scale ? scaledBy(card.recipe, order.scale) : card.recipe;
    const request = { dataset: card.id, recipe, detector, params, seed, backend };
    current = engine.start("run", request, () => undefined);
    return current.result;
  }

  async function combine({ members, rule, weights = {} }: Joined): Promise<EvaluatedRun> {
    const { detectors } = initialChoices();
    const results: RunResult[] = [];
    for (const member of members)
      results.push(await runDetector(member, instanceOf({ detectors }, member)?.params ?? {}));
    const result = await together(
      results,
      members.map((id) => weights[id] ?? 1),
      rule,
    );
    const maps = await evaluatedMaps(result);
    await lookAt(result);
    for (const { key } of [result, ...results]) await engine.ask("forget", { run: key });
    const sum = (of: (seconds: RunResult["seconds"]) => number): number =>
      results.reduce((total, { seconds }) => total + of(seconds), 0);
    const seconds = { prepare: sum((one) => one.prepare), fit: sum((one) => one.fit), score: sum((one) => one.score) };
    const request = { ...result.request, params: { members: members.join(" ") } };
    return { result: { ...result, request, seconds }, maps };
  }

  function evaluatedMaps({ key }: RunResult): Promise<MaskEvaluation | null> {
    const hasMasks = card.read.format === "images" && card.read.report.masks > 0;
    return hasMasks ? engine.ask("evaluateMaps", { run: key }) : Promise.resolve(null);
  }

  async function together(
    results: readonly RunResult[],
    weights: readonly number[],
    rule: ConsensusRule,
  ): Promise<RunResult> {
    const [only] = results;
    if (only && results.length === 1) return only;
    const runs = results.map(({ key }) => key);
    current = engine.start("combine", { dataset: card.id, runs, weights, rule }, () => undefined);
    return current.result;
  }
}

function scaledBy(recipe: Recipe, scale: ScaleRule): Recipe {
  return { ...recipe, columns: recipe.columns.map((column) => ({ ...column, scale })) };
}
