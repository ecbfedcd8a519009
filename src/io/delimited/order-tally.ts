import { type DateOrder, provenOrder } from "../../core/data/date-order";
import type { Note } from "../../core/data/note";

/** Weighs what the dates of a whole column prove about day and month. */
export class OrderTally {
  private readonly counts = { "day-first": 0, "month-first": 0 };
  private readonly examples = { "day-first": "", "month-first": "" };

  constructor(
    readonly order: DateOrder,
    private readonly usual: DateOrder,
  ) {}

  see(text: string, start: number, end: number): void {
    const proven = provenOrder(text, start, end);
    if (proven && this.counts[proven]++ === 0) this.examples[proven] = text.slice(start, Math.min(end, start + 40));
  }

  /** The order to read the column in instead; null when no date contradicts, or they contradict each other. */
  get instead(): DateOrder | null {
    const other = otherThan(this.order);
    return this.counts[other] > 0 && this.counts[this.order] === 0 ? other : null;
  }

  notes(column: string): readonly Note[] {
    const other = otherThan(this.order);
    if (this.counts[this.order] > 0 && this.counts[other] > 0)
      return [
        {
          code: "read.order-both",
          values: { column, example: this.examples["day-first"], other: this.examples["month-first"] },
        },
      ];
    if (this.order === this.usual) return [];
    return [{ code: `read.order-${this.order}`, values: { column, example: this.examples[this.order] } }];
  }
}

function otherThan(order: DateOrder): DateOrder {
  return order === "day-first" ? "month-first" : "day-first";
}
