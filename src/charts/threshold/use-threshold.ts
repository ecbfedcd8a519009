import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { positionOf, valueAt, type Scale } from "../axis/scale";
import type { Layout } from "../axis/layout";
import { countFlagged, thresholdAfterKey } from "./threshold-steps";

interface Options {
  /** "x": a vertical line on a horizontal score axis; "y": a horizontal line on a vertical one. */
  readonly along: "x" | "y";
  readonly layout: Layout;
  /** What the visible axis shows. */
  readonly scale: Scale;
  readonly sorted: Float64Array;
  readonly threshold: number;
  onThreshold(value: number): void;
}

/** A threshold that can be dragged and stepped; `value` runs ahead of the `threshold` given while it is being dragged. */
export interface Threshold {
  readonly along: "x" | "y";
  readonly value: number;
  readonly flagged: number;
  /** Pixels of the chart, kept inside the plot area. */
  readonly pixel: number;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  };
}

/** Moves the threshold by mouse, touch, pen and keys, and reports it at most once per animation frame. */
export function useThreshold({ along, layout, scale, sorted, threshold, onThreshold }: Options): Threshold {
  const [dragged, setDragged] = useState<number | null>(null);
  const grip = useRef<number | null>(null);
  const frame = useRef(0);
  const latest = useRef(threshold);
  const isUnsent = useRef(false);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const value = dragged ?? threshold;
  const start = along === "x" ? layout.left : layout.top + layout.plotHeight;
  const length = along === "x" ? layout.plotWidth : -layout.plotHeight;
  const pixel = start + Math.max(0, Math.min(1, positionOf(scale, value) || 0)) * length;
  const pointerOf = (event: PointerEvent) => (along === "x" ? event.clientX : event.clientY);

  // The first move of a frame is answered at once, later ones of the same frame together in the next.
  const send = () => {
    isUnsent.current = false;
    frame.current = requestAnimationFrame(nextFrame);
    setDragged(latest.current);
    onThreshold(latest.current);
  };
  const nextFrame = () => {
    frame.current = 0;
    if (isUnsent.current) send();
  };

  const release = () => {
    if (grip.current === null) return;
    grip.current = null;
    if (isUnsent.current) send();
    cancelAnimationFrame(frame.current);
    frame.current = 0;
    setDragged(null);
  };

  return {
    along,
    value,
    flagged: countFlagged(sorted, value),
    pixel,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        // Where the line was gripped, so that it does not jump to the pointer.
        grip.current = pixel - pointerOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        event.stopPropagation();
      },
      onPointerMove(event) {
        if (grip.current === null) return;
        const position = (pointerOf(event) + grip.current - start) / length;
        latest.current = valueAt(scale, Math.max(0, Math.min(1, position)));
        if (frame.current === 0) send();
        else isUnsent.current = true;
      },
      onPointerUp: release,
      onPointerCancel: release,
      onKeyDown(event) {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = thresholdAfterKey(sorted, threshold, event.key, event.shiftKey);
        if (next === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (next !== threshold) onThreshold(next);
      },
    },
  };
}
