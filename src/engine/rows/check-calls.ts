import { checksOf } from "../../core/checks/checks-of";
import type { CheckCalls } from "../calls/checks";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { preparing } from "../preparing";

/** How the call about what is told before any detector runs is done. */
export function checkCalls({ tables }: Parts): Handlers<CheckCalls> {
  return {
    checks: async ({ dataset, roles }, tools) => checksOf(tables.get(dataset).dataset, roles, preparing(tools)),
  };
}
