import { createChance } from "./chance.mjs";

const start = Date.UTC(2025, 8, 1);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const kinds = {
  rent: { weight: 12, amount: [820, 0.3] },
  salary: { weight: 10, amount: [2450, 0.35] },
  shopping: { weight: 46, amount: [48, 0.9] },
  invoice: { weight: 20, amount: [310, 0.9] },
  savings: { weight: 12, amount: [180, 0.6] },
};

/** How money is made to look as if it came from somewhere else. */
const schemes = {
  /** Many accounts pay in just less than what has to be reported; what came leaves at once, to two accounts abroad. */
  smurfs(chance, count) {
    const collector = "AC-7781";
    const paidIn = Array.from({ length: count - 4 }, () => ({
      from: `AC-${chance.integer(9000, 9080)}`,
      to: collector,
      amount: 10_000 - chance.between(60, 900),
      time: at(chance, 9, 3),
      kind: "invoice",
      country: "DE",
    }));
    const sum = paidIn.reduce((all, { amount }) => all + amount, 0);
    const paidOut = Array.from({ length: 4 }, (_, part) => ({
      from: collector,
      to: part % 2 === 0 ? "AC-0412" : "AC-0413",
      amount: (sum / 4) * chance.between(0.9, 1.05),
      time: start + 12 * DAY_MS + (5 + part) * HOUR_MS,
      kind: "invoice",
      country: "PA",
    }));
    return [...paidIn, ...paidOut];
  },
  /** Five accounts hand the same sum on, less a fee each time, until it is back. */
  ring(chance, count) {
    const members = ["AC-2210", "AC-3307", "AC-4419", "AC-5524", "AC-6632"];
    let amount = 48_700;
    return Array.from({ length: count }, (_, step) => {
      amount *= 0.994;
      return {
        from: members[step % 5],
        to: members[(step + 1) % 5],
        amount,
        time: start + 19 * DAY_MS + step * 5.5 * HOUR_MS + chance.between(0, HOUR_MS),
        kind: "savings",
        country: "DE",
      };
    });
  },
};

/**
 * A month of transfers between the accounts of a bank, in order of time.
 * @param {{ seed: number, rows: number, accounts: number, planted: Record<keyof typeof schemes, number> }} plan
 */
export function transfers({ seed, rows, accounts, planted }) {
  const chance = createChance(seed);
  const hidden = Object.entries(planted).flatMap(([scheme, count]) =>
    schemes[scheme](chance, count).map((one) => ({ ...one, isScheme: 1 })),
  );
  const names = Array.from({ length: accounts }, (_, place) => `AC-${1000 + place * 7}`);
  const ordinary = Array.from({ length: rows - hidden.length }, () => {
    const kind = chance.pick(Object.fromEntries(Object.entries(kinds).map(([name, { weight }]) => [name, weight])));
    return {
      from: chance.oneOf(names),
      to: chance.oneOf(names),
      amount: chance.logNormal(...kinds[kind].amount),
      time: at(chance, 0, 30),
      kind,
      country: chance.pick({ DE: 940, AT: 22, NL: 14, FR: 14, PL: 9, PA: 1 }),
    };
  });
  const inOrder = [...ordinary, ...hidden].sort((a, b) => a.time - b.time);
  return {
    names: ["transfer_id", "time", "from_account", "to_account", "amount_eur", "kind", "country", "is_fraud"],
    rows: inOrder.map((one, place) => [
      `T${700_001 + place}`,
      new Date(Math.floor(one.time / 60_000) * 60_000).toISOString().slice(0, 16),
      one.from,
      one.to,
      one.amount.toFixed(2),
      one.kind,
      one.country,
      one.isScheme ?? 0,
    ]),
  };
}

/** Within so many days from a day on, mostly by day. */
function at(chance, day, days) {
  const hour = Math.min(23.9, Math.max(0, chance.normal(13.5, 3.8)));
  return start + (day + chance.integer(0, days - 1)) * DAY_MS + hour * HOUR_MS;
}
