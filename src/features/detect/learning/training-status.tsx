import { Progress, Text } from "@mantine/core";
import { trainingViewOf } from "../../../core/detect/training-view";
import type { RunResult } from "../../../engine/protocol";
import type { RunState } from "../../../state/session-state";
import { formatCount, formatNumber, joinSentences } from "../../../ui/format";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import { CancelButton } from "../cancel-button";
import { useRemaining } from "../use-remaining";
import { EndedEarlyLine } from "./ended-early-line";
import classes from "./learning.module.css";
import { isAboutBackend } from "./note-kinds";
import { StopHereButton } from "./stop-here-button";
import { useSpeed } from "./use-speed";
import { useSteps } from "./use-steps";
import { useTimeWords } from "./use-time-words";

interface Props {
  readonly detector: string;
  readonly label: string;
  readonly run: RunState;
}

/** How far a training is and how fast it goes, or how it ended; what computed it; and the ways to end it. */
export function TrainingStatus({ detector, label, run }: Props) {
  const { t, i18n } = useWords("detect");
  const say = useNote();
  const isRunning = run.status === "running";
  const isLearning = isRunning && run.progress?.phase === "fit" && run.metrics.length > 0;
  // Each of two passes says where it ran.
  const backend = [...new Set(run.notes.filter(({ code }) => isAboutBackend(code)).map(say))];
  const facts = useFacts(detector, run, isRunning);
  return (
    <div className={classes.status}>
      {isRunning && (
        <Progress
          size="xs"
          value={(run.progress?.done ?? 0) * 100}
          transitionDuration={0}
          aria-label={t("run.progressOf", { label })}
        />
      )}
      {run.status === "done" && run.result ? (
        <Ending detector={detector} run={run} result={run.result} label={label} />
      ) : (
        <div className={classes.facts}>
          <Text size="sm" className={classes.fact ?? ""}>
            {facts.join(" · ")}
          </Text>
          {isLearning && <StopHereButton detector={detector} label={label} />}
          {isRunning && <CancelButton detector={detector} label={label} />}
        </div>
      )}
      {backend.length > 0 && (
        <Text size="xs" c="dimmed">
          {joinSentences(backend, i18n.language)}
        </Text>
      )}
    </div>
  );
}

/** Short facts, the most important first. */
function useFacts(detector: string, run: RunState, isRunning: boolean): string[] {
  const { t, i18n } = useWords("detect");
  const timeWords = useTimeWords();
  const of = useSteps(detector, run);
  const at = run.metrics.at(-1)?.at ?? null;
  const speed = useSpeed(isRunning && run.progress?.phase === "fit" ? at : null);
  const left = useRemaining(isRunning ? run.progress : null);
  const count = (number: number) => formatCount(number, i18n.language);

  const facts: string[] = [];
  if (isRunning && (at === null || run.progress?.phase !== "fit"))
    facts.push(t(`phase.${run.progress?.phase ?? "start"}`));
  if (run.status === "waiting" || run.status === "idle") facts.push(t("run.waiting"));
  if (run.status === "cancelled") facts.push(t("run.cancelled"));
  if (run.status === "failed") facts.push(t("run.failed"));
  if (at !== null)
    facts.push(
      of === null ? t("learning.step", { at: count(at) }) : t("learning.stepOf", { at: count(at), of: count(of) }),
    );
  if (speed !== null) facts.push(t("learning.speed", { speed: formatNumber(speed, i18n.language, 2) }));
  if (left !== null) facts.push(t("learning.left", { left: timeWords(left) }));
  return facts;
}

interface EndingProps {
  readonly detector: string;
  readonly run: RunState;
  readonly result: RunResult;
  readonly label: string;
}

/** Why the training ended, and which step's weights are used. */
function Ending({ detector, run, result, label }: EndingProps) {
  const { t, i18n } = useWords("detect");
  if (result.endedEarly) return <EndedEarlyLine detector={detector} result={result} label={label} />;
  const count = (number: number) => formatCount(number, i18n.language);
  const stopped = trainingViewOf(run.trainingViews, "stopped");
  const seconds = formatNumber(result.seconds.fit, i18n.language, 2);
  if (!stopped) return <Text size="sm">{t("learning.took", { seconds })}</Text>;
  const { why, at, of, kept, perEpoch } = stopped;
  const passes = (steps: number) => formatNumber(steps / (perEpoch ?? 1), i18n.language, 3);
  return (
    <Text size="sm">
      {t(`learning.why.${why}`, { at: count(at), of: count(of), seconds })}{" "}
      {perEpoch !== undefined &&
        t(at < of ? "learning.epochs.left" : "learning.epochs.all", {
          done: passes(at),
          all: passes(of),
          left: passes(of - at),
        })}{" "}
      {kept < at && t("learning.kept", { kept: count(kept) })}
    </Text>
  );
}
