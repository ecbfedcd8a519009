/** Cells that did not read as the rest of their column: how many, and how many different ones. */
export interface OddCells {
  readonly count: number;
  readonly distinct: number;
}

/** So few odd cells are slips in any column. */
const MAX_SLIP_SHARE = 0.02;
/** Up to this share the odd cells of a column of quantities may be remarks, each another. */
const MAX_REMARK_SHARE = 0.1;
/** The same word again and again ("unavailable") may fill nearly half of a column of quantities. */
const MAX_WORD_SHARE = 0.5;
const MAX_WORDS = 3;
/** Codes have few different values; quantities have more. */
const MAX_CODE_VALUES = 20;
const MAX_VALUES_SEEN = 5000;

/**
 * Whether a column with `read` readable cells and some odd ones is a column of the readable kind. In a
 * column of grades or of ticket numbers a few words make it words; in one of measurements they do not.
 */
export function isMostly(read: number, odd: OddCells, measured: () => boolean): boolean {
  const of = read + odd.count;
  if (read === 0) return false;
  if (odd.count <= of * MAX_SLIP_SHARE) return true;
  if (odd.count >= of * MAX_WORD_SHARE) return false;
  const few = odd.count <= of * MAX_REMARK_SHARE || odd.distinct <= Math.max(MAX_WORDS, of / 100);
  return few && measured();
}

/** Whether numbers are quantities rather than a few codes. */
export function areQuantities(values: readonly number[]): boolean {
  const distinct = new Set(values).size;
  return distinct > Math.min(MAX_CODE_VALUES, values.length / 2) || values.some((value) => !Number.isInteger(value));
}

/** The first values of a column that are not missing: enough to say what they are. */
export function someValuesOf(values: Float64Array): readonly number[] {
  const some: number[] = [];
  for (let i = 0; i < values.length && some.length < MAX_VALUES_SEEN; i++) {
    const value = values[i]!;
    if (!Number.isNaN(value)) some.push(value);
  }
  return some;
}
