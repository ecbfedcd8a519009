import { markup, type Markup } from "../../core/report/markup";
import { positionOf } from "../axis/scale";
import { scoreScale } from "../axis/score-scale";
import { numberTicks } from "../axis/ticks";
import { barHeights, barsPath, binScores, countScale } from "../score-histogram/geometry";

interface Words {
  readonly title: string;
  readonly axis: string;
  readonly threshold: string;
  readonly most: string;
}

interface Props {
  /** Descending. */
  readonly sorted: Float64Array;
  readonly threshold: number;
  readonly language: string;
  readonly words: Words;
}

const [WIDTH, HEIGHT] = [720, 210];
const [LEFT, RIGHT, TOP, BASE] = [8, 8, 26, 168];
const BINS = 72;
const LEAST_BAR = 0.03;
const TICK_GAP = 90;

/** How many rows have the largest bar: what its words count. */
export function mostInOneBar(sorted: Float64Array): number {
  return Math.max(0, ...binScores(sorted, scoreScale(sorted), BINS).map(({ count }) => count));
}

/** How the scores are spread, as a drawing that needs no page around it: what is flagged in another colour, behind a line. */
export function scorePicture({ sorted, threshold, language, words }: Props): Markup {
  const scale = scoreScale(sorted);
  const bins = binScores(sorted, scale, BINS);
  const heights = barHeights(bins, countScale(bins, true), LEAST_BAR);
  const plot = WIDTH - LEFT - RIGHT;
  const at = Math.max(0, Math.min(1, positionOf(scale, threshold)));
  const line = LEFT + at * plot;
  const bars = (strange: boolean) => {
    // A bar across the threshold holds both.
    const own = heights.map((height, bin) => ((bins[bin]?.to ?? 0) > threshold === strange ? height : 0));
    return barsPath(own, LEFT, BASE, plot, BASE - TOP);
  };
  const ticks = numberTicks(scale, plot, TICK_GAP, language).map(({ position, label }) => {
    const x = round(LEFT + position * plot);
    const anchor = position < 0.04 ? "start" : position > 0.96 ? "end" : "middle";
    return markup`<path class="axis" d="M${x} ${BASE}v4" /><text x="${x}" y="${BASE + 18}" text-anchor="${anchor}"
        >${label}</text
      >`;
  });
  const side = at > 0.6 ? -6 : 6;
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.title}">
    <text x="${LEFT}" y="14">${words.most}</text>
    <path class="ordinary" d="${bars(false)}" />
    <path class="strange" d="${bars(true)}" />
    <path class="axis" d="M${LEFT} ${BASE}H${WIDTH - RIGHT}" />
    ${ticks}
    <text x="${WIDTH - RIGHT}" y="${HEIGHT - 6}" text-anchor="end">${words.axis}</text>
    <path class="threshold" d="M${round(line)} ${TOP - 6}V${BASE}" />
    <text class="strong" x="${round(line + side)}" y="${TOP - 8}" text-anchor="${side < 0 ? "end" : "start"}">
      ${words.threshold}
    </text>
  </svg>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
