import { useEffect, useState } from "react";
import type { FailureInfo } from "../../core/data/failure";
import type { ExportRequest } from "../../engine/protocol";
import { useAsk } from "../../state/use-session";
import { failureOf } from "./failure-of";

/** The names and four rows make five lines. */
const ROWS = 4;
const REST_MS = 80;

export interface Preview {
  readonly text: string;
  readonly failure: FailureInfo | null;
  /** True while `text` belongs to an earlier request. */
  readonly isOld: boolean;
}

/** The first lines of an export, written by the very code that writes the file. `request` must be memoised. */
export function useExportPreview(request: ExportRequest): Preview {
  const { exportCsv } = useAsk();
  const [found, setFound] = useState<{ request: ExportRequest; text: string; failure: FailureInfo | null } | null>(
    null,
  );

  useEffect(() => {
    let stop: (() => void) | null = null;
    const timer = setTimeout(() => {
      const job = exportCsv({ ...request, limit: ROWS }, () => undefined);
      let isWanted = true;
      stop = () => {
        isWanted = false;
        job.cancel();
      };
      job.result
        .then((blob) => blob.text())
        .then(
          (text) => isWanted && setFound({ request, text, failure: null }),
          (error: unknown) => isWanted && setFound({ request, text: "", failure: failureOf(error) }),
        );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [exportCsv, request]);

  return { text: found?.text ?? "", failure: found?.failure ?? null, isOld: found?.request !== request };
}
