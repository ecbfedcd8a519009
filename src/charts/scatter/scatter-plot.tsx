import { useCallback, useMemo, useState, type KeyboardEvent } from "react";
import { formatCount, formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf } from "../axis/layout";
import { PlotAxes } from "../axis/plot-axes";
import { zoomed } from "../axis/scale";
import { Tip } from "../frame/tip";
import { CanvasLayer } from "../plane/canvas-layer";
import { gridIndexOf, nearestPoint } from "../plane/grid-index";
import { Marks } from "../plane/marks";
import { paintRings } from "../plane/paint-rings";
import { PlaneSurface, planeRoom } from "../plane/plane-surface";
import { usePlane } from "../plane/use-plane";
import { viewShowing } from "../plane/view";
import type { Size } from "../use-size";
import { usePalette } from "../use-palette";
import { axisTicks } from "./axis-ticks";
import { markedPoints, paintFlagged, paintOrdinary } from "./paint-points";
import type { Say, ScatterProps } from "./scatter-props";
import { nextDrawn, rowsInBox, type MapAxis } from "./geometry";

interface Props extends ScatterProps {
  readonly axes: { readonly x: MapAxis; readonly y: MapAxis };
  readonly sayX: Say;
  readonly sayY: Say;
  readonly rowName: (row: number) => string;
  readonly size: Size;
}

const reach = 14;

/** The plot of the map: a bitmap of all points, a canvas of the flagged ones, marks, and what hands and keys do to it. */
export function ScatterPlot(props: Props) {
  const { rows, axes, score100, flaggedCount, selectedRow, hoveredRow, size, rowName, onHover, onSelect, onBox } =
    props;
  const { boxedRows = null } = props;
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const palette = usePalette();
  const [told, setTold] = useState("");
  // A row hovered elsewhere is ringed here; only the chart under the pointer says what it is.
  const [pointed, setPointed] = useState<number | null>(null);
  const x = axes.x.positions;
  const y = axes.y.positions;
  const points = useMemo(() => ({ x, y }), [x, y]);
  const grid = useMemo(() => gridIndexOf(x, y), [x, y]);
  const indexOfRow = useMemo(() => {
    const index = new Map<number, number>();
    rows.forEach((row, at) => index.set(row, at));
    return index;
  }, [rows]);

  const plane = usePlane({
    free: "xy",
    least: 1e-4,
    onHover: (px, py) => {
      const at = px === null || py === null ? -1 : hit(px, py);
      const row = at < 0 ? null : (rows[at] ?? null);
      setPointed(row);
      if (row !== hoveredRow) onHover(row);
    },
    onClick: (px, py) => {
      const row = rows[hit(px, py)];
      if (row !== undefined) onSelect(row);
    },
    onBox: (box, inView) => {
      const xAt = (pixel: number) => inView.x0 + (pixel / layout.plotWidth) * (inView.x1 - inView.x0);
      const yAt = (pixel: number) => inView.y1 - (pixel / layout.plotHeight) * (inView.y1 - inView.y0);
      const found = rowsInBox(rows, x, y, {
        x0: xAt(Math.min(box.fromX, box.toX)),
        x1: xAt(Math.max(box.fromX, box.toX)),
        y0: yAt(Math.max(box.fromY, box.toY)),
        y1: yAt(Math.min(box.fromY, box.toY)),
      });
      setTold(t("scatter.boxed", { count: found.length, shown: formatCount(found.length, locale) }));
      onBox(found.length > 0 ? found : null);
    },
  });
  const { view } = plane;

  const { layout, xTicks, yTicks } = useMemo(() => {
    const yScale = zoomed(axes.y.scale, view.y0, view.y1);
    const vertical = axisTicks(yScale, props.yKind, props.yLevels, plotHeightOf(size, planeRoom), "y", locale);
    const settled = layoutOf(size, vertical, planeRoom);
    const xScale = zoomed(axes.x.scale, view.x0, view.x1);
    const across = axisTicks(xScale, props.xKind, props.xLevels, settled.plotWidth, "x", locale);
    return { layout: settled, xTicks: across, yTicks: vertical };
  }, [axes, view, size, props.xKind, props.yKind, props.xLevels, props.yLevels, locale]);

  const ordinary = useMemo(() => paintOrdinary(points, view, palette), [points, view, palette]);
  const marked = useMemo(() => markedPoints(points, score100, view, palette), [points, score100, view, palette]);
  const flagged = useMemo(() => paintFlagged(marked, flaggedCount), [marked, flaggedCount]);

  function hit(px: number, py: number): number {
    const spanX = view.x1 - view.x0;
    const spanY = view.y1 - view.y0;
    const atX = view.x0 + (px / layout.plotWidth) * spanX;
    const atY = view.y1 - (py / layout.plotHeight) * spanY;
    const rx = (reach / layout.plotWidth) * spanX;
    const ry = (reach / layout.plotHeight) * spanY;
    return nearestPoint(grid, x, y, atX, atY, rx, ry, flaggedCount);
  }

  const placeOf = useCallback(
    (row: number | null) => {
      const at = row === null ? undefined : indexOfRow.get(row);
      if (at === undefined) return null;
      const px = (((x[at] ?? NaN) - view.x0) / (view.x1 - view.x0)) * layout.plotWidth;
      const py = ((view.y1 - (y[at] ?? NaN)) / (view.y1 - view.y0)) * layout.plotHeight;
      const inside = px >= 0 && px <= layout.plotWidth && py >= 0 && py <= layout.plotHeight;
      return inside ? { x: px, y: py, at } : null;
    },
    [indexOfRow, x, y, view, layout],
  );
  const rings = useMemo(() => paintRings(boxedRows, placeOf, palette.selected), [boxedRows, placeOf, palette]);

  const sentenceOf = (at: number) =>
    t(score100 ? "scatter.tipUnusual" : "scatter.tip", {
      row: rowName(rows[at] ?? 0),
      unusual: formatNumber(score100?.[at] ?? NaN, locale),
      xLabel: props.xLabel,
      yLabel: props.yLabel,
      x: props.sayX(props.x[at] ?? NaN),
      y: props.sayY(props.y[at] ?? NaN),
    });

  const step = (direction: 1 | -1) => {
    const from = hoveredRow ?? selectedRow;
    const at = nextDrawn(x, y, flaggedCount, from === null ? -1 : (indexOfRow.get(from) ?? -1), direction);
    if (at < 0) {
      setTold(t("scatter.none"));
      return;
    }
    plane.setView(viewShowing(view, x[at] ?? 0, y[at] ?? 0, "xy"));
    setTold(sentenceOf(at));
    setPointed(rows[at] ?? null);
    onHover(rows[at] ?? null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight" || event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && hoveredRow !== null) onSelect(hoveredRow);
    else if (event.key === "Escape") onBox(null);
    else return false;
    return true;
  };

  const hovered = placeOf(hoveredRow);
  const log = (label: string, axis: MapAxis) => (axis.scale.kind === "log" ? t("plane.log", { label }) : label);
  return (
    <>
      <PlotAxes
        layout={layout}
        xTicks={xTicks}
        yTicks={yTicks}
        xLabel={log(props.xLabel, axes.x)}
        yLabel={log(props.yLabel, axes.y)}
      />
      <CanvasLayer layout={layout} paint={ordinary} />
      <CanvasLayer layout={layout} paint={flagged} />
      <CanvasLayer layout={layout} paint={rings} />
      <Marks layout={layout} selected={placeOf(selectedRow)} hovered={hovered} box={plane.box} />
      <PlaneSurface
        plane={plane}
        layout={layout}
        told={told}
        label={t("scatter.plot", {
          points: formatCount(rows.length, locale),
          flagged: formatCount(Math.min(flaggedCount, rows.length), locale),
        })}
        onKeyDown={onKeyDown}
      />
      {hovered && hoveredRow === pointed && (
        <Tip x={layout.left + hovered.x} y={layout.top + hovered.y} within={layout}>
          {sentenceOf(hovered.at)}
        </Tip>
      )}
    </>
  );
}
