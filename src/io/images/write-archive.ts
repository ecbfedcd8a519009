/** Writes a zip archive file by file. Images are packed already: nothing is compressed again. */
export async function zipWriter(): Promise<{ add(path: string, blob: Blob): Promise<void>; finish(): Promise<Blob> }> {
  const { BlobReader, BlobWriter, ZipWriter } = await import("@zip.js/zip.js/index-native.js");
  const writer = new ZipWriter(new BlobWriter("application/zip"), { useWebWorkers: false, level: 0 });
  const taken = new Set<string>();
  return {
    async add(path, blob) {
      const name = freeName(safePath(path), taken);
      taken.add(name);
      await writer.add(name, new BlobReader(blob));
    },
    finish: () => writer.close(),
  };
}

/** What came out of a hostile archive must not lead out of the folder that ours is unpacked to. */
function safePath(path: string): string {
  return path
    .split(/[/\\]/)
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  for (let number = 2, name = path; ; number++) {
    if (!taken.has(name)) return name;
    name = path.replace(/(\.[^./]*)?$/, ` (${number})$1`);
  }
}
