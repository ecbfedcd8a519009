import type { IntegerSpec, NumberSpec } from "../core/detect/param-schema";

/** Turns what a slider moves over (its positions) into what a parameter is (its values), and back. */
export interface SliderScale {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  toPosition(value: number): number;
  /** The value at `position`, given the value before: every step of the keyboard moves it, also where values are coarse. */
  toValue(position: number, before: number): number;
}

const POSITIONS_OF_LOG_SLIDER = 100;

/** The slider of a numeric parameter: even steps, or even ratios where the schema asks for a log scale. */
export function sliderScaleOf(spec: NumberSpec | IntegerSpec): SliderScale {
  return spec.scale === "log" && spec.max > spec.min ? logScaleOf(spec) : linearScaleOf(spec);
}

/** What one press of an arrow adds in the number field. */
export function stepOf(spec: NumberSpec | IntegerSpec): number {
  if (spec.kind === "integer") return 1;
  return spec.step ?? niceStep((spec.max - spec.min) / 100);
}

function linearScaleOf(spec: NumberSpec | IntegerSpec): SliderScale {
  return {
    from: spec.min,
    to: spec.max,
    step: stepOf(spec),
    toPosition: (value) => value,
    toValue: (position) => position,
  };
}

function logScaleOf(spec: NumberSpec | IntegerSpec): SliderScale {
  const { min, max } = spec;
  // From zero there are no even ratios; log(1 + distance from the minimum) serves instead.
  const bend = min > 0 ? (value: number) => Math.log(value) : (value: number) => Math.log1p(value - min);
  const unbend = min > 0 ? (bent: number) => Math.exp(bent) : (bent: number) => Math.expm1(bent) + min;
  const low = bend(min);
  const high = bend(max);
  const inRange = (value: number) => Math.min(max, Math.max(min, value));
  const toPosition = (value: number) => ((bend(inRange(value)) - low) / (high - low)) * POSITIONS_OF_LOG_SLIDER;

  return {
    from: 0,
    to: POSITIONS_OF_LOG_SLIDER,
    step: 1,
    toPosition,
    toValue(position, before) {
      if (position <= 0) return min;
      if (position >= POSITIONS_OF_LOG_SLIDER) return max;
      const exact = unbend(low + (position / POSITIONS_OF_LOG_SLIDER) * (high - low));
      const grain = grainOf(spec, exact);
      const value = inRange(cleaned(Math.round(exact / grain) * grain));
      if (value !== before) return value;
      return inRange(cleaned(before + Math.sign(position - toPosition(before)) * grainOf(spec, before)));
    },
  };
}

/** The smallest difference worth showing near `value`: two significant digits, whole for integers. */
function grainOf(spec: NumberSpec | IntegerSpec, value: number): number {
  const grain = value === 0 ? stepOf(spec) : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return spec.kind === "integer" ? Math.max(1, grain) : grain;
}

function niceStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / size;
  return cleaned((lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * size);
}

/** Without the digits that only binary arithmetic put there. */
function cleaned(value: number): number {
  return Number(value.toPrecision(12));
}
