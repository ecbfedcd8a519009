import { Failure, type FailureInfo } from "./failure";
import { Cancelled } from "../detect/context";

/** Any thrown thing as a failure that the screens can tell. */
export function failureInfoOf(error: unknown): FailureInfo {
  if (error instanceof Failure) return error.info;
  if (error instanceof Cancelled) return { code: "cancelled" };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (isPartMissing(error)) return { code: "part-missing", detail };
  if (isMemoryRefused(error)) return { code: "out-of-memory", detail };
  return { code: "unexpected", values: { detail }, detail };
}

/** Chromium and Firefox speak of a dynamically imported module, WebKit of a module script, where a script that comes late cannot be fetched. */
function isPartMissing(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|Importing a module script failed/i.test(error.message)
  );
}

/** Engines say "Array buffer allocation failed" or "Invalid typed array length" when memory is refused. */
function isMemoryRefused(error: unknown): boolean {
  return error instanceof RangeError && /allocation|array length|out of memory/i.test(error.message);
}
