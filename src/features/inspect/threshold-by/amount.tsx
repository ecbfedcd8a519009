import { NumberInput } from "@mantine/core";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  onChange(value: number): void;
}

/** A number that is taken as soon as it is a lawful one. */
export function Amount({ label, value, min = 0, max = 1e9, onChange }: Props) {
  return (
    <NumberInput
      size="xs"
      label={label}
      value={value}
      min={min}
      max={max}
      onChange={(next) => {
        if (typeof next === "number" && next >= min && next <= max && next !== value) onChange(next);
      }}
    />
  );
}
