import { expect, it } from "vitest";
import { eventQualityOf } from "./event-metrics";
import { stretchesOf } from "./stretches";

const marks = (text: string): Uint8Array => Uint8Array.from(text, (letter) => (letter === "x" ? 1 : 0));

it("finds stretches, those at both ends too", () => {
  expect(stretchesOf(marks("xx..x.xxx"))).toEqual([
    { from: 0, to: 2 },
    { from: 4, to: 5 },
    { from: 6, to: 9 },
  ]);
  expect(stretchesOf(marks("..."))).toEqual([]);
  expect(stretchesOf(marks(""))).toEqual([]);
});

it("ends a stretch where another series begins", () => {
  expect(stretchesOf(marks("xxxx.x"), [0, 2, 2, 5, 6])).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
    { from: 5, to: 6 },
  ]);
});

it("counts stretches, not steps", () => {
  const flagged = stretchesOf(marks("x.x.....xx....x"));
  const labelled = stretchesOf(marks("xxx...x..xxxx.."));
  expect(eventQualityOf(flagged, labelled)).toEqual({
    flagged: 4,
    labelled: 3,
    found: 2,
    hits: 3,
    precision: 3 / 4,
    recall: 2 / 3,
  });
});

it("does not take neighbours for a touch, and knows nothing without stretches", () => {
  const [early, late] = [stretchesOf(marks("xx..")), stretchesOf(marks("..xx"))];
  expect(eventQualityOf(early, late)).toMatchObject({ found: 0, hits: 0, precision: 0, recall: 0 });
  expect(eventQualityOf([], late)).toMatchObject({ precision: NaN, recall: 0 });
  expect(eventQualityOf(early, [])).toMatchObject({ precision: 0, recall: NaN });
});
