import type { ReactNode } from "react";
import type { Size } from "../use-size";
import classes from "./tip.module.css";

interface Props {
  /** In pixels of the chart: the point that is spoken of. */
  readonly x: number;
  readonly y: number;
  readonly within: Size;
  readonly children: ReactNode;
}

/** A sentence beside a point of a chart, turned so that it stays inside; never under the pointer. */
export function Tip({ x, y, within, children }: Props) {
  const toLeft = x > within.width / 2;
  const above = y > within.height / 2;
  const style = {
    ...(toLeft ? { right: within.width - x + 12 } : { left: x + 12 }),
    ...(above ? { bottom: within.height - y + 8 } : { top: y + 8 }),
    maxWidth: Math.max(120, (toLeft ? x : within.width - x) - 16),
  };
  return (
    <div className={classes.tip} style={style} data-export="skip" aria-hidden="true">
      {children}
    </div>
  );
}
