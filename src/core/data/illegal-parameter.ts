import { Failure, type FailureInfo } from "./failure";
import type { NoteBelow } from "./note";

export type IllegalWhy = NoteBelow<"failures.illegal-parameter.why">;

/** What was asked for cannot be; `values` fill the sentence that says why. */
export function illegalParameter(why: IllegalWhy, values: FailureInfo["values"] = {}): Failure {
  return new Failure({ code: "illegal-parameter", values: { ...values, why } });
}
