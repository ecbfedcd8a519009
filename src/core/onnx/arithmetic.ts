import { type Element, ELEMENT, type Graph, type Value } from "./graph";

// What many graphs are made of. Values are doubles unless said otherwise; a number stands for a constant.

type Operand = Value | number;

export function valueOf(graph: Graph, operand: Operand): Value {
  return typeof operand === "number" ? graph.double(operand) : operand;
}

const binary = (op: string) => (graph: Graph, a: Operand, b: Operand) =>
  graph.node(op, [valueOf(graph, a), valueOf(graph, b)]);

export const add = binary("Add");
export const sub = binary("Sub");
export const mul = binary("Mul");
export const div = binary("Div");
export const largest = binary("Max");
export const smallest = binary("Min");
export const isGreater = binary("Greater");
export const isLess = binary("Less");
export const isAtMost = binary("LessOrEqual");
export const isAtLeast = binary("GreaterOrEqual");

export function where(graph: Graph, condition: Value, then: Operand, otherwise: Operand): Value {
  return graph.node("Where", [condition, valueOf(graph, then), valueOf(graph, otherwise)]);
}

export function cast(graph: Graph, value: Value, to: Element): Value {
  return graph.node("Cast", [value], { to: ELEMENT[to] });
}

export function square(graph: Graph, value: Value): Value {
  return graph.node("Mul", [value, value]);
}

export function root(graph: Graph, value: Value): Value {
  return graph.node("Sqrt", [value]);
}

/** The sum over an axis; the axis goes unless it is kept. */
export function sum(graph: Graph, value: Value, axis: number, keeps = false): Value {
  return graph.node("ReduceSum", [value, graph.wholes([axis])], { keepdims: Number(keeps) });
}

/** "ReduceMax", "ReduceMin" or "ReduceMean" over an axis, which goes unless it is kept. */
export function over(
  graph: Graph,
  op: `Reduce${"Max" | "Min" | "Mean"}`,
  value: Value,
  axis: number,
  keeps = false,
): Value {
  // prettier-ignore
  return graph.node(op, [value], { axes: { wholes: [axis] }, keepdims: Number(keeps) });
}

/** What stands at the places `indices` of an axis. */
export function gather(graph: Graph, from: Value, indices: Value, axis = 0): Value {
  return graph.node("Gather", [from, indices], { axis });
}

/** Columns `from` (included) to `to` (excluded) of [rows, columns]. */
export function columnsOf(graph: Graph, value: Value, from: number, to: number): Value {
  return graph.node("Slice", [value, graph.wholes([from]), graph.wholes([to]), graph.wholes([1])]);
}

export function reshape(graph: Graph, value: Value, dims: readonly number[]): Value {
  return graph.node("Reshape", [value, graph.wholes(dims)]);
}

/** log(1 + x) of x >= 0, without losing small ones to the 1 (Kahan's way: what 1 + x lost, the quotient gives back). */
export function log1p(graph: Graph, x: Value): Value {
  const u = add(graph, x, 1);
  const lost = sub(graph, u, 1);
  const isTiny = graph.node("Equal", [lost, graph.double(0)]);
  const known = where(graph, isTiny, 1, lost);
  return where(graph, isTiny, x, mul(graph, graph.node("Log", [u]), div(graph, x, known)));
}

/** asinh(x), for numbers of either sign. */
export function asinh(graph: Graph, x: Value): Value {
  const size = graph.node("Abs", [x]);
  const behind = add(graph, root(graph, add(graph, square(graph, size), 1)), 1);
  const inner = add(graph, size, div(graph, square(graph, size), behind));
  return mul(graph, graph.node("Sign", [x]), log1p(graph, inner));
}

/**
 * How many of `count` numbers in ascending order are at most each of `values` [rows, lanes], minus one: the place of the
 * last that is. Lanes search in ranges of their own of one table: from `starts` (included) to `ends` (excluded); a lane of
 * which none is at most the value answers with its start less one.
 */
export function lastAtMost(
  graph: Graph,
  table: Value,
  {
    starts,
    ends,
    size,
  }: { readonly starts: readonly number[]; readonly ends: readonly number[]; readonly size: number },
  values: Value,
): Value {
  const longest = Math.max(1, ...starts.map((start, lane) => (ends[lane] ?? start) - start));
  const end = graph.wholes(ends, [1, ends.length]);
  const last = graph.whole(Math.max(0, size - 1));
  // Ones of the shape of `values`, whatever it is.
  const ones = cast(graph, graph.node("Equal", [values, values]), "whole");
  const before = graph.wholes(starts.map((start) => start - 2), [1, starts.length]); // prettier-ignore
  let place = graph.node("Add", [ones, before]);
  for (let step = 2 ** Math.floor(Math.log2(longest)); step >= 1; step /= 2) {
    const next = graph.node("Add", [place, graph.whole(step)]);
    const isWithin = graph.node("Less", [next, end]);
    const found = gather(graph, table, graph.node("Min", [next, last]));
    const goes = graph.node("And", [isWithin, graph.node("LessOrEqual", [found, values])]);
    place = graph.node("Where", [goes, next, place]);
  }
  return place;
}
