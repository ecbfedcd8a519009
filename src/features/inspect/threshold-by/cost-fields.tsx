import { Group } from "@mantine/core";
import { useEffect } from "react";
import { useTruth } from "../../../state/use-truth";
import { useWords } from "../../../ui/use-words";
import { Amount } from "./amount";
import type { FieldsProps } from "./fields";

/** To miss something is mostly worse than to look in vain. */
const USUAL_COSTS = { missed: 10, falseAlarm: 1 };

/** What a missed row costs, and a false alarm, where it is known which rows are strange. */
export function CostFields({ of, onChange }: FieldsProps) {
  const { t } = useWords("inspect");
  const { available } = useTruth();
  const own = of?.kind === "cost" ? of : null;
  const isKnown = available.length > 0;
  useEffect(() => {
    if (!own && isKnown) onChange({ kind: "cost", ...USUAL_COSTS });
  }, [own, isKnown, onChange]);
  if (!own) return null;
  return (
    <Group gap="xs" align="end" grow>
      <Amount
        label={t("threshold.by.cost.missed")}
        value={own.missed}
        onChange={(missed) => onChange({ ...own, missed })}
      />
      <Amount
        label={t("threshold.by.cost.false-alarm")}
        value={own.falseAlarm}
        onChange={(falseAlarm) => onChange({ ...own, falseAlarm })}
      />
    </Group>
  );
}
