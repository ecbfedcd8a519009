/** Types only: what a look at a table tells before any detector runs. */
import type { Check } from "../../core/checks/check";
import type { RowKind } from "../../core/kinds/row-kind";
import type { Role } from "../../core/prepare/recipe";
import type { Call } from "./call";

export interface ChecksRequest {
  readonly dataset: string;
  /** What the columns are for. */
  readonly roles: readonly Role[];
  readonly rowKind: RowKind;
}

export interface CheckCalls {
  checks: Call<ChecksRequest, readonly Check[]>;
}
