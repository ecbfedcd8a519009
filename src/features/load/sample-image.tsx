import { diamondsPath, dotsPath } from "./dots";
import classes from "./sample-card.module.css";
import type { Thumbnail } from "./samples";

const MARGIN_UNITS = 7;

interface Props {
  readonly thumbnail: Thumbnail;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** Real rows of a sample, strange ones as diamonds on top. */
export function SampleImage({ thumbnail, label, width, height }: Props) {
  const dots = thumbnail.x.map((x, at) => ({
    x: MARGIN_UNITS + x * (width - 2 * MARGIN_UNITS),
    y: height - MARGIN_UNITS - (thumbnail.y[at] ?? 0) * (height - 2 * MARGIN_UNITS),
  }));
  return (
    <svg className={classes.image} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path d={dotsPath(dots.slice(0, thumbnail.strange))} className={classes.ordinary} strokeWidth={2.6} />
      <path d={diamondsPath(dots.slice(thumbnail.strange), 2.6)} className={classes.strange} />
    </svg>
  );
}
