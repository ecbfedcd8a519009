import { createChance } from "./chance.mjs";

/** Who is paid: what for, how much (median in euros and spread), how often, and by which account. */
const payees = {
  "Stadtwerke Lindau": { account: "4240 energy", amount: [420, 0.12], weight: 10 },
  "Bürohaus Keller": { account: "4930 office supplies", amount: [85, 0.6], weight: 34 },
  "Telenord AG": { account: "4920 telephone", amount: [164, 0.05], weight: 12 },
  "Spedition Ruoff": { account: "4730 freight", amount: [610, 0.45], weight: 38 },
  "Metall Weber GmbH": { account: "5400 material", amount: [2900, 0.5], weight: 44 },
  "Holz und Platte KG": { account: "5400 material", amount: [1250, 0.5], weight: 30 },
  "Reinigung Blitz": { account: "4250 cleaning", amount: [298, 0.03], weight: 12 },
  "Kanzlei Sommer": { account: "4950 legal fees", amount: [1480, 0.35], weight: 6 },
  "Autohaus Brandt": { account: "4530 vehicles", amount: [240, 0.7], weight: 22 },
  "Hotel Seeblick": { account: "4660 travel", amount: [132, 0.3], weight: 20 },
  "Software Nord": { account: "4980 licences", amount: [540, 0.2], weight: 9 },
  "Druckerei Vogt": { account: "4600 advertising", amount: [360, 0.5], weight: 11 },
};
const users = { albrecht: 46, demir: 38, novak: 16 };
const start = Date.UTC(2025, 2, 1);
const DAY_MS = 86_400_000;
/** Payments from this amount on need a second signature. */
const LIMIT = 5000;

/** What should not be among the bookings; each gives so many. */
const faults = {
  /** The same invoice booked again a few days later, under another number. */
  twice: (chance, count, ordinary) =>
    chance
      .shuffled(ordinary.filter(({ day }) => day < 24 && isWorkday(day + 3)))
      .slice(0, count)
      .map((one) => ({ ...one, day: one.day + 3 })),
  /** The decimal point one place to the right. */
  shifted: (chance, count) =>
    Array.from({ length: count }, () => {
      const one = booking(chance, chance.oneOf(["Telenord AG", "Reinigung Blitz", "Stadtwerke Lindau"]));
      return { ...one, amount: one.amount * 10 };
    }),
  /** One invoice in parts that need no second signature. */
  below: (chance, count) =>
    Array.from({ length: count }, (_, at) => ({
      ...booking(chance, "Metall Weber GmbH"),
      user: "novak",
      amount: LIMIT - chance.between(4, 60),
      day: 18 + Math.floor(at / 3),
    })),
  /** Booked on a Sunday night, to a payee that nobody else books. */
  atNight: (chance, count) =>
    Array.from({ length: count }, () => ({
      ...booking(chance, "Kanzlei Sommer"),
      payee: "A. Novak Beratung",
      user: "novak",
      amount: chance.oneOf([900, 950, 1200]),
      day: 15,
      hour: 22.6 + chance.between(0, 0.7),
    })),
  /** Freight on the account of the cleaners. */
  otherAccount: (chance, count) =>
    Array.from({ length: count }, () => ({ ...booking(chance, "Spedition Ruoff"), account: "4250 cleaning" })),
};

/**
 * A month of payments as a small company books them, in the order of their numbers.
 * @param {{ seed: number, rows: number, planted: Record<keyof typeof faults, number> }} plan rows include the planted ones
 */
export function bookings({ seed, rows, planted }) {
  const chance = createChance(seed);
  const wrong = Object.values(planted).reduce((sum, count) => sum + count, 0);
  const ordinary = Array.from({ length: rows - wrong }, () => booking(chance));
  const faulty = Object.entries(planted).flatMap(([fault, count]) =>
    faults[fault](chance, count, ordinary).map((one) => ({ ...one, isWrong: 1 })),
  );
  const inOrder = [...ordinary, ...faulty].sort((a, b) => a.day - b.day || a.hour - b.hour);
  return {
    names: ["booking_no", "booked_at", "account", "payee", "amount_eur", "booked_by", "is_anomalous"],
    rows: inOrder.map((one, at) => [
      `B${25_0301 + at}`,
      new Date(start + one.day * DAY_MS + Math.round(one.hour * 60) * 60_000).toISOString().slice(0, 16),
      one.account,
      one.payee,
      one.amount.toFixed(2),
      one.user,
      one.isWrong ?? 0,
    ]),
  };
}

function booking(chance, payee = chance.pick(weights)) {
  const { account, amount } = payees[payee];
  let day = chance.integer(0, 30);
  while (!isWorkday(day)) day = chance.integer(0, 30);
  // Nobody pays fractions of a cent, and large invoices wait for the second signature.
  const drawn = chance.logNormal(...amount);
  return {
    payee,
    account,
    amount: drawn > LIMIT ? LIMIT + (drawn - LIMIT) * 1.1 : drawn,
    day,
    hour: Math.min(18.9, Math.max(7, chance.normal(11.6, 2.1))),
    user: chance.pick(users),
  };
}

const weights = Object.fromEntries(Object.entries(payees).map(([name, { weight }]) => [name, weight]));

function isWorkday(day) {
  return day <= 30 && new Date(start + day * DAY_MS).getUTCDay() % 6 !== 0;
}
