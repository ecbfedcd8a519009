/** Answers to one question about many rows, asked for in batches and kept. */
export interface Answers<T> {
  get(row: number): T | undefined;
  /** Asks for the rows that are neither known nor under way; resolves when all are there, rejects where some cannot be had. */
  want(rows: readonly number[], ask: (missing: Uint32Array) => Promise<readonly T[]>): Promise<void>;
  /** Lets go of everything, also of what is under way. */
  clear(): void;
}

interface Keeping<T> {
  /** How many answers are kept at most. */
  readonly kept?: number;
  /** Frees an answer that is kept no longer. */
  letGo?(answer: T): void;
}

const MAX_KEPT_ANSWERS = 6000;

/** A cache of answers by row; rows under way are not asked for twice, the rows looked at longest ago go first. */
export function createAnswers<T>({ kept = MAX_KEPT_ANSWERS, letGo = () => undefined }: Keeping<T> = {}): Answers<T> {
  const known = new Map<number, T>();
  let underWay = new Map<number, Promise<void>>();

  function remember(row: number, answer: T): void {
    known.delete(row);
    known.set(row, answer);
  }

  function fetchRows(rows: Uint32Array, ask: (rows: Uint32Array) => Promise<readonly T[]>): Promise<void> {
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
    get(row) {
      const answer = known.get(row);
      if (answer !== undefined) remember(row, answer);
      return answer;
    },
    async want(rows, ask) {
      const waits = new Set(rows.map((row) => underWay.get(row)).filter((wait) => wait !== undefined));
      const missing = rows.filter((row) => !known.has(row) && !underWay.has(row));
      if (missing.length > 0) waits.add(fetchRows(Uint32Array.from(missing), ask));
      await Promise.all(waits);
    },
    clear() {
      underWay = new Map();
      known.forEach(letGo);
      known.clear();
    },
  };
}
