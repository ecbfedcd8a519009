import { failureInfoOf } from "../core/data/failure-info";
import type { Job, ScoredFile, Source } from "../engine/protocol";
import type { SessionContext } from "./session-context";
import type { ScoredLine, Scoring } from "./session-state";

/** Scores files one after the other: what one of them cannot be read for stops no other. */
export function scoredFiles({ engine, store }: Pick<SessionContext, "engine" | "store">) {
  let job: Job<ScoredFile> | null = null;
  /** Counts what was asked for: a later wish ends an earlier one. */
  let asked = 0;

  function setLine(at: number, change: Partial<ScoredLine>): void {
    store.setState(({ scoring }) => ({
      scoring: scoring && {
        ...scoring,
        lines: scoring.lines.map((line, index) => (index === at ? { ...line, ...change } : line)),
      },
    }));
  }

  function stop(): void {
    asked += 1;
    job?.cancel();
    job = null;
    store.setState(({ scoring }) => ({
      scoring: scoring && {
        ...scoring,
        isRunning: false,
        lines: scoring.lines.map((line) =>
          line.status === "waiting" || line.status === "working" ? { ...line, status: "stopped" } : line,
        ),
      },
    }));
  }

  return {
    async scoreFiles(model: Scoring["model"], sources: readonly Source[]): Promise<void> {
      stop();
      const mine = asked;
      const lines = sources.map(({ name }): ScoredLine => ({ name, status: "waiting", result: null, failure: null }));
      store.setState({ scoring: { model, lines, isRunning: true } });
      for (const [at, source] of sources.entries()) {
        setLine(at, { status: "working" });
        job = engine.start("scoreFile", { model: model.id, source }, () => undefined);
        const ended = await job.result.then(
          (result): Partial<ScoredLine> => ({ status: "done", result }),
          (error: unknown): Partial<ScoredLine> => ({ status: "failed", failure: failureInfoOf(error) }),
        );
        if (mine !== asked) return;
        setLine(at, ended);
      }
      job = null;
      store.setState(({ scoring }) => ({ scoring: scoring && { ...scoring, isRunning: false } }));
    },
    stopScoring: stop,
    closeScoring(): void {
      stop();
      store.setState({ scoring: null });
    },
  };
}
