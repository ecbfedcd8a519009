import "../palette.css";
import { Bars } from "./bars";
import classes from "./column-histogram.module.css";
import { binBars, levelBars, type ColumnValues } from "./geometry";

interface Props {
  readonly values: ColumnValues;
  /** What a screen reader says; the card around it gives the numbers. */
  readonly label: string;
}

/** A column's values at a glance, as wide as its container and 32 pixels high: no axes, no numbers. */
export function ColumnSparkline({ values, label }: Props) {
  const bars = values.kind === "bins" ? binBars(values.histogram, 0.04) : levelBars(values.levels, 24, 0.04);
  return (
    <svg className={classes.sparkline} viewBox="0 0 100 32" preserveAspectRatio="none" role="img" aria-label={label}>
      <Bars bars={bars} left={0} top={0} width={100} height={31} />
      <rect className={classes.base} x={0} y={31.5} width={100} height={0.5} />
    </svg>
  );
}
