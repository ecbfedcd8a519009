import { failureInfoOf } from "../../core/data/failure-info";
import type { Note } from "../../core/data/note";
import type { Actions } from "../../state/session";
import { saveFile } from "../../ui/save-file";

/** A session file that is being written. */
export interface Writing {
  /** How it went. */
  readonly told: Promise<Note>;
  cancel(): void;
}

/** Hands the work on screen to the browser as one file; null while no table stands. */
export function saveSession(
  { sessionFile }: Pick<Actions, "sessionFile">,
  name: string,
  withData: boolean,
  onProgress: (done: number) => void,
): Writing | null {
  const job = sessionFile(withData, onProgress);
  if (!job) return null;
  const told = job.result.then(
    (file): Note => {
      saveFile(file, `${name.replace(/[\\/:*?"<>|]/g, "-")}.session.zip`);
      return { code: "keep.saved", values: { name } };
    },
    (error: unknown): Note => {
      const failure = failureInfoOf(error);
      return { ...failure, code: `failures.${failure.code}.title` };
    },
  );
  return { told, cancel: () => job.cancel() };
}

/** Copies a link to the settings on screen; says how it went. */
export async function copySettings({ settingsLink }: Pick<Actions, "settingsLink">): Promise<Note> {
  const link = await settingsLink();
  if (link === null) return { code: "keep.too-many" };
  return navigator.clipboard.writeText(location.origin + location.pathname + link).then(
    (): Note => ({ code: "keep.copied" }),
    (): Note => ({ code: "keep.not-copied" }),
  );
}
