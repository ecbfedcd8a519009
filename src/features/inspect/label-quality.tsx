import { Button, Text, Tooltip } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { labelColumnOf } from "../../core/project/label-truth";
import type { LabelledWindow } from "../../core/series/labelled-windows";
import type { Evaluation, EvaluationRequest, RunResult } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useCall } from "../../state/use-call";
import { useSaidStrange } from "../../state/use-label-truth";
import { useKindScreens } from "../../state/use-kind-screens";
import type { Query } from "../../state/use-query";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatNames, formatPercent } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { ChangeStrange } from "./change-strange";

const QUALITY_REST_MS = 150;

/**
 * Where a column is a label: how the flagged rows agree with it. Hidden until asked for, so that the data are looked at
 * first. A series is evaluated by labelled windows, once a person has brought them.
 */
export function LabelQuality({ result }: { readonly result: RunResult }) {
  const { t } = useWords("inspect");
  const [isShown, setShown] = useState(false);
  const { hasStretches, Agreement: More } = useKindScreens(result.request.recipe.rowKind);
  const labelled = useSession(({ history }) => history.present.labelled);
  const windows = hasStretches ? (labelled?.windows ?? null) : null;
  const hasLabel = useSession(({ history }) => labelColumnOf(history.present.recipe) !== null);
  if (!hasLabel && !windows) return null;
  if (!isShown && !windows)
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setShown(true)}>
        {t("label.show")}
      </Button>
    );
  return (
    <Agreement result={result} hasStretches={hasStretches} windows={windows}>
      {More && <More run={result.key} />}
    </Agreement>
  );
}

interface Props {
  readonly result: RunResult;
  readonly hasStretches: boolean;
  /** Null: the label column. */
  readonly windows: readonly LabelledWindow[] | null;
  /** What else the run agrees with. */
  readonly children: ReactNode;
}

function Agreement({ result, hasStretches, windows, children }: Props) {
  const { answer: found, isStale, failure } = useEvaluation(result.key, hasStretches, windows);
  const label = useSession(({ history }) => labelColumnOf(history.present.recipe));
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  const isTold = found !== null && found.positives > 0 && found.positives < found.rows;
  // What a person has opened to change stays at its place, and open, whatever the answer is and before there is one.
  return (
    <>
      {found && (isTold ? <InWords found={found} isStale={isStale} /> : <WhyNothing found={found} />)}
      {label !== null && !windows && <ChangeStrange column={label} />}
      {isTold && <AllFigures />}
      {isTold && children}
      {isTold && found.stretches && (
        <StretchesInWords stretches={found.stretches} isStale={isStale} run={result.key} windows={windows} />
      )}
    </>
  );
}

/** Leads to every figure of every detector, with intervals and curves. */
function AllFigures() {
  const { t } = useWords("inspect");
  const { goTo } = useActions();
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => goTo("compare")}>
      {t("label.figures")}
    </Button>
  );
}

/** Nothing to agree with: every row is strange, or none. */
function WhyNothing({ found: { positives, column } }: { readonly found: Evaluation }) {
  const { t } = useWords("inspect");
  const why = positives > 0 ? "only-strange" : column === null ? "none-within" : "only-ordinary";
  return <Text size="xs">{t(`label.${why}`)}</Text>;
}

function InWords({ found, isStale }: { readonly found: Evaluation; readonly isStale: boolean }) {
  const { t, i18n } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const { column, hits, flagged, positives } = found;
  const strange = found.positive.map((value) => value || t("label.blank"));
  const values = formatNames(strange, i18n.language);
  const share = (part: number, whole: number) => formatPercent(whole ? part / whole : 0, i18n.language);
  return (
    <Tooltip multiline maw={340} label={t("label.help")}>
      <Text size="xs" tabIndex={0} {...staleProps(isStale)}>
        {t("label.agreement", {
          label: column === null ? t("label.windows") : `${columns?.[column]?.name ?? ""} = ${values}`,
          hits: formatCount(hits, i18n.language),
          positives: formatCount(positives, i18n.language),
          recall: share(hits, positives),
          precision: share(hits, flagged),
          auc: found.rocAuc.toFixed(3),
          ap: found.averagePrecision.toFixed(3),
        })}
      </Text>
    </Tooltip>
  );
}

interface StretchesProps {
  readonly stretches: NonNullable<Evaluation["stretches"]>;
  readonly isStale: boolean;
  readonly run: string;
  readonly windows: Props["windows"];
}

function StretchesInWords({ stretches, isStale, run, windows }: StretchesProps) {
  const { t, i18n } = useWords("inspect");
  const { found, labelled, hits, flagged } = stretches;
  const share = (part: number, whole: number) => formatPercent(whole ? part / whole : 0, i18n.language);
  return (
    <Tooltip multiline maw={340} label={t("label.stretches-help")}>
      <Text size="xs" tabIndex={0} {...staleProps(isStale)}>
        {t("label.stretches", {
          found: formatCount(found, i18n.language),
          labelled: formatCount(labelled, i18n.language),
          recall: share(found, labelled),
          precision: share(hits, flagged),
          flagged: formatCount(flagged, i18n.language),
        })}{" "}
        <SeriesVus run={run} windows={windows} />
      </Text>
    </Tooltip>
  );
}

/** Asked again when the threshold, the rule of stretches or the labels rest elsewhere. */
function useEvaluation(
  run: string,
  hasStretches: boolean,
  windows: Props["windows"],
): Query<EvaluationRequest, Evaluation | null> {
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  const strange = useSaidStrange();
  const rule = useSession(({ history }) => history.present.stretches);
  const series = useMemo(() => (hasStretches ? { windows, ...rule } : null), [hasStretches, windows, rule]);
  return useCall(
    "evaluate",
    threshold === null ? null : { run, threshold, ...(series && { series }), ...(strange && { strange }) },
    {
      restMs: QUALITY_REST_MS,
      keep: (earlier, present) => earlier.run === present.run,
    },
  );
}

/** It takes a moment, and does not depend on the threshold. */
function SeriesVus({ run, windows }: { readonly run: string; readonly windows: Props["windows"] }) {
  const { t } = useWords("inspect");
  const say = useNote();
  const strange = useSaidStrange();
  const { answer, isLoading, failure } = useCall("vus", { run, windows, ...(strange && { strange }) });
  if (isLoading) return t("label.vus-working");
  if (failure) return say({ ...failure, code: `failures.${failure.code}.title` });
  if (answer === "too-long") return t("label.vus-long");
  if (!answer) return null;
  const { roc, pr, series } = answer;
  return t(series > 1 ? "label.vus-mean" : "label.vus", {
    roc: roc.toFixed(3),
    pr: pr.toFixed(3),
    count: series,
  });
}
