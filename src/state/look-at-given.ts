import type { FixedSettings, Source } from "../engine/protocol";
import { type Brought, fixedIn, nothingBrought } from "./brought";
import type { ReaderHooks } from "./reader-hooks";
import { besideIn, leftAside, type Seen } from "./seen";
import type { SessionContext } from "./session-context";

interface Means {
  look(source: Source, fixed: FixedSettings, mine: number, entry?: string): Promise<Seen | null>;
  readonly recall: ReaderHooks["recall"];
  readonly announce: SessionContext["announce"];
}

/**
 * Looks at files that were given, by the settings that are kept of them. Of several some may be left aside: only then it
 * is known whose settings these are, and the rest is looked at once more, by its own.
 * @param entry the file of an archive that is wanted
 * @returns null where there is nothing to be read, or where something newer came
 */
export async function lookAtGiven(
  given: Source,
  entry: string | undefined,
  mine: number,
  { look, recall, announce }: Means,
): Promise<{ readonly seen: Seen; readonly fresh: Brought } | null> {
  const first = recall(given);
  const seen = await look(given, fixedIn(first), mine, entry);
  if (!seen) return null;
  if (seen.source === given) return { seen, fresh: first ?? nothingBrought() };
  const fresh = recall(seen.source) ?? nothingBrought();
  const { archive } = seen;
  if (!archive) announce("info", leftAside(given, seen.source));
  else if (archive.others.length > 0) announce("info", besideIn(archive));
  const again = await look(seen.source, fixedIn(fresh), mine);
  return again && { seen: archive ? { ...again, archive } : again, fresh };
}
