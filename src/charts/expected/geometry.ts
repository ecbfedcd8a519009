import { linearScale, positionOf, type Scale } from "../axis/scale";

/** Values beside what was expected of them, strangest first. */
export interface ExpectedValues {
  readonly actual: Float64Array;
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** How expected values lie across and actual ones upwards, so that all points and the band are in view. */
export function expectedScales({ actual, expected, low, high }: ExpectedValues): {
  readonly x: Scale;
  readonly y: Scale;
} {
  return { x: scaleOf([expected]), y: scaleOf([actual, low, high]) };
}

/** The band as an outline in positions from 0 to 1: along its low side, and back along its high side. */
export function bandOutline({ expected, low, high }: ExpectedValues, x: Scale, y: Scale): [number, number][] {
  const order = [...expected.keys()]
    .filter((at) => Number.isFinite(expected[at]))
    .sort((a, b) => expected[a]! - expected[b]!); // their keys
  const side = (values: Float64Array) =>
    order.map((at): [number, number] => [positionOf(x, expected[at]!), positionOf(y, values[at]!)]); // one for each
  return [...side(low), ...side(high).reverse()];
}

function scaleOf(columns: readonly Float64Array[]): Scale {
  let [min, max] = [Infinity, -Infinity];
  for (const column of columns)
    for (const value of column) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  return linearScale(min, max);
}
