import type { Note } from "../core/data/note";
import type { Project } from "../core/project/project";
import { type GuardedStorage } from "./guarded-storage";
import type { DatasetCard, Source } from "../engine/protocol";
import { projectOf } from "./projects";
import { fingerprintOf, forgetAll, recallProject, recentFiles, rememberProject } from "./remember";
import type { SessionContext } from "./session-context";
import { bytesOf } from "./source";
import type { Recent } from "./session-state";

const SAVE_AFTER_MS = 800;

/**
 * Keeps what is chosen for the file on screen: soon after each change, and at once before another file takes its place,
 * the file is left, or the page is hidden, which may be its end.
 */
export function createAutosave(context: SessionContext, storage: GuardedStorage) {
  const { store, clock } = context;
  const samples = new WeakMap<Source, string>();
  let source: Source | null = null;
  /** The last state that has not been kept yet, and how to take the waiting back. */
  let pending: { readonly recent: Recent; readonly project: () => Project; readonly stop: () => void } | null = null;

  storage.onRefusal((why) => context.announce("info", { code: `storage.${why}` }));

  function flush(): void {
    if (!pending) return;
    const { recent, project, stop } = pending;
    pending = null;
    stop();
    const isKept = rememberProject(storage, recent, project());
    if (!isKept) context.announce("info", { code: "storage.too-long" });
    store.setState({ recents: recentFiles(storage) });
  }

  function later(): void {
    const { dataset, history } = store.getState();
    if (!source || !dataset) return;
    pending?.stop();
    const choices = history.present;
    pending = {
      recent: recentOf(source, samples.get(source) ?? null, clock.now(), dataset),
      project: () => projectOf(choices),
      stop: clock.after(SAVE_AFTER_MS, flush),
    };
  }

  store.subscribe((state, before) => {
    // Choices that came with a table are kept once it is told whose they are.
    if (state.dataset === before.dataset && state.history.present !== before.history.present) later();
  });

  return {
    /** What was kept for a file on an earlier visit, and what of it could not be used. */
    recall: (opened: Source): { readonly project: Project; readonly dropped: readonly Note[] } | null =>
      recallProject(storage, fingerprintOf(opened)),
    /** The built-in sample that this is, so that it can be opened again later. */
    name: (opened: Source, sample: string): void => void samples.set(opened, sample),
    sampleOf: (opened: Source): string | null => samples.get(opened) ?? null,
    /** A file is on screen from now on. */
    follow(opened: Source): void {
      flush();
      source = opened;
      later();
      flush();
    },
    /** Nothing is on screen any more. */
    leave(): void {
      flush();
      source = null;
    },
    flush,
    forget(): void {
      forgetAll(storage);
      store.setState({ recents: [] });
    },
  };
}

function recentOf(
  source: Source,
  sample: string | null,
  savedAt: number,
  dataset: Pick<DatasetCard, "rowCount" | "columns" | "recipe">,
): Recent {
  return {
    fingerprint: fingerprintOf(source),
    name: source.name,
    bytes: bytesOf(source),
    sample,
    savedAt,
    rows: dataset.rowCount,
    columns: dataset.columns.length,
    rowKind: dataset.recipe.rowKind.kind,
  };
}
