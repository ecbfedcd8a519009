/** Answers to one question about many rows, asked for in batches and kept. */
export interface Answers<T> {
  get(row: number): T | undefined;
  /** Asks for the rows that are not known yet; resolves when they are, or when they cannot be had. */
  want(rows: readonly number[]): Promise<void>;
  /** Lets go of everything, also of what is under way. */
  clear(): void;
}

interface Keeping<T> {
  /** How many answers are kept at most. */
  readonly kept?: number;
  /** Frees an answer that is kept no longer. */
  letGo?(answer: T): void;
}

const KEPT = 6000;

/** A cache over `ask`; rows under way are not asked for twice, the rows asked for longest ago go first. */
export function createAnswers<T>(
  ask: (rows: Uint32Array) => Promise<readonly T[]>,
  { kept = KEPT, letGo = () => undefined }: Keeping<T> = {},
): Answers<T> {
  const known = new Map<number, T>();
  let underWay = new Map<number, Promise<void>>();

  function remember(row: number, answer: T): void {
    known.delete(row);
    known.set(row, answer);
  }

  function fetchRows(rows: Uint32Array): Promise<void> {
    const mine = underWay;
    const done = ask(rows)
      .then((answers) => {
        if (mine !== underWay) return answers.forEach(letGo);
        answers.forEach((answer, index) => {
          const row = rows[index];
          if (row !== undefined) remember(row, answer);
        });
        for (const [row, answer] of known) {
          if (known.size <= kept) break;
          known.delete(row);
          letGo(answer);
        }
      })
      .finally(() => {
        for (const row of rows) mine.delete(row);
      });
    for (const row of rows) underWay.set(row, done);
    return done;
  }

  return {
    get: (row) => known.get(row),
    async want(rows) {
      for (const row of rows) {
        const answer = known.get(row);
        if (answer !== undefined) remember(row, answer);
      }
      const missing = rows.filter((row) => !known.has(row) && !underWay.has(row));
      const waits = rows.map((row) => underWay.get(row)).filter((wait) => wait !== undefined);
      if (missing.length > 0) waits.push(fetchRows(Uint32Array.from(missing)));
      await Promise.allSettled(waits);
    },
    clear() {
      underWay = new Map();
      known.forEach(letGo);
      known.clear();
    },
  };
}
