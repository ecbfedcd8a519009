import { describe, expect, it } from "vitest";
import { guessStrange } from "./guess-strange";
import { soundsOrdinary, soundsStrange } from "./strange-words";

describe("words", () => {
  it.each(["good", "OK", "Normal", "no_defect", "defect-free", "NotDamaged", "good parts", "non-defective"])(
    "%s sounds ordinary",
    (name) => expect(soundsOrdinary(name)).toBe(true),
  );

  it.each(["bad", "not ok", "abnormal", "defect", "scratch", "no good", "", "3", "notes", "train"])(
    "%s does not",
    (name) => expect(soundsOrdinary(name)).toBe(false),
  );

  it.each(["attack", "Failure", "not ok", "abnormal", "no good", "DoS attack"])("%s sounds strange", (name) =>
    expect([soundsStrange(name), soundsOrdinary(name)]).toEqual([true, false]),
  );

  it.each(["normal.", "BENIGN", "No Failure", "none"])("%s does not", (name) =>
    expect([soundsStrange(name), soundsOrdinary(name)]).toEqual([false, true]),
  );
});

/** The guess for a label of that name, of values and how often each occurs. */
const guessed = (name: string, counts: Readonly<Record<string, number>>) =>
  guessStrange(
    name,
    Object.entries(counts).map(([value, count]) => ({ value, count })),
  );

describe("a guess", () => {
  it.each<[string, Record<string, number>, string[]]>([
    // Words of the values: what is not called ordinary, however frequent.
    ["class", { normal: 900, dos: 60, probe: 40 }, ["dos", "probe"]],
    ["label", { "normal.": 100, "neptune.": 700, "smurf.": 200 }, ["neptune.", "smurf."]],
    ["Failure Type", { "No Failure": 950, "Heat Failure": 30, Overstrain: 20 }, ["Heat Failure", "Overstrain"]],
    ["state", { idle: 300, busy: 600, failed: 2 }, ["failed"]],
    // The name of the label, where the values say yes or no.
    ["is_anomaly", { "0": 10, "1": 90 }, ["1"]],
    ["fraud", { yes: 30, no: 20 }, ["yes"]],
    ["normal", { "1": 20, "0": 80 }, ["0"]],
    ["isHealthy", { true: 5, false: 50 }, ["false"]],
    // Else by share: what most rows are is ordinary.
    ["label", { "0": 90, "1": 10 }, ["1"]],
    ["label", { "1": 90, "-1": 10 }, ["-1"]],
    ["class", { "1": 800, "4": 150, "5": 45, "2": 5 }, ["2", "4", "5"]],
    ["class", { a: 40, b: 35, c: 25 }, ["c"]],
    // One value, and blank cells.
    ["anomaly", { x: 7, "": 93 }, ["x"]],
    ["anomaly", { x: 70, "": 30 }, ["x"]],
    ["verdict", { ok: 90, "": 10 }, [""]],
  ])("%s %o: %o", (name, counts, strange) => expect(guessed(name, counts).strange).toEqual(strange));

  it("says what it went by", () => {
    expect(guessed("class", { normal: 9, dos: 1 }).by).toBe("values");
    expect(guessed("fraud", { yes: 3, no: 2 }).by).toBe("name");
    expect(guessed("label", { a: 9, b: 1 }).by).toBe("share");
  });

  it("never takes all values for strange, nor none", () => {
    expect(guessed("label", { attack: 5, fault: 5 }).strange).toHaveLength(1);
    expect(guessed("label", { good: 5, ok: 5 }).strange).toHaveLength(1);
  });
});
