/** Answers to one question about many rows, asked for in batches and kept. */
export interface Answers<T> {
  get(row: number): T | undefined;
  /** Asks for the rows that are not known yet; resolves when they are, or when they cannot be had. */
  want(rows: readonly number[]): Promise<void>;
}

const KEPT = 6000;

/** A cache over `ask`; rows under way are not asked for twice, the rows asked for longest ago go first. */
export function createAnswers<T>(ask: (rows: Uint32Array) => Promise<readonly T[]>): Answers<T> {
  const known = new Map<number, T>();
  const underWay = new Map<number, Promise<void>>();

  function fetchRows(rows: Uint32Array): Promise<void> {
    const done = ask(rows)
      .then((answers) => {
        answers.forEach((answer, index) => {
          const row = rows[index];
          if (row !== undefined) known.set(row, answer);
        });
        for (const row of known.keys()) {
          if (known.size <= KEPT) break;
          known.delete(row);
        }
      })
      .finally(() => {
        for (const row of rows) underWay.delete(row);
      });
    for (const row of rows) underWay.set(row, done);
    return done;
  }

  return {
    get: (row) => known.get(row),
    async want(rows) {
      const missing = rows.filter((row) => !known.has(row) && !underWay.has(row));
      const waits = rows.map((row) => underWay.get(row)).filter((wait) => wait !== undefined);
      if (missing.length > 0) waits.push(fetchRows(Uint32Array.from(missing)));
      await Promise.allSettled(waits);
    },
  };
}
