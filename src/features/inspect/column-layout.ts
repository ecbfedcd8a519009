import { dictionaryOf, finite, listOf, partOf, text } from "../../core/project/decoder";
import { useKept } from "../../state/use-kept";

/** What a person chose of the columns of the table, by their ids: it serves whatever file has them. */
export interface ColumnLayout {
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

const LEAST_WIDTH = 48;
const MOST_WIDTH = 900;
/** Columns that are remembered at most, and letters of a name. */
const MOST_KEPT = 500;
const LONGEST_NAME = 200;

const decode = partOf<ColumnLayout>({
  hidden: listOf(text(LONGEST_NAME), MOST_KEPT),
  widths: dictionaryOf(finite(LEAST_WIDTH, MOST_WIDTH)),
});

function lawful(kept: unknown): ColumnLayout {
  return { hidden: [], widths: {}, ...decode(kept, [], () => undefined) };
}

/** Which columns are hidden and how wide the others are, kept for the next visit. */
export function useColumnLayout(): readonly [ColumnLayout, (change: Partial<ColumnLayout>) => void] {
  const [layout, keep] = useKept("table-columns", lawful);
  return [layout, (change) => keep({ ...layout, ...change })];
}

/** Makes a column so many pixels wide, within reason. */
export function useSetWidth(keptBy: string): (width: number) => void {
  const [{ widths }, keep] = useColumnLayout();
  return (width) => {
    const lawful = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));
    keep({ widths: { ...widths, [keptBy]: lawful } });
  };
}
