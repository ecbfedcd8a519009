import { useId, useMemo } from "react";
import { IGNORE_GRID } from "../../core/kinds/images-kind";
import { areaOf, outlineOf } from "./cells-path";
import { contourOf, type HeatMap } from "./contour";
import type { IgnoredArea, Place } from "./ignored-area";
import classes from "./image.module.css";

export interface MarksProps {
  /** Drawn where the map crosses `level`. */
  readonly contour?: { readonly map: HeatMap; readonly level: number } | undefined;
  /** In shares of the square. */
  readonly box?:
    { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | undefined;
  /** 1 per cell [size, size]. */
  readonly mask?: { readonly cells: Uint8Array; readonly size: number } | undefined;
  readonly ignored?: IgnoredArea | undefined;
  readonly cross?: Place | null | undefined;
  /** Radius of the brush at the cross, in shares. */
  readonly brush?: number | undefined;
}

/** What is drawn over an image: the line at the threshold, the strongest part, the marked defect, what is ignored, the place pointed at. */
export function Marks({ contour, box, mask, ignored, cross, brush }: MarksProps) {
  const hatch = useId();
  const { map, level } = contour ?? {};
  const line = useMemo(() => (map && level !== undefined ? contourOf(map, level) : ""), [map, level]);
  const defect = useMemo(() => (mask ? outlineOf(mask.cells, mask.size) : ""), [mask]);
  const hatched = useMemo(() => (ignored ? areaOf(ignored, IGNORE_GRID) : ""), [ignored]);
  return (
    <svg className={classes.marks} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" style={{ fill: "rgb(255 255 255 / 45%)" }} />
          <rect width="2" height="4" style={{ fill: "rgb(0 0 0 / 55%)" }} />
        </pattern>
      </defs>
      {hatched !== "" && <path style={{ fill: `url(#${hatch})` }} d={hatched} />}
      {line !== "" && <Edged className={classes.contour} d={line} />}
      {defect !== "" && <Edged className={classes.mask} d={defect} />}
      {box && <Edged className={classes.box} d={rectangle(box)} />}
      {cross &&
        (brush === undefined ? (
          <Edged className={classes.cross} d={crossAt(cross)} />
        ) : (
          <>
            <circle className={classes.edge} cx={cross.x * 100} cy={cross.y * 100} r={brush * 100} />
            <circle className={classes.cross} cx={cross.x * 100} cy={cross.y * 100} r={brush * 100} />
          </>
        ))}
    </svg>
  );
}

function Edged({ d, className }: { readonly d: string; readonly className: string | undefined }) {
  return (
    <>
      <path className={classes.edge} d={d} />
      <path className={className} d={d} />
    </>
  );
}

function rectangle({ left, top, width, height }: NonNullable<MarksProps["box"]>): string {
  return `M${left * 100} ${top * 100}h${width * 100}v${height * 100}h${-width * 100}z`;
}

function crossAt({ x, y }: Place): string {
  return `M${x * 100} ${y * 100 - 3}v6M${x * 100 - 3} ${y * 100}h6`;
}
