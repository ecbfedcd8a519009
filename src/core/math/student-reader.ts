import { studentEvidence } from "./student-tail";

/** Up to here values are read between nodes; the few that lie further out are computed. */
const READ_TO = 40;
const NODES_PER_UNIT = 20;
/** On a scale of square roots the evidence is smooth whatever the degrees of freedom: about z near 0, z squared or a logarithm far out. */
const NODE_COUNT = Math.ceil(Math.sqrt(READ_TO) * NODES_PER_UNIT) + 3;

/**
 * `studentEvidence` for one number of degrees of freedom and many values: cubic interpolation between nodes that are
 * computed when they are first needed. Right to about one part in a million.
 */
export function studentReader(freedom: number): (t: number) => number {
  const nodes = new Float64Array(NODE_COUNT).fill(NaN);
  const node = (at: number): number => {
    const known = nodes[at]!; // within the nodes
    if (!Number.isNaN(known)) return known;
    return (nodes[at] = studentEvidence((at / NODES_PER_UNIT) ** 2, freedom));
  };
  return (t) => {
    const z = Math.abs(t);
    if (!(z > 0)) return 0;
    if (z >= READ_TO) return studentEvidence(z, freedom);
    const place = Math.sqrt(z) * NODES_PER_UNIT;
    const at = Math.floor(place);
    const way = place - at;
    // Left of 0 the curve is its own mirror image.
    const [a, b, c, d] = [node(Math.abs(at - 1)), node(at), node(at + 1), node(at + 2)];
    const fromLeft = ((-way * (way - 1) * (way - 2)) / 6) * a + (((way + 1) * (way - 1) * (way - 2)) / 2) * b;
    const fromRight = ((-(way + 1) * way * (way - 2)) / 2) * c + (((way + 1) * way * (way - 1)) / 6) * d;
    return fromLeft + fromRight;
  };
}
