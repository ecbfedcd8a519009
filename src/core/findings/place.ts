/** What stands out and where: a row for itself, neighbouring steps of a series, events of one sequence. */
export type Place =
  | { readonly is: "row" }
  | {
      readonly is: "stretch";
      /** What the series is called; empty where there is one only. */
      readonly series: string;
      /** The times of its first and last step. */
      readonly from: number;
      readonly to: number;
      readonly steps: number;
      readonly isClock: boolean;
    }
  | {
      readonly is: "sequence";
      /** What the sequence is called; empty where no column names it. */
      readonly name: string;
      readonly events: number;
    };
