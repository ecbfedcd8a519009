import { NativeSelect, Stack, Text } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { LEAST_ROWS_LEARNED } from "../../../core/learn/learn-rule";
import { labelColumnOf } from "../../../core/project/label-truth";
import { learnSettingsOf, type LearnSettings } from "../../../core/project/learn-settings";
import { useSession } from "../../../state/use-session";
import { formatCount } from "../../../ui/format";
import { useWords } from "../../../ui/use-words";
import { Amount } from "./amount";
import type { FieldsProps } from "./fields";

const USUAL_SHARE = 0.1;
/** Until a person says how many of the first rows are known to be ordinary. */
const FIRST_SHARE = 1 / 3;

/** Which share of the flagged may be false alarms, and which rows are known to be ordinary. */
export function FalseAlarmFields({ of, onChange }: FieldsProps) {
  const { t, i18n } = useWords("inspect");
  const offered = useReferences();
  const own = of?.kind === "false-alarms" ? of : null;
  const [usual] = offered;
  useEffect(() => {
    if (!own && usual) onChange({ kind: "false-alarms", share: USUAL_SHARE, reference: usual });
  }, [own, usual, onChange]);
  if (!own) return null;
  const { reference } = own;
  const ways = offered.some(({ kind }) => kind === reference.kind) ? offered : [...offered, reference];
  return (
    <Stack gap="xs">
      <Amount
        label={t("threshold.by.false-alarms.share")}
        value={Number((100 * own.share).toPrecision(6))}
        min={0.1}
        max={90}
        onChange={(share) => onChange({ ...own, share: share / 100 })}
      />
      <NativeSelect
        size="xs"
        label={t("threshold.by.false-alarms.reference")}
        value={reference.kind}
        data={ways.flatMap((one) =>
          one.kind === "model"
            ? []
            : {
                value: one.kind,
                label: t(`threshold.by.false-alarms.${one.kind}`, {
                  formatted: one.kind === "rows" ? formatCount(one.rows.length, i18n.language) : "",
                }),
              },
        )}
        onChange={({ currentTarget }) =>
          onChange({ ...own, reference: ways.find(({ kind }) => kind === currentTarget.value) ?? reference })
        }
      />
      {reference.kind === "first" && (
        <Amount
          label={t("threshold.by.false-alarms.first-rows")}
          value={reference.rows}
          min={LEAST_ROWS_LEARNED}
          onChange={(rows) => onChange({ ...own, reference: { kind: "first", rows: Math.round(rows) } })}
        />
      )}
      <Text size="xs" c="dimmed">
        {t("threshold.by.false-alarms.promise")}
      </Text>
    </Stack>
  );
}

/** The ways in which rows may be known to be ordinary in this table, the surest first. */
function useReferences(): readonly LearnSettings[] {
  const columns = useSession((state) => state.dataset?.columns);
  const rowCount = useSession((state) => state.dataset?.rowCount ?? 0);
  const hasLabel = useSession(({ history }) => labelColumnOf(history.present.recipe) !== null);
  const filters = useSession(({ viewState }) => viewState.filters);
  const byRow = useSession(({ marked }) => marked.byRow);
  return useMemo(() => {
    const rows = [...byRow].flatMap(([row, { verdict }]) => (verdict === "not-anomaly" ? [row] : []));
    const first = Math.max(LEAST_ROWS_LEARNED, Math.round(FIRST_SHARE * rowCount));
    return [
      ...(filters.length > 0 && columns ? [learnSettingsOf({ kind: "filter", filters }, columns)] : []),
      ...(hasLabel ? [{ kind: "label" } as const] : []),
      ...(rows.length >= LEAST_ROWS_LEARNED ? [{ kind: "rows", rows: rows.sort((a, b) => a - b) } as const] : []),
      { kind: "first", rows: first } as const,
    ];
  }, [columns, rowCount, hasLabel, filters, byRow]);
}
