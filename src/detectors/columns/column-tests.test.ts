import { describe, expect, it } from "vitest";
import type { Column } from "../../core/data/column";
import { columnSamples, type ColumnSamples } from "../../core/detect/column-samples";
import type { ColumnDetector } from "../../core/detect/detector";
import { evidenceNeeded } from "../../core/findings/evidence";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { category, numbers } from "../../testing/small-tables";
import { testContext } from "../../testing/test-context";
import { farAtOnce } from "./far-at-once";
import { levelTail } from "./level-tail";
import { ownTail } from "./own-tail";
import { rarePairs } from "./rare-pairs";
import { relations } from "./relations";

const ROWS = 800;
const STRANGE = 333;

function draws(seed: number) {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  return { random, normals: () => Array.from({ length: ROWS }, normal), codes: (levels: number) => pick(levels) };
  function pick(levels: number): number[] {
    return Array.from({ length: ROWS }, () => Math.floor(random() * levels));
  }
}

const samplesOf = (...columns: Column[]): ColumnSamples =>
  columnSamples(
    columns,
    columns.map(() => "feature" as const),
    Uint32Array.from({ length: ROWS }, (_, row) => row),
  );

const named = (name: string, codes: number[]) =>
  category(
    name,
    codes,
    [...new Set(codes)].sort((a, b) => a - b).map((code) => `${name} ${code}`),
  );

/** For each detector a table with one row that only it is made for, and what is to blame. */
const cases: Record<
  string,
  { detector: ColumnDetector<never>; blame: readonly string[]; make: (seed: number) => ColumnSamples }
> = {
  "an amount far beyond its log-normal column": {
    detector: ownTail as ColumnDetector<never>,
    blame: ["amount"],
    make(seed) {
      const amounts = draws(seed)
        .normals()
        .map((value) => Math.exp(4 + value));
      amounts[STRANGE] = 50_000;
      return samplesOf(numbers("amount", ...amounts), numbers("other", ...draws(seed + 100).normals()));
    },
  },
  "an amount that its payee never takes": {
    detector: levelTail as ColumnDetector<never>,
    blame: ["amount"],
    make(seed) {
      const { normals, codes } = draws(seed);
      const payees = codes(12);
      const amounts = normals().map((value, row) => Math.exp(2 + payees[row]! / 3 + 0.2 * value));
      payees[STRANGE] = 1;
      amounts[STRANGE] = Math.exp(4.5);
      return samplesOf(named("payee", payees), numbers("amount", ...amounts));
    },
  },
  "a temperature that flow and pressure speak against": {
    detector: relations as ColumnDetector<never>,
    blame: ["temperature"],
    make(seed) {
      const { normals } = draws(seed);
      const [flow, pressure, noise] = [normals(), normals(), normals()];
      const temperature = flow.map((value, row) => 40 + 5 * value + 3 * pressure[row]! + 0.4 * noise[row]!);
      temperature[STRANGE] = temperature[STRANGE]! + 7;
      return samplesOf(
        numbers("flow", ...flow),
        numbers("pressure", ...pressure),
        numbers("temperature", ...temperature),
      );
    },
  },
  "a currency of another country": {
    detector: rarePairs as ColumnDetector<never>,
    blame: ["currency"],
    make(seed) {
      const countries = draws(seed).codes(4);
      const currencies = countries.slice();
      countries[STRANGE] = 0;
      currencies[STRANGE] = 2;
      return samplesOf(named("country", countries), named("currency", currencies));
    },
  },
  "four of many columns, none far out for sure": {
    detector: farAtOnce as ColumnDetector<never>,
    blame: ["c1", "c9", "c17", "c25"],
    make(seed) {
      const { normals } = draws(seed);
      const columns = Array.from({ length: 30 }, (_, at) => {
        const values = normals();
        if (at % 8 === 1) values[STRANGE] = at === 1 ? 5.2 : -5;
        return numbers(`c${at}`, ...values);
      });
      return samplesOf(...columns);
    },
  },
};

async function evidenceOf(detector: ColumnDetector<never>, samples: ColumnSamples) {
  const model = await detector.fit(samples, {} as never, testContext());
  const outcome = await detector.test!(model, samples, testContext());
  return { model, evidence: outcome.kind === "tested" ? outcome.evidence : new Float64Array(samples.count) };
}

describe.each(Object.keys(cases))("%s", (name) => {
  const { detector, blame, make } = cases[name]!; // one of its own keys

  it("stands out alone, and the column is named", async () => {
    for (const seed of [1, 2, 3]) {
      const samples = make(seed);
      const { model, evidence } = await evidenceOf(detector, samples);
      const found = [...evidence.keys()].filter((row) => evidence[row]! >= evidenceNeeded(ROWS));
      expect(found).toContain(STRANGE);
      expect(found.length).toBeLessThanOrEqual(2);
      const [reason] = await detector.reasons!(model, samples, [STRANGE], testContext());
      expect(blame).toContain(samples.features[reason!.features[0]!]);
    }
  });

  it("does not depend on the rows beside it", async () => {
    const samples = make(1);
    const { model, evidence } = await evidenceOf(detector, samples);
    const few = columnSamples(samples.columns, samples.roles, Uint32Array.of(5, STRANGE));
    const alone = await detector.score(structuredClone(model), few, testContext());
    expect([...alone]).toEqual([evidence[5], evidence[STRANGE]]);
  });
});

it("is silent on mere noise: all of them together find one false row in some tables", async () => {
  let found = 0;
  const tables = 20;
  for (let seed = 1; seed <= tables; seed++) {
    const { normals, codes } = draws(seed * 31);
    const samples = samplesOf(
      numbers("a", ...normals()),
      numbers("b", ...normals()),
      numbers("c", ...normals().map(Math.exp)),
      numbers("d", ...normals().map((value) => value / 3)),
      named("k", codes(5)),
      named("l", codes(3)),
    );
    for (const { detector } of Object.values(cases)) {
      const { evidence } = await evidenceOf(detector, samples);
      found += evidence.filter((one) => one - Math.log10(5) >= evidenceNeeded(ROWS)).length;
    }
  }
  expect(found / tables).toBeLessThanOrEqual(0.3);
});
