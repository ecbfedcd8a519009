import type { DelimitedPlan } from "../../core/data/dialect";
import type { PlanOf } from "../../core/data/read-plan";
import type { CellSettings } from "./cell-source";

/** The plan of a text that would hold the same cells: kinds are inferred and values are read as there. */
export function textPlanOf({ settings, ...plan }: PlanOf<string, CellSettings>): DelimitedPlan {
  const { missing, dateOrder } = settings;
  return {
    ...plan,
    format: "delimited",
    settings: {
      compression: "none",
      encoding: "utf-8",
      delimiter: ",",
      quote: '"',
      header: true,
      decimal: ".",
      thousands: "",
      missing,
      dateOrder,
    },
  };
}
