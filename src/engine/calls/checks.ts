/** Types only: what a look at a table tells before any detector runs. */
import type { Check } from "../../core/checks/check";
import type { Role } from "../../core/prepare/recipe";
import type { Call } from "./call";

export interface CheckCalls {
  checks: Call<{ readonly dataset: string; readonly roles: readonly Role[] }, readonly Check[]>;
}
