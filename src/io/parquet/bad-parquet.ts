import { Failure } from "../../core/data/failure";

/** Why a Parquet file cannot be read; the catalogue has a sentence for each. */
export type WhyBad = "broken" | "large" | "unsupported" | "encrypted" | "no-table" | "no-magic";

/** The failure of a Parquet file. `detail` is for bug reports. */
export function badParquet(why: WhyBad, detail: string): Failure {
  return new Failure({ code: "bad-format", values: { format: "Parquet", why }, detail });
}

/** Whatever decoding threw, as what it means: bytes that are not as they should be. */
export function decodingFailure(error: unknown): Failure {
  return error instanceof Failure ? error : badParquet("broken", String(error));
}
