import { useCallback, useEffect, useRef, useState } from "react";
import { sourceOf } from "../../state/source";
import { useActions } from "../../state/use-session";
import { samples, type SampleId } from "./samples";

export interface SampleOpener {
  /** Id of the sample that is on its way. */
  readonly opening: SampleId | null;
  /** Id of the sample that could not be fetched. */
  readonly failed: SampleId | null;
  open(id: SampleId): void;
}

/** Fetches a built-in sample from beside the page and opens it; the newest click wins. */
export function useOpenSample(): SampleOpener {
  const actions = useActions();
  const [opening, setOpening] = useState<SampleId | null>(null);
  const [failed, setFailed] = useState<SampleId | null>(null);
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => request.current?.abort(), []);

  const open = useCallback(
    (id: SampleId) => {
      const sample = samples.find((one) => one.id === id);
      if (!sample) return setFailed(id);
      request.current?.abort();
      const mine = new AbortController();
      request.current = mine;
      setOpening(id);
      setFailed(null);
      fetchSample(sample.file, mine.signal)
        .then((blob) => {
          if (!mine.signal.aborted) void actions.open(sourceOf(sample.file, blob), id);
        })
        .catch(() => {
          if (!mine.signal.aborted) setFailed(id);
        })
        .finally(() => {
          if (!mine.signal.aborted) setOpening(null);
        });
    },
    [actions],
  );
  return { opening, failed, open };
}

async function fetchSample(file: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(`${import.meta.env.BASE_URL}samples/${file}`, { signal });
  // Some hosts answer a missing file with their start page.
  if (!response.ok || response.headers.get("content-type")?.includes("text/html"))
    throw new Error(`${file}: ${String(response.status)}`);
  return response.blob();
}
