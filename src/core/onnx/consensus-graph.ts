import type { ConsensusRule } from "../score/consensus";
import { scaledWeights, tellsApart } from "../score/consensus";
import { robustSpreadOf, summaryOf } from "../score/summary";
import { add, asinh, cast, div, isGreater, largest, lastAtMost, mul, reshape, sub, where } from "./arithmetic";
import type { Graph, Value } from "./graph";

/** What a member says of each row, and its scores of the rows that were learned from, descending. */
export interface MemberValues {
  readonly scores: Value;
  readonly among: Float64Array;
  readonly weight: number;
  /** By which share of its size a score may be off: scores nearer than that tie. */
  readonly error: number;
}

/** Several scores [rows] as one, as `consensusOf` makes it of scores that are ranked among others. */
export function consensusGraph(graph: Graph, members: readonly MemberValues[], rule: ConsensusRule): Value {
  const given = members.map(({ weight }) => weight);
  const weights = scaledWeights(given, rule);
  const parts = members.flatMap((member, at) => {
    const weight = weights[at]!; // one for each
    return weight === 0 ? [] : [mul(graph, memberValue(graph, member, rule), weight)];
  });
  const first = parts[0]!; // some weight is above 0
  const rest = parts.slice(1);
  if (rule !== "max") return rest.reduce((before, part) => add(graph, before, part), first);
  return rest.reduce((before, part) => largest(graph, before, part), largest(graph, first, 0));
}

function memberValue(graph: Graph, { scores, among, error }: MemberValues, rule: ConsensusRule): Value {
  const summary = summaryOf(among);
  const spread = robustSpreadOf(summary);
  if (rule === "scaled") {
    if (!tellsApart(summary)) return mul(graph, scores, 0);
    return asinh(graph, div(graph, sub(graph, scores, summary.median), spread));
  }
  const count = among.length;
  const slack = mul(graph, graph.node("Abs", [scores]), error);
  const table = graph.doubles(among.toReversed());
  const countUpTo = (values: Value) => {
    const lane = reshape(graph, values, [-1, 1]);
    const place = lastAtMost(graph, table, { starts: [0], ends: [count], size: count }, lane);
    return add(graph, cast(graph, reshape(graph, place, [-1]), "double"), 1);
  };
  const above = sub(graph, count, countUpTo(add(graph, scores, slack)));
  const atOrAbove = sub(graph, count, countUpTo(sub(graph, scores, slack)));
  const next = add(graph, above, 1);
  const left = div(graph, add(graph, next, largest(graph, atOrAbove, next)), 2 * (count + 1));
  const surprise = mul(graph, graph.node("Log", [left]), -1);
  const top = among[0] ?? 0;
  const beyond = sub(graph, scores, top);
  const isBeyond = isGreater(graph, beyond, slack);
  const far = asinh(graph, div(graph, where(graph, isBeyond, beyond, 0), spread));
  return add(graph, surprise, far);
}
