import { describe, expect, it } from "vitest";
import type { Column } from "./column";
import { profileColumn } from "./profile";
import { guessRole } from "./role";
import { saysGroup, saysId, saysLabel, wordsOf } from "./role-names";
import { guessRoles } from "./role-table";

const count = 200;
const numbers = (name: string, value: (i: number) => number): Column => ({
  kind: "number",
  name,
  values: Float64Array.from({ length: count }, (_, i) => value(i)),
});
const times = (name: string, value: (i: number) => number): Column => ({
  kind: "time",
  name,
  values: Float64Array.from({ length: count }, (_, i) => value(i)),
});
const category = (name: string, levels: number): Column => ({
  kind: "category",
  name,
  codes: Int32Array.from({ length: count }, (_, i) => i % levels),
  levels: Array.from({ length: levels }, (_, i) => `level ${i}`),
});
const text = (name: string, value: (i: number) => string): Column => ({
  kind: "text",
  name,
  values: Array.from({ length: count }, (_, i) => value(i)),
});
const guess = (column: Column, duplicateOf?: string) => {
  const { role, why } = guessRole(column, profileColumn(column), duplicateOf);
  return `${role}: ${why.code.replace("role.", "")}`;
};
const scattered = (i: number) => (i * 7919) % 100_003;

describe("guessRole", () => {
  it.each<[string, Column]>([
    ["id: id-named", numbers("TransactionID", scattered)],
    ["id: id-consecutive", numbers("x", (i) => (i * 7) % count)],
    ["id: id-ascending", numbers("x", (i) => i * i)],
    ["id: id-text", text("note", (i) => `row ${i}`)],
    ["id: id-text", category("hash", count)],
    ["id: id-repeats", numbers("user_id", (i) => i % 100)],
    ["feature: number", numbers("amount", (i) => i + 0.5)],
    ["feature: number", numbers("price", scattered)],
    ["feature: number", numbers("id_score", (i) => i % 100)],
    ["feature: two-values", numbers("smoker", (i) => i % 2)],
    ["feature: two-values", category("sex", 2)],
    ["feature: category", category("country", 12)],
    ["label: label-name", category("isFraud", 2)],
    ["label: label-name", numbers("label", (i) => i % 2)],
    ["label: label-name", category("attack_type", 9)],
    ["label: label-name", numbers("machine failure", (i) => (i % 50 === 0 ? 1 : 0))],
    ["feature: number", numbers("target", (i) => i + 0.5)],
    ["feature: number", numbers("failure", (i) => i % 9)],
    ["feature: number", numbers("anomaly_score", (i) => i % 9)],
    ["group: group-name", category("machine_id", 10)],
    ["group: group-name", numbers("site", (i) => i % 4)],
    ["feature: category", category("site", 40)],
    ["ignore: all-missing", numbers("x", () => NaN)],
    ["ignore: constant", numbers("x", () => 7)],
    ["feature: present-or-missing", numbers("x", (i) => (i % 3 ? 7 : NaN))],
    ["ignore: text", text("comment", (i) => `same ${i % 3}`)],
    ["ignore: mostly-unique", category("merchant", 150)],
    ["feature: time-even", times("id", (i) => i * 3_600_000)],
    ["feature: time", times("booked", (i) => i * 86_400_000 + (9 + (i % 8)) * 3_600_000)],
  ])("%s", (expected, column) => expect(guess(column)).toBe(expected));

  it("ignores a repetition of another column, but not of an id or a label", () => {
    expect(
      guess(
        numbers("b", (i) => i % 9),
        "a",
      ),
    ).toBe("ignore: duplicate");
    expect(
      guess(
        numbers("target", (i) => i % 2),
        "a",
      ),
    ).toBe("label: label-name");
  });

  it("does not take a few numbers in order for an id", () => {
    const few: Column = { kind: "number", name: "dose", values: Float64Array.of(1, 2, 3, 4) };
    expect(guess(few)).toBe("feature: number");
  });
});

describe("guessRoles", () => {
  const rolesOf = (columns: readonly Column[]) =>
    guessRoles(columns, columns.map(profileColumn)).map(({ role }) => role);

  it("keeps one group and ignores repetitions", () => {
    const columns = [
      category("site", 4),
      category("machine", 5),
      numbers("a", (i) => i % 9),
      numbers("b", (i) => i % 9),
    ];
    expect(rolesOf(columns)).toEqual(["group", "feature", "feature", "ignore"]);
  });

  it("takes the last of columns without names for the label, where it alone holds a few whole numbers", () => {
    const measured = (name: string) => numbers(name, (i) => Math.sin(i) * 3.7);
    const answer = (name: string) => numbers(name, (i) => Number(i % 20 === 7));
    expect(rolesOf([measured("column 1"), answer("column 2")])).toEqual(["feature", "label"]);
    expect(rolesOf([measured("column 1"), answer("column 2"), measured("column 3")])).not.toContain("label");
    expect(rolesOf([numbers("column 1", (i) => i % 3), answer("column 2")])).toEqual(["feature", "feature"]);
    expect(rolesOf([measured("volts"), answer("on")])).toEqual(["feature", "feature"]);
  });

  it("keeps the only measurement although it ascends", () => {
    expect(rolesOf([numbers("value", (i) => i)])).toEqual(["feature"]);
    expect(rolesOf([numbers("id", (i) => i), text("t", () => "x")])).toEqual(["id", "ignore"]);
    expect(rolesOf([])).toEqual([]);
  });
});

describe("names", () => {
  it("splits every way of writing", () => {
    expect(wordsOf("TransactionID")).toEqual(["transaction", "id"]);
    expect(wordsOf(" Is-Fraud? ")).toEqual(["is", "fraud"]);
    expect(wordsOf("XMLHttpId2")).toEqual(["xml", "http", "id2"]);
    expect(wordsOf("")).toEqual([]);
  });

  it("does not see ids, labels and groups inside other words", () => {
    expect(["paid", "humidity", "valid"].map(saysId)).toEqual([false, false, false]);
    expect(["classic", "y_axis", "outlier score"].map(saysLabel)).toEqual([null, null, null]);
    expect(["machine temperature", "website", "customer age"].map(saysGroup)).toEqual([false, false, false]);
  });
});
