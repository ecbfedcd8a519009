/** Time as the session sees it: given, so that no test has to wait. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Does something a while later, unless it is called off by what comes back. */
  after(ms: number, job: () => void): () => void;
}

/** The clock of the page. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after(ms, job) {
    const timer = setTimeout(job, ms);
    return () => clearTimeout(timer);
  },
};
