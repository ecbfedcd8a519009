import type { ColumnKind } from "../core/data/column";
import type { MadeColumn } from "../core/data/read-plan";
import type { DateAndClock } from "../core/data/join-times";
import type { FixedSettings, ReadPlan } from "../engine/protocol";
import type { SessionContext } from "./session-context";

interface Reader {
  correct(change: FixedSettings): Promise<void>;
  reread(): Promise<void>;
}

/** Changes of how the open file is read, each one undoable step after which it is read again. */
export function readingActions(context: SessionContext, reader: Reader) {
  function replan(change: (plan: ReadPlan) => Partial<Pick<ReadPlan, "kinds" | "noValue" | "joined" | "made">>): void {
    const { plan } = context.choices();
    if (!plan) return;
    context.choose({ plan: { ...plan, ...change(plan) } });
    void reader.reread();
  }

  return {
    /** Corrects one guess about the file, and guesses the rest again. */
    correctReading: (change: FixedSettings) => reader.correct(change),
    /** Overrules the kind of a column. */
    setKind: (column: number, kind: ColumnKind) => replan(({ kinds }) => ({ kinds: { ...kinds, [column]: kind } })),
    /** Says of a number that it means "no value" in these columns. */
    takeAsNoValue: (columns: readonly number[], value: number) =>
      replan(({ noValue = {} }) => ({
        noValue: {
          ...noValue,
          ...Object.fromEntries(columns.map((at) => [at, [...new Set([...(noValue[at] ?? []), value])]])),
        },
      })),
    /** Has a column made of another one, behind those of the file, or no longer. */
    makeColumn: (one: MadeColumn, isMade: boolean) =>
      replan(({ made = [] }) => {
        const others = made.filter(({ of, what }) => of !== one.of || what !== one.what);
        return { made: isMade ? [...others, one] : others };
      }),
    /** Reads a date and a time of day as one time, or as two columns; the others of the table stay as they are. */
    joinTimes({ date, clock }: DateAndClock, isJoined: boolean): void {
      const { dataset } = context.store.getState();
      const others = dataset?.joinable.filter((one) => one.isJoined && one.date !== date && one.clock !== clock) ?? [];
      const joined = [
        ...others.map((one) => ({ date: one.date, clock: one.clock })),
        ...(isJoined ? [{ date, clock }] : []),
      ];
      replan(() => ({ joined }));
    },
  };
}
