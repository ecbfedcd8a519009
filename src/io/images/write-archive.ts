/** Writes a zip archive file by file. Images are packed already: nothing is compressed again. */
export async function zipWriter(): Promise<{ add(path: string, blob: Blob): Promise<void>; finish(): Promise<Blob> }> {
  const { BlobReader, BlobWriter, ZipWriter } = await import("@zip.js/zip.js/index-native.js");
  const writer = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false, level: 0 });
  const taken = new Set<string>();
  return {
    async add(path, blob) {
      const name = freeName(safePath(path), taken);
      taken.add(folded(name));
      await writer.add(name, new BlobReader(blob));
    },
    finish: () => writer.close(),
  };
}

/**
 * What came out of a hostile archive must not lead out of the folder that ours is unpacked to; and what one system
 * wrote must be a name on every other.
 */
function safePath(path: string): string {
  return path
    .split(/[/\\]/)
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .map(nameEverywhere)
    .join("/");
}

const PORT_NAMES = ["com", "lpt"].flatMap((port) => Array.from({ length: 10 }, (_, at) => `${port}${at}`));
/** Names of devices, whatever ends them: Windows writes no such file. */
const RESERVED_NAMES = new Set(["con", "prn", "aux", "nul", ...PORT_NAMES]);

function nameEverywhere(part: string): string {
  // Windows drops what ends in a blank or a dot, and has no place for these characters.
  const name = part.replace(/[\p{Cc}<>:"|?*]/gu, "_").replace(/[. ]$/, "_");
  return RESERVED_NAMES.has(name.toLowerCase().split(".")[0]!.trimEnd()) ? `_${name}` : name;
}

/** Two names that differ in this alone are one on Windows and macOS. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  for (let number = 2, name = path; ; number++) {
    if (!taken.has(folded(name))) return name;
    name = path.replace(/(\.[^./]*)?$/, ` (${number})$1`);
  }
}
