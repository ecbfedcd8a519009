import { hashOf } from "../../core/detect/run-key";
import type { KeptEntry, KeptFiles, Pieces } from "./kept-files";
import { decodeWork, encodeWork, type WorkDocument, type WorkFile, type WorkPart } from "./work-document";
import { isRecord } from "../../core/project/decoder";

/** A part that is written, unless one of its kind and name is there already. */
export interface NewPart {
  readonly kind: string;
  readonly name: string;
  readonly files?: readonly WorkFile[];
  pieces(): Pieces;
}

/** A document of either file, newest first. */
interface Version {
  readonly counter: number;
  readonly work: WorkDocument;
  readonly isNewer: boolean;
}

/** A torn write of the one leaves the other. */
const DOCUMENTS = ["work-0.json", "work-1.json"] as const;

/**
 * Pieces of work, each in a folder of its own: a document, and the files that it names. What is new is written to files of
 * names that were never used, then the older of two documents is replaced by one that names them: a crash at any moment
 * leaves the work as it was before or as it is after. Only then goes what neither document names.
 */
export class WorkStore {
  /** Works whose folder holds nothing that no document names. */
  private readonly swept = new Set<string>();

  constructor(private readonly files: KeptFiles) {}

  get isLasting(): boolean {
    return this.files.isLasting;
  }

  room() {
    return this.files.room();
  }

  /** All that is kept, the newest first. */
  async list(): Promise<readonly { readonly work: WorkDocument; readonly bytes: number }[]> {
    const entries = await this.files.list();
    const found: { work: WorkDocument; bytes: number }[] = [];
    for (const id of new Set(entries.map(({ path }) => folderOf(path)))) {
      const work = await this.load(id);
      if (!work) continue;
      const own = entries.filter(({ path }) => folderOf(path) === id);
      found.push({ work, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) });
    }
    return found.sort((a, b) => b.work.savedAt - a.work.savedAt);
  }

  /** Null where there is none, or none that can be read. */
  async load(id: string): Promise<WorkDocument | null> {
    return (await this.versions(id))[0]?.work ?? null;
  }

  /** The bytes of a part; null where they are gone or cut off. */
  async read(id: string, part: WorkPart): Promise<Blob | null> {
    const blob = await this.files.read(`${id}/${part.file}`);
    return blob?.size === part.bytes ? blob : null;
  }

  /**
   * Writes a document with the parts that it is to have; those of equal kind and name stay as they are. Where a part finds no
   * room, the others are kept, and the failure is told beside what was kept. Parts take their time: what a person chose is
   * written before them, as soon as they say how the file is opened again, and once more where they chose anew meanwhile.
   *
   * @param now the document as it is by now: the same object while nothing was chosen
   */
  async save(
    work: Omit<WorkDocument, "parts">,
    wanted: readonly NewPart[],
    now = () => work,
  ): Promise<{ readonly work: WorkDocument; readonly failure: unknown }> {
    // A save that ends in the middle leaves files behind.
    const isClean = this.swept.delete(work.id);
    const versions = await this.versions(work.id);
    const [newest] = versions;
    let counter = newest?.counter ?? 0;
    let before: WorkDocument | null = newest?.work ?? null;
    let said: unknown = null;
    const parts: WorkPart[] = [];
    const there = (part: NewPart) => (newest ? partIn(newest.work, part) : undefined);
    let failure: unknown = null;
    for (const [place, part] of wanted.entries()) {
      const own = there(part);
      if (own) {
        parts.push(own);
        continue;
      }
      const have = [...parts, ...wanted.slice(place).flatMap((one) => there(one) ?? [])];
      if (!newest?.isNewer && said !== now() && isOpenable(have, wanted)) {
        said = now();
        before = { ...now(), parts: have };
        await this.write(before, ++counter);
      }
      const { kind, name, files = [], pieces } = part;
      const file = `${kind}-${counter + 1}-${place}`;
      try {
        parts.push({ kind, name, file, files, bytes: await this.files.write(`${work.id}/${file}`, pieces()) });
      } catch (error) {
        failure ??= error;
        await this.files.remove(`${work.id}/${file}`).catch(() => undefined);
      }
    }
    // What a later version keeps beside is not ours to throw away.
    const known = new Set(wanted.map(({ kind }) => kind));
    const others = newest?.isNewer ? newest.work.parts.filter(({ kind }) => !known.has(kind)) : [];
    let saved: WorkDocument = { ...now(), parts: [...parts, ...others] };
    counter += 1;
    try {
      await this.write(saved, counter);
    } catch (error) {
      // The parts left no room for what names them: what a person chose is worth more than what can be had again.
      const written = parts.filter((part) => !newest?.work.parts.includes(part));
      if (written.length === 0) throw error;
      failure ??= error;
      for (const { file } of written) await this.files.remove(`${work.id}/${file}`);
      saved = { ...saved, parts: saved.parts.filter((part) => !written.includes(part)) };
      await this.write(saved, counter);
    }
    await this.sweep(work.id, [saved, ...(before ? [before] : [])], isClean ? versions : null);
    return { work: saved, failure };
  }

  async remove(id: string): Promise<void> {
    const entries = await this.files.list();
    // The documents first: half of a work is none.
    const own = entries.filter(({ path }) => folderOf(path) === id).sort((a, b) => rankOf(a) - rankOf(b));
    for (const { path } of own) await this.files.remove(path);
  }

  private async write(work: WorkDocument, counter: number): Promise<void> {
    const json = encodeWork(work);
    const text = JSON.stringify({ counter, check: hashOf(json), json });
    await this.files.write(`${work.id}/${DOCUMENTS[counter % 2]!}`, [new TextEncoder().encode(text)]); // one of two
  }

  private async versions(id: string): Promise<readonly Version[]> {
    const found = await Promise.all(DOCUMENTS.map((name) => this.files.read(`${id}/${name}`)));
    const texts = await Promise.all(found.map((blob) => blob?.text() ?? Promise.resolve("")));
    return texts.flatMap((text) => versionIn(text, id) ?? []).sort((a, b) => b.counter - a.counter);
  }

  /**
   * Removes the files of a work that none of these documents names: what those `before` named, and where that is
   * not told also what a crash left, for which all files have to be looked through.
   */
  private async sweep(id: string, works: readonly WorkDocument[], before: readonly Version[] | null): Promise<void> {
    const filesOf = ({ parts }: WorkDocument) => parts.map(({ file }) => file);
    const named = new Set<string>([...DOCUMENTS, ...works.flatMap(filesOf)]);
    const there = before
      ? new Set(before.flatMap((version) => filesOf(version.work)))
      : (await this.files.list())
          .filter(({ path }) => folderOf(path) === id)
          .map(({ path }) => path.slice(id.length + 1));
    this.swept.add(id);
    for (const file of there)
      if (!named.has(file)) await this.files.remove(`${id}/${file}`).catch(() => this.swept.delete(id));
  }
}

/** Whether parts say how the file is opened again, without what is only there the sooner for it. */
function isOpenable(have: readonly WorkPart[], wanted: readonly NewPart[]): boolean {
  const isNeeded = ({ kind }: NewPart) => kind === "source" || kind === "reading";
  return wanted.filter(isNeeded).every(({ kind, name }) => have.some((one) => one.kind === kind && one.name === name));
}

function partIn({ parts }: WorkDocument, { kind, name }: Pick<WorkPart, "kind" | "name">): WorkPart | undefined {
  return parts.find((part) => part.kind === kind && part.name === name);
}

function versionIn(text: string, id: string): Version | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!isRecord(found) || typeof found.json !== "string" || typeof found.counter !== "number") return null;
    if (found.check !== hashOf(found.json)) return null;
    const decoded = decodeWork(found.json);
    return decoded && { counter: found.counter, ...decoded, work: { ...decoded.work, id } };
  } catch {
    return null;
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

function rankOf({ path }: KeptEntry): number {
  return path.endsWith(".json") ? 0 : 1;
}
