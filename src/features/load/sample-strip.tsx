import classes from "./sample-card.module.css";
import type { Strip } from "./samples";

const TILE_UNITS = 32;
const CORNER_UNITS = 3;

interface Props {
  readonly strip: Strip;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** Some images of a sample side by side, strange ones framed; what does not fit is cut off at the edges. */
export function SampleStrip({ strip: { file, columns, rows, strange }, label, width, height }: Props) {
  const whole = { width: columns * TILE_UNITS, height: rows * TILE_UNITS };
  // The box of the drawing has the shape of the card, around the middle of the strip.
  const scale = Math.min(whole.width / width, whole.height / height);
  const seen = { width: width * scale, height: height * scale };
  const corner = { x: (whole.width - seen.width) / 2, y: (whole.height - seen.height) / 2 };
  return (
    <svg
      className={classes.image}
      viewBox={`${corner.x} ${corner.y} ${seen.width} ${seen.height}`}
      role="img"
      aria-label={label}
    >
      <image href={`${import.meta.env.BASE_URL}samples/${file}`} {...whole} />
      {strange.map((place) => (
        <rect
          key={place}
          className={classes.frame}
          x={(place % columns) * TILE_UNITS + 1}
          y={Math.floor(place / columns) * TILE_UNITS + 1}
          width={TILE_UNITS - 2}
          height={TILE_UNITS - 2}
          rx={CORNER_UNITS}
        />
      ))}
    </svg>
  );
}
