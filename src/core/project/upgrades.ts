import { isRecord } from "./decoder";

/** Counts up when a document of the version before would be misread; `upgrades` then gets an entry. */
export const PROJECT_VERSION = 3;

type Content = Readonly<Record<string, unknown>>;

/** How a document of each earlier version becomes one of the next, by that version. Nothing in it may be believed. */
const upgrades: readonly ((content: Content) => Content)[] = [fromUnversioned, fromHeaderOrNone, fromBeforeFindings];

/** The content of a document, in the form of the present version; null where the value is no document. */
export function upgraded(value: unknown): { readonly content: Content; readonly isNewer: boolean } | null {
  if (!isRecord(value)) return null;
  const { version } = value;
  const isTold = typeof version === "number" && Number.isSafeInteger(version) && version >= 1;
  // A damaged version is taken for the present one: what does not fit is left out anyway.
  const from = isTold ? version : Object.hasOwn(value, "version") ? PROJECT_VERSION : 0;
  const content = upgrades.slice(from).reduce((before: Content, upgrade) => upgrade(before), value);
  return { content, isNewer: from > PROJECT_VERSION };
}

/**
 * Before there were versions, the choices were kept as they were in memory: parameters by detector, "cuts", and columns
 * by their positions alone. Those cannot be matched to a table any more; they are handed on as they are, so that it is
 * told that they were dropped.
 */
function fromUnversioned(old: Content): Content {
  const { plan, fixed, recipe, params, cuts, axes } = old;
  const rowKind = isRecord(recipe) ? renamed(recipe.shape ?? { kind: "rows" }) : undefined;
  return {
    ...old,
    ...(isRecord(plan) && {
      reading: { dialect: plan.dialect, fixed, sample: plan.sample ?? null, kinds: kindsOf(plan) },
    }),
    recipe: isRecord(recipe)
      ? { oneHotLimit: recipe.oneHotLimit, withinGroup: recipe.withinGroup, rowKind, columns: recipe.columns }
      : null,
    ...(isRecord(params) && {
      detectors: Object.entries(params).map(([id, values]) => ({ id, detector: id, params: values })),
    }),
    thresholds: cuts ?? {},
    layout: { axes: axes ?? null },
  };
}

/** Whether there are names was yes or no; now it is told which lines they are. What was guessed is guessed anew. */
function fromHeaderOrNone(old: Content): Content {
  const { reading } = old;
  if (!isRecord(reading) || !isRecord(reading.dialect)) return old;
  const dialect = Object.fromEntries(Object.entries(reading.dialect).filter(([name]) => name !== "header"));
  const fixed = isRecord(reading.fixed) ? reading.fixed : {};
  const header = { first: 1, count: fixed.header === true ? 1 : 0 };
  const isChosen = typeof fixed.header === "boolean";
  return {
    ...old,
    reading: {
      ...reading,
      dialect: isChosen ? { ...dialect, header } : dialect,
      fixed: isChosen ? { ...fixed, header } : fixed,
    },
  };
}

/** What joins the detectors that know their own error, by kind of row, when it came. */
const FIRST_FINDINGS: ReadonlyMap<unknown, string> = new Map([
  ["rows", "findings"],
  ["series", "series-findings"],
  ["events", "event-findings"],
]);

/** Findings did not run: now they do beside what was picked. What is on screen stays. */
function fromBeforeFindings(old: Content): Content {
  const { picked, recipe } = old;
  const found = isRecord(recipe) && isRecord(recipe.rowKind) ? FIRST_FINDINGS.get(recipe.rowKind.kind) : undefined;
  if (!Array.isArray(picked) || found === undefined) return old;
  const before: readonly unknown[] = picked;
  return { ...old, picked: [found, ...before] };
}

/** Kinds were kept by the positions of their columns. */
function kindsOf({ kinds }: Content): readonly unknown[] {
  return isRecord(kinds) ? Object.values(kinds) : [];
}

/** Images that were picked by hand to be learned from were called pictures. */
function renamed(shape: unknown): unknown {
  if (!isRecord(shape) || !isRecord(shape.learnFrom) || shape.learnFrom.kind !== "pictures") return shape;
  return { ...shape, learnFrom: { ...shape.learnFrom, kind: "images" } };
}
