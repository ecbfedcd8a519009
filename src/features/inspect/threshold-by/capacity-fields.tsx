import { Group, NativeSelect } from "@mantine/core";
import { useEffect } from "react";
import { useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";
import { Amount } from "./amount";
import type { FieldsProps } from "./fields";

/** What one person checks in a day. */
const A_DAY = 25;
/** A column with more values than this is none to share work out by. */
const MOST_VALUES = 1000;

/** So many a day, or for each value of a column. */
export function CapacityFields({ of, onChange }: FieldsProps) {
  const { t } = useWords("inspect");
  const columns = useSession((state) => state.dataset?.columns) ?? [];
  const times = columns.filter(({ kind }) => kind === "time");
  const groups = columns.filter(({ kind, profile }) => kind === "category" && profile.distinct <= MOST_VALUES);
  const [first] = [...times, ...groups];
  const own = of?.kind === "capacity" ? of : null;
  const usual = first?.name;
  useEffect(() => {
    if (!own && usual !== undefined) onChange({ kind: "capacity", count: A_DAY, per: usual });
  }, [own, usual, onChange]);
  if (!own) return null;
  return (
    <Group gap="xs" align="end" grow>
      <Amount
        label={t("threshold.by.capacity.count")}
        value={own.count}
        onChange={(count) => onChange({ ...own, count })}
      />
      <NativeSelect
        size="xs"
        label={t("threshold.by.capacity.per")}
        value={own.per}
        data={[
          ...times.map(({ name }) => ({ value: name, label: t("threshold.by.capacity.day", { column: name }) })),
          ...groups.map(({ name }) => ({ value: name, label: t("threshold.by.capacity.value", { column: name }) })),
        ]}
        onChange={({ currentTarget }) => onChange({ ...own, per: currentTarget.value })}
      />
    </Group>
  );
}
