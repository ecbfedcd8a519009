import { useCallback, useMemo, useState, type KeyboardEvent } from "react";
import { formatCount, formatNumber, formatTime } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf } from "../axis/layout";
import { PlotAxes } from "../axis/plot-axes";
import { linearScale, positionOf, zoomed } from "../axis/scale";
import { scoreScale } from "../axis/score-scale";
import { numberTicks } from "../axis/ticks";
import { timeTicks } from "../axis/time-ticks";
import { ThresholdLine } from "../threshold/threshold-line";
import { useThreshold } from "../threshold/use-threshold";
import { Tip } from "../frame/tip";
import { CanvasLayer } from "../plane/canvas-layer";
import { Marks } from "../plane/marks";
import { paintRings } from "../plane/paint-rings";
import { PlaneSurface, planeRoom } from "../plane/plane-surface";
import { usePlane } from "../plane/use-plane";
import { viewShowing } from "../plane/view";
import type { Size } from "../use-size";
import { usePalette } from "../use-palette";
import { rowAtPixel } from "./hit";
import { shareAcross, paintScores, paintStrange, type Scene } from "./paint-scores";
import type { ScoreByRowProps } from "./score-by-row-props";
import { columnsOf, nextFlagged, rowPosition, rowsBetween } from "./geometry";

interface Props extends ScoreByRowProps {
  readonly time: { readonly positions: Float64Array; readonly min: number; readonly max: number } | null;
  readonly rowName: (row: number) => string;
  readonly size: Size;
}

/** The plot of scores by row: a canvas of all, one of the strange, the threshold, marks, and what hands and keys do to it. */
export function ScoreByRowPlot(props: Props) {
  const { scores, sorted, times, time, threshold, onThreshold, logScores, unitLabel, size } = props;
  const { boxedRows = null, selectedRow, hoveredRow, rowName, onHover, onSelect, onRange } = props;
  const { t, i18n } = useWords("charts");
  const locale = i18n.language;
  const palette = usePalette();
  const [told, setTold] = useState("");
  // A row hovered elsewhere is ringed here; only the chart under the pointer says what it is.
  const [pointed, setPointed] = useState<number | null>(null);
  const positions = time?.positions ?? null;
  const rows = scores.length;

  const upright = useMemo(() => {
    const scale = zoomed(scoreScale(sorted, logScores), -0.02, 1.04);
    const ticks = numberTicks(scale, plotHeightOf(size, planeRoom), 34, locale);
    return { scale, ticks, layout: layoutOf(size, ticks, planeRoom) };
  }, [sorted, logScores, size, locale]);
  const { scale, layout } = upright;

  const plane = usePlane({
    free: "x",
    least: Math.min(1, Math.max(1e-7, 8 / Math.max(8, rows))),
    onHover: (px, py) => {
      const row = px === null || py === null ? null : hit(px, py);
      setPointed(row);
      if (row !== hoveredRow) onHover(row);
    },
    onClick: (px, py) => {
      const row = hit(px, py);
      if (row !== null) onSelect(row);
    },
    onBox: (box, inView) => {
      const at = (pixel: number) => inView.x0 + (pixel / layout.plotWidth) * (inView.x1 - inView.x0);
      const found = rowsBetween(scores, positions, at(Math.min(box.fromX, box.toX)), at(Math.max(box.fromX, box.toX)));
      setTold(t("scatter.boxed", { count: found.length, shown: formatCount(found.length, locale) }));
      onRange(found.length > 0 ? found : null);
    },
  });
  const { view } = plane;

  const scene = useMemo<Scene>(() => {
    const columns = columnsOf(scores, positions, view.x0, view.x1, layout.plotWidth);
    const few = columns.visible <= 3 * layout.plotWidth;
    return { columns, rows: few ? rowsBetween(scores, positions, view.x0, view.x1) : null };
  }, [scores, positions, view, layout]);

  const xTicks = useMemo(() => {
    if (time) return timeTicks(zoomed(linearScale(time.min, time.max), view.x0, view.x1), layout.plotWidth, 76, locale);
    const whole = linearScale(0.5, Math.max(1, rows) + 0.5);
    const part = zoomed(whole, view.x0, view.x1);
    return numberTicks(part, layout.plotWidth, 76, locale).filter(
      (tick) => !/[.,]\d{1,2}$/.test(tick.label) || rows > 99,
    );
  }, [time, rows, view, layout, locale]);

  const ground = useMemo(
    () => ({ scores, positions, scene, view, scale, palette }),
    [scores, positions, scene, view, scale, palette],
  );
  const moving = useThreshold({ along: "y", layout, scale, sorted, threshold, onThreshold });
  const shownThreshold = moving.value;
  const ordinary = useMemo(() => paintScores(ground), [ground]);
  const strange = useMemo(() => paintStrange(ground, shownThreshold), [ground, shownThreshold]);

  function hit(px: number, py: number): number | null {
    return rowAtPixel(ground, layout, px, py);
  }

  const placeOf = useCallback(
    (row: number | null) => {
      if (row === null) return null;
      const across = shareAcross(positions, rows, row, view);
      const up = positionOf(scale, scores[row] ?? NaN);
      if (!(across >= 0 && across <= 1) || Number.isNaN(up)) return null;
      return { x: across * layout.plotWidth, y: (1 - up) * layout.plotHeight };
    },
    [positions, rows, view, scale, scores, layout],
  );
  const rings = useMemo(() => paintRings(boxedRows, placeOf, palette.selected), [boxedRows, placeOf, palette]);

  const sentenceOf = (row: number) => {
    const score = formatNumber(scores[row] ?? NaN, locale, 4);
    const when = times ? formatTime(times[row] ?? NaN, locale) : "";
    return t(times ? "byRow.tipTime" : "byRow.tip", { row: rowName(row), score, time: when });
  };

  const step = (direction: 1 | -1) => {
    const row = nextFlagged(scores, positions, threshold, hoveredRow ?? selectedRow ?? -1, direction);
    if (row < 0) {
      setTold(t("byRow.none"));
      return;
    }
    plane.setView(viewShowing(view, rowPosition(positions, rows, row), 0.5, "x"));
    setTold(sentenceOf(row));
    setPointed(row);
    onHover(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else if (event.key === "Enter" && hoveredRow !== null) onSelect(hoveredRow);
    else if (event.key === "Escape") onRange(null);
    else return false;
    return true;
  };

  const hovered = placeOf(hoveredRow);
  return (
    <>
      <PlotAxes
        layout={layout}
        xTicks={xTicks}
        yTicks={upright.ticks}
        xLabel={time ? "" : t("byRow.x")}
        yLabel={unitLabel}
      />
      <CanvasLayer layout={layout} paint={ordinary} />
      <CanvasLayer layout={layout} paint={strange} />
      <CanvasLayer layout={layout} paint={rings} />
      <Marks layout={layout} selected={placeOf(selectedRow)} hovered={hovered} box={plane.box} tall />
      <PlaneSurface plane={plane} layout={layout} label={t("byRow.plot")} told={told} onKeyDown={onKeyDown} />
      <ThresholdLine threshold={moving} layout={layout} sorted={sorted} labelled={false} />
      {hovered && hoveredRow !== null && hoveredRow === pointed && (
        <Tip x={layout.left + hovered.x} y={layout.top + hovered.y} within={layout}>
          {sentenceOf(hoveredRow)}
        </Tip>
      )}
    </>
  );
}
