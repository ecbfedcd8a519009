import { NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import type { SeriesKind } from "../../../core/kinds/series-kind";
import { useSession } from "../../../state/use-session";
import { useWords } from "../../../ui/use-words";
import { msOf, saidOf, TIME_UNITS, type TimeUnit } from "./time-units";

interface Props {
  readonly time: number | null;
  /** As far as it was said. */
  readonly unitMs: number | null;
  change(part: Pick<SeriesKind, "unitMs">, tag: string): void;
  forget(): void;
}

/** How long a step takes where no column tells a time of day, so that lengths are told in time and days and weeks are known. */
export function StepLength({ time, unitMs, change, forget }: Props) {
  const { t } = useWords("series");
  const column = useSession(({ dataset }) => (time === null ? null : dataset?.columns[time]));
  const said = unitMs === null ? null : saidOf(unitMs);
  const [wanted, setWanted] = useState<TimeUnit | null>(null);
  const unit = wanted ?? said?.unit ?? "seconds";
  const value = unitMs === null ? null : saidOf(unitMs, unit).value;
  if (column?.kind === "time") return null;
  const label = column ? t("settings.unit-of", { column: column.name }) : t("settings.step-takes");
  const say = (amount: number | string, of: TimeUnit) => {
    const ms = typeof amount === "number" ? msOf(amount, of) : null;
    if (ms !== null) change({ unitMs: ms }, "row-kind:unit");
    else if (amount === "" && unitMs !== null) forget();
  };
  return (
    <div>
      <NumberInput
        size="xs"
        label={label}
        description={t("settings.unit-help")}
        placeholder={t("settings.unit-unknown")}
        min={0}
        value={value ?? ""}
        onChange={(amount) => say(amount, unit)}
      />
      <NativeSelect
        size="xs"
        mt={4}
        aria-label={t("settings.unit")}
        value={unit}
        data={TIME_UNITS.map((one) => ({ value: one, label: t(`settings.units.${one}`) }))}
        onChange={({ currentTarget }) => {
          const next = TIME_UNITS.find((one) => one === currentTarget.value) ?? unit;
          setWanted(next);
          if (value !== null) say(value, next);
        }}
      />
    </div>
  );
}
