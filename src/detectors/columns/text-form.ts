import { MAX_EVIDENCE } from "../../core/findings/tail";
import { breachEvidence, isLaw, StrongestEvidence } from "../../core/findings/evidence";
import { closeForm, looseForm } from "../../core/findings/text-form";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnTest } from "./column-test";
import { levelNamer } from "./read-columns";
import { namedCell, rounded } from "./value-reasons";

interface FormLaw {
  readonly feature: number;
  /** By which forms are told apart: with the length of their runs, or without. */
  readonly by: "close" | "loose";
  /** Forms that are ordinary. */
  readonly usual: readonly string[];
  readonly breaches: number;
  readonly count: number;
}

interface TextFormModel {
  readonly laws: readonly FormLaw[];
  readonly tried: number;
}

/** A column of fewer different texts is a category: its levels are looked at themselves. */
const MIN_DIFFERENT_TEXTS = 20;
/** Numbers that count rows leave out at most so many for each that they hold. */
const MAX_GAPS_OF_COUNTER = 3;
/** So many forms at most are ordinary beside each other; each must be this frequent. */
const MAX_USUAL_FORMS = 6;
const MIN_USUAL_SHARE = 0.02;
/** The rarest of them is so many times as frequent as all that break them: where forms fall off bit by bit, none is strange. */
const MIN_GAP = 5;

/**
 * Texts and ids by their form, letters and digits told apart: where all but a few values of a column have one of a few
 * forms ("AA-999"), those few break it.
 */
export const textForm = defineColumnTest<TextFormModel>({
  id: "text-form",
  label: "Text in an unusual form",
  summary: "Finds codes, ids and texts that are not written like the others in their column.",
  blindTo: "Wrong values in the right form, and texts that are written freely.",
  reference:
    "Raman, V. & Hellerstein, J. M. (2001). Potter's Wheel: an interactive data cleaning system. VLDB, for columns as sequences of kinds of characters.",
  async fit(samples, context) {
    const laws: FormLaw[] = [];
    let tried = 0;
    for (let feature = 0; feature < samples.width; feature++) {
      if (isWritten(samples, feature)) {
        tried++;
        const close = isCounted(samples, feature) ? null : lawOf(samples, feature, "close");
        const law = close ?? lawOf(samples, feature, "loose");
        if (law) laws.push(law);
      }
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { laws, tried };
  },
  async test({ laws, tried }, samples, context) {
    if (laws.length === 0) return { kind: "silent", why: { code: "column-finding.no-forms" } };
    const strongest = new StrongestEvidence(samples.count, tried);
    for (const [at, law] of laws.entries()) {
      strongest.add(at, evidenceBy(law, samples));
      await context.checkpoint((at + 1) / laws.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ laws }, samples, which) {
    const evidence = laws.map((law) => evidenceBy(law, samples));
    return Promise.resolve(
      which.map((sample) => {
        const own = evidence.map((one) => one[sample]!); // one for each sample
        const { feature, breaches, count } = laws[own.indexOf(Math.max(...own))]!; // evidence says that there is one
        const values = {
          column: samples.features[feature]!, // one of the features
          value: namedCell(samples, feature, sample).slice(0, 80),
          percent: rounded((100 * (count - breaches)) / count),
        };
        return { note: { code: "column-finding.form" as const, values }, features: [feature], expected: null };
      }),
    );
  },
});

/** Whether the column holds what people or machines write: texts, categories of many levels, numbers that name rows. */
function isWritten({ columns, roles }: ColumnSamples, feature: number): boolean {
  const column = columns[feature]!; // one of the features
  if (column.kind === "number") return roles[feature] === "id";
  return column.kind === "text" || (column.kind === "category" && column.levels.length >= MIN_DIFFERENT_TEXTS);
}

/** Whether numbers count the rows: then the first of them are shorter than all others, as they have to be. */
function isCounted({ columns, origin }: ColumnSamples, feature: number): boolean {
  const column = columns[feature]!; // one of the features
  if (column.kind !== "number") return false;
  let [low, high, count] = [Infinity, -Infinity, 0];
  for (const row of origin) {
    const value = column.values[row]!; // a row of the table
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    count++;
  }
  return high - low < MAX_GAPS_OF_COUNTER * count;
}

function formReader(samples: ColumnSamples, { feature, by }: Pick<FormLaw, "feature" | "by">) {
  const nameOf = levelNamer(samples.columns[feature]!); // one of the features
  const formBy = by === "close" ? closeForm : looseForm;
  return (sample: number): string | null => {
    const name = nameOf(samples.origin[sample]!); // a sample
    return name === null ? null : formBy(name);
  };
}

function lawOf(samples: ColumnSamples, feature: number, by: FormLaw["by"]): FormLaw | null {
  const formAt = formReader(samples, { feature, by });
  const counts = new Map<string, number>();
  let count = 0;
  for (let sample = 0; sample < samples.count; sample++) {
    const form = formAt(sample);
    if (form === null) continue;
    count++;
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const usual = [...counts].filter(([, seen]) => seen >= MIN_USUAL_SHARE * count);
  const breaches = count - usual.reduce((sum, [, seen]) => sum + seen, 0);
  if (usual.length === 0 || usual.length > MAX_USUAL_FORMS || !isLaw(breaches, count)) return null;
  if (usual.some(([, seen]) => seen < MIN_GAP * breaches)) return null;
  return { feature, by, usual: usual.map(([form]) => form), breaches, count };
}

function evidenceBy(law: FormLaw, samples: ColumnSamples): Float64Array {
  const formAt = formReader(samples, law);
  const usual = new Set(law.usual);
  const breach = Math.min(MAX_EVIDENCE, breachEvidence(law.breaches, law.count));
  return new Float64Array(samples.count).map((_, sample) => {
    const form = formAt(sample);
    return form === null || usual.has(form) ? 0 : breach;
  });
}
