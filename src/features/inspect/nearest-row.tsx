import { Table, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import type { RowExplanation } from "../../core/explain/explanation";
import type { NearestOrdinary, NearestRequest, RunResult } from "../../engine/protocol";
import { shownThresholdOf } from "../../state/threshold";
import { useCells } from "../../state/use-answers";
import { useCall } from "../../state/use-call";
import type { Query } from "../../state/use-query";
import { useActions, useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import classes from "./why-panel.module.css";
import { useFormatCell } from "../../ui/use-format-cell";

const MAX_COLUMNS_LISTED = 12;
const NEAREST_REST_MS = 200;

interface Props {
  readonly row: number;
  readonly result: RunResult;
  readonly explanation: RowExplanation;
}

/** The ordinary row that resembles this one most, value by value, the strangest column first. */
export function NearestRow({ row, result, explanation }: Props) {
  const { t } = useWords("inspect");
  const { answer, isLoading, isStale, failure } = useNearest(row, result);
  return (
    <section aria-label={t("why.nearest")} {...staleProps(isStale)}>
      <Title order={3} size="sm" mb={4}>
        {t("why.nearest")}
      </Title>
      {failure && <FailedAlert variant="default" failure={failure} />}
      {answer && <SideBySide row={row} nearest={answer} explanation={explanation} />}
      {!answer && !isLoading && !failure && (
        <Text size="xs" c="dimmed">
          {t("why.no-nearest")}
        </Text>
      )}
    </section>
  );
}

/** Asked again when the threshold rests elsewhere, because it decides who is ordinary. */
function useNearest(row: number, result: RunResult): Query<NearestRequest, NearestOrdinary | null> {
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  return useCall("nearest", threshold === null ? null : { run: result.key, row, threshold }, {
    restMs: NEAREST_REST_MS,
    keep: (earlier, present) => earlier.run === present.run && earlier.row === present.row,
  });
}

interface SideProps {
  readonly row: number;
  readonly nearest: NearestOrdinary;
  readonly explanation: RowExplanation;
}

function SideBySide({ row, nearest, explanation }: SideProps) {
  const { t, i18n } = useWords("inspect");
  const { select } = useActions();
  const columns = useSession((state) => state.dataset?.columns);
  const rows = useMemo(() => [row], [row]);
  const { of: cellsOf, failure } = useCells(rows);
  const cells = cellsOf(row);
  const formatCell = useFormatCell();
  const listed = explanation.contributions.slice(0, MAX_COLUMNS_LISTED).map(({ column }) => column);
  if (failure) return <FailedAlert variant="default" failure={failure} />;
  return (
    <Table className={classes.side} fz="xs" verticalSpacing={3} horizontalSpacing={6} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("why.column")}</Table.Th>
          <Table.Th className={classes.number}>{t("why.this-row")}</Table.Th>
          <Table.Th className={classes.number}>
            <button type="button" className={classes.link} onClick={() => select(nearest.row)}>
              {t("why.nearest-row", { row: formatCount(nearest.sourceRow, i18n.language) })}
            </button>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {listed.map((column) => {
          const kind = columns?.[column]?.kind ?? "text";
          const here = formatCell(cells?.[column], kind);
          const there = formatCell(nearest.cells[column], kind);
          return (
            <Table.Tr key={column} data-differs={here !== there || undefined}>
              <Table.Td className={classes.clip} title={columns?.[column]?.name}>
                {columns?.[column]?.name}
              </Table.Td>
              <Table.Td className={classes.value}>{cells ? here : ""}</Table.Td>
              <Table.Td className={classes.number}>{there}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
