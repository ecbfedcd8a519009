/** A folder as a test writes it down: files, and folders of the same. */
export interface FakeFolder {
  readonly [name: string]: File | FakeFolder;
}

/** Entries come in portions of this many, as browsers hand them over. */
const ENTRIES_PER_PORTION = 100;

/** What a browser hands over with a drop or a paste; Node and jsdom have no DataTransfer of their own. */
export function fakeTransfer(items: readonly (File | { name: string; folder: FakeFolder })[], text = ""): DataTransfer {
  const fake = {
    types: ["Files"],
    items: [
      ...items.map((item) => ({
        kind: "file",
        getAsFile: () => (item instanceof File ? item : new File([], item.name)),
        webkitGetAsEntry: () => (item instanceof File ? entryOf(item.name, item) : entryOf(item.name, item.folder)),
      })),
      ...(text === "" ? [] : [{ kind: "string", getAsFile: () => null, webkitGetAsEntry: () => null }]),
    ],
    getData: () => text,
  };
  return fake as unknown as DataTransfer;
}

function entryOf(name: string, content: File | FakeFolder): object {
  if (content instanceof File)
    return {
      name,
      isDirectory: false,
      file: (give: (file: File) => void, refuse: () => void) =>
        setTimeout(() => (content.type === "broken" ? refuse() : give(content))),
    };
  return {
    name,
    isDirectory: true,
    createReader: () => {
      const entries = Object.entries(content).map(([below, what]) => entryOf(below, what));
      return {
        readEntries: (give: (some: object[]) => void) => setTimeout(() => give(entries.splice(0, ENTRIES_PER_PORTION))),
      };
    },
  };
}
