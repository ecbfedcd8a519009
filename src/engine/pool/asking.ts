import type { Loan } from "./loans";
import type { TaskLoans, TaskName } from "./tasks";

/** How a task is asked for. */
export interface Asking {
  /** Of what waits, the lower goes first: 0 is what others wait for. */
  readonly urgency?: number;
  /** The id of the loan under which the thread keeps what the task leaves. */
  readonly keeps?: string;
}

/** The loans that a task takes. */
export type LoansOf<T extends TaskName> = { readonly [K in keyof TaskLoans<T>]: Loan<TaskLoans<T>[K]> };

/** No thread of the pool can be started here: what it was to do has to be done where it was asked for. */
export class NoHelpers extends Error {
  constructor() {
    super("no thread of the pool can be started");
    this.name = "NoHelpers";
  }
}
