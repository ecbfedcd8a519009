import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Curves } from "../../core/evaluate/curves";
import { formatNumber } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { layoutOf, plotHeightOf, titleRoom } from "../axis/layout";
import { PlotAxes } from "../axis/plot-axes";
import { linearScale } from "../axis/scale";
import { numberTicks } from "../axis/ticks";
import { ChartFrame } from "../frame/chart-frame";
import type { Size } from "../use-size";
import { colourOf, dashOf, pathOf, type Kind, kinds, pointOf } from "./geometry";
import classes from "./quality-curves.module.css";

export interface NamedCurves {
  readonly name: string;
  readonly curves: Curves;
}

/** How several detectors fare at every threshold, in one chart: precision over recall, or recall over false alarms. */
export function QualityCurves({ detectors }: { readonly detectors: readonly NamedCurves[] }) {
  const { t, i18n } = useWords("charts");
  const [kind, setKind] = useState<Kind>("pr");
  const suffix = kind === "roc" ? "-roc" : "";
  const table = () => ({
    columns: [
      t("quality.detector"),
      t("quality.recall"),
      t(kind === "pr" ? "quality.precision" : "quality.false-rate"),
    ],
    rows: detectors.flatMap(({ name, curves }) =>
      Array.from(curves.recall, (recall, at) => [
        name,
        formatNumber(recall, i18n.language, 3),
        formatNumber((kind === "pr" ? curves.precision : curves.falseRate)[at] ?? NaN, i18n.language, 3),
      ]),
    ),
  });
  return (
    <ChartFrame
      title={t(`quality.title${suffix}`)}
      info={t(`quality.info${suffix}`)}
      table={table}
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t("quality.kind")}
          value={kind}
          onChange={(value) => setKind(value)} // Its values are the kinds given below.
          data={kinds.map((value) => ({ value, label: t(`quality.${value}`) }))}
        />
      }
    >
      {(size) => {
        const lines = Math.ceil(detectors.length / Math.max(1, Math.floor(size.width / KEY_PX)));
        return (
          <>
            <Plot detectors={detectors} kind={kind} size={{ ...size, height: size.height - lines * LINE_PX }} />
            <Keys names={detectors.map(({ name }) => name)} />
          </>
        );
      }}
    </ChartFrame>
  );
}

/** Room for the name of a detector, and for a line of them. */
const KEY_PX = 190;
const LINE_PX = 20;

function Keys({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={classes.keys} style={{ gridTemplateColumns: `repeat(auto-fill, ${KEY_PX}px)` }}>
      {names.map((name, at) => (
        <li key={name} style={{ height: LINE_PX }}>
          <svg width={22} height={8} aria-hidden="true">
            <line x1={0} x2={22} y1={4} y2={4} stroke={colourOf(at)} strokeWidth={2} strokeDasharray={dashOf(at)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

interface PlotProps {
  readonly detectors: readonly NamedCurves[];
  readonly kind: Kind;
  readonly size: Size;
}

const unit = linearScale(0, 1);

function Plot({ detectors, kind, size }: PlotProps) {
  const { t, i18n } = useWords("charts");
  const yTicks = numberTicks(unit, plotHeightOf(size, titleRoom), 34, i18n.language);
  const layout = layoutOf(size, yTicks, titleRoom);
  const xTicks = numberTicks(unit, layout.plotWidth, 56, i18n.language);
  return (
    <>
      <PlotAxes
        layout={layout}
        xTicks={xTicks}
        yTicks={yTicks}
        xLabel={t(kind === "pr" ? "quality.recall" : "quality.false-rate")}
        yLabel={t(kind === "pr" ? "quality.precision" : "quality.recall")}
      />
      <svg className={classes.layer} width={layout.width} height={layout.height} aria-hidden="true">
        {kind === "roc" && (
          <line
            className={classes.chance}
            x1={layout.left}
            y1={layout.top + layout.plotHeight}
            x2={layout.left + layout.plotWidth}
            y2={layout.top}
          />
        )}
        {detectors.map(({ name, curves }, at) => (
          <path
            key={name}
            className={classes.curve}
            d={pathOf(curves, kind, layout)}
            stroke={colourOf(at)}
            strokeDasharray={dashOf(at)}
          />
        ))}
        {detectors.map(({ name, curves }, at) => {
          const point = pointOf(curves, kind, layout);
          return (
            point && <circle key={name} cx={point.x} cy={point.y} r={5} fill={colourOf(at)} className={classes.dot} />
          );
        })}
      </svg>
    </>
  );
}
