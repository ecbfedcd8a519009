import type { Note } from "../data/note";
import { columnRef, type ColumnRef } from "./column-ref";
import { type Decoder, nullable, oneOf, type Path, recordOf, variantOf, wholeOf } from "./decoder";
import { settingsDecoder } from "./decode-settings";
import { droppedNotes } from "./dropped-notes";
import type { DetectorOutline } from "./instance";
import { type Reading, readingDecoder } from "./reading";
import { type LabelTruth, labelTruth } from "./label-truth";
import { decodeRecipe, type RecipeSettings } from "./recipe-settings";
import type { Settings } from "./settings";
import { PROJECT_VERSION, upgraded } from "./upgrades";

/** What the map is drawn over, with columns by their names. */
export type NamedAxes =
  { readonly kind: "columns"; readonly x: ColumnRef; readonly y: ColumnRef } | { readonly kind: "components" };

/** How the screens are laid out. */
export interface Layout {
  /** Null: chosen from the strongest columns. */
  readonly axes: NamedAxes | null;
}

/**
 * Everything that a person chose for a table, as one document: no data, no results, and no position of a column that
 * its name does not stand beside. It can be laid over the same table read anew, and over another.
 */
export interface Project extends Settings {
  /** Null: as guessed. */
  readonly reading: Reading | null;
  /** Null: nothing was chosen yet, so that the table has a say in what runs. */
  readonly recipe: RecipeSettings | null;
  /** Null: as guessed. */
  readonly truth: LabelTruth<ColumnRef> | null;
  readonly layout: Layout;
}

/** What a document is read with: it may be of another version, and then name what is not known here. */
export interface Surroundings {
  readonly detectors: readonly DetectorOutline[];
  /** What stands where the document says nothing that can be used. */
  readonly initial: Settings;
  isEncoding(label: string): boolean;
}

/** A document as JSON. */
export function encodeProject(project: Project): string {
  return JSON.stringify({ version: PROJECT_VERSION, ...project });
}

/**
 * A project out of any value. What is missing has its default, parameter by parameter; what is not lawful or not known
 * is left out, and told; what an earlier version wrote is upgraded. Null only where the value is no document at all.
 */
export function decodeProject(
  value: unknown,
  { detectors, initial, isEncoding }: Surroundings,
): { readonly project: Project; readonly dropped: readonly Note[] } | null {
  const document = upgraded(value);
  if (!document) return null;
  const paths: Path[] = [];
  const drop = (path: Path) => void paths.push(path);
  const settings = settingsDecoder(detectors, initial)(document.content, [], drop) ?? initial;
  const named = namedDecoder(isEncoding)(document.content, [], drop) ?? NOTHING_NAMED;
  return {
    project: { ...settings, ...named },
    dropped: [...(document.isNewer ? [{ code: "project.newer" as const }] : []), ...droppedNotes(paths)],
  };
}

const axes: Decoder<NamedAxes> = variantOf<NamedAxes>("kind", {
  columns: wholeOf({ kind: oneOf(["columns"]), x: columnRef, y: columnRef }),
  components: wholeOf({ kind: oneOf(["components"]) }),
});

type NamedPart = Omit<Project, keyof Settings>;

const NOTHING_NAMED: NamedPart = { reading: null, recipe: null, truth: null, layout: { axes: null } };

function namedDecoder(isEncoding: Surroundings["isEncoding"]): Decoder<NamedPart> {
  return recordOf<NamedPart>({
    reading: [nullable(readingDecoder(isEncoding)), null],
    recipe: [nullable(decodeRecipe), null],
    truth: [nullable(labelTruth), null],
    layout: [recordOf<Layout>({ axes: [nullable(axes), null] }), NOTHING_NAMED.layout],
  });
}
