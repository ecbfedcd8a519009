const YEAR = /^(?:FY ?|CY ?)?((?:19|20)\d{2})$/i;
const YEAR_AND_MONTH = /^((?:19|20)\d{2})[-/.]?(0[1-9]|1[0-2])$/;
const MONTH_AND_YEAR = /^(0?[1-9]|1[0-2])[-/.]((?:19|20)\d{2})$/;
const QUARTER = /^(?:Q([1-4])[ /-]?((?:19|20)\d{2})|((?:19|20)\d{2})[ /-]?Q([1-4]))$/i;

/** Whether a cell is a year, a quarter or a month in digits, which name columns as well as they are values. */
export function isPeriodName(cell: string): boolean {
  return !Number.isNaN(monthsOf(cell));
}

/**
 * Whether cells name columns by periods: 2019, 2020, 2021, each as far from the one before as the next one. Two are too
 * few to show a step, unless they follow each other.
 */
export function arePeriodNames(cells: readonly string[]): boolean {
  if (cells.length < 2) return false;
  const months = cells.map(monthsOf);
  const unit = YEAR.test(cells[0] ?? "") ? 12 : QUARTER.test(cells[0] ?? "") ? 3 : 1;
  const step = (months[1] ?? Number.NaN) - (months[0] ?? Number.NaN);
  if (!(Math.abs(step) > 0) || (cells.length === 2 && Math.abs(step) !== unit)) return false;
  return months.every((month, at) => at === 0 || month - (months[at - 1] ?? Number.NaN) === step);
}

/** Months since the year 0; NaN for anything else. */
function monthsOf(cell: string): number {
  const year = YEAR.exec(cell);
  if (year) return Number(year[1]) * 12;
  const month = YEAR_AND_MONTH.exec(cell);
  if (month) return Number(month[1]) * 12 + Number(month[2]) - 1;
  const other = MONTH_AND_YEAR.exec(cell);
  if (other) return Number(other[2]) * 12 + Number(other[1]) - 1;
  const quarter = QUARTER.exec(cell);
  if (!quarter) return Number.NaN;
  return Number(quarter[2] ?? quarter[3]) * 12 + 3 * Number(quarter[1] ?? quarter[4]) - 3;
}
