import { Failure } from "../../core/data/failure";

/** There is no room for what was to be kept. */
export function storageFull(detail?: string): Failure {
  return new Failure({ code: "storage-full", ...(detail !== undefined && { detail }) });
}

/** What the browser said when something could not be kept, as a failure with words. */
export function storageFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { name = "", message = String(error) } = error instanceof Error ? error : {};
  const detail = `${name} ${message}`;
  return /quota/i.test(name) ? storageFull(detail) : new Failure({ code: "storage-blocked", detail });
}
