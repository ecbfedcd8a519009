import { breachEvidence, isLaw, StrongestEvidence } from "../../core/findings/evidence";
import { orderOf } from "../../core/findings/out-of-order";
import { isoTime } from "../../core/data/civil-time";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { defineColumnTest } from "./column-test";
import { numberAt } from "./value-reasons";

interface RowOrderModel {
  readonly orders: readonly {
    readonly feature: number;
    /** Rows of the table that break the order. */
    readonly rows: readonly number[];
    readonly evidence: number;
  }[];
  readonly tried: number;
}

/** Values that hardly change are in order by themselves. */
const MIN_STEPS = 30;

/** Columns that run in one direction through the file, dates and numbers of documents: what breaks their order. */
export const rowOrder = defineColumnTest<RowOrderModel>({
  id: "row-order",
  label: "Out of order",
  summary: "Finds rows whose date or number breaks the order of the column.",
  blindTo: "Columns without an order, and files that were sorted by another column.",
  reference:
    "Fredman, M. L. (1975). On computing the length of longest increasing subsequences. Discrete Mathematics 11(1), for what is left in order.",
  async fit(samples, context) {
    const orders: RowOrderModel["orders"][number][] = [];
    let tried = 0;
    for (let feature = 0; feature < samples.width; feature++) {
      const { kind } = samples.columns[feature]!; // one of the features
      if (kind === "time" || kind === "number") {
        tried++;
        const order = orderAt(samples, feature);
        if (order) orders.push(order);
      }
      await context.checkpoint((feature + 1) / samples.width);
    }
    return { orders, tried };
  },
  async test({ orders, tried }, samples, context) {
    if (orders.length === 0) return { kind: "silent", why: { code: "column-finding.no-order" } };
    const strongest = new StrongestEvidence(samples.count, tried);
    for (const [at, { rows, evidence }] of orders.entries()) {
      const breaking = new Set(rows);
      strongest.add(
        at,
        new Float64Array(samples.count).map((_, sample) => (breaking.has(samples.origin[sample]!) ? evidence : 0)), // a sample
      );
      await context.checkpoint((at + 1) / orders.length);
    }
    return { kind: "tested", evidence: strongest.evidence };
  },
  reasons({ orders }, samples, which) {
    return Promise.resolve(
      which.map((sample) => {
        const row = samples.origin[sample]!; // one of the samples
        const { feature } = orders
          .filter(({ rows }) => rows.includes(row))
          .reduce((most, order) => (order.evidence > most.evidence ? order : most)); // evidence says that there is one
        const column = samples.features[feature]!; // one of the features
        const value = numberAt(samples, feature, sample);
        const isTime = samples.columns[feature]!.kind === "time"; // one of the features
        return {
          note: {
            code: "column-finding.out-of-order" as const,
            values: { column, value: isTime ? dayOf(value) : value },
          },
          features: [feature],
          expected: null,
        };
      }),
    );
  },
});

/** A moment as a person says it: the day, and the minute where it has one. */
export function dayOf(ms: number): string {
  const [day = "", time = ""] = isoTime(ms).split("T");
  return /^00:00:00(\.0+)?Z?$/.test(time) || time === "" ? day : `${day} ${time.slice(0, 5)}`;
}

function orderAt(samples: ColumnSamples, feature: number): RowOrderModel["orders"][number] | null {
  const values = new Float64Array(samples.count).map((_, sample) => numberAt(samples, feature, sample));
  const different = new Set(values).size;
  const order = different < MIN_STEPS ? null : orderOf(values);
  if (!order || order.breaches.length === 0 || !isLaw(order.breaches.length, samples.count)) return null;
  const rows = order.breaches.map((sample) => samples.origin[sample]!); // places of samples
  return { feature, rows, evidence: breachEvidence(rows.length, samples.count) };
}
