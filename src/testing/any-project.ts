import fc from "fast-check";
import type { AnyParamValues } from "../core/detect/param-schema";
import { type DetectorOutline, firstInstance, instanceId } from "../core/project/instance";
import type { Mark } from "../core/project/mark";
import type { NamedAxes, Project, Surroundings } from "../core/project/project";
import type { DetectorInstance, Settings } from "../core/project/settings";
import { REPORT_AT_FIRST, reportParts } from "../core/report/report-settings";
import { truthSources } from "../core/truth/truth-sources";
import { reading } from "./any-reading";
import { recipe, windows } from "./any-recipe";
import { threshold } from "./any-threshold";
import { atLeast0, column, name, number } from "./any-values";

const words = { label: "", help: "" };

/** Two made-up detectors that have every kind of parameter between them. */
export const outlines: readonly DetectorOutline[] = [
  {
    id: "k-means",
    params: {
      groups: { ...words, kind: "integer", default: 8, min: 1, max: 50 },
      rule: { ...words, kind: "choice", default: "near", options: ["near", "far"] },
    },
  },
  {
    id: "autoencoder",
    params: {
      rate: { ...words, kind: "number", default: 0.01, min: 0.001, max: 1 },
      deep: { ...words, kind: "toggle", default: false },
    },
  },
];

const initial: Settings = {
  detectors: outlines.map(firstInstance),
  picked: ["k-means"],
  shown: "k-means",
  seed: 1,
  backend: "auto",
  thresholds: {},
  consensus: { members: "all", rule: "mean", weights: {} },
  stretches: { leastSteps: 1, mergeGap: 6 },
  labelled: null,
  judgedBy: null,
  sample: null,
  rules: [],
  marks: [],
  report: REPORT_AT_FIRST,
};

/** A page that knows those two detectors. */
export const surroundings: Surroundings = { detectors: outlines, initial, isEncoding: (label) => label === "utf-8" };

const params: readonly fc.Arbitrary<AnyParamValues>[] = [
  fc.record({ groups: fc.integer({ min: 1, max: 50 }), rule: fc.constantFrom("near", "far") }),
  fc.record({ rate: fc.double({ min: 0.001, max: 1, noNaN: true }), deep: fc.boolean() }),
];

const instances: fc.Arbitrary<readonly DetectorInstance[]> = fc
  .tuple(
    ...outlines.map(({ id }, at) =>
      fc
        .array(params[at] ?? fc.constant({}), { minLength: 1, maxLength: 3 })
        .map((all) => all.map((values, index) => ({ id: instanceId(id, index + 1), detector: id, params: values }))),
    ),
  )
  // The first ones come first, as the decoder puts them.
  .map((lists) => [...lists.flatMap((list) => list.slice(0, 1)), ...lists.flatMap((list) => list.slice(1))]);

const mark: fc.Arbitrary<Mark> = fc.record({
  row: fc.string({ minLength: 1, maxLength: 20 }),
  verdict: fc.constantFrom("anomaly", "not-anomaly", "unsure"),
  note: name,
  tags: fc.array(name, { maxLength: 3 }),
  by: name,
  at: number,
});

const axes: fc.Arbitrary<NamedAxes> = fc.oneof(
  fc.record({ kind: fc.constant("columns"), x: column, y: column }),
  fc.record({ kind: fc.constant("components") }),
);

/** Any lawful project. */
export const anyProject: fc.Arbitrary<Project> = instances.chain((detectors) => {
  const ids = detectors.map(({ id }) => id);
  const some = fc.shuffledSubarray(ids, { minLength: 1 });
  return some.chain((picked) =>
    fc.record({
      detectors: fc.constant(detectors),
      picked: fc.constant(picked),
      shown: fc.constantFrom(...picked, ...(picked.length > 1 ? ["consensus"] : [])),
      seed: fc.nat(),
      backend: fc.constantFrom("auto", "webgl", "webgpu", "wasm", "cpu"),
      thresholds: fc.dictionary(fc.constantFrom(...ids, "consensus"), threshold),
      consensus: fc.record({
        members: fc.oneof(fc.constant("all" as const), fc.shuffledSubarray(ids)),
        rule: fc.constantFrom("mean", "max", "scaled"),
        weights: fc.dictionary(fc.constantFrom(...ids), atLeast0),
      }),
      stretches: fc.record({ leastSteps: fc.integer({ min: 1 }), mergeGap: fc.nat() }),
      labelled: fc.option(fc.record({ name, entry: name, windows })),
      report: fc.record({ heading: name, remarks: name, without: fc.subarray([...reportParts]) }),
      judgedBy: fc.option(fc.shuffledSubarray([...truthSources])),
      sample: fc.option(fc.record({ rows: fc.array(name), unflagged: fc.nat() })),
      rules: fc.array(
        fc.record({
          where: fc.record({
            kind: fc.constant("filter"),
            filters: fc.array(fc.record({ kind: fc.constant("missing"), column }), { minLength: 1, maxLength: 2 }),
          }),
          says: fc.constantFrom("flag", "ignore"),
        }),
        { maxLength: 3 },
      ),
      marks: fc.array(mark, { maxLength: 4 }),
      reading: fc.option(reading),
      recipe: fc.option(recipe),
      truth: fc.option(fc.record({ column, strange: fc.array(name, { maxLength: 3 }) })),
      layout: fc.record({ axes: fc.option(axes) }),
    }),
  );
});
