import { formatNumber } from "../../ui/format";
import { lettersOf } from "../../ui/letters";
import { positionOf, type Scale } from "./scale";

/** A mark on an axis: where (0 to 1 of the scale) and what it says. */
export interface Tick {
  readonly position: number;
  readonly label: string;
}

/** Round numbers between `min` and `max`, about `wanted` of them, ascending; steps of 1, 2 or 5 times a power of ten. */
export function roundNumbers(min: number, max: number, wanted: number): number[] {
  const step = roundStep(max / wanted - min / wanted);
  if (!Number.isFinite(step) || step <= 0) return [];
  const first = Math.ceil(min / step);
  const numbers: number[] = [];
  for (let at = 0; at <= 2 * wanted + 2; at++) {
    const value = Number(((first + at) * step).toPrecision(15));
    if (value > max) break;
    if (value !== numbers.at(-1)) numbers.push(value);
  }
  return numbers;
}

/** 1, 2 and 5 times powers of ten within positive `min` to `max`, ascending; only the powers where those are many. */
export function decadeNumbers(min: number, max: number): number[] {
  const from = Math.floor(Math.log10(min));
  const powers = Array.from({ length: Math.floor(Math.log10(max)) - from + 1 }, (_, at) => from + at);
  const leads = powers.length > 3 ? [1] : [1, 2, 5];
  const numbers = powers.flatMap((power) => leads.map((lead) => Number(`${lead}e${power}`)));
  return numbers.filter((value) => value >= min && value <= max);
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1) * power;
}

/** Ticks of a scale drawn `length` pixels long, at least `gap` pixels apart, with the fewest digits that tell them apart. */
export function numberTicks(scale: Scale, length: number, gap: number, locale: string): Tick[] {
  const wanted = Math.max(1, Math.floor(length / gap));
  const values =
    scale.kind === "linear" ? roundNumbers(scale.min, scale.max, wanted) : bentNumbers(scale, gap / length);
  const labels = tellingLabels(values, locale);
  return values.map((value, at) => ({ position: positionOf(scale, value), label: labels[at] ?? "" }));
}

/** Powers of ten first, then 5 and 2 times them, then round numbers where there is still room. */
function bentNumbers(scale: Scale, gap: number): number[] {
  const chosen: { value: number; position: number }[] = [];
  const offer = (value: number) => {
    if (value < scale.min || value > scale.max) return;
    const position = positionOf(scale, value);
    if (chosen.every((other) => Math.abs(other.position - position) >= gap)) chosen.push({ value, position });
  };
  offer(0);
  const top = Math.floor(Math.log10(Math.max(Math.abs(scale.min), Math.abs(scale.max), Number.MIN_VALUE)));
  const bottom = scale.kind === "log" ? Math.floor(Math.log10(scale.unit)) - 1 : top - 12;
  // Where the axis spans hundreds of decades, every tenth of them is enough.
  const stride = Math.max(1, Math.round((top - bottom) * gap));
  for (const lead of [1, 5, 2])
    for (let power = top; power >= bottom; power -= stride)
      for (const sign of [1, -1]) offer(sign * Number(`${lead}e${power}`));
  if (chosen.length < 4) for (const value of roundNumbers(scale.min, scale.max, 5)) offer(value);
  return chosen.map(({ value }) => value).sort((a, b) => a - b);
}

function tellingLabels(values: readonly number[], locale: string): string[] {
  for (let digits = 3; digits < 15; digits++) {
    const labels = values.map((value) => formatNumber(value, locale, digits));
    if (new Set(labels).size === labels.length) return labels;
  }
  return values.map((value) => formatNumber(value, locale, 15));
}

/** Ticks of a category axis whose codes 0, 1, 2 … lie on `scale`; thinned to one per `gap` pixels, long names cut. */
export function levelTicks(
  scale: Scale,
  levels: readonly string[],
  length: number,
  gap: number,
  chars: number,
): Tick[] {
  const from = Math.max(0, Math.ceil(scale.min));
  const to = Math.min(levels.length - 1, Math.floor(scale.max));
  const every = Math.max(1, Math.ceil(((to - from + 1) * gap) / length));
  const ticks: Tick[] = [];
  for (let code = from; code <= to; code += every)
    ticks.push({ position: positionOf(scale, code), label: cutText(levels[code] ?? "", chars) });
  return ticks;
}

/** `text` in the room of at most `chars` letters, the last of them an ellipsis where it was cut. */
export function cutText(text: string, chars: number): string {
  if (lettersOf(text) <= chars) return text;
  let kept = "";
  let room = Math.max(1, chars - 1);
  for (const letter of text) {
    room -= lettersOf(letter);
    if (room < 0 && kept !== "") break;
    kept += letter;
  }
  return `${kept}…`;
}
