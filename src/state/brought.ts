import type { Note } from "../core/data/note";
import type { Project } from "../core/project/project";
import { fixedOf, planFor, type Reading } from "../core/project/reading";
import type { DatasetCard, FixedSettings, Inspection, ReadPlan } from "../engine/protocol";
import type { Choices } from "./choices";
import { startingSetOf } from "./kinds/kinds";
import { initialProject } from "./projects";

/** What is chosen for a file before it is read. */
export interface Brought {
  readonly project: Project;
  /** What of the kept settings could not be used. */
  readonly dropped: readonly Note[];
}

/** Of a file that nothing was kept of. */
export function nothingBrought(): Brought {
  return { project: initialProject(), dropped: [] };
}

/** What a person fixed of how it is read. */
export function fixedIn(brought: Brought | null): FixedSettings {
  const reading = brought?.project.reading;
  return reading ? fixedOf(reading) : {};
}

/** How a file is read that was just looked at: kept settings over what its first lines tell. */
export function planOver(kept: Reading | null, inspection: Inspection): ReadPlan {
  return kept ? planFor(kept, inspection.plan, inspection.columns) : inspection.plan;
}

/** Whether there runs what runs at first over such a table: then no person chose it. */
export function hasUsualSet(dataset: DatasetCard, { recipe, picked }: Choices): boolean {
  return recipe !== null && picked.join() === startingSetOf(dataset, recipe).join();
}

/** Whether all of a file needs more memory than there is. */
export function isTooLarge({ size }: Inspection, plan: ReadPlan): boolean {
  return size.memory > size.budget && !plan.sample;
}
