import fc from "fast-check";
import type { Consequence } from "../core/score/consequence";
import type { ThresholdRule } from "../core/score/threshold";
import { atLeast0, name, number } from "./any-values";

const consequence: fc.Arbitrary<Consequence> = fc.oneof(
  fc.record({ kind: fc.constant("capacity"), count: atLeast0, per: name }),
  fc.record({ kind: fc.constant("cost"), missed: atLeast0, falseAlarm: atLeast0 }),
  fc.record({ kind: fc.constant("best"), figure: fc.constantFrom("f-beta", "mcc"), beta: atLeast0 }),
  fc.record({
    kind: fc.constant("false-alarms"),
    share: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    reference: fc.record({ kind: fc.constant("first"), rows: fc.integer({ min: 1 }) }),
  }),
);

/** Any lawful rule of a threshold. */
export const threshold: fc.Arbitrary<ThresholdRule> = fc.oneof(
  fc.record({ kind: fc.constant("suggested") }),
  fc.record({ kind: fc.constant("named"), name: fc.constantFrom("mean-2sd", "mad-3.5") }),
  fc.record({ kind: fc.constant("fixed"), value: number }),
  fc.record({ kind: fc.constant("share"), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant("top-k"), k: atLeast0 }),
  fc.record({ kind: fc.constant("by"), by: consequence, value: number, of: name }),
);
