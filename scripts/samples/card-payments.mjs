import { createChance } from "./chance.mjs";
import { stories } from "./payment-stories.mjs";
import { dayMs, firstDay, home, journeys, merchants, shopCountries, weekdays } from "./payment-world.mjs";
import { rounded } from "./table.mjs";

const names = [
  "payment_id",
  "time",
  "amount",
  "country",
  "merchant_type",
  "channel",
  "device_age_days",
  "distance_km",
  "payments_last_hour",
  "is_fraud",
];

/**
 * Four weeks of card payments in order of time.
 * @param {{ seed: number, rows: number, planted: Record<keyof typeof stories, number> }} plan rows include the planted ones
 */
export function cardPayments({ seed, rows, planted }) {
  const chance = createChance(seed);
  const frauds = Object.entries(planted).flatMap(([story, count]) =>
    stories[story](chance, count).map((payment) => ({ ...payment, fraud: 1 })),
  );
  const ordinary = Array.from({ length: rows - frauds.length }, () => ({ ...ordinaryPayment(chance), fraud: 0 }));
  const inOrder = [...ordinary, ...frauds].sort((a, b) => a.time - b.time);
  return { names, rows: inOrder.map((payment, index) => rowOf(payment, index)) };
}

function rowOf(payment, index) {
  return [
    `P${100_001 + index}`,
    new Date(Math.floor(payment.time / 1000) * 1000).toISOString().replace(".000", ""),
    payment.amount.toFixed(2),
    payment.country,
    payment.merchant,
    payment.channel,
    payment.deviceAge === null ? null : Math.floor(payment.deviceAge),
    rounded(payment.distance, payment.distance < 100 ? 1 : 0),
    payment.lastHour,
    payment.fraud,
  ];
}

function ordinaryPayment(chance) {
  const merchant = chance.pick(weightsOf(merchants));
  const kind = merchants[merchant];
  const online = chance.chance(kind.online);
  const day = dayOf(chance);
  return {
    time: firstDay + day * dayMs + hourOf(chance, kind.peaks) * 3_600_000,
    amount: amountOf(chance, kind),
    merchant,
    ...(online ? onlinePlace(chance) : shopPlace(chance)),
    deviceAge: deviceAgeOf(chance, online),
    lastHour: Number(chance.pick({ 0: 880, 1: 95, 2: 20, 3: 4, 4: 1 })),
  };
}

function dayOf(chance) {
  return chance.integer(0, 3) * 7 + Number(chance.pick({ ...weekdays }));
}

/** Two broad peaks a day; one payment in fifty falls at any hour. */
function hourOf(chance, peaks) {
  if (chance.chance(0.02)) return chance.between(0, 24);
  const hour = chance.normal(chance.oneOf(peaks), 1.9);
  return ((hour % 24) + 24) % 24;
}

function amountOf(chance, kind) {
  if (kind.prices) return chance.oneOf(kind.prices);
  return Math.max(0.3, chance.logNormal(...kind.amount));
}

/** The buyer sits at home or near it, wherever the shop is. */
function onlinePlace(chance) {
  const away = chance.chance(0.06);
  return {
    channel: "online",
    country: chance.pick(shopCountries),
    distance: away ? chance.logNormal(350, 0.9) : chance.logNormal(3, 1),
  };
}

/** In a shop the card is where its owner is: distance and country go together. */
function shopPlace(chance) {
  const channel = chance.pick({ contactless: 55, chip: 30, wallet: 15 });
  if (!chance.chance(0.035)) {
    const tripInland = chance.chance(0.06);
    return { channel, country: home, distance: tripInland ? chance.logNormal(180, 0.5) : chance.logNormal(4, 1.1) };
  }
  const country = chance.pick(weightsOf(journeys));
  return { channel, country, distance: chance.logNormal(journeys[country].km, 0.18) };
}

/** Days since the card, phone or browser was first seen; now and then it is not known. */
function deviceAgeOf(chance, online) {
  if (chance.chance(0.008)) return null;
  if (online && chance.chance(0.025)) return chance.between(0, 3);
  return Math.min(1800, -Math.log(1 - chance.uniform()) * 420);
}

function weightsOf(table) {
  return Object.fromEntries(Object.entries(table).map(([key, { weight }]) => [key, weight]));
}
