import type { ColumnKind } from "../data/column";
import type { Note } from "../data/note";
import type { FittedFeature, FittedRecipe } from "../prepare/fitted-recipe";
import { cast, div, gather, isLess, largest, log1p, mul, smallest, sub, where } from "./arithmetic";
import { categoryFeatures } from "./category-graph";
import type { Graph, Value } from "./graph";
import { textPlaces } from "./text-places";
import { timeFeature } from "./time-graph";

/** An input of a graph: the column that it is fed with. */
export interface GraphInput {
  readonly input: string;
  readonly column: string;
  readonly position: number;
  readonly kind: ColumnKind;
}

/** What detectors see, as values of a graph. */
export interface SeenValues {
  /** [rows, features] as 32-bit numbers, as the app lays them out; and the same as doubles, to compute with. */
  readonly float: Value;
  readonly double: Value;
  readonly width: number;
}

/** Inputs by column, made once whichever recipes ask for them. */
export class GraphInputs {
  private readonly made = new Map<string, { readonly value: Value; readonly told: GraphInput }>();

  /** @param taken names that no input may have */
  constructor(
    private readonly graph: Graph,
    private readonly taken: readonly string[],
  ) {}

  of({ position, name, kind }: FittedRecipe["sources"][number]): Value {
    const key = `${kind} ${position} ${name}`;
    const known = this.made.get(key);
    if (known) return known.value;
    const names = new Set([...this.taken, ...[...this.made.values()].map(({ told }) => told.input)]);
    const base = name === "" ? `column ${position + 1}` : name;
    let input = base;
    for (let number = 2; names.has(input); number++) input = `${base} (${number})`;
    const value = this.graph.input(input, kind === "number" || kind === "time" ? "double" : "text");
    this.made.set(key, { value, told: { input, column: name, position, kind } });
    return value;
  }

  get told(): readonly GraphInput[] {
    return [...this.made.values()].map(({ told }) => told);
  }
}

/** Why a recipe is no matter of single rows; null where it is. */
export function whyNotByRow({ features, sources }: FittedRecipe): Note | null {
  const gap = features.find(({ source }) => source.kind === "gap");
  return gap ? { code: "onnx.needs-order", values: { column: sources[gap.from]?.name ?? "" } } : null;
}

/** The recipe as nodes: from the columns of a row to what detectors see. Throws for what `whyNotByRow` names. */
export function recipeGraph(graph: Graph, inputs: GraphInputs, fitted: FittedRecipe): SeenValues {
  const { features } = fitted;
  const parts: Value[] = [];
  const order: number[] = [];
  fitted.sources.forEach((source, from) => {
    const own = features.flatMap((feature, at) => (feature.from === from ? [at] : []));
    if (own.length === 0) return;
    const input = inputs.of(source);
    const some = own.map((at) => features[at]!); // its own places
    order.push(...own);
    if (source.kind === "category" || source.kind === "text") parts.push(categoryFeatures(graph, input, some));
    else parts.push(...some.map((feature) => numericFeature(graph, input, source.kind, feature)));
  });
  const laid = parts.length === 1 ? parts[0]! : graph.node("Concat", parts, { axis: 1 }); // one was just counted
  const raw = inOrder(graph, laid, order);
  const group = fitted.group ? groupOf(graph, inputs, fitted.group, fitted) : null;
  const scaled = scaledValues(graph, raw, features, group, fitted.group?.keys.length ?? 0);
  const float = cast(graph, scaled, "float");
  return { float, double: cast(graph, float, "double"), width: features.length };
}

/** Whether a value is missing without which a row is not judged: [rows]; null where none is. */
export function droppedRows(graph: Graph, inputs: GraphInputs, { dropMissing, sources }: FittedRecipe): Value | null {
  const tests = dropMissing.map((from) => {
    const source = sources[from]!; // an index into them
    const input = inputs.of(source);
    return source.kind === "number" || source.kind === "time"
      ? graph.node("IsNaN", [input])
      : graph.node("Equal", [textPlaces(graph, input, []), graph.whole(0)]);
  });
  const any = tests.reduce<Value | null>((before, test) => (before ? graph.node("Or", [before, test]) : test), null);
  return any && graph.node("Squeeze", [any, graph.wholes([1])]);
}

/** Columns that stand as `order` says, put to their places. */
function inOrder(graph: Graph, laid: Value, order: readonly number[]): Value {
  if (order.every((feature, at) => feature === at)) return laid;
  const places = order.map((_, feature) => order.indexOf(feature));
  return gather(graph, laid, graph.wholes(places), 1);
}

function numericFeature(graph: Graph, input: Value, kind: ColumnKind, { source }: FittedFeature): Value {
  if (source.kind === "missing") return cast(graph, graph.node("IsNaN", [input]), "double");
  if (kind === "time") return timeFeature(graph, input, source);
  if (source.kind !== "value") throw new Error(`a number has no ${source.kind}`);
  const ends = where(graph, isLess(graph, input, 0), source.below, source.above);
  const finite = where(graph, graph.node("IsInf", [input]), ends, input);
  const { least, most } = source;
  if (least !== undefined) return where(graph, isLess(graph, finite, least), least, finite);
  return most === undefined ? finite : where(graph, isLess(graph, finite, most), finite, most);
}

/** The group of each row, [rows]; as many as there are keys: none of them. */
function groupOf(
  graph: Graph,
  inputs: GraphInputs,
  { from, keys }: NonNullable<FittedRecipe["group"]>,
  { sources }: FittedRecipe,
): Value {
  const source = sources[from]!; // an index into them
  const input = inputs.of(source);
  const none = graph.whole(keys.length);
  if (source.kind === "category" || source.kind === "text") {
    const place = graph.node("Squeeze", [textPlaces(graph, input, keys), graph.wholes([1])]);
    const isNone = graph.node("Equal", [place, graph.whole(0)]);
    return graph.node("Where", [isNone, none, graph.node("Sub", [place, graph.whole(1)])]);
  }
  const isKey = cast(graph, graph.node("Equal", [input, graph.doubles(keys.map(Number), [1, keys.length])]), "float");
  const isAny = graph.node("ReduceMax", [isKey], { axes: { wholes: [1] }, keepdims: 0 });
  const first = graph.node("ArgMax", [isKey], { axis: 1, keepdims: 0 });
  return graph.node("Where", [cast(graph, isAny, "truth"), first, none]);
}

/** Fills, logarithms, centres, scales and limits of all features at once, as `applyRecipe` does them one by one. */
function scaledValues(
  graph: Graph,
  raw: Value,
  features: readonly FittedFeature[],
  group: Value | null,
  groups: number,
): Value {
  /** A number per feature, or per group and feature. */
  const table = (
    plain: (one: FittedFeature) => number,
    own: (one: FittedFeature, at: number) => number | undefined,
  ) => {
    if (!group || features.every(({ within }) => !within))
      return graph.doubles(features.map(plain), [1, features.length]);
    const rows = Array.from({ length: groups + 1 }, (_, at) => features.map((one) => own(one, at) ?? plain(one)));
    return gather(graph, graph.doubles(rows.flat(), [groups + 1, features.length]), group);
  };
  const fill = table(({ fill }) => fill, ({ within }, at) => within?.fills[at]); // prettier-ignore
  const known = where(graph, graph.node("IsNaN", [raw]), fill, raw);
  const flat = features.some(({ log }) => log) ? signedLogs(graph, known, features) : known;
  const center = table(({ scaling }) => scaling.center, ({ within }, at) => within?.centers[at]); // prettier-ignore
  const halfOf = (scale: number) => Math.max(scale * 0.5, Number.MIN_VALUE);
  const halfScale = table(({ scaling }) => halfOf(scaling.scale), ({ within }, at) => within?.scales[at] === undefined ? undefined : halfOf(within.scales[at])); // prettier-ignore
  const off = sub(graph, mul(graph, flat, 0.5), mul(graph, center, 0.5));
  const limit = features.map(({ scaling }) => scaling.limit);
  const high = graph.doubles(limit, [1, limit.length]);
  const low = graph.doubles(limit.map((value) => -value), [1, limit.length]); // prettier-ignore
  return smallest(graph, largest(graph, div(graph, off, halfScale), low), high);
}

function signedLogs(graph: Graph, known: Value, features: readonly FittedFeature[]): Value {
  const logs = mul(graph, graph.node("Sign", [known]), log1p(graph, graph.node("Abs", [known])));
  if (features.every(({ log }) => log)) return logs;
  const isLog = graph.truths(features.map(({ log }) => log), [1, features.length]); // prettier-ignore
  return where(graph, isLog, logs, known);
}
