import type { ColumnFacts, Remark } from "./remark";

/** Numbers that seem to mean "no value", each with all the columns where it does: one click serves them all. */
export function noValueRemarks(columns: readonly ColumnFacts[]): Remark[] {
  const found = new Map<string, { columns: number[]; cells: number }>();
  columns.forEach(({ profile }, position) => {
    for (const { code, values } of profile.warnings) {
      if (code !== "profile.sentinel") continue;
      const value = String(values?.["value"]);
      const one = found.get(value) ?? { columns: [], cells: 0 };
      one.columns.push(position);
      one.cells += Number(values?.["cells"]);
      found.set(value, one);
    }
  });
  return [...found].map(([value, { columns: where, cells }]) => ({
    columns: where,
    why: { code: "profile.sentinel", values: { value, cells } },
    remedies: [{ does: "no-value", value: Number(value) }],
  }));
}
