import { Failure, type FailureInfo } from "../../core/data/failure";

/** What an export was stopped by, as the catalogue tells it. */
export function failureOf(error: unknown): FailureInfo {
  if (error instanceof Failure) return error.info;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: "unexpected", values: { detail }, detail };
}
