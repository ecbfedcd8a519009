/** The part of a plot that is in view, as positions (0 to 1 of the whole); y runs upwards. */
export interface View {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export const wholeView: View = { x0: 0, x1: 1, y0: 0, y1: 1 };

/** Which axes move. */
export type Freedom = "x" | "xy";

/** `view` made `factor` times as wide around a point given as its share of the view; never wider than the whole. */
export function zoomView(view: View, factor: number, atX: number, atY: number, free: Freedom, least: number): View {
  const [x0, x1] = zoomSpan(view.x0, view.x1, factor, atX, least);
  if (free === "x") return { ...view, x0, x1 };
  const [y0, y1] = zoomSpan(view.y0, view.y1, factor, atY, least);
  return { x0, x1, y0, y1 };
}

function zoomSpan(from: number, to: number, factor: number, at: number, least: number): [number, number] {
  const span = Math.max(least, Math.min(1, (to - from) * factor));
  const fixed = from + at * (to - from);
  return keptInside(fixed - at * span, span);
}

/** `view` moved by shares of itself. */
export function panView(view: View, dx: number, dy: number, free: Freedom): View {
  const [x0, x1] = keptInside(view.x0 + dx * (view.x1 - view.x0), view.x1 - view.x0);
  if (free === "x") return { ...view, x0, x1 };
  const [y0, y1] = keptInside(view.y0 + dy * (view.y1 - view.y0), view.y1 - view.y0);
  return { x0, x1, y0, y1 };
}

function keptInside(from: number, span: number): [number, number] {
  const start = Math.max(0, Math.min(1 - span, from));
  return [start, start + span];
}

/** `view` moved just so far that the position `x`, `y` is in it, with a margin. */
export function viewShowing(view: View, x: number, y: number, free: Freedom): View {
  const shift = (at: number, from: number, to: number) => {
    const share = (at - from) / (to - from);
    return share < 0.02 || share > 0.98 ? share - 0.5 : 0;
  };
  return panView(view, shift(x, view.x0, view.x1), shift(y, view.y0, view.y1), free);
}

export function isWhole(view: View): boolean {
  return view.x1 - view.x0 >= 1 && view.y1 - view.y0 >= 1;
}
