import { useCallback, useMemo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { CanvasLayer, type Paint } from "../plane/canvas-layer";
import { useSize } from "../use-size";
import { usePalette } from "../use-palette";
import { levelLine } from "./level-line";
import { paintSurface } from "./paint-surface";
import classes from "./toy-plane.module.css";

/** What a detector says of the square. */
export interface ToySurface {
  readonly scores: Float64Array;
  readonly surface: Float64Array;
  readonly threshold: number;
}

interface Props {
  /** x and y of each point, 0 to 1. */
  readonly points: Float32Array;
  /** 1 where a point is strange on purpose: it has a ring. */
  readonly strange: Uint8Array;
  readonly said: ToySurface | null;
  readonly title: string;
  labelOf(point: number): string;
  onMove(point: number, x: number, y: number): void;
  onAdd(x: number, y: number): void;
  onRemove(point: number): void;
}

const STEP = 0.02;
const RADIUS = 5;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};
const within = (value: number) => Math.max(0, Math.min(1, value));

/**
 * Points of a square that can be dragged, added by a click and taken away, over the score that a point would have at each
 * place; flagged ones are diamonds, and the threshold is a line.
 */
export function ToyPlane({ points, strange, said, title, labelOf, onMove, onAdd, onRemove }: Props) {
  const [box, size] = useSize();
  const palette = usePalette();
  const dragged = useRef<number | null>(null);
  const { width } = size;
  const side = said ? Math.round(Math.sqrt(said.surface.length)) : 0;
  const line = useMemo(() => (said ? levelLine(said.surface, side, said.threshold) : ""), [said, side]);
  const paint = useCallback<Paint>(
    (context, across) => {
      if (said) paintSurface(context, across, said, palette);
    },
    [said, palette],
  );

  const placeOf = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width: across, height } = event.currentTarget.getBoundingClientRect();
    return [within((event.clientX - left) / across), within(1 - (event.clientY - top) / height)];
  };
  const pointAt = (event: PointerEvent) => {
    const found = event.target instanceof Element ? event.target.closest("[data-point]") : null;
    return found ? Number(found.getAttribute("data-point")) : null;
  };
  const onKeyDown = (event: KeyboardEvent, point: number) => {
    const move = MOVES[event.key];
    if (move)
      onMove(point, within(points[2 * point]! + move[0]), within(points[2 * point + 1]! + move[1])); // a point
    else if (event.key === "Delete" || event.key === "Backspace") onRemove(point);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={box} className={classes.plane} role="group" aria-label={title}>
      {width > 0 && (
        <CanvasLayer layout={{ ...size, left: 0, top: 0, plotWidth: width, plotHeight: width }} paint={paint} />
      )}
      <svg
        className={classes.points}
        viewBox={`0 0 ${width} ${width}`}
        onPointerDown={(event) => {
          const point = pointAt(event);
          if (point === null) return onAdd(...placeOf(event));
          dragged.current = point;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (dragged.current !== null) onMove(dragged.current, ...placeOf(event));
        }}
        onPointerUp={() => (dragged.current = null)}
        onPointerCancel={() => (dragged.current = null)}
        onDoubleClick={(event) => {
          const found = event.target instanceof Element ? event.target.closest("[data-point]") : null;
          if (found) onRemove(Number(found.getAttribute("data-point")));
        }}
      >
        <path d={line} className={classes.level} transform={`scale(${width})`} vectorEffect="non-scaling-stroke" />
        {Array.from({ length: points.length / 2 }, (_, point) => {
          const [x, y] = [points[2 * point]! * width, (1 - points[2 * point + 1]!) * width]; // a point
          const isFlagged = said !== null && (said.scores[point] ?? -Infinity) >= said.threshold;
          return (
            <g
              key={point}
              data-point={point}
              tabIndex={0}
              role="button"
              aria-label={labelOf(point)}
              className={classes.point}
              data-flagged={isFlagged || undefined}
              transform={`translate(${x} ${y})`}
              onKeyDown={(event) => onKeyDown(event, point)}
            >
              <circle r={2.4 * RADIUS} className={classes.target} />
              {strange[point] === 1 && <circle r={RADIUS + 4} className={classes.ring} />}
              {isFlagged ? (
                <path d={`M0 ${-RADIUS - 1}L${RADIUS + 1} 0L0 ${RADIUS + 1}L${-RADIUS - 1} 0Z`} />
              ) : (
                <circle r={RADIUS - 1} />
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
