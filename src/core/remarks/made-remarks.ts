import type { Note } from "../data/note";
import type { ColumnFacts, Remark, Remedy } from "./remark";

/** Columns in which some numbers are limits, with what can be made of that; and columns that were made of others. */
export function madeRemarks(columns: readonly ColumnFacts[], notes: readonly Note[]): Remark[] {
  const made = columns.flatMap(({ kindWhy: { code, values } }, position): Remark[] => {
    const what = code === "made.limits" ? "limits" : code === "made.templates" ? "templates" : null;
    const of = columns.findIndex(({ name }) => name === values?.["column"]);
    if (!what || of < 0) return [];
    const remedy: Remedy = { does: "unmake", made: { of, what } };
    return [{ columns: [position], why: { code, values: values ?? {} }, remedies: [remedy] }];
  });
  const isMade = (position: number) =>
    columns.some(
      ({ kindWhy }) => kindWhy.code === "made.limits" && kindWhy.values?.["column"] === columns[position]?.name,
    );
  const limits = notes.filter(isOfLimits).flatMap(({ values = {} }): Remark[] => {
    const position = columns.findIndex(({ name, kind }) => name === values["column"] && kind === "number");
    if (position < 0) return [];
    const { count = 0, example = "" } = values;
    const remedies: Remark["remedies"] = isMade(position)
      ? []
      : [{ does: "make", made: { of: position, what: "limits" } }];
    return [{ columns: [position], why: { code: "made.are-limits", values: { count, example } }, remedies }];
  });
  return [...limits, ...made];
}

/** Whether a note of the reading is told as such a remark. */
export function isOfLimits({ code }: Note): boolean {
  return code === "read.limits";
}
