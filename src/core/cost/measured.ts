import figures from "./measured.json";

/** A size, and the seconds that it took. */
type Point = readonly [number, number];

/** By rows, of ten columns, and by columns, of 2,000 rows. */
interface Measured {
  readonly rows: readonly Point[];
  readonly columns: readonly Point[];
}

/** What each detector took with its defaults, in processor seconds (npm run bench -- --growth). */
// The type of JSON has lists where the file has pairs.
export const measured = figures as unknown as Readonly<Record<string, Measured>>;
