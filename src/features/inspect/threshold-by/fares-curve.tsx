import type { Consequence } from "../../../core/score/consequence";
import type { ConsequenceThreshold } from "../../../engine/protocol";
import { useWords } from "../../../ui/use-words";
import classes from "./fares-curve.module.css";

interface Props {
  readonly curve: NonNullable<ConsequenceThreshold["curve"]>;
  readonly by: Consequence;
}

const WIDTH = 330;
const HEIGHT = 70;

/** How other thresholds fare: cost, or the figure, over how many rows are flagged, on a scale of orders of magnitude. */
export function FaresCurve({ curve: { counts, ways }, by }: Props) {
  const { t } = useWords("inspect");
  const most = Math.log1p(counts.at(-1) ?? 1);
  const [low, high] = [Math.min(...ways), Math.max(...ways)];
  const best = ways.indexOf(by.kind === "cost" ? low : high);
  const x = (at: number) => (Math.log1p(counts[at] ?? 0) / most) * WIDTH;
  const y = (at: number) => HEIGHT - 4 - (((ways[at] ?? 0) - low) / (high - low || 1)) * (HEIGHT - 8);
  const path = Array.from(ways, (_, at) => `${x(at).toFixed(1)} ${y(at).toFixed(1)}`).join("L");
  return (
    <svg
      className={classes.curve}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={t("threshold.by.curve.title")}
    >
      <path d={`M${path}`} className={classes.line} />
      <circle cx={x(best)} cy={y(best)} r={4} className={classes.best} />
    </svg>
  );
}
