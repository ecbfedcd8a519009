import { imageKindOf } from "../../core/images/image-kind";
import type { ImagesReport } from "../../core/images/images-report";
import type { SeenFile } from "../read/glance";
import { memoryBudgetHere } from "../read/memory-budget";
import { signatureOf } from "../read/signatures";
import type { TableReader } from "../read/table-reader";
import { readImages } from "./read-images";

/** Beyond that many files, those whose names say that they are images are believed until they are read. */
const MAX_FILES_LOOKED_INTO = 500;
/** Colours of a square of 64 a side, as images are seen at first, and what a row of scores takes. */
const BYTES_PER_IMAGE = 64 * 64 * 3 + 200;
/** Image, folder, set, label, width, height and bytes. */
const COLUMNS_OF_IMAGES = 7;
/** A sample leaves room for the files themselves. */
const SAMPLE_SHARE = 0.9;

/** Nothing of how images are written has to be guessed. */
type NoSettings = Readonly<Record<string, never>>;

/** Images as rows of a table: loose files, folders of them, or a zip archive. */
export const imagesReader: TableReader<"images", NoSettings, ImagesReport> = {
  format: "images",

  async accepts(files) {
    const images: number[] = [];
    for (const [at, file] of files.entries()) if (await isImage(file, files.length)) images.push(at);
    if (images.length === 0) return archiveIn(files);
    // What lies in a folder beside images is told of when they are read.
    const folders = new Set(images.map((at) => topOf(files[at]!.path))); // positions of the list
    const mates = (path: string) => path.includes("/") && folders.has(topOf(path));
    return files.flatMap(({ path }, at) => (images.includes(at) || mates(path) ? [at] : []));
  },
  async inspect({ files }, _fixed, budget = memoryBudgetHere()) {
    const rows = files.length;
    return {
      format: "images",
      plan: { format: "images", settings: {}, kinds: {}, sample: null },
      guesses: [],
      preview: { names: [], rows: [] },
      columns: [],
      size: {
        bytes: files.reduce((sum, { blob }) => sum + blob.size, 0),
        rows,
        columns: COLUMNS_OF_IMAGES,
        memory: rows * BYTES_PER_IMAGE,
        budget,
        rowsThatFit: Math.max(1, Math.min(rows, Math.floor((budget / BYTES_PER_IMAGE) * SAMPLE_SHARE))),
      },
    };
  },
  read: (source, plan, watch) => readImages(source, plan.sample, watch),
};

async function isImage(file: SeenFile, among: number): Promise<boolean> {
  if (among > MAX_FILES_LOOKED_INTO && /\.(png|jpe?g|jfif|webp|bmp|gif|avif|heic|tiff?)$/i.test(file.path)) return true;
  return imageKindOf(await file.head()) !== null;
}

/** An archive that no other format claims: whether it holds images is seen when it is unpacked. */
async function archiveIn(files: readonly SeenFile[]): Promise<readonly number[] | null> {
  for (const [at, file] of files.entries()) if (signatureOf(await file.head())?.kind === "ZIP") return [at];
  return null;
}

/** The outermost folder of a path. */
function topOf(path: string): string {
  return path.slice(0, path.indexOf("/") + 1);
}
