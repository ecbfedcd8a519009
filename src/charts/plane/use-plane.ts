import { useEffect, useRef, useState, type Dispatch, type PointerEvent, type SetStateAction } from "react";
import { isWhole, panView, wholeView, zoomView, type Freedom, type View } from "./view";

/** A rectangle being dragged, in pixels of the plot area. */
export interface Box {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

interface Options {
  /** The view and its setter where it belongs to somebody else too; absent: the plane's own. */
  readonly shared?: readonly [View, Dispatch<SetStateAction<View>>];
  readonly free: Freedom;
  /** The smallest span of an axis that can be zoomed to, as a share of the whole. */
  readonly least: number;
  /** Pixels of the plot area; null when the pointer left. */
  onHover(x: number | null, y: number | null): void;
  onClick(x: number, y: number): void;
  /** The rectangle drawn, with the view in which it was drawn. */
  onBox(box: Box, view: View): void;
}

export interface Plane {
  readonly view: View;
  readonly whole: boolean;
  readonly box: Box | null;
  /** Whether dragging draws a box instead of moving the view. */
  readonly boxing: boolean;
  /** The ref of the element that lies over the plot area. */
  attach(element: HTMLDivElement | null): void;
  setBoxing(boxing: boolean): void;
  setView(view: View): void;
  /** Zooms around the middle. */
  zoomBy(factor: number): void;
  reset(): void;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
    onDoubleClick(): void;
  };
}

interface Drag {
  readonly kind: "pan" | "box";
  readonly startX: number;
  readonly startY: number;
  moved: boolean;
}

const clickSlack = 4;

/** Zoom by wheel, pinch and call, pan by drag, box by Shift and drag or in box mode, click and hover: over one plot area. */
export function usePlane({ shared, free, least, onHover, onClick, onBox }: Options): Plane {
  const own = useState<View>(wholeView);
  const [view, setView] = shared ?? own;
  const [box, setBox] = useState<Box | null>(null);
  const [boxing, setBoxing] = useState(false);
  const [element, attach] = useState<HTMLDivElement | null>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const drag = useRef<Drag | null>(null);

  useEffect(() => {
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY * lines)) * 0.006);
      const frame = element.getBoundingClientRect();
      setView((last) => {
        const atX = (event.clientX - frame.left) / frame.width;
        const atY = 1 - (event.clientY - frame.top) / frame.height;
        return zoomView(last, factor, atX, atY, free, least);
      });
      // At the whole view a wheel turned outwards scrolls the page as it does elsewhere.
      if (factor < 1 || element.dataset["whole"] !== "true") event.preventDefault();
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [element, free, least, setView]);

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top, width: frame.width, height: frame.height };
  };

  const pinch = (event: PointerEvent<HTMLElement>) => {
    const place = placeOf(event);
    const before = [...pointers.current.values()];
    pointers.current.set(event.pointerId, place);
    const after = [...pointers.current.values()];
    const [a, b] = before;
    const [c, d] = after;
    if (!a || !b || !c || !d) return;
    const spread = Math.hypot(c.x - d.x, c.y - d.y);
    const factor = spread > 0 ? Math.hypot(a.x - b.x, a.y - b.y) / spread : 1;
    const atX = (c.x + d.x) / 2 / place.width;
    const atY = 1 - (c.y + d.y) / 2 / place.height;
    const dx = (a.x + b.x - c.x - d.x) / 2 / place.width;
    const dy = (c.y + d.y - a.y - b.y) / 2 / place.height;
    setView((last) => panView(zoomView(last, factor, atX, atY, free, least), dx, dy, free));
  };

  const end = (event: PointerEvent<HTMLElement>, finished: boolean) => {
    pointers.current.delete(event.pointerId);
    const ended = drag.current;
    drag.current = null;
    setBox(null);
    if (!ended || !finished) return;
    const place = placeOf(event);
    if (!ended.moved) onClick(place.x, place.y);
    else if (ended.kind === "box") {
      const toX = Math.max(0, Math.min(place.width, place.x));
      const toY = Math.max(0, Math.min(place.height, place.y));
      onBox({ fromX: ended.startX, fromY: ended.startY, toX, toY }, view);
    }
  };

  return {
    view,
    whole: isWhole(view),
    box,
    boxing,
    attach,
    setBoxing,
    setView,
    zoomBy: (factor) => setView((last) => zoomView(last, factor, 0.5, 0.5, free, least)),
    reset: () => setView(wholeView),
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const place = placeOf(event);
        pointers.current.set(event.pointerId, place);
        const kind = boxing || event.shiftKey ? "box" : "pan";
        drag.current = pointers.current.size > 1 ? null : { kind, startX: place.x, startY: place.y, moved: false };
        if (pointers.current.size > 1) setBox(null);
      },
      onPointerMove(event) {
        const place = placeOf(event);
        const last = pointers.current.get(event.pointerId);
        if (!last) {
          onHover(place.x, place.y);
          return;
        }
        if (pointers.current.size > 1) {
          pinch(event);
          return;
        }
        const dragged = drag.current;
        if (!dragged) return;
        dragged.moved ||= Math.hypot(place.x - dragged.startX, place.y - dragged.startY) > clickSlack;
        if (!dragged.moved) return;
        pointers.current.set(event.pointerId, place);
        if (dragged.kind === "box")
          setBox({ fromX: dragged.startX, fromY: dragged.startY, toX: place.x, toY: place.y });
        else setView((was) => panView(was, (last.x - place.x) / place.width, (place.y - last.y) / place.height, free));
      },
      onPointerUp: (event) => end(event, true),
      onPointerCancel: (event) => end(event, false),
      onPointerLeave: () => onHover(null, null),
      onDoubleClick: () => setView(wholeView),
    },
  };
}
