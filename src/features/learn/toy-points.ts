/** The points of a toy as a person changed them. */
export interface ToyPoints {
  readonly points: Float32Array;
  /** 1 where a point was strange from the start. */
  readonly strange: Uint8Array;
}

const MIN_POINTS = 20;
const MAX_POINTS = 400;

export type ToyChange =
  | { readonly does: "move"; readonly point: number; readonly x: number; readonly y: number }
  | { readonly does: "add"; readonly x: number; readonly y: number }
  | { readonly does: "remove"; readonly point: number };

/** The points after a change; a few always stay, and there are never more than can be dragged smoothly. */
export function changedPoints(before: ToyPoints, change: ToyChange): ToyPoints {
  const { points, strange } = before;
  switch (change.does) {
    case "move":
      return {
        strange,
        points: points.map((one, at) =>
          at === 2 * change.point ? change.x : at === 2 * change.point + 1 ? change.y : one,
        ),
      };
    case "add":
      if (strange.length >= MAX_POINTS) return before;
      return { points: Float32Array.of(...points, change.x, change.y), strange: Uint8Array.of(...strange, 0) };
    case "remove":
      if (strange.length <= MIN_POINTS) return before;
      return {
        points: points.filter((_, at) => at >> 1 !== change.point),
        strange: strange.filter((_, at) => at !== change.point),
      };
  }
}
