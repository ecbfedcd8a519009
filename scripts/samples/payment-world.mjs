/**
 * What ordinary card payments look like: the customers of one bank in Germany.
 * `amount` is [median, sigma] of a log-normal in euros; `peaks` are hours of the day.
 */
export const merchants = {
  groceries: { weight: 30, amount: [32, 0.65], online: 0.04, peaks: [11, 17.5] },
  restaurant: { weight: 16, amount: [24, 0.6], online: 0.06, peaks: [12.5, 19.5] },
  transport: { weight: 11, amount: [9, 0.75], online: 0.35, peaks: [8, 17] },
  fuel: { weight: 8, amount: [58, 0.3], online: 0, peaks: [8, 17.5] },
  clothing: { weight: 9, amount: [54, 0.7], online: 0.45, peaks: [14, 19] },
  pharmacy: { weight: 6, amount: [17, 0.6], online: 0.12, peaks: [10.5, 16.5] },
  subscription: { weight: 7, prices: [4.99, 7.99, 9.99, 12.99, 17.99, 29.99], online: 1, peaks: [9, 20] },
  entertainment: { weight: 5, amount: [21, 0.7], online: 0.5, peaks: [16, 20.5] },
  electronics: { weight: 4, amount: [120, 0.9], online: 0.6, peaks: [13, 19.5] },
  travel: { weight: 3, amount: [240, 0.8], online: 0.8, peaks: [12, 20] },
  gift_cards: { weight: 1, amount: [30, 0.4], online: 0.5, peaks: [12, 18] },
};

export const home = "DE";

/** Where the shop of an online payment sits. */
export const shopCountries = { DE: 78, NL: 7, IE: 5, GB: 4, FR: 2.5, US: 2, PL: 1, CN: 0.4, CL: 0.05, IS: 0.05 };

/** Where customers travel, and how far from home that is in km. */
export const journeys = {
  AT: { weight: 20, km: 550 },
  NL: { weight: 18, km: 320 },
  FR: { weight: 15, km: 620 },
  IT: { weight: 14, km: 850 },
  ES: { weight: 12, km: 1500 },
  PL: { weight: 8, km: 600 },
  GB: { weight: 6, km: 800 },
  US: { weight: 5, km: 6900 },
  JP: { weight: 1.5, km: 9200 },
  IS: { weight: 0.6, km: 2400 },
  CL: { weight: 0.4, km: 12400 },
};

/** Payments per weekday, Monday first. */
export const weekdays = [1, 0.95, 1, 1.05, 1.25, 1.3, 0.75];

/** The four weeks begin on a Monday. */
export const firstDay = Date.UTC(2025, 2, 3);
export const dayMs = 86_400_000;
