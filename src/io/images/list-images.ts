import { Failure } from "../../core/data/failure";
import type { EncodedImage } from "./decode-image";
import { headerOf, type ImageHeader } from "./image-header";
import { isArchive, readArchive, type ArchiveWatch } from "./read-archive";
import { because, isLitter, type NamedBlob, type SkippedFile } from "./skipped";

/** A file that begins like an image of a size that can be decoded. */
export interface ListedImage extends NamedBlob, ImageHeader, EncodedImage {}

export interface Listed {
  readonly images: readonly ListedImage[];
  readonly skipped: readonly SkippedFile[];
}

/**
 * The images among some files, or in one zip archive, by their content; what is none is skipped with the reason. An
 * archive among other files is not opened. Throws Failure "bad-archive", and "file-vanished" where a file cannot be read.
 */
export async function listImages(given: readonly NamedBlob[], watch: ArchiveWatch): Promise<Listed> {
  const files = given.filter(({ path }) => !isLitter(path));
  const [only] = files;
  const archive = files.length === 1 && only && (await isArchive(only.blob)) ? only : null;
  const { files: found, skipped } = archive ? await readArchive(archive.blob, watch) : { files, skipped: [] };
  const images: ListedImage[] = [];
  const left: SkippedFile[] = [...skipped];
  for (const [at, { path, blob }] of found.entries()) {
    const header = await headerOf(blob).catch((error: unknown) => {
      throw new Failure({ code: "file-vanished", detail: String(error) });
    });
    if (!("why" in header)) images.push({ path, blob, ...header });
    else left.push({ path, why: (await isArchive(blob)) ? because("archive-inside") : header.why });
    await watch.checkpoint((at + 1) / found.length, images.length);
  }
  return { images, skipped: left };
}
