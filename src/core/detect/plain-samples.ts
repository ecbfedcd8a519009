import { matrixSamples, type MatrixSamples } from "./samples";

/** A matrix as plain data, which another thread can be sent. */
export interface PlainSamples extends Omit<MatrixSamples, "kind" | "count" | "shape" | "width" | "block"> {
  readonly values: Float32Array;
}

/** The samples as plain data; the values are those of the samples themselves. */
export function plainSamples(samples: MatrixSamples): PlainSamples {
  const { count, features, origin, classes, classNames, normal, known, isChosen } = samples;
  return {
    values: samples.block(0, count),
    features,
    origin,
    ...(classes && { classes }),
    ...(classNames && { classNames }),
    ...(normal && { normal }),
    ...(known && { known }),
    ...(isChosen && { isChosen }),
  };
}

/** The samples of plain data, or those from `from` (included) to `to` (excluded). */
export function samplesOfPlain(
  { values, features, origin, classes, normal, known, ...others }: PlainSamples,
  from = 0,
  to = origin.length,
): MatrixSamples {
  const width = features.length;
  return {
    ...others,
    ...matrixSamples(values.subarray(from * width, to * width), features, origin.subarray(from, to)),
    ...(classes && { classes: classes.subarray(from, to) }),
    ...(normal && { normal: normal.subarray(from, to) }),
    ...(known && { known: known.subarray(from, to) }),
  };
}
