import { useEffect } from "react";
import { sortIncoming } from "./incoming";
import { useIntake } from "./use-intake";

interface LaunchQueue {
  setConsumer(consume: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Opens the files with which the installed app was started from the file manager; only Chromium has this. */
export function useLaunchedFiles(): void {
  const take = useIntake();
  useEffect(() => {
    if (!("launchQueue" in window)) return;
    const queue = window.launchQueue as LaunchQueue; // Not among the types of the DOM yet.
    queue.setConsumer(({ files: handles }) => {
      if (handles.length === 0) return;
      const opened = Promise.all(
        handles.map(async (handle) => ({ kind: "file" as const, file: await handle.getFile() })),
      );
      opened.then(
        (files) => take(sortIncoming(files)),
        () => take({ kind: "refused", why: "gone", name: handles[0]?.name ?? "" }),
      );
    });
  }, [take]);
}
