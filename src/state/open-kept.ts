import type { DatasetCard, Inspection, OpenedWork, ReadPlan, Source } from "../engine/protocol";
import { type Brought, nothingBrought } from "./brought";
import type { KeptOpening, KeptPlace } from "./reader-hooks";
import { projectIn } from "./projects";
import type { Seen } from "./seen";
import type { unseenTables } from "./unseen-tables";

/** What the reader of files does for work that was kept as it does for files. */
export interface Reader {
  isNewest(mine: number): boolean;
  settleOn(seen: Seen, plan: ReadPlan, card: DatasetCard, fresh: Brought, kept: KeptOpening): void;
  fail(named: Source, inspection: Inspection | null, error: unknown): void;
  read(source: Source, brought: Brought, mine: number): Promise<void>;
  readonly unseen: ReturnType<typeof unseenTables>;
}

interface Opening {
  readonly named: Source;
  /** The number of this opening: the newest wins. */
  readonly mine: number;
  readonly place: KeptPlace;
  /** Asks for the work; null: there is none to go on with, which was told. */
  work(): Promise<OpenedWork | null>;
}

/** Opens work that was kept: its table as it was read, or else its file, with what was chosen and what was computed. */
export async function openKept({ named, mine, place, work }: Opening, reader: Reader): Promise<void> {
  try {
    const found = await work();
    if (!found) return place.release();
    const { source, table, project, sample } = found;
    if (!reader.isNewest(mine) && table) reader.unseen.add(table.card.id);
    if (!reader.isNewest(mine) || !table) place.release();
    else {
      // Without its file the table is all there is: what asks for the file finds an empty one, and tells that it is another.
      const from = source ?? { name: found.name, files: [{ path: found.name, blob: new Blob() }] };
      const { card, plan, inspection, results } = table;
      reader.settleOn({ source: from, inspection }, plan, card, broughtBy(project), { as: place, sample, results });
    }
    reader.unseen.close();
    if (reader.isNewest(mine) && !table && source) await reader.read(source, broughtBy(project), mine);
  } catch (error) {
    place.release();
    if (reader.isNewest(mine)) reader.fail(named, null, error);
  }
}

function broughtBy(project: unknown): Brought {
  return projectIn(project) ?? nothingBrought();
}
