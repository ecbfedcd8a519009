import { expect, it } from "vitest";
import type { Column } from "../data/column";
import type { NoteCode } from "../data/note";
import { profileColumn } from "../data/profile";
import { guessRole } from "../data/role";
import { asideRemarks, isPlainWords } from "./aside-remarks";
import { kindRemarks } from "./kind-remarks";
import { madeRemarks } from "./made-remarks";
import { noValueRemarks } from "./no-value-remarks";
import type { ColumnFacts } from "./remark";

function factsOf(column: Column, kindWhy: NoteCode = "kind.numbers"): ColumnFacts {
  const profile = profileColumn(column);
  const { role, why } = guessRole(column, profile);
  return { name: column.name, kind: column.kind, kindWhy: { code: kindWhy }, role, roleWhy: why, profile };
}
const numbers = (name: string, ...values: number[]): Column => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
const texts = (name: string, ...values: string[]): Column => ({ kind: "text", name, values });
const some = [1.5, 2.5, 3, 4, 5, 6.25, 7, 8];

it("gathers the columns where one number seems to mean no value, and offers it once", () => {
  const columns = [
    factsOf(numbers("a", ...some, -999, -999)),
    factsOf(numbers("b", ...some)),
    factsOf(numbers("c", ...some, -999, -999, -999)),
  ];
  expect(noValueRemarks(columns)).toEqual([
    {
      columns: [0, 2],
      why: { code: "profile.sentinel", values: { value: "-999", cells: 5 } },
      remedies: [{ does: "no-value", value: -999 }],
    },
  ]);
});

it("tells every kind that is not what the cells look like, with the other way", () => {
  const told = (code: NoteCode) => kindRemarks([factsOf(numbers("a", ...some), code)]).map(({ remedies }) => remedies);
  expect(told("kind.leading-zeros")).toEqual([[{ does: "read-as", kind: "number" }]]);
  expect(told("kind.demoted-time")).toEqual([[{ does: "read-as", kind: "time" }]]);
  expect(told("kind.numbers-in-units")).toEqual([[{ does: "read-as", kind: "category" }]]);
  expect(told("kind.numbers")).toEqual([]);
  expect(told("kind.chosen")).toEqual([]);
});

it("tells what is set aside and could have mattered, as long as nobody chose it", () => {
  const columns = [
    factsOf(numbers("count", 1, 2, 3, 4, 5, 6, 7, 8)),
    factsOf(numbers("volts", 5, 5, 5)),
    factsOf(numbers("order_id", 31, 12, 15, 77, 71, 90, 91, 92)),
    factsOf(numbers("size", ...some)),
    factsOf(texts("remark", "good", "good", "bad and ugly")),
  ];
  const guessed = columns.map(({ role }) => role);
  const never = () => false;
  expect(asideRemarks(columns, guessed, never)).toMatchObject([
    { columns: [0], why: { code: "role.id-consecutive" }, remedies: [{ does: "use" }] },
    { columns: [1], why: { code: "role.constant" }, remedies: [] },
    { columns: [4], why: { code: "role.text" }, remedies: [{ does: "read-as", kind: "category" }] },
  ]);
  expect(asideRemarks(columns, ["feature", ...guessed.slice(1)], (at) => at > 0)).toEqual([]);
  expect(columns.map(isPlainWords)).toEqual([false, false, false, false, true]);
});

it("offers templates of sentences that are set aside, and not of names", () => {
  const asided = (...values: string[]) => {
    const facts = factsOf(texts("remark", ...values));
    return asideRemarks([facts], [facts.role], () => false)[0]?.remedies.map(({ does }) => does);
  };
  expect(asided("the pump stopped", "the pump stopped", "the door was open")).toEqual(["make", "read-as"]);
  expect(asided("the pump stopped at 1", "the pump stopped at 2", "the door was open")).toEqual(["make", "read-as"]);
  expect(asided("Ada King", "Ada King", "Bob Lee and Cy")).toEqual(["read-as"]);
});

it("offers a column of which numbers are limits, and to take it away once it is there", () => {
  const note = { code: "read.limits", values: { column: "a", count: 2, example: "<1" } } as const;
  const a = factsOf(numbers("a", ...some));
  const why = { code: "made.are-limits", values: { count: 2, example: "<1" } };
  expect(madeRemarks([a], [note])).toEqual([
    { columns: [0], why, remedies: [{ does: "make", made: { of: 0, what: "limits" } }] },
  ]);
  const made = {
    ...factsOf(texts("a limit", "=", "<")),
    kindWhy: { code: "made.limits", values: { column: "a" } },
  } as const;
  expect(madeRemarks([a, made], [note])).toEqual([
    { columns: [0], why, remedies: [] },
    { columns: [1], why: made.kindWhy, remedies: [{ does: "unmake", made: { of: 0, what: "limits" } }] },
  ]);
});
