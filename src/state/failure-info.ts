import { Failure, type FailureInfo } from "../core/data/failure";
import { Cancelled } from "../core/detect/detector";

/** Any thrown thing as a failure that the screens can tell. */
export function failureInfoOf(error: unknown): FailureInfo {
  if (error instanceof Failure) return error.info;
  if (error instanceof Cancelled) return { code: "cancelled" };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: "unexpected", values: { detail }, detail };
}
