/** Numbers as NumPy reads them: a file of doubles, one after the other. */
export function npyOf(values: Float64Array): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${values.length},), }`;
  // Magic, version and length take ten bytes; all of it fills blocks of 64.
  const padded = header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11) + "\n";
  const bytes = new Uint8Array(10 + padded.length + 8 * values.length);
  bytes.set([0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, padded.length & 255, padded.length >> 8]);
  bytes.set(new TextEncoder().encode(padded), 10);
  const view = new DataView(bytes.buffer, 10 + padded.length);
  values.forEach((value, at) => view.setFloat64(8 * at, value, true));
  return bytes;
}
