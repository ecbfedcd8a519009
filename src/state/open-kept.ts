import type { DatasetCard, Engine, Inspection, ReadPlan, Source } from "../engine/protocol";
import { type Brought, nothingBrought } from "./brought";
import { isCatalogueHere } from "./catalogue";
import type { KeptOpening, KeptPlace } from "./reader-hooks";
import { projectIn } from "./projects";
import type { Seen } from "./seen";
import type { unseenTables } from "./unseen-tables";

/** What the reader of files does for work that was kept as it does for files. */
interface Reader {
  /** Numbers what is opened: the newest wins. */
  start(named: Source): number;
  isNewest(mine: number): boolean;
  hasCatalogue(named: Source, mine: number): Promise<boolean>;
  settleOn(seen: Seen, plan: ReadPlan, card: DatasetCard, fresh: Brought, kept: KeptOpening): void;
  fail(named: Source, inspection: Inspection | null, error: unknown): void;
  read(source: Source, brought: Brought, mine: number): Promise<void>;
  readonly unseen: ReturnType<typeof unseenTables>;
}

/** Opens work that was kept: its table as it was read, or else its file, with what was chosen and what was computed. */
export async function openKept(
  engine: Engine,
  { id, name, place }: { readonly id: string; readonly name: string; readonly place: KeptPlace },
  reader: Reader,
): Promise<void> {
  const named: Source = { name, files: [] };
  const mine = reader.start(named);
  if (!isCatalogueHere() && !(await reader.hasCatalogue(named, mine))) return place.release();
  try {
    const { source, table, project, sample } = await engine.start("openKept", { id }, () => undefined).result;
    if (!reader.isNewest(mine) && table) reader.unseen.add(table.card.id);
    if (!reader.isNewest(mine) || !table) place.release();
    else {
      // Without its file the table is all there is: what asks for the file finds an empty one, and tells that it is another.
      const from = source ?? { name, files: [{ path: name, blob: new Blob() }] };
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
