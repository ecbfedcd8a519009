import type { Note } from "../../core/data/note";
import { coreKindOf } from "../../core/kinds/kinds";
import type { RowKindName } from "../../core/kinds/row-kind";
import type { MemberWord } from "../../core/detect/test-outcome";
import { falseOnes } from "../../core/score/calibrated";
import { findingsSet } from "../../detectors/registry";
import type { Engine } from "../../engine/protocol";
import { openTable, requestFor } from "../open-table";
import type { Found } from "./judge";

/** How neighbouring steps become stretches until a person says otherwise. */
const STRETCHES = { leastSteps: 1, mergeGap: 6 };

/** What the first screen says of a file. */
export interface FoundInFile extends Found {
  readonly rowKind: RowKindName;
  readonly count: number;
  /** Things that stand out where .2 and where 2 false ones are expected: what belongs together is one. */
  readonly things: { readonly atFifth: number; readonly atTwo: number };
  /** The sentences of rows that were found, in the order of `rows`: the surest first. */
  readonly sentences: readonly (Note | null)[];
  readonly members: readonly MemberWord[];
  readonly seconds: number;
}

/**
 * Opens a file as a person does who touches nothing, and asks what stands out.
 * @param explained of so many rows, the surest first, the reason is asked
 */
export async function findIn(
  engine: Engine,
  content: string | Uint8Array<ArrayBuffer>,
  explained = Infinity,
): Promise<FoundInFile> {
  const card = await openTable(engine, content);
  const rowKind = card.recipe.rowKind.kind;
  const seen = coreKindOf(card.recipe.rowKind).findingsOf;
  const detector = seen && findingsSet[seen];
  if (!detector) throw new Error("Such rows have no findings.");
  const request = requestFor(card, detector);
  const result = await engine.start("run", request, () => undefined).result;
  const { scores, order, sorted, calibration, seconds } = result;
  const least = (expected: number) => Math.log10(Math.max(1, sorted.length) / expected);
  const rows = [...order].filter((row) => scores[row]! >= least(falseOnes["false-fifth"])); // a score for each row
  const reasons = await engine.ask("explain", { run: result.key, rows: Uint32Array.from(rows.slice(0, explained)) });
  const named = new Map(
    reasons.map(({ row, contributions }) => [
      row,
      contributions.filter(({ share }) => share > 0).map(({ column }) => card.columns[column]!.name), // a column of the table
    ]),
  );
  const thingsAt = async (expected: number) => {
    const asked = { run: result.key, threshold: least(expected), most: 1, ...STRETCHES };
    return (await engine.ask("findings", asked)).total;
  };
  const things = { atFifth: await thingsAt(falseOnes["false-fifth"]), atTwo: await thingsAt(falseOnes["false-two"]) };
  await engine.ask("close", { dataset: card.id });
  return {
    rowKind,
    count: card.rowCount,
    rows,
    columnsOf: (row) => named.get(row) ?? [],
    things,
    sentences: reasons.map(({ finding }) => finding ?? null),
    members: calibration?.members ?? [],
    seconds: seconds.prepare + seconds.fit + seconds.score,
  };
}
