import { expect, it } from "vitest";
import { spokenVerdicts } from "./spoken-verdicts";

const verdictsOf = (...words: string[]) => spokenVerdicts("mark", words)?.verdicts;

it("understands our own words, those that leave it open, and cells that say nothing", () => {
  expect(verdictsOf("anomaly", " Not-Anomaly", "not an anomaly", "?", "unsure", "", "-")).toEqual([
    "anomaly",
    "not-anomaly",
    "not-anomaly",
    "unsure",
    "unsure",
    null,
    null,
  ]);
});

it("takes other words for what they sound like, and says which", () => {
  expect(verdictsOf("fraud", "ok", "ok")).toEqual(["anomaly", "not-anomaly", "not-anomaly"]);
  expect(verdictsOf("fraud", "fraud")).toEqual(["anomaly", "anomaly"]);
  expect(verdictsOf("1", "0", "1")).toEqual(["anomaly", "not-anomaly", "anomaly"]);
  expect(verdictsOf("0", "0")).toEqual(["not-anomaly", "not-anomaly"]);
  expect(spokenVerdicts("mark", ["fraud", "ok"])).toMatchObject({ strange: ["fraud"], ordinary: ["ok"] });
});

it("takes a column of anything for no verdicts", () => {
  expect(verdictsOf(...Array.from({ length: 60 }, (_, at) => `case ${at}`))).toBeUndefined();
  expect(verdictsOf("", "")).toBeUndefined();
});
