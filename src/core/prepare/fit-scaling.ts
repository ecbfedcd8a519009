import { momentsOf } from "../math/moments";
import { selectQuantiles } from "../math/quantile-select";
import type { Scaling } from "./fitted-recipe";
import type { ScaleRule } from "./recipe";

/** Where nothing is scaled, values stay within what Float32 can hold and square. */
const unscaledLimit = 1e30;
const scaledLimit = 1e9;
/** Beyond this ratio of offset to range, Float32 (24 bits) would lose the differences. */
const farFromZero = 1e5;
/** The interquartile range of a standard normal distribution. */
const normalIqr = 1.349;

/**
 * Centre and scale of finite values with at least two different ones; reorders `values`. Robust: median
 * and IQR / 1.349, or the standard deviation where the middle half is constant. `unit` is the least
 * scale that standard and robust may use. "none" only takes off an offset that would drown the
 * differences in Float32 (1,700,000,000,001 and 1,700,000,000,002 would be equal).
 */
export function fitScaling(values: Float64Array, rule: ScaleRule, unit = 0): Scaling {
  switch (rule) {
    case "none": {
      const { low, high } = rangeOf(values);
      const center = Math.max(Math.abs(low), Math.abs(high)) > farFromZero * (high - low) ? low : 0;
      return { center, scale: 1, limit: unscaledLimit };
    }
    case "min-max": {
      const { low, high } = rangeOf(values);
      return { center: low, scale: Math.min(high - low, Number.MAX_VALUE), limit: scaledLimit };
    }
    case "standard": {
      const { mean, sd } = momentsOf(values);
      return { center: mean, scale: Math.max(sd, unit, Number.MIN_VALUE), limit: scaledLimit };
    }
    case "robust": {
      const [q25 = 0, median = 0, q75 = 0] = selectQuantiles(values, [0.25, 0.5, 0.75]);
      const robust = Math.min(q75 - q25, Number.MAX_VALUE) / normalIqr;
      return {
        center: median,
        scale: Math.max(robust || momentsOf(values).sd, unit, Number.MIN_VALUE),
        limit: scaledLimit,
      };
    }
    default:
      return rule satisfies never;
  }
}

function rangeOf(values: Float64Array): { low: number; high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** (value - centre) / scale within ±limit. Halves keep the difference of 1e308 and -1e308 finite. */
export function scaled(value: number, center: number, scale: number, limit: number): number {
  const result = (value * 0.5 - center * 0.5) / Math.max(scale * 0.5, Number.MIN_VALUE);
  return result > limit ? limit : result < -limit ? -limit : result;
}

/** sign(x) log(1 + |x|): the log of heavy tails on both sides, and 0 stays 0. */
export function signedLog(value: number): number {
  return Math.sign(value) * Math.log1p(Math.abs(value));
}
