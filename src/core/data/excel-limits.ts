/** What a sheet of Excel holds at most. */
export const EXCEL_LIMITS = {
  /** Below the line of the names. */
  rows: 1_048_575,
  columns: 16_384,
  /** In a cell. */
  characters: 32_767,
} as const;
