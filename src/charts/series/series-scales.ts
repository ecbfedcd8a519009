import { linearScale, zoomed, type Scale } from "../axis/scale";
import { numberTicks, type Tick } from "../axis/ticks";
import type { StripLine } from "./detail-strip";
import type { DetailLines } from "./series-chart-props";
import { valueRange, type TimeSpan } from "./time-line";

export interface Strip {
  readonly lines: readonly StripLine[];
  readonly ticks: readonly Tick[];
}

/**
 * Channels as strips whose y axes follow what is in view: one strip each, or all in one, each on a scale of its own.
 * What was expected is in view as well, its band is not: it may be far wider than all there is.
 */
export function stripsOf(
  detail: DetailLines | null,
  span: TimeSpan,
  isOverlaid: boolean,
  height: number,
  locale: string,
): readonly Strip[] {
  if (!detail) return [{ lines: [], ticks: [] }];
  const { times, breaks } = detail;
  const lines = detail.channels.map((channel): StripLine => {
    const shown = [
      { ...channel, times, breaks },
      ...(channel.expected ? [{ ...channel.expected, times, breaks }] : []),
    ];
    const range = valueRange(shown, span);
    return { channel, scale: padded(range?.min ?? NaN, range?.max ?? NaN) };
  });
  if (isOverlaid && lines.length > 1) return [{ lines, ticks: [] }];
  const gap = lines.length > 3 ? 22 : 34;
  return lines.map((line) => ({
    lines: [line],
    ticks: numberTicks(line.scale, height / lines.length, gap, locale).filter(inside),
  }));
}

function padded(min: number, max: number): Scale {
  return zoomed(linearScale(min, max), -0.06, 1.06);
}

/** Labels at the very edge would touch those of the next strip. */
function inside({ position }: Tick): boolean {
  return position > 0.02 && position < 0.98;
}
