import { closeForm } from "../../core/findings/text-form";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { breachEvidence, isLaw, StrongestEvidence } from "../../core/findings/evidence";
import { defineColumnTest } from "./column-test";
import { levelNamer } from "./read-columns";
import { namedCell } from "./value-reasons";

interface GivenTwiceModel {
  readonly columns: readonly {
    readonly feature: number;
    /** What stands in several rows, each with the first row of the table that has it. */
    readonly first: ReadonlyMap<string, number>;
    readonly evidence: number;
  }[];
  readonly tried: number;
}

/** Numbers of documents are written alike, in so many forms at most (they grow longer as they count on), and hold a digit. */
const MAX_FORMS = 4;

/** Numbers of documents, codes and ids, of which a few stand in two rows though each is given once. */
export const givenTwice = defineColumnTest<GivenTwiceModel>({
  id: "given-twice",
  label: "Number that was given twice",
  summary: "Finds ids, codes and numbers of documents that stand in two rows where all others stand in one.",
  blindTo: "Names and free texts, which may come again, and codes that many rows share.",
  reference:
    "Abedjan, Z., Golab, L. & Naumann, F. (2015). Profiling relational data: a survey. VLDB Journal 24, for columns that are keys but for a few rows.",
  async fit(samples, context) {
    const columns: GivenTwiceModel["columns"][number][] = [];
    let tried = 0;
    for (let feature = 0; feature < samples.width; feature++) {
      if (namesRows(samples, feature)) {
        const own = lookAt(samples, feature);
        if (own) tried++;
        if (own && own.first.size > 0) columns.push({ feature, ...own });
      }
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { columns, tried };
  },
  async test({ columns, tried }, samples, context) {
    if (tried === 0) return { kind: "silent", why: { code: "column-finding.no-keys" } };
    const strongest = new StrongestEvidence(samples.count, tried);
    for (const [at, { feature, first, evidence }] of columns.entries()) {
      const nameOf = levelNamer(samples.columns[feature]!); // one of the features
      strongest.add(
        at,
        new Float64Array(samples.count).map((_, sample) => {
          const row = samples.origin[sample]!; // a sample
          return isLater(first, nameOf(row), row) ? evidence : 0;
        }),
      );
      await context.checkpoint((at + 1) / columns.length);
    }
    await context.checkpoint(1);
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ columns }, samples, which) {
    return Promise.resolve(
      which.map((sample) => {
        const row = samples.origin[sample]!; // a sample
        const own = columns.find(({ feature, first }) =>
          isLater(first, levelNamer(samples.columns[feature]!)(row), row),
        )!; // evidence says that there is one
        const value = namedCell(samples, own.feature, sample);
        const values = { column: samples.features[own.feature]!, value, row: (own.first.get(value) ?? 0) + 1 }; // one of the features
        return {
          note: { code: "column-finding.given-twice" as const, values },
          features: [own.feature],
          expected: null,
        };
      }),
    );
  },
});

function namesRows({ columns, roles }: ColumnSamples, feature: number): boolean {
  const { kind } = columns[feature]!; // one of the features
  return kind === "text" || kind === "category" || (kind === "number" && roles[feature] === "id");
}

function isLater(first: ReadonlyMap<string, number>, name: string | null, row: number): boolean {
  return name !== null && (first.get(name) ?? Infinity) < row;
}

/** Null where the column is no key but for a few rows. */
function lookAt(samples: ColumnSamples, feature: number) {
  const nameOf = levelNamer(samples.columns[feature]!); // one of the features
  const seen = new Map<string, number>();
  const first = new Map<string, number>();
  const forms = new Set<string>();
  let [again, known] = [0, 0];
  for (const row of samples.origin) {
    const name = nameOf(row);
    if (name === null) continue;
    known++;
    const earlier = seen.get(name);
    if (earlier === undefined) {
      seen.set(name, row);
      forms.add(closeForm(name));
      if (forms.size > MAX_FORMS) return null;
      continue;
    }
    first.set(name, earlier);
    if (!isLaw(++again, samples.count)) return null;
  }
  const hasDigits = [...forms].every((form) => form.includes("9"));
  return hasDigits && isLaw(again, known) ? { first, evidence: breachEvidence(again, known) } : null;
}
