import { soundsOrdinary } from "../truth/strange-words";
import { holdsImages, holdsMasks, setNamed, type ImageSet } from "./folder-words";

/** What the path of an image tells. */
export interface ImagePlace {
  /** Below what all paths have in common. */
  readonly path: string;
  /** Names of its folders joined by "/"; "." where it lies in none. */
  readonly folder: string;
  readonly set: ImageSet | null;
  /** The innermost folder that is no set; null: there is none. */
  readonly label: string | null;
}

/** Images and masks told apart by their paths: positions in the list that was given. */
export interface SortedPaths {
  /** In order of path, as people count ("2.png" before "10.png"). */
  readonly images: readonly { readonly file: number; readonly place: ImagePlace }[];
  /** The file of the mask of image i of `images`, by i. */
  readonly masks: ReadonlyMap<number, number>;
  /** Masks of which no image, or more than one, bears the name. */
  readonly loose: readonly number[];
}

/**
 * Tells images from masks. A mask lies in a folder such as "masks" or "ground_truth" and bears the name of its image,
 * with or without "_mask"; folders below that one are those of the image. Of several images of that name it belongs
 * to the one that no folder calls ordinary.
 */
export function sortPaths(paths: readonly string[]): SortedPaths {
  const all = withoutRoot(paths.map((path) => path.split("/").filter((part) => part !== "" && part !== ".")));
  const isMask = all.map((parts) => parts.slice(0, -1).some(holdsMasks));
  const files = all.map((_, file) => file);
  // Where everything lies in a folder of that name, these are the images.
  const only = isMask.every(Boolean);
  const { compare } = new Intl.Collator("en", { numeric: true });
  const masked = new Set(only ? [] : all.flatMap(besideMasks));
  const images = files
    .filter((file) => only || !isMask[file])
    .map((file) => ({ file, place: placeOf(all[file]!, masked) })) // one per file
    .sort((a, b) => compare(a.place.path, b.place.path) || a.file - b.file);

  const byName = new Map<string, number[]>();
  images.forEach(({ file }, at) => {
    const name = stemOf(all[file]!);
    byName.set(name, [...(byName.get(name) ?? []), at]);
  });
  const masks = new Map<number, number>();
  const loose: number[] = [];
  for (const file of only ? [] : files.filter((one) => isMask[one])) {
    const owner = ownerOf(all[file]!, byName, images);
    if (owner === null || masks.has(owner)) loose.push(file);
    else masks.set(owner, file);
  }
  return { images, masks, loose };
}

/** The folder that holds a folder of masks, as a path. */
function besideMasks(parts: readonly string[]): readonly string[] {
  const at = parts.slice(0, -1).findIndex(holdsMasks);
  return at < 0 ? [] : [parts.slice(0, at).join("/")];
}

/** @param masked folders that hold masks: the images may lie in a folder of their own beside them */
function placeOf(parts: readonly string[], masked: ReadonlySet<string>): ImagePlace {
  const folders = parts.slice(0, -1);
  const sets = folders.map(setNamed);
  const isMate = (name: string, at: number) => holdsImages(name) && masked.has(folders.slice(0, at).join("/"));
  return {
    path: parts.join("/"),
    folder: folders.join("/") || ".",
    set: sets.find((set) => set !== null) ?? null,
    label: folders.findLast((name, at) => sets[at] === null && !isMate(name, at)) ?? null,
  };
}

/** The folders that hold everything tell nothing, unless they are a set or a label themselves. */
function withoutRoot(paths: readonly (readonly string[])[]): (readonly string[])[] {
  const [first = []] = paths;
  let shared = 0;
  while (
    shared < first.length - 1 &&
    setNamed(first[shared]!) === null &&
    !soundsOrdinary(first[shared]!) &&
    paths.every((parts) => parts.length > shared + 1 && parts[shared] === first[shared])
  )
    shared++;
  return paths.map((parts) => parts.slice(shared));
}

function stemOf(parts: readonly string[]): string {
  return (parts.at(-1) ?? "").replace(/\.[^.]*$/, "").toLowerCase();
}

function ownerOf(
  mask: readonly string[],
  byName: ReadonlyMap<string, readonly number[]>,
  images: SortedPaths["images"],
): number | null {
  const stem = stemOf(mask);
  const named = byName.get(stem) ?? byName.get(stem.replace(/[-_. ](mask|gt|segmentation|label)$/, "")) ?? [];
  const at = mask.findIndex(holdsMasks);
  const [outer, inner] = [mask.slice(0, at), mask.slice(at + 1, -1)].map((parts) => parts.join("/"));
  const near = named.filter((one) => {
    const folder = `/${images[one]!.place.folder}`; // found by name
    return (!outer || `${folder}/`.startsWith(`/${outer}/`)) && (!inner || folder.endsWith(`/${inner}`));
  });
  const strange = near.filter((one) => {
    const { label, set } = images[one]!.place; // `one` is an image of the list
    return set !== "train" && (label === null || !soundsOrdinary(label));
  });
  const owners = strange.length > 0 ? strange : near;
  return owners.length === 1 ? owners[0]! : null;
}
