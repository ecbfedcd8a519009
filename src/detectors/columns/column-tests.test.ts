import { describe, expect, it } from "vitest";
import type { Column } from "../../core/data/column";
import { columnSamples, type ColumnSamples } from "../../core/detect/column-samples";
import type { ColumnDetector } from "../../core/detect/detector";
import { evidenceNeeded } from "../../core/findings/evidence";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { category, numbers, text, times } from "../../testing/small-tables";
import { testContext } from "../../testing/test-context";
import { columnLaws } from "./column-laws";
import { copies } from "./copies";
import { farAtOnce } from "./far-at-once";
import { givenTwice } from "./given-twice";
import { levelTail } from "./level-tail";
import { loneLevel } from "./lone-level";
import { missingCells } from "./missing-cells";
import { oddTime } from "./odd-time";
import { ownTail } from "./own-tail";
import { rarePairs } from "./rare-pairs";
import { relations } from "./relations";
import { rowOrder } from "./row-order";
import { textForm } from "./text-form";

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
  "a tax that is no fifth of its net amount": {
    detector: columnLaws as ColumnDetector<never>,
    blame: ["tax"],
    make(seed) {
      const net = draws(seed)
        .normals()
        .map((value) => Math.round(100 * Math.exp(5 + value)) / 100);
      const tax = net.map((value, row) => Math.round((row === STRANGE ? 3 : 1) * 20 * value) / 100);
      return samplesOf(numbers("net", ...net), numbers("tax", ...tax));
    },
  },
  "parts that make more than a hundred": {
    detector: columnLaws as ColumnDetector<never>,
    blame: ["clay"],
    make(seed) {
      const [sand, silt] = [draws(seed).codes(50), draws(seed + 100).codes(40)];
      const clay = sand.map((value, row) => 100 - value - silt[row]! + (row === STRANGE ? 15 : 0)); // as many rows
      return samplesOf(numbers("sand", ...sand), numbers("silt", ...silt), numbers("clay", ...clay));
    },
  },
  "a row that lacks what all others have": {
    detector: missingCells as ColumnDetector<never>,
    blame: ["height"],
    make(seed) {
      const [height, weight] = [draws(seed).normals(), draws(seed + 100).normals()];
      height[STRANGE] = NaN;
      weight[STRANGE] = NaN;
      return samplesOf(numbers("height", ...height), numbers("weight", ...weight), named("sex", draws(seed).codes(2)));
    },
  },
  "an invoice number given twice": {
    detector: givenTwice as ColumnDetector<never>,
    blame: ["invoice"],
    make(seed) {
      const invoices = Array.from({ length: ROWS }, (_, row) => `RE-${1000 + row}`);
      invoices[STRANGE] = invoices[STRANGE - 20]!; // a row
      return samplesOf(text("invoice", ...invoices), numbers("amount", ...draws(seed).normals()));
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
  "a code of another form": {
    detector: textForm as ColumnDetector<never>,
    blame: ["code"],
    make(seed) {
      const codes = draws(seed)
        .codes(90_000)
        .map((code, row) => `AB-${10_000 + code}${row === STRANGE ? "/X" : ""}`);
      return samplesOf(text("code", ...codes));
    },
  },
  "a category that is nearly another one": {
    detector: loneLevel as ColumnDetector<never>,
    blame: ["country"],
    make(seed) {
      const countries = draws(seed).codes(3);
      countries[STRANGE] = 3;
      return samplesOf(category("country", countries, ["Norway", "Sweden", "Denmark", "Sweeden"]));
    },
  },
  "a booking that was made twice": {
    detector: copies as ColumnDetector<never>,
    blame: ["payee", "amount"],
    make(seed) {
      const { normals, codes } = draws(seed);
      const payees = codes(9);
      const amounts = normals();
      payees[STRANGE] = payees[20]!;
      amounts[STRANGE] = amounts[20]!;
      return samplesOf(named("payee", payees), numbers("amount", ...amounts));
    },
  },
  "a booking on a Sunday": {
    detector: oddTime as ColumnDetector<never>,
    blame: ["day"],
    make(seed) {
      const days = draws(seed)
        .codes(200)
        .map((day) => Date.UTC(2024, 0, 1 + 7 * Math.floor(day / 5) + (day % 5)));
      days[STRANGE] = Date.UTC(2024, 1, 4);
      return samplesOf(times("day", ...days));
    },
  },
  "a document out of order": {
    detector: rowOrder as ColumnDetector<never>,
    blame: ["number"],
    make: () =>
      samplesOf(numbers("number", ...Array.from({ length: ROWS }, (_, row) => (row === STRANGE ? 7 : 3 * row)))),
  },
  "a total that is not its product": {
    detector: columnLaws as ColumnDetector<never>,
    blame: ["total"],
    make(seed) {
      const { normals, codes } = draws(seed);
      const counts = codes(20);
      const prices = normals().map((value) => Math.round(1000 + 100 * value) / 100);
      const totals = counts.map((count, row) => Math.round(100 * count * prices[row]!) / 100);
      totals[STRANGE] = totals[STRANGE]! + 5;
      return samplesOf(numbers("count", ...counts), numbers("price", ...prices), numbers("total", ...totals));
    },
  },
  "a delivery before its order": {
    detector: columnLaws as ColumnDetector<never>,
    blame: ["delivered"],
    make(seed) {
      const ordered = draws(seed).codes(300);
      const waits = draws(seed + 50).codes(9);
      const delivered = ordered.map((day, row) => day + (row === STRANGE ? -30 : waits[row]!));
      const onDay = (day: number) => Date.UTC(2024, 0, day);
      return samplesOf(times("ordered", ...ordered.map(onDay)), times("delivered", ...delivered.map(onDay)));
    },
  },
  "a stock below nothing": {
    detector: ownTail as ColumnDetector<never>,
    blame: ["stock"],
    make(seed) {
      const stock = draws(seed).codes(60);
      stock[STRANGE] = -9;
      return samplesOf(numbers("stock", ...stock));
    },
  },
  "a discount beyond the few that there are": {
    detector: ownTail as ColumnDetector<never>,
    blame: ["discount"],
    make(seed) {
      const discounts = draws(seed)
        .codes(4)
        .map((step) => 5 * step);
      discounts[STRANGE] = 90;
      return samplesOf(numbers("discount", ...discounts));
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
  const tables = 10;
  const members = [...new Set(Object.values(cases).map(({ detector }) => detector))];
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
    for (const detector of members) {
      const { evidence } = await evidenceOf(detector, samples);
      found += evidence.filter((one) => one - Math.log10(members.length) >= evidenceNeeded(ROWS)).length;
    }
  }
  expect(found / tables).toBeLessThanOrEqual(0.3);
});
