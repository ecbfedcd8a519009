import { illegalParameter } from "../../core/data/illegal-parameter";
import type { MatrixDetector } from "../../core/detect/detector";
import { samplesOfPlain } from "../../core/detect/plain-samples";
import { detectorById } from "../../detectors/registry";
import { partById } from "../../detectors/parts";
import { createRunContext } from "../run-context";
import { createCheckpoint } from "../yield-to-events";
import type { TaskHandlers } from "./tasks";

/** Scoring draws nothing, so that no seed matters to it. */
const NO_CHANCE = { seed: 0, backend: "auto" } as const;

/** How tasks are done. */
export const taskHandlers: TaskHandlers = {
  async fit({ detector, params, ...chance }, { learned }, tools) {
    const { context, enter, said } = createRunContext(chance, tools);
    enter("fit");
    const model = await matrixDetector(detector).fit(samplesOfPlain(learned), params, context);
    tools.keep(model);
    return { model, ...said() };
  },
  async score({ detector, from, to }, { samples, model }, tools) {
    const { context, enter, said } = createRunContext(NO_CHANCE, tools);
    enter("score");
    const own = matrixDetector(detector);
    const some = samplesOfPlain(samples, from, to);
    const scores = await own.score(model, some, context);
    const answers = (await own.classify?.(model, some, context)) ?? null;
    const { chance, notes } = said();
    if (chance) throw new Error(`${detector} draws random numbers while it scores`);
    return { scores, answers, notes };
  },
  async part({ part, input }, { shared }, tools) {
    return partById(part).run(
      shared,
      input,
      createCheckpoint(tools, () => "fit"),
    );
  },
};

function matrixDetector(id: string): MatrixDetector {
  const detector = detectorById(id);
  if (detector?.accepts !== "matrix") throw illegalParameter("no-detector", { detector: id });
  return detector;
}
