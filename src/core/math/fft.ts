/**
 * The discrete Fourier transform of complex numbers, in place; their count must be a power of two (Cooley & Tukey
 * 1965, radix 2). Not divided by the count: transforming forth and back multiplies by it.
 */
export function fourierTransform(real: Float64Array, imaginary: Float64Array): void {
  const count = real.length;
  if (count <= 1) return;
  reorder(real, imaginary);
  const cosines = new Float64Array(count / 2);
  const sines = new Float64Array(count / 2);
  for (let i = 0; i < count / 2; i++) {
    cosines[i] = Math.cos((2 * Math.PI * i) / count);
    sines[i] = Math.sin((-2 * Math.PI * i) / count);
  }
  for (let size = 2; size <= count; size *= 2) {
    const half = size / 2;
    const stride = count / size;
    for (let start = 0; start < count; start += size)
      for (let i = start, turn = 0; i < start + half; i++, turn += stride) {
        const j = i + half;
        const x = real[j]! * cosines[turn]! - imaginary[j]! * sines[turn]!; // all below count
        const y = real[j]! * sines[turn]! + imaginary[j]! * cosines[turn]!;
        real[j] = real[i]! - x;
        imaginary[j] = imaginary[i]! - y;
        real[i]! += x;
        imaginary[i]! += y;
      }
  }
}

/** Puts every number where the reversed bits of its place say. */
function reorder(real: Float64Array, imaginary: Float64Array): void {
  const count = real.length;
  for (let i = 1, reversed = 0; i < count; i++) {
    let bit = count >>> 1;
    for (; reversed & bit; bit >>>= 1) reversed ^= bit;
    reversed ^= bit;
    if (i >= reversed) continue;
    [real[i], real[reversed]] = [real[reversed]!, real[i]!];
    [imaginary[i], imaginary[reversed]] = [imaginary[reversed]!, imaginary[i]!];
  }
}
