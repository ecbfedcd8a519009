import type { Job } from "../engine/protocol";
import { projectOf } from "./projects";
import { linkOf } from "./recipe-link";
import type { SessionContext } from "./session-context";
import { workNow } from "./work-now";

/** What leads from this machine to another: the work as a file, and its settings as a link. */
export function takeAlong({ engine, store, clock, choices }: SessionContext, onScreen: { sample(): string | null }) {
  return {
    /** The work on screen as one file; null while no table stands. */
    sessionFile(withData: boolean, onProgress: (done: number) => void): Job<Blob> | null {
      const now = workNow(store.getState());
      if (!now) return null;
      const { learn } = choices().recipe ?? {};
      const request = {
        ...now,
        savedAt: clock.now(),
        sample: onScreen.sample(),
        withData,
        model: learn?.kind === "model" ? learn.model : null,
      };
      return engine.start("sessionFile", request, ({ done }) => onProgress(done ?? 0));
    },
    /** What stands behind the address of the page in a link to the settings on screen; null: they are too many for one. */
    settingsLink: (): Promise<string | null> => linkOf(projectOf(choices())),
  };
}
