/** Pieces grow with what was gathered, from so many values to so many: many narrow columns take little room. */
const FIRST_VALUES = 256;
const MOST_VALUES = 65_536;

/** Gathers the values of one column, in few pieces: memory that is asked for often has to be cleared away as often. */
export class Gathered {
  private readonly full: Float64Array[] = [];
  private last = new Float64Array(0);
  private used = 0;
  private count = 0;

  /** Takes a copy of the next values. */
  add(values: Float64Array): void {
    for (let from = 0; from < values.length;) {
      if (this.used === this.last.length) this.begin();
      const part = values.subarray(from, from + this.last.length - this.used);
      this.last.set(part, this.used);
      this.used += part.length;
      this.count += part.length;
      from += part.length;
    }
  }

  /** All of them as one array; lets go of the pieces one by one, so that both are never held whole. Called once. */
  finish(): Float64Array {
    const all = new Float64Array(this.count);
    let at = 0;
    for (let part = this.full.shift(); part; part = this.full.shift()) {
      all.set(part, at);
      at += part.length;
    }
    all.set(this.last.subarray(0, this.used), at);
    this.last = new Float64Array(0);
    return all;
  }

  private begin(): void {
    if (this.used > 0) this.full.push(this.last);
    this.last = new Float64Array(Math.min(MOST_VALUES, Math.max(FIRST_VALUES, this.count)));
    this.used = 0;
  }
}
