/**
 * How numbers lie along an axis, as plain data. Positions run from 0 at `min` to 1 at `max`.
 * `log` is sign(v - origin) · log1p(|v - origin| / unit): linear within about one unit of the origin,
 * logarithmic beyond, defined for every finite number.
 */
export type Scale =
  | { readonly kind: "linear"; readonly min: number; readonly max: number }
  | {
      readonly kind: "log";
      readonly min: number;
      readonly max: number;
      readonly origin: number;
      /** Above 0. */
      readonly unit: number;
    };

/** A linear scale over `min` to `max`; equal or missing ends are widened so that a single value sits in the middle. */
export function linearScale(min: number, max: number): Scale {
  return { kind: "linear", ...widened(min, max) };
}

/** A logarithmic scale that grows away from `origin`; `unit` is the size of the linear part. */
export function logScale(min: number, max: number, origin: number, unit: number): Scale {
  const safeUnit = Number.isFinite(unit) && unit > 0 ? unit : 1;
  return { kind: "log", ...widened(min, max), origin, unit: safeUnit };
}

function widened(min: number, max: number): { min: number; max: number } {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return { min: 0, max: 1 };
  if (max > min) return { min, max };
  const pad = Math.abs(min) * 0.05 || 1;
  return { min: clampFinite(min - pad), max: clampFinite(min + pad) };
}

/** Where `value` lies on the scale: 0 to 1 within it, beyond outside it, NaN for NaN. */
export function positionOf(scale: Scale, value: number): number {
  if (scale.kind === "linear") return shareBetween(value, scale.min, scale.max);
  return shareBetween(bent(scale, value), bent(scale, scale.min), bent(scale, scale.max));
}

/** The value at `position`, always finite; the inverse of `positionOf`. */
export function valueAt(scale: Scale, position: number): number {
  if (position === 0) return scale.min;
  if (position === 1) return scale.max;
  if (scale.kind === "linear") return mix(scale.min, scale.max, position);
  const at = mix(bent(scale, scale.min), bent(scale, scale.max), position);
  const size =
    Math.abs(at) < 30 ? Math.expm1(Math.abs(at)) * scale.unit : Math.exp(Math.abs(at) + Math.log(scale.unit));
  return clampFinite(scale.origin + Math.sign(at) * clampFinite(size));
}

/** The part of `scale` between two positions. */
export function zoomed(scale: Scale, from: number, to: number): Scale {
  return { ...scale, min: valueAt(scale, from), max: valueAt(scale, to) };
}

function bent(scale: Extract<Scale, { kind: "log" }>, value: number): number {
  // Halves, because the distance between 1e308 and -1e308 is no finite number.
  const distance = value / 2 - scale.origin / 2;
  const ratio = Math.abs(distance) / (scale.unit / 2);
  if (Number.isFinite(ratio)) return Math.sign(distance) * Math.log1p(ratio);
  return Math.sign(distance) * (Math.log(Math.abs(distance)) - Math.log(scale.unit / 2));
}

function shareBetween(value: number, min: number, max: number): number {
  const span = max - min;
  return Number.isFinite(span) ? (value - min) / span : (value / 2 - min / 2) / (max / 2 - min / 2);
}

function mix(min: number, max: number, share: number): number {
  return clampFinite(min * (1 - share) + max * share);
}

function clampFinite(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}
