/** Each feature's squared distance to `centre` over the whole `distance`: they add up to it. */
export function distanceParts(row: Float32Array, centre: Float64Array, distance: number): Float32Array {
  return Float32Array.from(row, (value, feature) => (value - centre[feature]!) ** 2 / (distance || 1)); // equally long
}
