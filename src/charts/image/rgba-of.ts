/** Image `at` of several [images, size, size, channels], 0 to 1, grey or colour, as RGBA [size, size, 4]. */
export function rgbaOf(
  values: Float32Array,
  at: number,
  { size, channels }: { readonly size: number; readonly channels: number },
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = size * size;
  const from = at * pixels * channels;
  const rgba = new Uint8ClampedArray(pixels * 4);
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let part = 0; part < 4; part++) {
      const channel = channels === 1 ? 0 : part;
      rgba[pixel * 4 + part] = part === 3 ? 255 : (values[from + pixel * channels + channel] ?? 0) * 255;
    }
  return rgba;
}
