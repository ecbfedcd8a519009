import type { CategoryColumn, Column } from "../data/column";
import type { Note } from "../data/note";
import type { Role } from "../prepare/recipe";
import { soundsOrdinary } from "../truth/strange-words";
import type { LearnFrom } from "../kinds/images-kind";
import type { Sides } from "./guess-images-kind";
import type { ImagePlace } from "./image-paths";

/** An image as a row of the table. */
export interface ImageRow extends Sides {
  readonly place: ImagePlace;
  readonly bytes: number;
}

export interface ImageTable {
  readonly columns: readonly Column[];
  /** One per column, with the reason. */
  readonly roles: readonly { readonly role: Role; readonly why: Note }[];
  readonly learnFrom: LearnFrom;
  /** See ImagesCard. */
  readonly folders: readonly { readonly name: string; readonly count: number; readonly isOrdinary: boolean }[];
}

const LABEL_COLUMN = 3;
/** More folders than this are an order of storage, no classes. */
const MAX_CLASSES = 50;

/** The table of images: image, folder, set, label, width, height, bytes. Only the label can have a role. */
export function imageTable(rows: readonly ImageRow[]): ImageTable {
  const label = categoryOf("label", rows, ({ place }) => place.label);
  const labelRole = roleOf(label, rows);
  const number = (name: string, of: (row: ImageRow) => number): Column => ({
    kind: "number",
    name,
    values: Float64Array.from(rows, of),
  });
  const columns: Column[] = [
    { kind: "text", name: "image", values: rows.map(({ place }) => place.path) },
    categoryOf("folder", rows, ({ place }) => place.folder),
    categoryOf("set", rows, ({ place }) => place.set),
    label,
    number("width", ({ width }) => width),
    number("height", ({ height }) => height),
    number("bytes", ({ bytes }) => bytes),
  ];
  return {
    columns,
    roles: columns.map((_, at) =>
      at === LABEL_COLUMN ? labelRole : { role: "ignore", why: { code: "image.role-fact" } },
    ),
    ...foldersOf(rows),
  };
}

function categoryOf(name: string, rows: readonly ImageRow[], of: (row: ImageRow) => string | null): CategoryColumn {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(rows, (row) => {
    const value = of(row);
    if (value === null) return -1;
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  return { kind: "category", name, codes, levels: [...codeOf.keys()] };
}

/** Folders that call some images ordinary and others not are labels; several that speak of neither are classes. */
function roleOf({ levels }: CategoryColumn, rows: readonly ImageRow[]): ImageTable["roles"][number] {
  const ordinary = levels.filter(soundsOrdinary);
  const [first = ""] = ordinary;
  // Images to be checked that no folder calls ordinary are not known to be strange.
  if (ordinary.length > 0 && levels.length > ordinary.length)
    return { role: "label", why: { code: "image.role-label", values: { name: first } } };
  const count = levels.length;
  const isNamed = rows.every(({ place }) => place.label !== null);
  if (ordinary.length === 0 && isNamed && count >= 2 && count <= MAX_CLASSES)
    return { role: "class", why: { code: "image.role-class", values: { count } } };
  return { role: "ignore", why: { code: "image.role-no-label" } };
}

function foldersOf(rows: readonly ImageRow[]): Pick<ImageTable, "folders" | "learnFrom"> {
  const places = new Map<string, { readonly place: ImagePlace; count: number }>();
  for (const { place } of rows) {
    const known = places.get(place.folder);
    if (known) known.count++;
    else places.set(place.folder, { place, count: 1 });
  }
  const all = [...places.values()];
  const isOrdinary = ({ label }: ImagePlace) => label !== null && soundsOrdinary(label);
  const choices: ((place: ImagePlace) => boolean)[] = [
    (place) => place.set === "train" && isOrdinary(place),
    isOrdinary,
    (place) => place.set === "train",
  ];
  const chosen = choices.map((holds) => all.filter(({ place }) => holds(place))).find((some) => some.length > 0);
  return {
    folders: all.map(({ place, count }) => ({ name: place.folder, count, isOrdinary: isOrdinary(place) })),
    learnFrom:
      chosen && chosen.length < all.length
        ? { kind: "folders", folders: chosen.map(({ place }) => place.folder) }
        : { kind: "all" },
  };
}
