import type { Scale } from "../axis/scale";
import { levelTicks, numberTicks, type Tick } from "../axis/ticks";
import { timeTicks } from "../axis/time-ticks";
import type { AxisKind } from "./geometry";

/** Ticks as the kind of a column wants them, for an axis `length` pixels long. */
export function axisTicks(
  scale: Scale,
  kind: AxisKind,
  levels: readonly string[] | null,
  length: number,
  along: "x" | "y",
  locale: string,
): Tick[] {
  switch (kind) {
    case "category":
    case "text":
      return levelTicks(scale, levels ?? [], length, along === "x" ? 72 : 20, along === "x" ? 11 : 14);
    case "time":
      return timeTicks(scale, length, along === "x" ? 76 : 34, locale);
    case "number":
    case "component":
      return numberTicks(scale, length, along === "x" ? 64 : 34, locale);
    default:
      return kind satisfies never;
  }
}
