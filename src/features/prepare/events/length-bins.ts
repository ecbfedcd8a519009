const MAX_BINS = 30;

/** A histogram of how many events the sequences have, in bins of whole numbers. */
export function lengthBins(starts: Uint32Array) {
  const lengths = Array.from(
    { length: Math.max(0, starts.length - 1) },
    (_, at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0),
  );
  const min = lengths.reduce((least, length) => Math.min(least, length), Infinity);
  const max = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (lengths.length === 0) return { min: 0, max: 0, histogram: { edges: [0, 1], counts: [0] } };
  const width = Math.max(1, Math.ceil((max - min + 1) / MAX_BINS));
  const count = Math.floor((max - min) / width) + 1;
  const edges = Array.from({ length: count + 1 }, (_, at) => min + at * width);
  const counts = edges.slice(1).map(() => 0);
  for (const length of lengths) {
    const bin = Math.floor((length - min) / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { min, max, histogram: { edges, counts } };
}
