const UNIT_PATTERN = "(?:%|‰|\\p{Sc}|USD|EUR|GBP|JPY|CHF|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|CZK|BRL|KRW|RUB)";
const LEADING_UNIT = new RegExp(`^([-+−]?)\\s*(${UNIT_PATTERN})\\s*([-+−]?)(.*\\d.*)$`, "u");
const TRAILING_UNIT = new RegExp(`^(.*\\d.*?)\\s*(${UNIT_PATTERN})$`, "u");

/** A number with the percent or currency sign that stands before or after it. */
export interface Affixed {
  readonly affix: string;
  readonly number: string;
}

/** Takes a percent or currency sign off a trimmed cell; null when it has none. */
export function affixedOf(cell: string): Affixed | null {
  const trailing = TRAILING_UNIT.exec(cell);
  if (trailing) return { affix: trailing[2] ?? "", number: trailing[1] ?? "" };
  const leading = LEADING_UNIT.exec(cell);
  if (!leading) return null;
  return { affix: leading[2] ?? "", number: `${leading[1] ?? ""}${leading[3] ?? ""}${leading[4] ?? ""}` };
}
