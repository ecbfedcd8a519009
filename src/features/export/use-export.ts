import { useRef, useState } from "react";
import type { FailureInfo } from "../../core/data/failure";
import type { ExportedRows, Job, Progress } from "../../engine/protocol";
import { failureInfoOf } from "../../core/data/failure-info";
import { saveFile } from "../../ui/save-file";

export type Writing =
  | { readonly stage: "idle" }
  | { readonly stage: "writing"; readonly progress: Progress | null; readonly phaseStartedAt: number }
  | {
      readonly stage: "done";
      readonly name: string;
      readonly bytes: number;
      readonly guarded: number;
      readonly changes: ExportedRows["changes"] | null;
    }
  | { readonly stage: "cancelled" }
  | { readonly stage: "failed"; readonly failure: FailureInfo };

export interface Exporter {
  readonly writing: Writing;
  /** Begins what makes the file; `name` is what it is saved as. */
  start(begin: (onProgress: (progress: Progress) => void) => Job<ExportedRows>, name: string): void;
  cancel(): void;
}

/** Writes a file in the worker and hands it to the browser. It goes on while another screen is looked at. */
export function useExport(): Exporter {
  const [writing, setWriting] = useState<Writing>({ stage: "idle" });
  const job = useRef<Job<ExportedRows> | null>(null);

  function onProgress(progress: Progress): void {
    setWriting((before) => {
      if (before.stage !== "writing") return before;
      const isSamePhase = before.progress === null || before.progress.phase === progress.phase;
      return { ...before, progress, phaseStartedAt: isSamePhase ? before.phaseStartedAt : Date.now() };
    });
  }

  return {
    writing,
    start(begin, name) {
      job.current?.cancel();
      const mine = begin((progress) => job.current === mine && onProgress(progress));
      job.current = mine;
      setWriting({ stage: "writing", progress: null, phaseStartedAt: Date.now() });
      mine.result.then(
        ({ file, guarded, changes = null }) => {
          if (job.current !== mine) return;
          saveFile(file, name);
          setWriting({ stage: "done", name, bytes: file.size, guarded, changes });
        },
        (error: unknown) => {
          if (job.current === mine) setWriting({ stage: "failed", failure: failureInfoOf(error) });
        },
      );
    },
    cancel() {
      job.current?.cancel();
      job.current = null;
      setWriting({ stage: "cancelled" });
    },
  };
}
