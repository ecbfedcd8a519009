import { Button, Stack, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { scoreOutOf100 } from "../../core/score/score-scale";
import type { RunResult, WouldBeOrdinary as Answer } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useCells } from "../../state/use-answers";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { useFormatCell } from "../../ui/use-format-cell";
import classes from "./why-panel.module.css";

const REST_MS = 250;

interface Props {
  readonly row: number;
  readonly result: RunResult;
}

/** The smallest change that would take a flagged row under the threshold, once somebody asks for it. */
export function WouldBeOrdinary(props: Props) {
  const { t } = useWords("inspect");
  const [isAsked, ask] = useState(false);
  if (!isAsked)
    return (
      <Button size="compact-sm" variant="default" style={{ alignSelf: "start" }} onClick={() => ask(true)}>
        {t("ordinary.open")}
      </Button>
    );
  return (
    <section aria-label={t("ordinary.title")}>
      <Title order={3} size="sm" mb={4}>
        {t("ordinary.title")}
      </Title>
      <Asked {...props} />
    </section>
  );
}

function Asked({ row, result }: Props) {
  const { t } = useWords("inspect");
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  const { answer, isLoading, isStale, failure } = useCall(
    "wouldBeOrdinary",
    threshold === null ? null : { run: result.key, row, threshold },
    { restMs: REST_MS, keep: (earlier, present) => earlier.run === present.run && earlier.row === present.row },
  );
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  return (
    <div role="status" {...staleProps(isStale)}>
      {answer ? (
        <Said row={row} result={result} answer={answer} />
      ) : (
        isLoading && <Text size="sm">{t("ordinary.working")}</Text>
      )}
    </div>
  );
}

function Said({ row, result, answer }: Props & { readonly answer: Answer }) {
  const { t } = useWords("inspect");
  if (answer.kind === "change") return <Change row={row} result={result} answer={answer} />;
  const said =
    answer.kind === "none"
      ? answer.neighbours === 0
        ? t("ordinary.no-neighbours")
        : t("ordinary.none", { count: answer.columns })
      : t(`ordinary.${answer.kind}`);
  return <Text size="sm">{said}</Text>;
}

function Change({ row, result, answer }: Props & { readonly answer: Extract<Answer, { kind: "change" }> }) {
  const { t } = useWords("inspect");
  const formatCell = useFormatCell();
  const columns = useSession((state) => state.dataset?.columns);
  const own = useCells(useMemo(() => [row], [row])).of(row);
  const score = (value: number) => scoreOutOf100(value, result.scale).toFixed(1);
  const before = score(result.scores[row] ?? NaN);
  return (
    <Stack gap={4}>
      <Text size="sm">{t("ordinary.change", { count: answer.cells.length, before, after: score(answer.after) })}</Text>
      <ul className={classes.changes}>
        {(own ? answer.cells : []).map(({ column, cell }) => {
          const kind = columns?.[column]?.kind ?? "text";
          const values = { column: columns?.[column]?.name, value: formatCell(cell, kind), own: formatCell(own?.[column], kind) }; // prettier-ignore
          return <li key={column}>{t("ordinary.cell", values)}</li>;
        })}
      </ul>
      <Text size="xs" c="dimmed">
        {t("ordinary.how")}
      </Text>
    </Stack>
  );
}
