/** How different ordinary images are from their rebuilding, by place. */
export interface UsualPlaces {
  readonly mean: Float32Array;
  /** Standard deviation, above 0. */
  readonly deviation: Float32Array;
}

/** A place's deviation is never less than this share of all places': where nothing ever happens a speck is no wonder. */
const MIN_DEVIATION_SHARE = 0.25;
const MIN_DEVIATION = 1e-6;

/** Gathers the usual places from one image's after the other. */
export class UsualPlacesSum {
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  private count = 0;

  constructor(places: number) {
    this.sums = new Float64Array(places);
    this.squares = new Float64Array(places);
  }

  add(places: Float32Array): void {
    this.count++;
    places.forEach((value, place) => {
      this.sums[place]! += value; // as many
      this.squares[place]! += value * value; // one for each place
    });
  }

  /** There must have been an image. */
  result(): UsualPlaces {
    const mean = Float32Array.from(this.sums, (sum) => sum / this.count);
    const variances = this.squares.map((sum, place) => Math.max(0, sum / this.count - mean[place]! ** 2)); // as many
    const all = variances.reduce((sum, variance) => sum + variance, 0) / variances.length;
    const least = Math.max(MIN_DEVIATION, MIN_DEVIATION_SHARE * Math.sqrt(all));
    return { mean, deviation: Float32Array.from(variances, (variance) => Math.max(least, Math.sqrt(variance))) };
  }
}

/** The differences of an image in usual deviations above the usual ones, 0 where they are below. */
export function beyondUsual(places: Float32Array, { mean, deviation }: UsualPlaces): Float32Array {
  return places.map((value, place) => Math.max(0, (value - mean[place]!) / deviation[place]!)); // as many
}
