import type { RowSampler } from "../cells/row-sampler";
import type { ColumnPiece } from "./read-page";

/**
 * Which rows of a row group a sample keeps: the same ones in every column. The rows are asked for as the pages of the first
 * column prove that they are there; what a footer claims may be any number.
 */
export class KeptRows {
  private readonly kept: number[] = [];
  private asked = 0;

  constructor(private readonly sampler: RowSampler) {}

  /** The rows of a piece that are kept; `first` is the position of its first row in the group. */
  among({ values, places }: ColumnPiece, first: number): ColumnPiece {
    const end = first + places.length;
    for (; this.asked < end; this.asked++) if (this.sampler.takes()) this.kept.push(this.asked);
    if (this.kept.length === this.asked) return { values, places };
    const from = this.lowerBound(first);
    const some = new Int32Array(this.lowerBound(end) - from);
    for (let i = 0; i < some.length; i++) some[i] = places[this.kept[from + i]! - first]!;
    return { values, places: some };
  }

  private lowerBound(position: number): number {
    let [low, high] = [0, this.kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.kept[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
