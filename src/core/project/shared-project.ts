import { defaultsOf } from "../detect/param-schema";
import type { DetectorOutline } from "./instance";
import type { LearnSettings } from "./learn-settings";
import type { Project } from "./project";
import type { RecipeSettings } from "./recipe-settings";

/** Rules of learning that speak of rows by their numbers, or of what is kept on one machine. */
const OF_ONE_FILE: ReadonlySet<LearnSettings["kind"]> = new Set<LearnSettings["kind"]>(["rows", "without", "model"]);

/**
 * A document as it is handed to others without the data: no word of single rows, of the rows that were chosen to learn
 * from, or of a detector that is kept on one machine alone; of detectors only what somebody set up.
 */
export function sharedProject(project: Project, known: readonly DetectorOutline[]): Project {
  const { recipe, reading, detectors, picked } = project;
  const usual = new Map(known.map(({ id, params }) => [id, JSON.stringify(defaultsOf(params))]));
  const isOfRows = recipe?.learn !== undefined && OF_ONE_FILE.has(recipe.learn.kind);
  return {
    ...project,
    marks: [],
    labelled: null,
    detectors: detectors.filter(
      ({ id, detector, params }) =>
        (picked.includes(id) && id !== detector) || JSON.stringify(params) !== usual.get(detector),
    ),
    reading: reading && { ...reading, sample: null },
    recipe: recipe && isOfRows ? withoutLearn(recipe) : recipe,
  };
}

function withoutLearn({ learn: _, chosen, ...others }: RecipeSettings): RecipeSettings {
  return { ...others, chosen: chosen.filter((name) => name !== "learn") };
}
