import classes from "./start-screen.module.css";
import { diamondsPath, dotsPath, type Dot } from "./dots";

const WIDTH_UNITS = 420;
const HEIGHT_UNITS = 260;
/** Empty above and below. */
const MARGIN_UNITS = 26;
const DOT_COUNT = 190;
const GOLDEN_RATIO = 0.618_033_988_749_895;
const PLASTIC_RATIO = 0.754_877_666_246_693;

/** Ordinary points gather along a curve; evenly spread fractions stand in for chance. */
const ordinary: readonly Dot[] = Array.from({ length: DOT_COUNT }, (_, at) => {
  const along = (at * GOLDEN_RATIO) % 1;
  const across = (at * PLASTIC_RATIO) % 1;
  const spread = Math.log(Math.max(across, 0.05) / Math.max(1 - across, 0.05)) * 15;
  const x = 24 + along * (WIDTH_UNITS - 48);
  return { x, y: HEIGHT_UNITS * 0.6 - Math.sin(along * 4.4 - 0.5) * 58 + spread };
});
const strange: readonly Dot[] = [
  { x: 318, y: 62 },
  { x: 86, y: 44 },
];

/** What the product does, as an image without words: many points belong together, two do not. */
export function StartImage() {
  return (
    <svg
      className={classes.image}
      viewBox={`0 ${MARGIN_UNITS} ${WIDTH_UNITS} ${HEIGHT_UNITS - 2 * MARGIN_UNITS}`}
      aria-hidden
    >
      <path d={dotsPath(ordinary)} className={classes.ordinary} strokeWidth={5.5} />
      <path d={diamondsPath(strange, 6)} className={classes.strange} />
    </svg>
  );
}
