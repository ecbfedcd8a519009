/** A browser that is driven by script alone: the least that all drivers of all engines have in common. */
export interface DrivenBrowser {
  /** Shows a page and waits until it has loaded. */
  open(address: string): Promise<void>;
  /**
   * Calls a function in the page and waits for what it promises. It sees nothing but its arguments, which travel as
   * JSON, and so does what it returns.
   */
  evaluate<A extends readonly unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  close(): Promise<void>;
}
