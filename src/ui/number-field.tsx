import { NumberInput, Slider } from "@mantine/core";
import { useState } from "react";
import type { IntegerSpec, NumberSpec } from "../core/detect/param-schema";
import { formatNumber } from "./format";
import classes from "./param-form.module.css";
import { sliderScaleOf, stepOf } from "./slider-scale";
import { useWords } from "./use-words";

interface Props {
  readonly spec: NumberSpec | IntegerSpec;
  readonly value: number;
  /** The name of the control, for those who cannot see it. */
  readonly name: string;
  readonly describedBy: string;
  onChange(value: number): void;
  /** The drag or the typing ended. */
  onSettle(): void;
}

/** The exact value of a numeric parameter; only values that the schema allows leave it. */
export function NumberEntry({ spec, value, name, describedBy, onChange, onSettle }: Props) {
  // What is being typed, which may not be a legal value yet.
  const [draft, setDraft] = useState<number | string | null>(null);

  function take(next: number | string): void {
    setDraft(next);
    const isLegal =
      typeof next === "number" &&
      next >= spec.min &&
      next <= spec.max &&
      (spec.kind === "number" || Number.isInteger(next));
    if (isLegal && next !== value) onChange(next);
  }

  function finish(): void {
    if (typeof draft === "number" && Number.isFinite(draft)) {
      const rounded = spec.kind === "integer" ? Math.round(draft) : draft;
      const legal = Math.min(spec.max, Math.max(spec.min, rounded));
      if (legal !== value) onChange(legal);
    }
    setDraft(null);
    onSettle();
  }

  return (
    <NumberInput
      className={classes.entry}
      size="xs"
      value={draft ?? value}
      onChange={take}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish();
      }}
      min={spec.min}
      max={spec.max}
      step={stepOf(spec)}
      clampBehavior="none"
      allowDecimal={spec.kind === "number"}
      allowNegative={spec.min < 0}
      aria-label={name}
      aria-describedby={describedBy}
    />
  );
}

/** The same value as a place between its limits. */
export function NumberSlider({ spec, value, name, onChange, onSettle }: Omit<Props, "describedBy">) {
  const { t, i18n } = useWords("ui");
  const scale = sliderScaleOf(spec);
  const spoken = formatNumber(value, i18n.language);
  return (
    <Slider
      size="sm"
      className={classes.slider}
      min={scale.from}
      max={scale.to}
      step={scale.step}
      value={scale.toPosition(value)}
      onChange={(position) => {
        const next = scale.toValue(position, value);
        if (next !== value) onChange(next);
      }}
      onChangeEnd={onSettle}
      label={spoken}
      thumbLabel={t("paramForm.slider", { name })}
      thumbValueText={spoken}
    />
  );
}
