import { memo, useMemo, useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useWords } from "../../ui/use-words";
import type { Layout } from "../axis/layout";
import { linearScale, positionOf } from "../axis/scale";
import type { View } from "../plane/view";
import { brushAfterKey, brushMoved, type BrushPart } from "./brush";
import classes from "./series-chart.module.css";
import { linePath, piecesOf, valueRange, type TimeLine, type TimeSpan } from "./time-line";
import { useTimeWords } from "../../ui/use-time-words";

interface Props {
  readonly layout: Layout;
  readonly line: TimeLine;
  readonly extent: TimeSpan;
  readonly isClock: boolean;
  readonly stretches: readonly TimeSpan[];
  readonly labelled: readonly TimeSpan[];
  readonly ignored: readonly TimeSpan[];
  readonly view: View;
  /** The narrowest brush, as a share of the whole. */
  readonly least: number;
  onView(view: View): void;
}

/** The whole series, small, with the time in view as a brush: dragged whole or by its edges, or moved by arrow keys. */
export function SeriesOverview(props: Props) {
  const { layout, view, least, extent, isClock, onView } = props;
  const { t } = useWords("series");
  const words = useTimeWords(isClock);
  const { left, top, plotWidth, plotHeight } = layout;
  const held = useRef<{ part: BrushPart; x: number; view: View } | null>(null);
  const timeAt = (share: number) => extent.from + share * (extent.to - extent.from);
  const x0 = view.x0 * plotWidth;
  const width = (view.x1 - view.x0) * plotWidth;

  const handlersOf = (part: BrushPart) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { part, x: event.clientX, view };
      event.stopPropagation();
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = held.current;
      if (start) onView(brushMoved(start.view, start.part, (event.clientX - start.x) / plotWidth, least));
    },
    onPointerUp: () => {
      held.current = null;
    },
    onPointerCancel: () => {
      held.current = null;
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = brushAfterKey(view, part, event.key, event.shiftKey, least);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      onView(next);
    },
  });
  const valueOf = (share: number) => ({
    "aria-valuemin": extent.from,
    "aria-valuemax": extent.to,
    "aria-valuenow": timeAt(share),
  });
  // A press beside the brush brings its middle there, and goes on as a drag.
  const jump = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const at = (event.clientX - event.currentTarget.getBoundingClientRect().left) / plotWidth;
    const moved = brushMoved(view, "whole", at - (view.x0 + view.x1) / 2, least);
    onView(moved);
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { part: "whole", x: event.clientX, view: moved };
  };

  return (
    <>
      <OverviewLine {...props} />
      <div
        className={classes.overview}
        style={{ left, top, width: plotWidth, height: plotHeight }}
        data-export="skip"
        onPointerDown={jump}
        onPointerMove={handlersOf("whole").onPointerMove}
        onPointerUp={handlersOf("whole").onPointerUp}
        onPointerCancel={handlersOf("whole").onPointerCancel}
      >
        <div
          className={classes.brush}
          style={{ left: x0, width }}
          role="slider"
          tabIndex={0}
          aria-label={t("overview.brush")}
          {...valueOf((view.x0 + view.x1) / 2)}
          aria-valuetext={t("overview.span", { from: words(timeAt(view.x0)), to: words(timeAt(view.x1)) })}
          {...handlersOf("whole")}
        />
        {(["from", "to"] as const).map((part) => (
          <div
            key={part}
            className={classes.handle}
            style={{ left: part === "from" ? x0 : x0 + width }}
            role="slider"
            tabIndex={0}
            aria-label={t(`overview.${part}`)}
            {...valueOf(part === "from" ? view.x0 : view.x1)}
            aria-valuetext={words(timeAt(part === "from" ? view.x0 : view.x1))}
            {...handlersOf(part)}
          />
        ))}
      </div>
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        <rect className={classes.veil} x={left} y={top} width={x0} height={plotHeight} />
        <rect
          className={classes.veil}
          x={left + x0 + width}
          y={top}
          width={Math.max(0, plotWidth - x0 - width)}
          height={plotHeight}
        />
        <rect className={classes.frame} x={left + x0} y={top} width={width} height={plotHeight} rx={2} />
      </svg>
    </>
  );
}

/** The line does not change while the brush moves. */
const OverviewLine = memo(function OverviewLine({ layout, line, extent, stretches, labelled, ignored }: Props) {
  const { left, top, plotWidth, plotHeight } = layout;
  const { path, pieces, known, aside } = useMemo(() => {
    const time = linearScale(extent.from, extent.to);
    const range = valueRange([line], extent) ?? { min: 0, max: 1 };
    const value = linearScale(range.min, range.max);
    const xOf = (at: number) => positionOf(time, at) * plotWidth;
    const yOf = (at: number) => (1 - positionOf(value, at)) * (plotHeight - 6) + 3;
    return {
      path: linePath(line, extent, xOf, yOf),
      pieces: piecesOf(stretches, xOf, plotWidth),
      known: piecesOf(labelled, xOf, plotWidth),
      aside: piecesOf(ignored, xOf, plotWidth),
    };
  }, [line, extent, stretches, labelled, ignored, plotWidth, plotHeight]);
  return (
    <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
      <g transform={`translate(${left} ${top})`}>
        <rect className={classes.ground} width={plotWidth} height={plotHeight} />
        {aside.map(({ x, width }) => (
          <rect key={x} className={classes.ignored} x={x} width={width} height={plotHeight} />
        ))}
        {known.map(({ x, width }) => (
          <g key={x}>
            <rect className={classes.labelled} x={x} width={width} height={plotHeight} />
            <rect className={classes.labelledEdge} x={x} width={width} height={4} />
          </g>
        ))}
        {pieces.map(({ x, width }) => (
          <rect key={x} className={classes.shade} x={x} width={width} height={plotHeight} />
        ))}
        <path className={classes.small} d={path} />
      </g>
    </svg>
  );
}, sameLine);

function sameLine(a: Props, b: Props): boolean {
  return (
    a.layout === b.layout &&
    a.line === b.line &&
    a.extent === b.extent &&
    a.stretches === b.stretches &&
    a.labelled === b.labelled &&
    a.ignored === b.ignored
  );
}
