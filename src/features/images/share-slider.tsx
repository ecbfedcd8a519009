import { Slider, Text } from "@mantine/core";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./inspector.module.css";

interface Props {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** A share, said in percent. */
  readonly value: number;
  onChange(value: number): void;
}

/** A slider beside its name. */
export function ShareSlider({ label, value, ...range }: Props) {
  const { i18n } = useWords("common");
  return (
    <label className={classes.opacity}>
      <Text size="xs" span>
        {label}
      </Text>
      <Slider
        flex={1}
        size="sm"
        label={null}
        value={value}
        thumbLabel={label}
        thumbValueText={formatPercent(value, i18n.language)}
        {...range}
      />
    </label>
  );
}
