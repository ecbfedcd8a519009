/** What reading a whole table would take. */
export interface SizeEstimate {
  /** Of the files as they lie on disk. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Bytes of memory for columns, model input and scores. */
  readonly memory: number;
  /** Bytes of memory that this tab may be trusted to hold. */
  readonly budget: number;
  /** How many rows fit the budget; offered as a random sample when `memory > budget`. */
  readonly rowsThatFit: number;
}
