import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import "../palette.css";
import type { Place } from "./ignored-area";
import { Marks, type MarksProps } from "./marks";
import classes from "./image.module.css";

interface Props extends Omit<MarksProps, "cross"> {
  /** What is seen and what the keys do, for those who cannot see it. */
  readonly label: string;
  /** The layers, the lowest first. */
  readonly children: ReactNode;
  /** Width by height of what is drawn; 1 where nothing else is said. */
  readonly ratio?: number | undefined;
  readonly isStale: boolean;
  readonly place: Place | null;
  onPlace(place: Place | null): void;
  /** Given: dragging paints from one place to the next. */
  readonly onStroke?: ((from: Place, to: Place) => void) | undefined;
}

/** An image that is much higher than wide stays on the screen. */
const MOST_HIGH_PX = 620;
const KEY_STEP_SHARE = 1 / 32;

/** An image, as wide by its height as it is said to be, whose places are pointed at with the mouse, a finger or the arrows, and painted on. */
export function ImageStage({ label, children, ratio = 1, isStale, place, onPlace, onStroke, ...marks }: Props) {
  const last = useRef<Place | null>(null);

  function begin(event: PointerEvent<HTMLDivElement>): void {
    if (!onStroke || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = placeOf(event);
    onStroke(last.current, last.current);
  }

  function move(event: PointerEvent<HTMLDivElement>): void {
    const next = placeOf(event);
    onPlace(next);
    if (!last.current || !onStroke) return;
    onStroke(last.current, next);
    last.current = next;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const from = place ?? { x: 0.5, y: 0.5 };
    if (by)
      onPlace({ x: within(from.x + (by[0] ?? 0) * KEY_STEP_SHARE), y: within(from.y + (by[1] ?? 0) * KEY_STEP_SHARE) });
    else if (event.key === " " && onStroke) onStroke(from, from);
    else if (event.key === "Escape" && place) onPlace(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const end = () => {
    last.current = null;
  };
  return (
    <div
      className={classes.stage}
      style={{ aspectRatio: ratio, width: `min(100%, ${MOST_HIGH_PX * ratio}px)` }}
      role="group"
      aria-label={label}
      tabIndex={0}
      data-old={isStale || undefined}
      data-paints={onStroke ? true : undefined}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onPointerLeave={() => onPlace(null)}
      onKeyDown={onKeyDown}
    >
      {children}
      <Marks {...marks} cross={place} />
    </div>
  );
}

function placeOf(event: PointerEvent<HTMLDivElement>): Place {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
