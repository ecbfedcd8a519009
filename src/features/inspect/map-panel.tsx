import { Center, Group, Loader, Select, Text } from "@mantine/core";
import { memo, useMemo } from "react";
import { Scatter } from "../../charts/scatter/scatter";
import { sourceRowOf } from "../../core/data/dataset";
import { countAtOrAbove } from "../../core/score/threshold";
import { scoreOutOf100 } from "../../core/score/score-scale";
import type { Axes, Projection, RunResult } from "../../engine/protocol";
import { useProjection } from "../../state/use-projection";
import { useActions, useSession } from "../../state/use-session";
import { useLateThresholdIn } from "../../state/use-shown";
import { FailedAlert } from "../../ui/failed-alert";
import { formatCount, formatPercent } from "../../ui/format";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import classes from "./chart-panel.module.css";

/** Rows on two columns, or on two principal components, the flagged ones on top. */
export function MapPanel() {
  const { t } = useWords("inspect");
  const { axes, answer, question, isLoading, isStale, failure } = useProjection();
  return (
    <section className={classes.panel} aria-label={t("chart.map")} {...staleProps(isStale)}>
      {answer && question ? (
        <MapOf result={question.result} projection={answer} axes={question.axes} chosen={axes} />
      ) : failure ? (
        <FailedAlert m="sm" variant="default" failure={failure} />
      ) : (
        <Center h="100%">
          {isLoading ? (
            <Loader size="sm" aria-label={t("chart.map-working")} />
          ) : (
            <Text size="sm" c="dimmed">
              {t("chart.no-map")}
            </Text>
          )}
        </Center>
      )}
    </section>
  );
}

interface MapProps {
  /** What the points are coloured by. */
  readonly result: RunResult;
  readonly projection: Projection;
  /** What the points lie on. */
  readonly axes: Axes;
  /** What they will lie on, once a change of axes is worked out. */
  readonly chosen: Axes;
}

function MapOf(props: MapProps) {
  return <MapAt {...props} threshold={useLateThresholdIn(props.result).value} />;
}

const MapAt = memo(function MapAt({
  result,
  projection,
  axes,
  chosen,
  threshold,
}: MapProps & { readonly threshold: number }) {
  const { t, i18n } = useWords("inspect");
  const { hover, select, notice } = useActions();
  const selected = useSession((state) => state.viewState.selectedRow);
  const hovered = useSession((state) => state.viewState.hoveredRow);
  const boxed = useSession((state) => state.viewState.boxed);
  const dataset = useSession((state) => state.dataset);
  const scores = useMemo(
    () => Float64Array.from(projection.rows, (row) => result.scores[row] ?? NaN),
    [projection, result],
  );
  const score100 = useMemo(
    () => Float32Array.from(scores, (score) => scoreOutOf100(score, result.scale)),
    [scores, result],
  );
  const sourceRows = dataset?.sourceRows ?? null;
  const nameOf = (column: number) => dataset?.columns[column]?.name ?? "";
  const componentName = (index: 0 | 1) =>
    t("chart.component", {
      number: index + 1,
      share: formatPercent(projection.explained?.[index] ?? 0, i18n.language),
    });
  const drawn = projection.rows.length;
  return (
    <>
      <Scatter
        title={t("chart.map")}
        controls={<AxisChoice axes={chosen} />}
        rows={projection.rows}
        x={projection.x}
        y={projection.y}
        xKind={projection.xKind}
        yKind={projection.yKind}
        xLevels={projection.xLevels}
        yLevels={projection.yLevels}
        xLabel={axes.kind === "columns" ? nameOf(axes.x) : componentName(0)}
        yLabel={axes.kind === "columns" ? nameOf(axes.y) : componentName(1)}
        flaggedCount={countAtOrAbove(scores, threshold)}
        score100={score100}
        selectedRow={selected}
        hoveredRow={hovered}
        boxedRows={boxed}
        rowName={(row) => t("why.row", { row: formatCount(sourceRowOf({ sourceRows }, row), i18n.language) })}
        onHover={hover}
        onSelect={select}
        onBox={(rows) => notice(rows ? { boxed: rows, tableRows: "all" } : { boxed: null })}
      />
      {drawn < projection.of && (
        <Text size="xs" c="dimmed" className={classes.note}>
          {t("chart.sampled", {
            shown: formatCount(drawn, i18n.language),
            of: formatCount(projection.of, i18n.language),
          })}
        </Text>
      )}
    </>
  );
});

const COMPONENTS_OPTION = "components";

/** Which two columns, or the components, span the map. */
function AxisChoice({ axes }: { readonly axes: Axes }) {
  const { t } = useWords("inspect");
  const { setAxes } = useActions();
  const columns = useSession((state) => state.dataset?.columns);
  const options = useMemo(
    () =>
      (columns ?? []).flatMap(({ name, kind }, index) =>
        kind === "text" ? [] : [{ value: String(index), label: name }],
      ),
    [columns],
  );
  const choose = (x: string | null, y: string | null) => {
    if (x === COMPONENTS_OPTION || x === null) setAxes({ kind: "components" });
    else setAxes({ kind: "columns", x: Number(x), y: y === null ? Number(options[0]?.value ?? 0) : Number(y) });
  };
  const x = axes.kind === "columns" ? String(axes.x) : COMPONENTS_OPTION;
  const y = axes.kind === "columns" ? String(axes.y) : null;
  const shared = {
    size: "xs",
    searchable: true,
    limit: 100,
    allowDeselect: false,
    w: axes.kind === "columns" ? 124 : 176,
    miw: 0,
    comboboxProps: { width: 200 },
  } as const;
  return (
    // In a narrow panel the choice is cut short before the title is.
    <Group gap={4} wrap="nowrap" miw={0} flex="0 10 auto">
      <Select
        {...shared}
        aria-label={t("chart.x")}
        value={x}
        data={[{ value: COMPONENTS_OPTION, label: t("chart.components") }, ...options]}
        onChange={(value) => choose(value, y)}
      />
      {axes.kind === "columns" && (
        <Select {...shared} aria-label={t("chart.y")} value={y} data={options} onChange={(value) => choose(x, value)} />
      )}
    </Group>
  );
}
