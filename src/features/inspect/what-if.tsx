import { Button, Group, Select, Stack, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Cell } from "../../core/data/column";
import type { RowExplanation } from "../../core/explain/explanation";
import { scoreOutOf100 } from "../../core/score/score-scale";
import type { RunResult } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useCells } from "../../state/use-answers";
import { useCall } from "../../state/use-call";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { CellField } from "./cell-field";
import { contributionsToSay } from "../../core/explain/said-reasons";

const TYPING_REST_MS = 250;
const MAX_FIRST = 3;

type Changed = ReadonlyMap<number, Cell>;

interface Props {
  readonly row: number;
  readonly result: RunResult;
  /** Absent: not known, and then the first columns that detectors see stand for those of the reasons. */
  readonly explanation: RowExplanation | undefined;
}

/** Other values for the selected row, and what it would score with them; the table stays as it is. */
export function WhatIf(props: Props) {
  const { t } = useWords("inspect");
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={t("what-if.title")}>
      {isOpen ? (
        <Open {...props} onClose={() => setOpen(false)} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t("what-if.open")}
        </Button>
      )}
    </section>
  );
}

function Open({ row, result, explanation, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns);
  const roles = useSession((state) => state.history.present.recipe?.columns);
  const own = useCells(useMemo(() => [row], [row])).of(row);
  const [changed, setChanged] = useState<Changed>(new Map());
  const [others, setOthers] = useState<readonly number[]>([]);
  const seen = (roles ?? []).flatMap(({ role }, at) => (role === "feature" ? [at] : [])).slice(0, MAX_FIRST);
  const named = explanation ? contributionsToSay(explanation).map(({ column }) => column) : seen;
  const shown = [...named, ...others.filter((column) => !named.includes(column))];
  const rest = (columns ?? []).flatMap(({ name }, at) =>
    shown.includes(at) || roles?.[at]?.role === "label" ? [] : [{ value: String(at), label: name }],
  );
  const change = (column: number, cell: Cell) => {
    const next = new Map(changed);
    if (cell === own?.[column]) next.delete(column);
    else next.set(column, cell);
    setChanged(next);
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="sm">
          {t("what-if.title")}
        </Title>
        <Group gap={4}>
          {changed.size > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => setChanged(new Map())}>
              {t("what-if.reset")}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" onClick={onClose}>
            {t("what-if.close")}
          </Button>
        </Group>
      </Group>
      {own &&
        shown.map((column) => {
          const card = columns?.[column];
          const cell = changed.has(column) ? changed.get(column) : own[column];
          return card ? (
            <CellField key={column} card={card} cell={cell ?? null} onChange={(value) => change(column, value)} />
          ) : null;
        })}
      {rest.length > 0 && (
        <Select
          size="xs"
          searchable
          limit={100}
          aria-label={t("what-if.another")}
          placeholder={t("what-if.another")}
          data={rest}
          value={null}
          onChange={(value) => value !== null && setOthers([...others, Number(value)])}
        />
      )}
      {changed.size > 0 && <Outcome row={row} result={result} changed={changed} />}
    </Stack>
  );
}

function Outcome({ row, result, changed }: Pick<Props, "row" | "result"> & { readonly changed: Changed }) {
  const { t } = useWords("inspect");
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? Infinity);
  const request = useMemo(
    () => ({ run: result.key, row, cells: Array.from(changed, ([column, cell]) => ({ column, cell })) }),
    [result.key, row, changed],
  );
  const { answer, question, isLoading, isStale, failure } = useCall("whatIf", request, {
    restMs: TYPING_REST_MS,
    keep: () => true,
  });
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  const score = (value: number) => scoreOutOf100(value, result.scale).toFixed(1);
  const [wasFlagged, isFlagged] = [(answer?.before ?? NaN) >= threshold, (answer?.after ?? NaN) >= threshold];
  const verdict =
    wasFlagged === isFlagged ? (isFlagged ? "stays-flagged" : "stays-ordinary") : isFlagged ? "flags" : "frees";
  return (
    <div role="status" {...staleProps(isStale || isLoading)}>
      <Text size="sm">
        {answer
          ? Number.isNaN(answer.after)
            ? t("what-if.unscored")
            : t(`what-if.${verdict}`, { before: score(answer.before), after: score(answer.after) })
          : t(question === null ? "what-if.working" : "what-if.cannot")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("what-if.how")}
      </Text>
    </div>
  );
}
