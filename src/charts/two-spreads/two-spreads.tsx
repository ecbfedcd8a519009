import "../palette.css";
import { formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./two-spreads.module.css";

interface Props {
  /** Shares by bin or level, before and now; `levels` are named where they are. */
  readonly spreads: {
    readonly levels: readonly string[];
    readonly before: readonly number[];
    readonly now: readonly number[];
  };
  /** What is drawn, for who listens. */
  readonly label: string;
}

const [WIDTH, HEIGHT] = [160, 40];

/** How the values of a column are spread before, as bars, and now, as an outline over them. */
export function TwoSpreads({ spreads: { levels, before, now }, label }: Props) {
  const { i18n } = useWords("charts");
  const percent = (share = 0) => formatPercent(share, i18n.language);
  const most = Math.max(...before, ...now, Number.MIN_VALUE);
  const step = WIDTH / before.length;
  const top = (share: number) => HEIGHT - (share / most) * (HEIGHT - 2);
  const outline = now.map((share, at) => `${at === 0 ? "M" : "L"}${at * step} ${top(share)}H${(at + 1) * step}`);
  return (
    <svg className={classes.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {before.map((share, at) => (
        <rect
          key={at}
          className={classes.before}
          x={at * step + 0.5}
          y={top(share)}
          width={Math.max(0.5, step - 1)}
          height={HEIGHT - top(share)}
        >
          {levels[at] !== undefined && <title>{`${levels[at]}: ${percent(share)}, ${percent(now[at])}`}</title>}
        </rect>
      ))}
      <path className={classes.now} d={outline.join("")} />
    </svg>
  );
}
