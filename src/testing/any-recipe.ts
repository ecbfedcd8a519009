import fc from "fast-check";
import type { NamedRowKind } from "../core/kinds/row-kind";
import type { ColumnRecipe } from "../core/prepare/recipe";
import type { RecipeSettings } from "../core/project/recipe-settings";
import { column, maybeColumn, name, number } from "./any-values";

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

/** Windows of time, as labelled ones and periods to ignore are. */
export const windows = fc.array(fc.record({ from: number, to: number }), { maxLength: 3 });

/** Any lawful settings of a recipe. */
export const recipe: fc.Arbitrary<RecipeSettings> = fc
  .tuple(
    fc.record(
      { oneHotLimit: fc.nat(), withinGroup: fc.boolean(), rowKind, ignored: fc.record({ column, windows }) },
      { requiredKeys: [] },
    ),
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
