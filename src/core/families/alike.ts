/** Two clusters whose members have less in common in the mean are two kinds of things. */
const MIN_ALIKE = 0.5;

/**
 * Clusters of vectors by what they have in common (mean cosine of all pairs, agglomerative with average linkage): the most
 * alike are joined until no two have half of themselves in common. Positions of the vectors, the largest cluster first;
 * a vector of zeros is in none. Time grows with the cube of the vectors: for hundreds.
 */
export function alikeClusters(vectors: readonly Float64Array[]): number[][] {
  const units = vectors.map(unitOf);
  let clusters = units.flatMap((unit, at) => (unit ? [{ members: [at], sum: unit }] : []));
  let alike = clusters.map((one) => clusters.map((other) => dot(one.sum, other.sum)));
  for (;;) {
    let best = { value: MIN_ALIKE, one: -1, other: -1 };
    for (let one = 0; one < clusters.length; one++)
      for (let other = one + 1; other < clusters.length; other++) {
        const value = alike[one]![other]!; // a square over the clusters
        // Joined at exactly half of what they have in common, too, but the first pair stays before a later one alike.
        if (value > best.value || (best.one < 0 && value >= best.value)) best = { value, one, other };
      }
    const [first, second] = [clusters[best.one], clusters[best.other]];
    if (!first || !second) break;
    const joined = { members: [...first.members, ...second.members], sum: added(first.sum, second.sum) };
    const kept = clusters.map((_, at) => at).filter((at) => at !== best.other);
    clusters = kept.map((at) => (at === best.one ? joined : clusters[at]!)); // positions of clusters
    const of = (at: number) => {
      const { members, sum } = clusters[at]!; // a cluster
      return dot(sum, joined.sum) / members.length / joined.members.length;
    };
    const place = kept.indexOf(best.one);
    alike = kept.map(
      (row, at) => kept.map((column, to) => (at === place ? of(to) : to === place ? of(at) : alike[row]![column]!)), // a square
    );
  }
  return clusters.map(({ members }) => members.sort((a, b) => a - b)).sort((a, b) => b.length - a.length);
}

/** Of a cluster the member that is most like all others, and the one that is least. */
export function endsOf(vectors: readonly Float64Array[], members: readonly number[]): { most: number; least: number } {
  const units = members.map((at) => unitOf(vectors[at]!) ?? vectors[at]!); // positions of vectors
  const sum = units.reduce(added);
  const alike = units.map((unit) => dot(unit, sum));
  const at = (value: number) => members[alike.indexOf(value)] ?? members[0]!; // a cluster has members
  return { most: at(Math.max(...alike)), least: at(Math.min(...alike)) };
}

function unitOf(vector: Float64Array): Float64Array | null {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((value) => value / length) : null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!; // equally long
  return sum;
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value + b[at]!); // equally long
}
