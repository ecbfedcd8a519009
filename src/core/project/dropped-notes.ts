import type { Note, NoteCode } from "../data/note";
import type { Path } from "./decoder";

/** What parts of a document are called in the catalogue, by the field they stand in. */
const areas = {
  reading: "project.dropped.reading",
  recipe: "project.dropped.recipe",
  detectors: "project.dropped.detectors",
  picked: "project.dropped.detectors",
  shown: "project.dropped.detectors",
  seed: "project.dropped.detectors",
  backend: "project.dropped.detectors",
  thresholds: "project.dropped.thresholds",
  consensus: "project.dropped.consensus",
  stretches: "project.dropped.stretches",
  labelled: "project.dropped.labelled",
  marks: "project.dropped.marks",
  layout: "project.dropped.layout",
} as const;

/** One sentence for each part of a document of which something could not be used, with how many things. */
export function droppedNotes(paths: readonly Path[]): readonly Note[] {
  const counts = new Map<NoteCode, Set<string>>();
  for (const path of paths) {
    const code = new Map<unknown, NoteCode>(Object.entries(areas)).get(path[0]) ?? "project.dropped.other";
    counts.set(code, (counts.get(code) ?? new Set()).add(JSON.stringify(path)));
  }
  return [...counts].map(([code, found]) => ({ code, values: { count: found.size } }));
}
