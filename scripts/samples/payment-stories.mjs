import { dayMs, firstDay } from "./payment-world.mjs";

/**
 * The five planted frauds; each returns payments without id and label.
 * The story itself is never a column: it would give the answer away.
 */
export const stories = { cardTesting, nightElectronics, impossibleTravel, rareGiftCards, slowDrain };

/** A stolen number is tried with tiny amounts, one payment every few seconds to half a minute. */
function cardTesting(chance, count) {
  const bursts = Math.ceil(count / 24);
  const payments = [];
  for (let burst = 0; burst < bursts; burst++) {
    let time = momentOn(chance, chance.between(9, 22));
    const country = chance.pick({ US: 2, IE: 1, NL: 1 });
    for (let i = 0; i < Math.min(24, count - burst * 24); i++) {
      payments.push({
        time,
        amount: chance.between(0.5, 2.4),
        country,
        merchant: chance.pick({ subscription: 3, entertainment: 2 }),
        channel: "online",
        deviceAge: 0,
        distance: chance.between(300, 420),
        lastHour: i,
      });
      time += chance.between(4, 35) * 1000;
    }
  }
  return payments;
}

/** Between one and four at night, from a device first seen that day, the dearest thing in the shop. */
function nightElectronics(chance, count) {
  return Array.from({ length: count }, () => ({
    time: momentOn(chance, chance.between(1, 4)),
    amount: chance.between(780, 2900),
    country: chance.pick({ DE: 4, NL: 1 }),
    merchant: "electronics",
    channel: "online",
    deviceAge: chance.pick({ 0: 3, 1: 1 }) * 1,
    distance: chance.logNormal(60, 0.8),
    lastHour: chance.pick({ 0: 3, 1: 2, 2: 1 }) * 1,
  }));
}

/** The card pays overseas within the hour after it was used at home. */
function impossibleTravel(chance, count) {
  return Array.from({ length: count }, () => {
    const country = chance.pick({ US: 3, JP: 1 });
    return {
      time: momentOn(chance, chance.between(9, 21)),
      amount: chance.logNormal(48, 0.5),
      country,
      merchant: chance.pick({ clothing: 2, restaurant: 2, groceries: 1 }),
      channel: "chip",
      deviceAge: chance.between(40, 900),
      distance: (country === "US" ? 6900 : 9200) * chance.between(0.9, 1.15),
      lastHour: chance.pick({ 1: 3, 2: 2 }) * 1,
    };
  });
}

/** Gift cards, which are money that cannot be called back, from a country hardly anybody buys from. */
function rareGiftCards(chance, count) {
  return Array.from({ length: count }, () => ({
    time: momentOn(chance, chance.between(7, 23)),
    amount: chance.oneOf([50, 75, 100, 150, 200]),
    country: chance.pick({ CL: 1, IS: 1 }),
    merchant: "gift_cards",
    channel: "online",
    deviceAge: chance.between(0, 30),
    distance: chance.logNormal(5, 0.8),
    lastHour: chance.pick({ 0: 3, 1: 2 }) * 1,
  }));
}

/** Every value is an everyday one, but fuel is not bought on a website, late in the evening, week after week. */
function slowDrain(chance, count) {
  return Array.from({ length: count }, () => ({
    time: momentOn(chance, chance.between(21.5, 23.9)),
    amount: chance.logNormal(52, 0.12),
    country: "DE",
    merchant: "fuel",
    channel: "online",
    deviceAge: chance.between(60, 300),
    distance: chance.logNormal(4, 0.5),
    lastHour: 0,
  }));
}

function momentOn(chance, hour) {
  return firstDay + chance.integer(0, 27) * dayMs + hour * 3_600_000;
}
