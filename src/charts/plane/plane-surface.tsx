import type { KeyboardEvent } from "react";
import type { Layout } from "../axis/layout";
import frame from "../frame/chart-frame.module.css";
import classes from "./plane.module.css";
import { PlaneToolbar } from "./plane-toolbar";
import type { Plane } from "./use-plane";

/** Pixels above the plot area for its buttons and the title of its vertical axis. */
export const planeRoom = 30;

interface Props {
  readonly plane: Plane;
  readonly layout: Layout;
  /** What the plot is and what its keys do. */
  readonly label: string;
  /** Read out when it changes. */
  readonly told: string;
  /** Whether there is a button for boxes. */
  readonly boxes?: boolean;
  /** Pixels of the chart above its buttons. */
  readonly toolbarTop?: number;
  /** Whether the chart took the key. */
  onKeyDown(event: KeyboardEvent): boolean;
}

/** The invisible top of a plot that takes pointer and keys, its zoom buttons, and what it says to a screen reader. */
export function PlaneSurface({ plane, layout, label, told, boxes = true, toolbarTop = 0, onKeyDown }: Props) {
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") plane.zoomBy(0.5);
    else if (event.key === "-") plane.zoomBy(2);
    else if (event.key === "0") plane.reset();
    else if (!onKeyDown(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={classes.toolbar} style={{ top: toolbarTop }} data-export="skip">
        <PlaneToolbar plane={plane} boxes={boxes} />
      </div>
      <div
        ref={plane.attach}
        className={classes.surface}
        style={{ left: layout.left, top: layout.top, width: layout.plotWidth, height: layout.plotHeight }}
        role="application"
        tabIndex={0}
        aria-label={label}
        data-whole={plane.whole}
        data-boxing={plane.boxing}
        data-export="skip"
        onKeyDown={keys}
        {...plane.handlers}
      />
      <p className={frame.hidden} role="status">
        {told}
      </p>
    </>
  );
}
