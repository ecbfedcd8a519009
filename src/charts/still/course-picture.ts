import { markup, type Markup } from "../../core/report/markup";
import { linearScale, positionOf } from "../axis/scale";

/** A channel to draw, gathered into buckets: the smallest and the largest value of each. */
interface Channel {
  readonly name: string;
  readonly times: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Buckets before which the line is broken. */
  readonly breaks: Uint32Array;
}

interface Props {
  readonly channels: readonly Channel[];
  /** What stands out lies between these times. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  writeValue(value: number): string;
  writeTime(time: number): string;
}

const WIDTH = 420;
const STRIP = 84;
const [LEFT, RIGHT, TOP, BOTTOM] = [2, 2, 18, 6];
/** A single step is still seen. */
const LEAST_BAND = 3;

/** What happened before, in and after a stretch, a strip for each channel, as a drawing that needs no page around it. */
export function coursePicture({ channels, from, to, words, writeValue, writeTime }: Props): Markup {
  const [first] = channels;
  if (!first || first.times.length === 0) return markup``;
  const [begin, end] = [first.times[0] ?? 0, first.times.at(-1) ?? 0];
  const across = linearScale(begin, end);
  const xOf = (time: number) => LEFT + positionOf(across, time) * (WIDTH - LEFT - RIGHT);
  const height = channels.length * STRIP + 16;
  const band = Math.max(LEAST_BAND, xOf(to) - xOf(from));
  const left = (xOf(from) + xOf(to) - band) / 2;
  const strips = channels.map((channel, at) => stripOf(channel, at * STRIP, xOf, writeValue));
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${words}">
    <rect class="flagged" x="${round(left)}" y="0" width="${round(band)}" height="${height - 16}" />
    ${strips}
    <text x="${LEFT}" y="${height - 3}">${writeTime(begin)}</text>
    <text x="${WIDTH - RIGHT}" y="${height - 3}" text-anchor="end">${writeTime(end)}</text>
  </svg>`;
}

function stripOf(
  channel: Channel,
  top: number,
  xOf: (time: number) => number,
  writeValue: Props["writeValue"],
): Markup {
  const { name, times, low, high, breaks } = channel;
  const known = (values: Float64Array) => values.filter((value) => !Number.isNaN(value));
  const least = known(low).reduce((one, other) => Math.min(one, other), Infinity);
  const most = known(high).reduce((one, other) => Math.max(one, other), -Infinity);
  const scale = linearScale(least, most);
  const yOf = (value: number) => top + TOP + (1 - positionOf(scale, value)) * (STRIP - TOP - BOTTOM);
  const path = pathOf(times, low, high, breaks, xOf, yOf);
  return markup`<path class="axis" d="M0 ${top + STRIP - 1}H${WIDTH}" /><path class="course" d="${path}" /><text
      x="${LEFT}"
      y="${top + 12}"
      >${name}</text
    ><text x="${WIDTH - RIGHT}" y="${top + 12}" text-anchor="end">${writeValue(least)} – ${writeValue(most)}</text> `;
}

/** Through the values; where a bucket has several, from its lowest to its highest. */
function pathOf(
  times: Float64Array,
  low: Float64Array,
  high: Float64Array,
  breaks: Uint32Array,
  xOf: (time: number) => number,
  yOf: (value: number) => number,
): string {
  const isBroken = new Set(breaks);
  let isDown = false;
  const parts: string[] = [];
  for (let at = 0; at < times.length; at++) {
    const [lowest, highest] = [low[at] ?? NaN, high[at] ?? NaN];
    if (Number.isNaN(lowest) || Number.isNaN(highest)) {
      isDown = false;
      continue;
    }
    if (isBroken.has(at)) isDown = false;
    const x = round(xOf(times[at] ?? 0));
    parts.push(`${isDown ? "L" : "M"}${x} ${round(yOf(lowest))}`);
    if (highest !== lowest) parts.push(`V${round(yOf(highest))}`);
    isDown = true;
  }
  return parts.join("");
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
