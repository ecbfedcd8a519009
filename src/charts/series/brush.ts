import { panView, type View } from "../plane/view";

/** What of the brush is held. */
export type BrushPart = "from" | "to" | "whole";

/** The view after a part of its brush was moved by a share of the whole; an edge stops `least` before the other one. */
export function brushMoved(view: View, part: BrushPart, by: number, least: number): View {
  switch (part) {
    case "whole":
      return panView(view, by / (view.x1 - view.x0), 0, "x");
    case "from":
      return { ...view, x0: Math.max(0, Math.min(view.x1 - least, view.x0 + by)) };
    case "to":
      return { ...view, x1: Math.min(1, Math.max(view.x0 + least, view.x1 + by)) };
    default:
      return part satisfies never;
  }
}

/** The view after a key: arrows move a part by a tenth of the view (Shift: by all of it), Home and End to the ends; null for other keys. */
export function brushAfterKey(view: View, part: BrushPart, key: string, isFar: boolean, least: number): View | null {
  const span = view.x1 - view.x0;
  const step = span * (isFar ? 1 : 0.1);
  const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step, Home: -1, End: 1 }[key];
  return by === undefined ? null : brushMoved(view, part, by, least);
}

/** The view that shows the span from `from` to `to` (shares of the whole) with as much again around it. */
export function viewAround(from: number, to: number, least: number): View {
  const span = Math.min(1, Math.max(least, 3 * (to - from)));
  const start = Math.max(0, Math.min(1 - span, (from + to) / 2 - span / 2));
  return { x0: start, x1: start + span, y0: 0, y1: 1 };
}
