import type { Curves } from "../../core/evaluate/curves";
import type { Layout } from "../axis/layout";

export const kinds = ["pr", "roc"] as const;
/** Precision over recall, or recall over the share of ordinary rows that are flagged. */
export type Kind = (typeof kinds)[number];

const colours = [
  "var(--ae-selected)",
  "var(--ae-strange)",
  "var(--ae-label-a)",
  "var(--ae-label-b)",
  "var(--ae-text)",
  "var(--ae-ordinary)",
];
const dashes = ["none", "7 3", "2 3"];

/** The colour of the n-th detector; colours come again with another dash. */
export function colourOf(at: number): string {
  return colours[at % colours.length]!;
}

export function dashOf(at: number): string {
  return dashes[Math.floor(at / colours.length) % dashes.length]!;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The line of a curve in pixels. */
export function pathOf(curves: Curves, kind: Kind, layout: Layout): string {
  const points = Array.from(curves.recall, (_, at) => placeOf(curves, kind, at, layout));
  if (points.length === 0) return "";
  const start = kind === "roc" ? `M${layout.left} ${layout.top + layout.plotHeight}L` : "M";
  return start + points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
}

/** Where the present threshold lies on it; null where nothing is flagged. */
export function pointOf(curves: Curves, kind: Kind, layout: Layout): Point | null {
  return curves.at < 0 ? null : placeOf(curves, kind, curves.at, layout);
}

function placeOf({ recall, precision, falseRate }: Curves, kind: Kind, at: number, layout: Layout): Point {
  const [along, up] = kind === "pr" ? [recall[at]!, precision[at]!] : [falseRate[at]!, recall[at]!];
  return { x: layout.left + along * layout.plotWidth, y: layout.top + (1 - up) * layout.plotHeight };
}
