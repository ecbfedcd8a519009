import { NumberInput, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { QualityCurves } from "../../charts/curves/quality-curves";
import { coreKindOf } from "../../core/kinds/kinds";
import type { FigureName } from "../../core/evaluate/figures";
import type { Judgement } from "../../engine/protocol";
import { isOnlyMarked } from "../../state/known-truth";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatPercent, joinSentences } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { ConfusionTable } from "./confusion-table";
import classes from "./evaluation.module.css";
import { FiguresTable } from "./figures-table";
import { knownFigures, useMarksCover } from "./known-figures";
import { Missed } from "./missed";
import { Standing } from "./standing";
import { Optimistic } from "./optimistic";
import { TruthChoice } from "./truth-choice";
import { useJudgement, type JudgedInstance } from "./use-judgement";

const USUAL_BETA = 2;
const USUAL_K = 25;

/** How good each detector is by what is known to be strange: figures with their intervals, curves, and what is missed. */
export function Evaluation() {
  const { t } = useWords("evaluate");
  const [beta, setBeta] = useState(USUAL_BETA);
  const [k, setK] = useState(USUAL_K);
  const { truth, judged, query } = useJudgement(beta, k);
  const { answer, isStale, isLoading, failure } = query;
  if (truth.available.length === 0 || judged.length === 0)
    return (
      <section className={classes.part} aria-label={t("title")}>
        <Title order={3} size="h5">
          {t("title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("nothing")}
        </Text>
      </section>
    );
  return (
    <section className={classes.part} aria-label={t("title")}>
      <Title order={3} size="h5">
        {t("title")}
      </Title>
      <TruthChoice truth={truth} />
      {failure ? (
        <FailedAlert variant="default" failure={failure} />
      ) : answer ? (
        <div className={classes.part} {...staleProps(isStale)}>
          <Facts judgement={answer} />
          <Group gap="sm">
            <Asked label={t("beta")} value={beta} min={0.1} max={10} step={0.5} onChange={setBeta} />
            <Asked label={t("k")} value={k} min={1} max={answer.rows} step={5} onChange={setK} />
          </Group>
          <Judged judgement={answer} judged={judged} isPartial={isOnlyMarked(truth.counting)} beta={beta} k={k} />
        </div>
      ) : (
        <Text size="sm" role="status">
          {t(isLoading ? "working" : "one-class")}
        </Text>
      )}
      {truth.available.includes("marks") && <Missed />}
    </section>
  );
}

function Facts({ judgement }: { readonly judgement: Judgement }) {
  const { t, i18n } = useWords("evaluate");
  const noun = useSession(({ history }) => history.present.recipe && coreKindOf(history.present.recipe.rowKind).noun);
  const { rows, positives, conflicts, unit, units } = judgement;
  const count = (of: number) => formatCount(of, i18n.language);
  const share = formatPercent(positives / rows, i18n.language);
  const isUnsure = judgement.detectors.some(
    ({ figures }) => !Number.isNaN(figures["roc-auc"].value) && Number.isNaN(figures["roc-auc"].low),
  );
  return (
    <Text size="sm">
      {joinSentences(
        [
          t("facts", { positives: count(positives), rows: count(rows), share, ...(noun && { context: noun }) }),
          conflicts > 0 ? t("conflicts", { count: conflicts, formatted: count(conflicts) }) : "",
          isUnsure ? t("few-units") : t(`unit.${unit}`, { units: count(units) }),
        ],
        i18n.language,
      )}
    </Text>
  );
}

interface AskedProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  onChange(value: number): void;
}

function Asked({ label, value, onChange, ...limits }: AskedProps) {
  return (
    <NumberInput
      size="xs"
      w={170}
      label={label}
      value={value}
      {...limits}
      onChange={(next) => {
        if (typeof next === "number" && next >= limits.min && next <= limits.max) onChange(next);
      }}
    />
  );
}

interface JudgedProps {
  readonly judgement: Judgement;
  readonly judged: readonly JudgedInstance[];
  /** Only marks count. */
  readonly isPartial: boolean;
  readonly beta: number;
  readonly k: number;
}

function Judged({ judgement, judged, isPartial, beta, k }: JudgedProps) {
  const { t } = useWords("evaluate");
  const [by, setBy] = useState<FigureName>("average-precision");
  const shown = useSession((state) => state.history.present.shown);
  const covers = useMarksCover(judged);
  const isLimited = isPartial && !covers;
  const names = knownFigures(isLimited);
  const figure = names.includes(by) ? by : "precision";
  const of = judgement.detectors.flatMap((found, at) => (judged[at] ? [{ ...judged[at], found }] : []));
  const sorted = [...of].sort(
    (a, b) => orderOf(b.found.figures[figure].value) - orderOf(a.found.figures[figure].value),
  );
  const own = of.find(({ id }) => id === shown) ?? sorted[0];
  return (
    <>
      {isLimited && <Text size="sm">{t("only-flagged")}</Text>}
      <Optimistic judged={of} />
      <FiguresTable judged={sorted} names={names} by={figure} onBy={setBy} beta={beta} k={k} />
      <Standing judged={sorted} by={figure} positives={judgement.positives} beta={beta} k={k} />
      {!isLimited && (
        <div className={classes.halves}>
          <div className={classes.chart}>
            <QualityCurves detectors={of.map(({ name, found }) => ({ name, curves: found.curves }))} />
          </div>
          {own && <ConfusionTable name={own.name} judged={own.found} />}
        </div>
      )}
    </>
  );
}

/** A figure that is not defined stands last. */
function orderOf(value: number): number {
  return Number.isNaN(value) ? -Infinity : value;
}
