import fc from "fast-check";
import type { ColumnKind } from "../core/data/column";
import type { Dialect } from "../core/data/dialect";
import type { AnyParamValues } from "../core/detect/param-schema";
import type { NamedRowKind } from "../core/kinds/row-kind";
import type { ColumnRecipe } from "../core/prepare/recipe";
import type { ColumnRef } from "../core/project/column-ref";
import { type DetectorOutline, firstInstance, instanceId } from "../core/project/instance";
import type { Mark } from "../core/project/mark";
import type { NamedAxes, Project, Surroundings } from "../core/project/project";
import type { Reading } from "../core/project/reading";
import type { RecipeSettings } from "../core/project/recipe-settings";
import type { DetectorInstance, Settings } from "../core/project/settings";
import { REPORT_AT_FIRST, reportParts } from "../core/report/report-settings";
import { truthSources } from "../core/truth/truth-sources";
import type { Consequence } from "../core/score/consequence";
import type { ThresholdRule } from "../core/score/threshold";

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

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const atLeast0 = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
const name = fc.string({ maxLength: 8 });
const kind = fc.constantFrom<ColumnKind>("number", "time", "category", "text");
const column: fc.Arbitrary<ColumnRef> = fc.record({ name, kind, at: fc.nat(30) });
const maybeColumn = fc.option(column);

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

const dialect: fc.Arbitrary<Partial<Dialect>> = fc.record(
  {
    compression: fc.constantFrom("none", "gzip", "zstd"),
    encoding: fc.constant("utf-8"),
    delimiter: fc.constantFrom(",", ";", "\t", "||"),
    quote: fc.constantFrom('"', "'", ""),
    escape: fc.constantFrom("", "\\", "\0"),
    missingIn: fc.constantFrom("values", "everywhere"),
    header: fc.record({ first: fc.integer({ min: 1, max: 40 }), count: fc.nat({ max: 5 }) }),
    decimal: fc.constantFrom(".", ","),
    thousands: fc.constantFrom("", ",", ".", " ", "'"),
    missing: fc.array(name, { maxLength: 3 }),
    dateOrder: fc.constantFrom("day-first", "month-first"),
  },
  { requiredKeys: [] },
);

const reading: fc.Arbitrary<Reading> = fc.record({
  dialect,
  fixed: dialect,
  others: fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string({ maxLength: 8 }), fc.boolean(), number), {
    maxKeys: 3,
  }),
  kinds: fc.array(column, { maxLength: 4 }),
  noValue: fc.array(
    fc.tuple(column, fc.array(number, { maxLength: 3 })).map(([ref, values]) => ({ ...ref, values })),
    { maxLength: 3 },
  ),
  joined: fc.option(fc.array(fc.record({ date: column, clock: column }), { maxLength: 3 })),
  made: fc.array(
    fc.tuple(column, fc.constantFrom("limits" as const, "templates" as const)).map(([of, what]) => ({ ...of, what })),
    { maxLength: 3 },
  ),
  sample: fc.option(fc.record({ rows: fc.integer({ min: 1 }), of: fc.nat(), seed: fc.nat() })),
});

const columnRecipe: fc.Arbitrary<Partial<ColumnRecipe>> = fc.record(
  {
    role: fc.constantFrom("feature", "id", "label", "class", "group", "ignore"),
    missing: fc.oneof(
      fc.record({ kind: fc.constantFrom("median", "mean", "most-frequent", "drop-row") }),
      fc.record({ kind: fc.constant("constant"), value: fc.oneof(number, name) }),
    ),
    missingSignal: fc.boolean(),
    log: fc.boolean(),
    scale: fc.constantFrom("auto", "standard", "robust", "min-max", "none"),
    encode: fc.constantFrom("auto", "one-hot", "frequency", "rare-level"),
    dateParts: fc.subarray(["hour", "weekday", "gap", "elapsed"]),
  },
  { requiredKeys: [] },
);

const rowKind: fc.Arbitrary<NamedRowKind> = fc.oneof(
  fc.record({ kind: fc.constant("rows") }),
  fc.record({
    kind: fc.constant("series"),
    time: maybeColumn,
    group: maybeColumn,
    duplicates: fc.constantFrom("mean", "first", "last"),
    fillUpTo: fc.nat(),
    window: fc.option(fc.integer({ min: 2 })),
    stride: fc.option(fc.integer({ min: 1 })),
    points: fc.constantFrom("covering", "last"),
  }),
  fc.record({
    kind: fc.constant("events"),
    symbol: column,
    sequence: maybeColumn,
    time: maybeColumn,
    level: fc.constantFrom("event", "sequence"),
  }),
  fc.record({
    kind: fc.constant("images"),
    size: fc.integer({ min: 28, max: 224 }),
    colour: fc.constantFrom("grey", "colour"),
    fit: fc.constantFrom("stretch", "crop", "pad"),
    learnFrom: fc.oneof(
      fc.record({ kind: fc.constant("all") }),
      fc.record({ kind: fc.constant("folders"), folders: fc.array(name, { maxLength: 3 }) }),
      fc.record({ kind: fc.constant("images"), rows: fc.subarray([0, 3, 5, 900]) }),
    ),
    ignored: fc.subarray([0, 7, 4095]),
    rowsSee: fc.constantFrom("pixels", "deep-features"),
    network: fc.oneof(
      fc.constant("mobilenet-v2"),
      fc.record({ id: name, name, layers: fc.array(name, { maxLength: 2 }) }),
    ),
  }),
);

const recipe: fc.Arbitrary<RecipeSettings> = fc
  .tuple(
    fc.record({ oneHotLimit: fc.nat(), withinGroup: fc.boolean(), rowKind }, { requiredKeys: [] }),
    fc.record({
      columns: fc.array(
        fc.record({
          column,
          recipe: columnRecipe,
          chosen: fc.subarray<keyof ColumnRecipe>(["role", "missing", "log", "scale"]),
        }),
        { maxLength: 5 },
      ),
      chosen: fc.subarray(["oneHotLimit", "withinGroup", "rowKind"] as const),
    }),
  )
  .map(([some, all]) => ({ ...some, ...all }));

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

const threshold: fc.Arbitrary<ThresholdRule> = fc.oneof(
  fc.record({ kind: fc.constant("suggested") }),
  fc.record({ kind: fc.constant("named"), name: fc.constantFrom("mean-2sd", "mad-3.5") }),
  fc.record({ kind: fc.constant("fixed"), value: number }),
  fc.record({ kind: fc.constant("share"), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant("top-k"), k: atLeast0 }),
  fc.record({ kind: fc.constant("by"), by: consequence, value: number, of: name }),
);

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

const windows = fc.array(fc.record({ from: number, to: number }), { maxLength: 3 });

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
