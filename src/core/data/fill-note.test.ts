import { expect, it } from "vitest";
import { filledNote } from "./fill-note";
import type { NoteCode } from "./note";

const sentences = {
  language: "en",
  templates: {
    "column-finding.copy": "It equals row {{row}} {{missing}}",
    "event-finding.ends_one": "only it",
    "event-finding.ends_other": "{{count}} of {{sequences}}",
  },
};

it("fills a sentence with its values, numbers as the file writes them", () => {
  expect(filledNote({ code: "column-finding.copy", values: { row: 12.3456789 } }, sentences, ",")).toBe(
    "It equals row 12,3457 ",
  );
});

it("says names and lengths as the language does", () => {
  const chinese = {
    language: "zh",
    templates: {
      "finding.off": "{{columns}}持续{{span}}",
      "span.h": "{{formatted}}小时",
      "span.steps_other": "{{formatted}}个时间点",
    },
  };
  const said = (span: string | number) =>
    filledNote({ code: "finding.off" as NoteCode, values: { columns: ["a", "b"], span } }, chinese);
  expect([said("36 h"), said(7), said("3 d")]).toEqual(["a、b持续36小时", "a、b持续7个时间点", "a、b持续3 d"]);
});

it("chooses the plural that the language has", () => {
  const of = (count: number) => filledNote({ code: "event-finding.ends", values: { count, sequences: 90 } }, sentences);
  expect([of(1), of(3)]).toEqual(["only it", "3 of 90"]);
});

it("has no words for what it has no sentence for", () => {
  expect(filledNote({ code: "finding.nothing" }, sentences)).toBeNull();
});
