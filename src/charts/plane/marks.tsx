import type { Layout } from "../axis/layout";
import classes from "./plane.module.css";
import type { Box } from "./use-plane";

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly layout: Layout;
  /** In pixels of the plot area; null where there is none in view. */
  readonly selected: Place | null;
  readonly hovered: Place | null;
  readonly box: Box | null;
  /** Places are chosen along x alone: a box of full height, a guide through the selected point. */
  readonly tall?: boolean;
}

/** Rings around the selected and the hovered point, and the box being dragged. */
export function Marks({ layout, selected: chosen, hovered: pointed, box, tall = false }: Props) {
  const { left, top, plotWidth, plotHeight } = layout;
  const [selected, hovered] = [drawable(chosen), drawable(pointed)];
  return (
    <svg className={classes.marks} style={{ left, top }} width={plotWidth} height={plotHeight} aria-hidden="true">
      {selected && (
        <>
          {tall && <line className={classes.guide} x1={selected.x} x2={selected.x} y1={0} y2={plotHeight} />}
          <circle className={classes.halo} cx={selected.x} cy={selected.y} r={8} />
          <circle className={classes.selected} cx={selected.x} cy={selected.y} r={8} />
        </>
      )}
      {hovered && <circle className={classes.hovered} cx={hovered.x} cy={hovered.y} r={8} />}
      {box && (
        <rect
          className={classes.box}
          data-export="skip"
          x={Math.min(box.fromX, box.toX)}
          width={Math.abs(box.toX - box.fromX)}
          y={tall ? 0 : Math.min(box.fromY, box.toY)}
          height={tall ? plotHeight : Math.abs(box.toY - box.fromY)}
        />
      )}
    </svg>
  );
}

/** A value that is infinite lies nowhere on a plane. */
function drawable(place: Place | null): Place | null {
  return place && Number.isFinite(place.x) && Number.isFinite(place.y) ? place : null;
}
