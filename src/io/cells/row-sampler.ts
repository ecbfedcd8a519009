import type { SamplePlan } from "../../core/data/read-plan";
import { seededRandom } from "../../core/math/random";

/** Which rows a random sample keeps, and where they stood; without a sample all of them. */
export class RowSampler {
  seen = 0;
  kept = 0;
  private readonly positions: number[] = [];
  private readonly random: (() => number) | null;
  private readonly share: number;

  constructor(sample: SamplePlan | null) {
    this.share = sample ? sample.rows / sample.of : 1;
    this.random = sample && this.share < 1 ? seededRandom(sample.seed) : null;
  }

  /** Whether the next row is kept. */
  takes(): boolean {
    const position = this.seen++;
    if (this.random) {
      if (this.random() >= this.share) return false;
      this.positions.push(position);
    }
    this.kept++;
    return true;
  }

  /** Which of the next rows are kept, by their place among these. */
  among(rows: number): Int32Array {
    const kept = new Int32Array(rows);
    let count = 0;
    for (let row = 0; row < rows; row++) if (this.takes()) kept[count++] = row;
    return kept.subarray(0, count);
  }

  /** Positions of the kept rows; null when every row was kept. */
  sourceRows(): Uint32Array | null {
    return this.random ? Uint32Array.from(this.positions) : null;
  }
}
