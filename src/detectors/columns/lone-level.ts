import { breachEvidence, StrongestEvidence } from "../../core/findings/evidence";
import { rareLevelsOf } from "../../core/findings/rare-levels";
import { isSlip } from "../../core/findings/spelling";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnTest } from "./column-test";
import { levelCodes, levelsOf, samplesByLevel, type Levels } from "./read-columns";

interface LoneLevels {
  readonly levels: Levels;
  /** By level: its evidence, 0 where it is not alone, and the frequent level that it is a slip of. */
  readonly alone: readonly { readonly evidence: number; readonly seen: number; readonly meant: string | null }[];
  readonly count: number;
}

interface LoneLevelModel {
  readonly columns: readonly LoneLevels[];
  readonly tried: number;
}

/** A level of more rows is no slip, and not alone. */
const MAX_SEEN = 2;
/** Every other level is so many times as frequent, or a lone one is only the last of many. */
const MIN_GAP = 20;
/** A level is a slip of another one only where that is so many times as frequent. */
const MIN_TIMES_MEANT = 20;
const MIN_LETTERS_OF_SLIP = 4;
/** More levels are names of rows, not categories. */
const MAX_LEVELS = 2000;

/**
 * Levels that stand once or twice: where all others are far more frequent, by how rarely shares drawn evenly would leave
 * one so small; and where they are a slip of the keyboard away from a frequent one.
 */
export const loneLevel = defineColumnTest<LoneLevelModel>({
  id: "lone-level",
  label: "Rare category",
  summary: "Finds values that occur once or twice where all others are far more common, and misspelt ones.",
  blindTo: "Categories with many rare values, where one more means nothing.",
  reference:
    "Good, I. J. (1953). The population frequencies of species and the estimation of population parameters. Biometrika 40; Damerau, F. J. (1964). A technique for computer detection and correction of spelling errors. CACM 7(3).",
  async fit(samples, context) {
    const columns: LoneLevels[] = [];
    let tried = 0;
    for (let feature = 0; feature < samples.width; feature++) {
      const levels = samples.columns[feature]?.kind === "number" ? null : levelsOf(samples, feature);
      if (levels && levels.names.length <= MAX_LEVELS) {
        tried++;
        columns.push(lookAt(samples, levels));
      }
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { columns: columns.filter(({ alone }) => alone.some(({ evidence }) => evidence > 0)), tried };
  },
  async test({ columns, tried }, samples, context) {
    if (tried === 0) return { kind: "silent", why: { code: "column-finding.no-categories" } };
    const strongest = new StrongestEvidence(samples.count, tried);
    for (const [at, { levels, alone }] of columns.entries()) {
      const codes = levelCodes(samples, levels);
      const evidence = new Float64Array(codes.length).map((_, sample) => alone[codes[sample]!]?.evidence ?? 0); // one code each
      strongest.add(at, evidence);
      await context.checkpoint((at + 1) / columns.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ columns }, samples, which) {
    const codes = columns.map(({ levels }) => levelCodes(samples, levels));
    return Promise.resolve(
      which.map((sample) => {
        const own = columns.map(({ alone }, at) => alone[codes[at]![sample]!]?.evidence ?? 0); // codes of each column
        const at = own.indexOf(Math.max(...own));
        const { levels, alone, count } = columns[at]!; // evidence says that there is one
        const code = codes[at]![sample]!; // codes of each column
        const { seen, meant } = alone[code]!; // its evidence is known
        const values = { column: samples.features[levels.feature]!, level: levels.names[code]!, seen, rows: count }; // known names
        return {
          note:
            meant === null
              ? { code: "column-finding.lone-level" as const, values }
              : { code: "column-finding.misspelt" as const, values: { ...values, meant } },
          features: [levels.feature],
          expected: meant,
        };
      }),
    );
  },
});

function lookAt(samples: ColumnSamples, levels: Levels): LoneLevels {
  const counts = samplesByLevel(levelCodes(samples, levels), levels.names.length).map(({ length }) => length);
  const count = counts.reduce((sum, one) => sum + one, 0);
  const lone = counts.filter((one) => one <= MAX_SEEN).length;
  const leastOfOthers = Math.min(...counts.filter((one) => one > MAX_SEEN));
  const rare = rareLevelsOf(counts, MAX_SEEN);
  const alone = counts.map((seen, level) => {
    if (seen > MAX_SEEN) return { evidence: 0, seen, meant: null };
    const meant = meantBy(levels.names, counts, level);
    if (meant !== null) return { evidence: breachEvidence(seen, count), seen, meant };
    const stands = lone <= MAX_SEEN && leastOfOthers >= MIN_GAP * seen;
    // Shares of k levels drawn evenly leave one of them below x with probability k (k - 1) x; levels of which the others are
    // about as frequent as each other, less often. Over all rows, for so many of them.
    const evenly = -Math.log10((counts.length * (counts.length - 1) * (seen + 1)) / count);
    const alike = (rare.find((one) => one.level === level)?.evidence ?? 0) - Math.log10(counts.length);
    const evidence = Math.max(evenly, alike) + Math.log10(count / seen);
    return { evidence: stands ? Math.max(0, evidence) : 0, seen, meant: null };
  });
  return { levels, alone, count };
}

/** The most frequent level that this one is a slip of; null where there is none. */
function meantBy(names: readonly string[], counts: readonly number[], level: number): string | null {
  const name = names[level]!; // a level
  if (name.length < MIN_LETTERS_OF_SLIP) return null;
  let best: { name: string; count: number } | null = null;
  names.forEach((other, at) => {
    const count = counts[at]!; // one for each level
    if (count < MIN_TIMES_MEANT * counts[level]! || count <= (best?.count ?? 0)) return; // a level
    if (isSlip(name, other)) best = { name: other, count };
  });
  return (best as { name: string } | null)?.name ?? null; // set in the loop, which TypeScript does not follow
}
