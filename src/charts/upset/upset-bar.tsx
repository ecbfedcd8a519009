import type { UpsetBar } from "./geometry";
import classes from "./upset.module.css";

interface Props {
  readonly bar: UpsetBar;
  readonly width: number;
  /** Of the chart. */
  readonly height: number;
  readonly label: string;
  readonly count: string;
  onPick(): void;
}

/** One bar with its dots: a button over the whole height, so that a small bar is hit as well as a large one. */
export function UpsetBarMark({ bar, width, height, label, count, onPick }: Props) {
  return (
    <g
      className={classes.bar}
      role="button"
      tabIndex={0}
      aria-label={label}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPick();
      }}
    >
      <title>{label}</title>
      <rect className={classes.hit} data-hit x={bar.x - width / 2 - 4} y={1} width={width + 8} height={height - 2} />
      <text className={classes.count} x={bar.x} y={bar.top - 4} textAnchor="middle">
        {count}
      </text>
      <rect data-bar x={bar.x - width / 2} y={bar.top} width={width} height={bar.height} />
      <line className={classes.join} x1={bar.x} x2={bar.x} y1={bar.from} y2={bar.to} />
      {bar.dots.map(({ y, isMember }, at) => (
        <circle key={at} className={isMember ? classes.dot : classes.hollow} cx={bar.x} cy={y} r={isMember ? 5 : 4} />
      ))}
    </g>
  );
}
