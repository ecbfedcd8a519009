import classes from "./tiny-bars.module.css";

interface Props {
  readonly counts: readonly number[];
  /** What the bars say, in words. */
  readonly label: string;
}

const WIDTH = 96;
const HEIGHT = 24;
const MOST_BARS = 24;

/** A distribution the size of a word; square roots, so that a rare bar is still seen. */
export function TinyBars({ counts, label }: Props) {
  const bars = gatheredOf(counts);
  const highest = Math.max(1, ...bars);
  const step = WIDTH / Math.max(bars.length, 1);
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {bars.map((count, at) => {
        const height = count === 0 ? 0 : Math.max(1, Math.sqrt(count / highest) * HEIGHT);
        const width = Math.min(12, Math.max(1, step - 1));
        return <rect key={at} x={at * step} y={HEIGHT - height} width={width} height={height} />;
      })}
    </svg>
  );
}

/** Neighbouring bins added together until there are few enough bars. */
function gatheredOf(counts: readonly number[]): readonly number[] {
  const each = Math.ceil(counts.length / MOST_BARS);
  if (each <= 1) return counts;
  return Array.from({ length: Math.ceil(counts.length / each) }, (_, at) =>
    counts.slice(at * each, (at + 1) * each).reduce((sum, count) => sum + count, 0),
  );
}
