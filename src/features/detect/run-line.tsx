import { Button, Progress, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { FailureInfo } from "../../core/data/failure";
import type { Progress as RunProgress } from "../../engine/protocol";
import { thresholdRuleOf } from "../../state/choices";
import { thresholdOf } from "../../state/threshold";
import type { RunState } from "../../state/session-state";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatNumber, formatPercent } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { CancelButton } from "./cancel-button";
import classes from "./detector-panel.module.css";
import { EndedEarlyLine } from "./learning/ended-early-line";
import { StopHereButton } from "./learning/stop-here-button";
import { useTimeWords } from "./learning/use-time-words";
import { useRemaining } from "./use-remaining";

interface Props {
  readonly detector: string;
  readonly label: string;
  readonly run: RunState | undefined;
}

/** How a detector's run stands, and what can be done about it. */
export function RunLine({ detector, label, run }: Props) {
  const { t } = useWords("detect");
  const say = useNote();
  const { retryRun } = useActions();
  const status = run?.status ?? "idle";
  const kept =
    run?.result && (run.stale || run.result.sampled) ? (
      <Flagged detector={detector} run={run} isOld={run.stale} />
    ) : null;

  switch (status) {
    case "idle":
    case "waiting":
      return (
        <Line text={t("run.waiting")} kept={kept}>
          {status === "waiting" && <CancelButton detector={detector} label={label} />}
        </Line>
      );
    case "running":
      return (
        <Running label={label} progress={run?.progress ?? null} kept={kept}>
          {run?.progress?.phase === "fit" && run.metrics.length > 0 && (
            <StopHereButton detector={detector} label={label} isShort />
          )}
          <CancelButton detector={detector} label={label} />
        </Running>
      );
    case "done":
      if (!run) return null;
      return (
        <>
          <Flagged detector={detector} run={run} isOld={run.stale} />
          {run.result?.endedEarly && <EndedEarlyLine detector={detector} result={run.result} label={label} />}
        </>
      );
    case "failed":
      return (
        <Line text={run?.failure ? told(run.failure) : t("run.failed")} kept={kept} isBad>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => retryRun(detector)}
            aria-label={t("run.retryOf", { label })}
          >
            {t("run.retry")}
          </Button>
        </Line>
      );
    case "cancelled":
      return (
        <Line text={t("run.cancelled")} kept={kept}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => retryRun(detector)}
            aria-label={t("run.startOf", { label })}
          >
            {t("run.start")}
          </Button>
        </Line>
      );
    default:
      return status satisfies never;
  }

  function told(failure: FailureInfo): string {
    return t("run.failure", {
      title: say({ ...failure, code: `failures.${failure.code}.title` }),
      todo: say({ ...failure, code: `failures.${failure.code}.todo` }),
    });
  }
}

interface LineProps {
  readonly text: string;
  readonly kept: ReactNode;
  readonly isBad?: boolean;
  readonly children?: ReactNode;
}

function Line({ text, kept, isBad = false, children }: LineProps) {
  return (
    <>
      {kept}
      <div className={classes.status} role={isBad ? "alert" : undefined}>
        <Text size="xs" {...(isBad ? {} : { c: "dimmed" })} className={classes.statusText ?? ""}>
          {text}
        </Text>
        {children}
      </div>
    </>
  );
}

interface RunningProps {
  readonly label: string;
  readonly progress: RunProgress | null;
  readonly kept: ReactNode;
  /** What can be done. */
  readonly children: ReactNode;
}

function Running({ label, progress, kept, children }: RunningProps) {
  const { t } = useWords("detect");
  const timeWords = useTimeWords();
  const left = useRemaining(progress);
  const done = progress?.done ?? null;
  const phase = t(`phase.${progress?.phase ?? "start"}`);
  const percent = done === null ? null : Math.round(done * 100);
  return (
    <>
      {kept}
      <Progress
        size="xs"
        mt={4}
        value={percent ?? 100}
        animated={percent === null}
        transitionDuration={0}
        aria-label={t("run.progressOf", { label })}
      />
      <div className={classes.status}>
        <Text size="xs" c="dimmed" className={classes.statusText}>
          {left === null
            ? t(percent === null ? "run.runningAtSomePoint" : "run.running", { phase, percent })
            : t("run.runningLeft", { phase, percent, left: timeWords(left) })}
        </Text>
        <span className={classes.buttons}>{children}</span>
      </div>
    </>
  );
}

interface FlaggedProps {
  readonly detector: string;
  readonly run: RunState;
  readonly isOld: boolean;
}

/** What the detector's own threshold flags. */
function Flagged({ detector, run, isOld }: FlaggedProps) {
  const { t, i18n } = useWords("detect");
  const rule = useSession((state) => thresholdRuleOf(state.history.present, detector));
  const { result } = run;
  if (!result) return null;
  const { count } = thresholdOf(result, rule);
  const { prepare, fit, score } = result.seconds;
  const took = prepare + fit + score;
  const seconds = took < 0.1 ? "<0.1" : formatNumber(took, i18n.language, 2);
  const { sampled } = result;
  const said = sampled ? t("run.sampled", { rows: formatCount(sampled.rows, i18n.language) }) : t("run.took", { seconds }); // prettier-ignore
  return (
    <Text size="xs" className={classes.flagged} data-stale={isOld || undefined}>
      {t("run.flagged", {
        count,
        rows: formatCount(count, i18n.language),
        share: formatPercent(count / Math.max(result.sorted.length, 1), i18n.language),
      })}
      <span className={classes.took}>{isOld ? t("run.old") : said}</span>
    </Text>
  );
}
