import type { Note } from "../../core/data/note";
import type { MemberWord } from "../../core/detect/test-outcome";
import { falseOnes } from "../../core/score/calibrated";
import type { Engine } from "../../engine/protocol";
import { openTable, requestFor } from "../open-table";
import type { Found } from "./judge";

const FINDINGS = { rows: "findings", series: "series-findings", events: "event-findings", images: null } as const;

/** What the first screen says of a file. */
export interface FoundInFile extends Found {
  readonly rowKind: keyof typeof FINDINGS;
  readonly count: number;
  /** Things that stand out where so many false ones are expected: what belongs together is one. */
  readonly things: (expected: number) => number;
  /** The sentence of each row that was found, in the order of `rows`: the surest first. */
  readonly sentences: readonly (Note | null)[];
  readonly members: readonly MemberWord[];
  readonly seconds: number;
}

/** Opens a file as a person does who touches nothing, and asks what stands out. */
export async function findIn(engine: Engine, content: string | Uint8Array<ArrayBuffer>): Promise<FoundInFile> {
  const card = await openTable(engine, content);
  const rowKind = card.recipe.rowKind.kind;
  const detector = FINDINGS[rowKind];
  if (!detector) throw new Error("Images have no findings.");
  const request = requestFor(card, detector);
  const result = await engine.start("run", request, () => undefined).result;
  const { scores, order, sorted, calibration, seconds } = result;
  const least = (expected: number) => Math.log10(Math.max(1, sorted.length) / expected);
  const rows = [...order].filter((row) => scores[row]! >= least(falseOnes["false-fifth"])); // a score for each row
  const reasons = await engine.ask("explain", { run: result.key, rows: Uint32Array.from(rows) });
  const named = new Map(
    reasons.map(({ row, contributions }) => [
      row,
      contributions.filter(({ share }) => share > 0).map(({ column }) => card.columns[column]!.name), // a column of the table
    ]),
  );
  await engine.ask("close", { dataset: card.id });
  return {
    rowKind,
    count: card.rowCount,
    rows,
    columnsOf: (row) => named.get(row) ?? [],
    things(expected) {
      const found = [...order].filter((row) => scores[row]! >= least(expected)); // a score for each row
      return rowKind === "rows" ? found.length : new Set(found.map((row) => scores[row])).size;
    },
    sentences: reasons.map(({ finding }) => finding ?? null),
    members: calibration?.members ?? [],
    seconds: seconds.prepare + seconds.fit + seconds.score,
  };
}
