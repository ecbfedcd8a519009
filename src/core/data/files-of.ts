interface Named<File> {
  readonly name: string;
  readonly files: readonly File[];
}

/** The same files without those that are not among `takes`; the name is that of the only one that is left. */
export function narrowedTo<File extends { readonly path: string }>(
  all: Named<File>,
  takes: readonly number[],
): Named<File> {
  if (takes.length === all.files.length) return all;
  const files = takes.flatMap((at) => all.files[at] ?? []);
  const [only] = files;
  return { name: files.length === 1 && only ? lastPartOf(only.path) : all.name, files };
}

/** The name of a file without the folders that it lies in. */
function lastPartOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
