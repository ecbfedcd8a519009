import { add, cast, div, gather, isAtMost, isGreater, isLess, largest, lastAtMost, mul, smallest, sub, sum, where } from "../../core/onnx/arithmetic"; // prettier-ignore
import type { Graph, Value } from "../../core/onnx/graph";
import { defineOnnxExport, type AnyOnnxExport } from "../../core/onnx/onnx-export";
import type { SeenValues } from "../../core/onnx/recipe-graph";
import { zeros } from "../zeros-onnx";
import { RELATIVE_ROUNDING } from "./bin-count";
import { type HistogramModel, MAX_BINS_BEYOND } from "./hbos";
import type { TailTable } from "./tail-table";

/** What bin of its column each value falls into, looked up among the terms of all columns laid one after the other. */
export const hbosOnnx = defineOnnxExport<HistogramModel>({
  score(graph, seen, { columns, terms, beyond }) {
    const used = [...columns.keys()].filter((feature) => terms[feature]!.length > 0); // its own keys
    const [first] = used;
    if (first === undefined) return zeros(graph, seen);
    const row = (value: (feature: number) => number) => graph.doubles(used.map(value), [1, used.length]);
    const [low, high] = [row((feature) => columns[feature]!.low), row((feature) => columns[feature]!.high)]; // one of them
    const counts = used.map((feature) => terms[feature]!.length); // one of them
    const starts = counts.map((_, at) => counts.slice(0, at).reduce((before, count) => before + count, 0));
    const x = used.length === seen.width ? seen.double : gather(graph, seen.double, graph.wholes(used), 1);
    const isEven = columns[first]!.edges.length === 0; // one of them, and all are alike
    const bin = isEven ? evenBin(graph, x, low, high, counts) : edgeBin(graph, x, used.map((feature) => columns[feature]!.edges), counts); // prettier-ignore
    const table = graph.doubles(used.flatMap((feature) => [...terms[feature]!])); // one of them
    const within = gather(graph, table, graph.node("Add", [bin, graph.wholes(starts, [1, starts.length])]));
    const endOf = (feature: number, end: "first" | "last") => {
      const { edges, low: from, high: to } = columns[feature]!; // one of them
      const bins = terms[feature]!.length; // one of them
      if (edges.length === 0) return (to - from) / bins;
      return end === "first" ? edges[1]! - from : to - edges[bins - 1]!; // one more edge than bins
    };
    const below = largest(graph, sub(graph, low, x), 0);
    const above = largest(graph, sub(graph, x, high), 0);
    const isOutside = graph.node("Or", [
      isGreater(
        graph,
        below,
        row((feature) => MAX_BINS_BEYOND * endOf(feature, "first")),
      ),
      isGreater(
        graph,
        above,
        row((feature) => MAX_BINS_BEYOND * endOf(feature, "last")),
      ),
    ]);
    return sum(graph, where(graph, isOutside, beyond, within), 1);
  },
});

function evenBin(graph: Graph, x: Value, low: Value, high: Value, counts: readonly number[]): Value {
  const bins = graph.doubles(counts, [1, counts.length]);
  const share = div(graph, sub(graph, x, low), sub(graph, high, low));
  const bin = graph.node("Floor", [add(graph, mul(graph, share, bins), RELATIVE_ROUNDING)]);
  const last = graph.doubles(counts.map((count) => count - 1), [1, counts.length]); // prettier-ignore
  return cast(graph, smallest(graph, largest(graph, bin, 0), last), "whole");
}

function edgeBin(graph: Graph, x: Value, edges: readonly Float64Array[], counts: readonly number[]): Value {
  const starts = edges.map((_, at) => edges.slice(0, at).reduce((before, { length }) => before + length, 0));
  const ends = starts.map((start, at) => start + edges[at]!.length); // as many
  const size = ends[ends.length - 1] ?? 0;
  const table = graph.doubles(edges.flatMap((one) => [...one]));
  const place = lastAtMost(graph, table, { starts, ends, size }, x);
  const bin = graph.node("Sub", [place, graph.wholes(starts, [1, starts.length])]);
  const last = graph.wholes(counts.map((count) => count - 1), [1, counts.length]); // prettier-ignore
  return graph.node("Min", [graph.node("Max", [bin, graph.whole(0)]), last]);
}

/** What a column adds, from both tails and the one that its skewness points to, all [rows, features]. */
type TailNodes = (graph: Graph, tails: Readonly<Record<"left" | "right" | "skewed", Value>>) => Value;

function tailsOnnx(termOf: TailNodes): AnyOnnxExport {
  return defineOnnxExport<TailTable>({
    score(graph, seen, table) {
      const { left, right } = tailsAt(graph, seen, table);
      const pick = (wanted: (sign: number) => boolean) => graph.doubles([...table.skew].map((sign) => Number(wanted(sign))), [1, seen.width]); // prettier-ignore
      const ofLeft = mul(graph, left, pick((sign) => sign <= 0)); // prettier-ignore
      const ofRight = mul(graph, right, pick((sign) => sign >= 0)); // prettier-ignore
      return sum(graph, termOf(graph, { left, right, skewed: add(graph, ofLeft, ofRight) }), 1);
    },
    numbersPerRow: ({ starts }) => 40 * starts.length,
  });
}

export const ecodOnnx = tailsOnnx((graph, { left, right, skewed }) =>
  largest(graph, largest(graph, left, right), skewed),
);

export const copodOnnx = tailsOnnx((graph, { left, right, skewed }) =>
  largest(graph, div(graph, add(graph, left, right), 2), skewed),
);

/** How far out each value lies in its column on either side, as `tailsAt` of one value. */
function tailsAt(graph: Graph, { float, double }: SeenValues, table: TailTable): { left: Value; right: Value } {
  const { rows, knots, below, upTo } = table;
  const width = table.starts.length - 1;
  const starts = [...table.starts.subarray(0, width)];
  const ends = [...table.starts.subarray(1)];
  const lane = (values: readonly number[]) => graph.wholes(values, [1, width]);
  const [knotTable, upToTable, belowTable] = [graph.doubles(knots), graph.doubles(upTo), graph.doubles(below)];
  const place = lastAtMost(graph, graph.floats(knots), { starts, ends, size: knots.length }, float);
  const isBefore = graph.node("Less", [place, lane(starts)]);
  const at = graph.node("Max", [place, lane(starts)]);
  const isLast = graph.node("GreaterOrEqual", [place, lane(ends.map((end) => end - 1))]);
  const next = graph.node("Min", [graph.node("Add", [place, graph.whole(1)]), lane(ends.map((end) => end - 1))]);
  const knot = gather(graph, knotTable, at);
  const isKnot = graph.node("And", [graph.node("Not", [isBefore]), graph.node("Equal", [knot, double])]);
  const known = gather(graph, upToTable, at);
  const from = where(graph, isBefore, 0, known);
  const to = where(graph, isLast, rows, gather(graph, belowTable, next));
  const gap = sub(graph, to, from);
  // Ranks between two knots that others were left out of. In front of the first and behind the last there are none.
  const span = sub(graph, gather(graph, knotTable, next), knot);
  const share = div(graph, sub(graph, double, knot), where(graph, isAtMost(graph, span, 0), 1, span));
  const isEnd = graph.node("Or", [isBefore, isLast]);
  const isBetween = graph.node("And", [graph.node("Not", [isEnd]), isGreater(graph, gap, 0)]);
  const between = add(graph, from, where(graph, isBetween, mul(graph, gap, share), 0));
  const left = where(graph, isKnot, known, between);
  const right = where(graph, isKnot, sub(graph, rows, gather(graph, belowTable, at)), sub(graph, rows, between));
  const least = rows / (rows + 1);
  const tail = (count: Value) => graph.node("Log", [div(graph, rows, where(graph, isLess(graph, count, least), least, count))]); // prettier-ignore
  return { left: tail(left), right: tail(right) };
}
