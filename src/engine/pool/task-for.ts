import type { Helper, Job } from "./choose-next";
import type { ToHelper } from "./messages";

/** What a thread is told of a job, with those of its loans that the thread does not have; it has them from now on. */
export function taskFor({ holds }: Pick<Helper, "holds">, { id, task, request, loans, keeps }: Job): ToHelper {
  const fresh = new Map<string, unknown>();
  for (const { id: loan, value, bytes } of Object.values(loans)) {
    if (holds.has(loan)) continue;
    holds.set(loan, bytes);
    fresh.set(loan, value);
  }
  const ids = Object.fromEntries(Object.entries(loans).map(([name, { id: loan }]) => [name, loan]));
  return { kind: "task", id, task, request, loans: ids, fresh, keeps };
}
