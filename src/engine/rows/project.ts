import { illegalParameter } from "../../core/data/illegal-parameter";
import type { Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import type { SamplesBase } from "../../core/detect/samples-base";
import { principalComponents, projectOnto } from "../../core/math/components";
import { sampleIndices, seededRandom } from "../../core/math/random";
import type { MapPoints } from "../engine-kind";
import type { Projection, ProjectionRequest, RunResult } from "../protocol";
import type { Checkpoint } from "../yield-to-events";

/** Of the points drawn, this share is kept for the strangest rows; the others are drawn by lot. */
const STRANGEST_SHARE = 0.25;

/** At most `limit` rows, strangest first: the top of the order and a seeded sample of the rest. */
function rowsToDraw(order: Uint32Array, limit: number): Uint32Array {
  if (order.length <= limit) return order.slice();
  const top = Math.floor(limit * STRANGEST_SHARE);
  const rest = sampleIndices(order.length - top, limit - top, seededRandom(1));
  const rows = new Uint32Array(limit);
  rows.set(order.subarray(0, top));
  rest.forEach((place, index) => {
    rows[top + index] = order[top + place]!;
  });
  return rows;
}

interface RowsOnMap extends MapPoints {
  readonly dataset: Dataset;
  readonly run: Pick<RunResult, "order">;
}

/** Rows on two columns as they were read, or on the two principal components of the model's input. */
export async function projectRows(
  { dataset, samples, sampleAt, run }: RowsOnMap,
  { axes, limit }: Omit<ProjectionRequest, "run">,
  checkpoint: Checkpoint,
): Promise<Projection> {
  const rows = rowsToDraw(run.order, limit);
  const of = run.order.length;
  if (axes.kind === "components") {
    const { x, y, explained } = await onComponents(samples, sampleAt, rows, checkpoint);
    return { rows, x, y, xKind: "component", yKind: "component", xLevels: null, yLevels: null, explained, of };
  }
  const x = columnAt(dataset, axes.x);
  const y = columnAt(dataset, axes.y);
  return {
    rows,
    x: positionsOf(x, rows),
    y: positionsOf(y, rows),
    xKind: x.kind,
    yKind: y.kind,
    xLevels: x.kind === "category" ? x.levels : null,
    yLevels: y.kind === "category" ? y.levels : null,
    explained: null,
    of,
  };
}

function columnAt(dataset: Dataset, position: number): Column {
  const column = dataset.columns[position];
  if (!column) throw illegalParameter("no-column");
  return column;
}

function positionsOf(column: Column, rows: Uint32Array): Float64Array {
  switch (column.kind) {
    case "number":
    case "time":
      return Float64Array.from(rows, (row) => column.values[row]!);
    case "category":
      return Float64Array.from(rows, (row) => (column.codes[row]! < 0 ? NaN : column.codes[row]!));
    case "text":
      return new Float64Array(rows.length).fill(NaN);
    default:
      return column satisfies never;
  }
}

async function onComponents(
  samples: SamplesBase,
  sampleAt: MapPoints["sampleAt"],
  rows: Uint32Array,
  checkpoint: Checkpoint,
) {
  const tamed = tamedSamples(samples);
  const components = await principalComponents(tamed, 2, () => checkpoint(null));
  const x = new Float64Array(rows.length);
  const y = new Float64Array(rows.length);
  rows.forEach((row, index) => {
    const sample = sampleAt(row);
    const [first, second] = projectOnto(components, tamed, sample, sample + 1);
    x[index] = first?.[0] ?? 0;
    y[index] = second?.[0] ?? 0;
  });
  const [alongX = 0, alongY = 0] = components.explained;
  return { x, y, explained: [alongX, alongY] as const };
}

/**
 * The same samples with sign(x) log(1 + |x|) of every number: a few values far out would span the map
 * alone and press all other rows into one point.
 */
function tamedSamples(samples: SamplesBase): SamplesBase {
  return {
    ...samples,
    block: (from, to) => samples.block(from, to).map((value) => Math.sign(value) * Math.log1p(Math.abs(value))),
  };
}
