import { Button, Progress, Text, Title, Tooltip } from "@mantine/core";
import { GUIDED, RULED } from "../../core/detect/run-key";
import { coreKindOf } from "../../core/kinds/kinds";
import { stabilityVerdict, type Stability } from "../../core/score/stability";
import type { RunResult } from "../../engine/protocol";
import { useAnyRowKind } from "../../state/kinds/use-row-kind";
import { shownRunOf } from "../../state/threshold";
import type { Reruns } from "../../state/session-state";
import { OTHER_SEEDS, rerunsOf } from "../../state/stability";
import { useActions, useSession } from "../../state/use-session";
import { formatPercent } from "../../ui/format";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import { useTimeWords } from "./learning/use-time-words";
import { useRemaining } from "./use-remaining";

/** Shorter work is not announced. */
const MIN_ANNOUNCED_S = 2;

/** Whether the flags on screen hold with other seeds: asked for with one button, told in one sentence. */
export function StabilitySection() {
  const { t } = useWords("stability");
  const run = useSession(shownRunOf);
  const reruns = useSession((state) => rerunsOf(state, run?.result ?? null));
  // What was learned from marks would be lost in runs with other seeds.
  if (!run || [GUIDED, RULED].includes(run.result?.request.detector ?? "")) return null;
  const isWhole = !run.stale && !run.result?.sampled;
  return (
    <section className={classes.shared} aria-label={t("title")}>
      <Title order={3} size="h5">
        {t("title")}
      </Title>
      {run.result && !run.result.chance ? (
        <Text size="xs">{t("no-chance")}</Text>
      ) : run.result?.endedEarly ? (
        <Text size="xs">{t("ended-early")}</Text>
      ) : reruns?.status === "waiting" || reruns?.status === "running" ? (
        <Working reruns={reruns} />
      ) : reruns?.status === "done" && !run.stale ? (
        <Told found={reruns.found?.stability ?? null} />
      ) : (
        <Offer result={isWhole ? run.result : null} reruns={isWhole ? reruns : null} />
      )}
    </section>
  );
}

interface OfferProps {
  /** Null while there is none, or only an earlier one. */
  readonly result: RunResult | null;
  readonly reruns: Reruns | null;
}

function Offer({ result, reruns }: OfferProps) {
  const { t } = useWords("stability");
  const help = t("help", { context: coreKindOf(useAnyRowKind()).noun });
  const say = useNote();
  const timeWords = useTimeWords();
  const { askReruns } = useActions();
  const made = reruns?.made ?? 0;
  const left = OTHER_SEEDS - made;
  const seconds = left * (result ? result.seconds.fit + result.seconds.score : 0);
  const failure = reruns?.failure;
  return (
    <>
      {failure && (
        <Text size="xs" role="alert">
          {t("failure", {
            title: say({ ...failure, code: `failures.${failure.code}.title` }),
            todo: say({ ...failure, code: `failures.${failure.code}.todo` }),
          })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {seconds < MIN_ANNOUNCED_S ? help : t("takes", { help, time: timeWords(seconds) })}
      </Text>
      <Button size="xs" variant="default" disabled={!result} onClick={askReruns}>
        {t(failure ? "retry" : made > 0 ? "go-on" : "ask", { count: left })}
      </Button>
    </>
  );
}

function Working({ reruns: { seeds, made, progress, status } }: { readonly reruns: Reruns }) {
  const { t } = useWords("stability");
  const timeWords = useTimeWords();
  const { stopReruns } = useActions();
  const done = (made + (progress?.done ?? 0)) / seeds.length;
  const left = useRemaining(status === "running" ? { phase: "fit", done } : null);
  const place = { number: made + 1, of: seeds.length };
  return (
    <>
      <Progress size="xs" mt={4} value={100 * done} transitionDuration={0} aria-label={t("progress")} />
      <div className={classes.status}>
        <Text size="xs" c="dimmed" className={classes.statusText}>
          {status === "waiting"
            ? t("waiting")
            : left === null
              ? t("running", place)
              : t("running-left", { ...place, left: timeWords(left) })}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={stopReruns} aria-label={t("stop-of")}>
          {t("stop")}
        </Button>
      </div>
    </>
  );
}

const MARK_OF_VERDICT = { stable: "good", shaky: "careful", nothing: undefined } as const;

function Told({ found }: { readonly found: Stability | null }) {
  const { t, i18n } = useWords("stability");
  if (!found) return <Text size="xs">{t("counting")}</Text>;
  const { runs, overlap } = found;
  const verdict = stabilityVerdict(found);
  return (
    <Text size="xs" role="status">
      <Tooltip label={t("measure", { runs })} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
        <b className={classes.mark} data-verdict={MARK_OF_VERDICT[verdict]} tabIndex={0}>
          {t(`verdict.${verdict}`)}
        </b>
      </Tooltip>
      {": "}
      {t(`said.${verdict}`, { runs, share: formatPercent(overlap ?? 1, i18n.language) })}
    </Text>
  );
}
