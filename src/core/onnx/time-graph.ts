import type { FeatureSource } from "../prepare/fitted-recipe";
import { add, cast, div, gather, isAtLeast, mul, sub, where } from "./arithmetic";
import type { Graph, Value } from "./graph";

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const MONDAY_OFFSET_DAYS = 3;

/** A feature of epoch milliseconds; NaN where the time is missing. */
export function timeFeature(graph: Graph, time: Value, source: FeatureSource): Value {
  switch (source.kind) {
    case "days":
      return div(graph, sub(graph, time, source.first), MS_PER_DAY);
    case "clock-value": {
      const isMissing = graph.node("IsNaN", [time]);
      const known = where(graph, isMissing, 0, time);
      const part = source.part === "hour" ? hourOf(graph, known) : weekdayOf(graph, known);
      const value = gather(graph, graph.doubles(source.values), cast(graph, part, "whole"));
      return where(graph, isMissing, NaN, value);
    }
    case "clock-wave": {
      const isHour = source.part === "hour";
      const shifted = isHour ? time : add(graph, time, MONDAY_OFFSET_DAYS * MS_PER_DAY);
      const turns = div(graph, shifted, isHour ? MS_PER_DAY : 7 * MS_PER_DAY);
      return wave(graph, sub(graph, turns, floor(graph, turns)), source.wave);
    }
    default:
      throw new Error(`a time has no ${source.kind} by row`);
  }
}

function floor(graph: Graph, value: Value): Value {
  return graph.node("Floor", [value]);
}

/** The hour of day, without a fraction in between: 23 hours are not quite 23/24 of a day. */
function hourOf(graph: Graph, time: Value): Value {
  const day = mul(graph, floor(graph, div(graph, time, MS_PER_DAY)), MS_PER_DAY);
  return floor(graph, div(graph, sub(graph, time, day), MS_PER_HOUR));
}

function weekdayOf(graph: Graph, time: Value): Value {
  const day = add(graph, floor(graph, div(graph, time, MS_PER_DAY)), MONDAY_OFFSET_DAYS);
  return sub(graph, day, mul(graph, floor(graph, div(graph, day, 7)), 7));
}

const TERMS = 9;
/** A quarter of a turn in two parts, the first of so few bits that its multiples are exact (fdlibm). */
const QUARTER = 1.57079632673412561417;
const QUARTER_REST = 6.07710050650619224932e-11;

/**
 * The sine or cosine of a share of a turn: operators for those of doubles are optional in what runs graphs. Quarters are
 * taken off first, exactly, so that what is almost 0 at noon has the digits that it has in the app; then a power series.
 */
function wave(graph: Graph, turn: Value, kind: "sin" | "cos"): Value {
  const angle = mul(graph, turn, 2 * Math.PI);
  const quarters = graph.node("Round", [div(graph, angle, Math.PI / 2)]);
  const rest = sub(graph, sub(graph, angle, mul(graph, quarters, QUARTER)), mul(graph, quarters, QUARTER_REST));
  const squared = mul(graph, rest, rest);
  const sine = mul(graph, series(graph, squared, 1), rest);
  const cosine = series(graph, squared, 0);
  const quarter = kind === "sin" ? quarters : add(graph, quarters, 1);
  const ofFour = sub(graph, quarter, mul(graph, floor(graph, div(graph, quarter, 4)), 4));
  const isOdd = graph.node("Equal", [graph.node("Mod", [ofFour, graph.double(2)], { fmod: 1 }), graph.double(1)]);
  const size = where(graph, isOdd, cosine, sine);
  return where(graph, isAtLeast(graph, ofFour, 2), mul(graph, size, -1), size);
}

/** The power series of the sine over its argument (`shift` 1), or of the cosine (0), by the square of the argument. */
function series(graph: Graph, squared: Value, shift: 0 | 1): Value {
  let found = graph.double(1);
  for (let term = TERMS; term >= 1; term--) {
    const top = 2 * term + shift;
    found = add(graph, mul(graph, found, div(graph, squared, -(top * (top - 1)))), 1);
  }
  return found;
}
