import { numberFormat } from "./format";

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size for people: 512 byte, 84 kB, 3.2 MB, 104 MB; steps of 1000. */
export function formatBytes(bytes: number, locale = "en"): string {
  let size = Math.max(0, bytes);
  let step = 0;
  while (size >= 999.5 && step < BYTE_UNITS.length - 1) {
    size /= 1000;
    step += 1;
  }
  const digits = step > 0 && size < 9.95 ? 1 : 0;
  return numberFormat(locale, {
    style: "unit",
    unit: BYTE_UNITS[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: digits,
  }).format(size);
}
