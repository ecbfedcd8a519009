import { normalDeviates, seededRandom } from "../core/math/random";

interface Payment {
  readonly amount: number;
  /** Null: missing. */
  readonly seconds: number | null;
  readonly country: string;
  readonly fraud: 0 | 1;
}

const normal = normalDeviates(seededRandom(7));
const rounded = (value: number) => Number(value.toFixed(2));

/**
 * Sixty payments. All are alike but for three: the amount of row 8 is far too high, row 24 took far too long, and the
 * seconds of row 31 are missing; `fraud` marks row 8.
 */
export const paymentRows: readonly Payment[] = Array.from({ length: 60 }, (_, at) => {
  const row = at + 1;
  const amount = rounded(50 + 10 * normal());
  const seconds = rounded(20 + 3 * normal());
  return {
    amount: row === 8 ? 900 : amount,
    seconds: row === 24 ? 200 : row === 31 ? null : seconds,
    country: ["IT", "FR", "DE"][at % 3] ?? "",
    fraud: row === 8 ? 1 : 0,
  };
});

/** The same as a file. */
export function paymentsCsv(): string {
  const lines = paymentRows.map((payment) => Object.values(payment).join(","));
  return [Object.keys(paymentRows[0] ?? {}).join(","), ...lines, ""].join("\n");
}
