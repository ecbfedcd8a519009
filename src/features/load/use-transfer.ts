import { useCallback, useEffect, useRef, useState } from "react";
import { hasFolder, readTransfer } from "./transferred";
import { useIntake } from "./use-intake";

export interface Transfers {
  /** Opens what a drop or a paste brings; call it while the event is handled. The newest one wins. */
  take(transfer: DataTransfer): void;
  /** Files found so far in the folders that are being looked through; null: none are. */
  readonly found: number | null;
  /** Stops looking; what was open stays. */
  cancel(): void;
}

/** New numbers at most this often: thousands of files are found within a second. */
const FILES_PER_REPORT = 50;

/** Sorts out what is dropped or pasted, through folders and theirs. */
export function useTransfer(): Transfers {
  const open = useIntake();
  const [found, setFound] = useState<number | null>(null);
  const walk = useRef<AbortController | null>(null);
  useEffect(() => () => walk.current?.abort(), []);

  const cancel = useCallback(() => {
    walk.current?.abort();
    setFound(null);
  }, []);
  const take = useCallback(
    (transfer: DataTransfer) => {
      cancel();
      const mine = new AbortController();
      walk.current = mine;
      if (hasFolder(transfer)) setFound(0);
      const onCount = (files: number) => {
        if (files % FILES_PER_REPORT === 0 && !mine.signal.aborted) setFound(files);
      };
      readTransfer(transfer, { signal: mine.signal, onCount })
        .then((incoming) => {
          if (mine.signal.aborted) return;
          setFound(null);
          open(incoming);
        })
        .catch(() => undefined); // It was aborted: a newer one, or nothing, takes its place.
    },
    [cancel, open],
  );
  return { take, found, cancel };
}
