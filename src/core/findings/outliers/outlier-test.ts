/** What a test says of the one value of a small sample that lies farthest off. */
export interface OutlierTest {
  readonly value: number;
  readonly isHigh: boolean;
  /** G, Q or R, as the test calls it. */
  readonly statistic: number;
  /** -log10 of the probability that a normal sample of this size has so odd a value anywhere. */
  readonly evidence: number;
  /** How many values are off by that probability, this one among them. */
  readonly together: number;
}
