import { Group, NativeSelect } from "@mantine/core";
import { useEffect } from "react";
import { useTruth } from "../../../state/use-truth";
import { useWords } from "../../../ui/use-words";
import { Amount } from "./amount";
import type { FieldsProps } from "./fields";

const figures = ["f-beta", "mcc"] as const;

/** By which figure the result is best, where it is known which rows are strange. */
export function BestFields({ of, onChange }: FieldsProps) {
  const { t } = useWords("inspect");
  const { available } = useTruth();
  const own = of?.kind === "best" ? of : null;
  const isKnown = available.length > 0;
  useEffect(() => {
    if (!own && isKnown) onChange({ kind: "best", figure: "f-beta", beta: 1 });
  }, [own, isKnown, onChange]);
  if (!own) return null;
  return (
    <Group gap="xs" align="end" grow>
      <NativeSelect
        size="xs"
        label={t("threshold.by.best.figure")}
        value={own.figure}
        data={figures.map((value) => ({ value, label: t(`threshold.by.best.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...own, figure: figures.find((one) => one === currentTarget.value) ?? own.figure })
        }
      />
      {own.figure === "f-beta" && (
        <Amount
          label={t("threshold.by.best.beta")}
          value={own.beta}
          min={0.01}
          max={100}
          onChange={(beta) => onChange({ ...own, beta })}
        />
      )}
    </Group>
  );
}
