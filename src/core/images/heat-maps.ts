/** Where images are strange: higher is stranger, finite, >= 0, on one scale for all images of a run. */
export interface HeatMaps {
  /** At most 64 a side, however large the images are; cells lie evenly over the square. */
  readonly height: number;
  readonly width: number;
  /** [count, height, width]. */
  readonly values: Float32Array;
}
