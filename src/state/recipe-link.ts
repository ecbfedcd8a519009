import type { Note } from "../core/data/note";
import { encodeProject, type Project } from "../core/project/project";
import { sharedProject } from "../core/project/shared-project";
import { allDetectors } from "./catalogue";
import { projectIn } from "./projects";

/** What a link to settings has behind the address of the page; a browser sends nothing of it to anyone. */
const MARK = "#settings=";
/** Beyond this, programs that hand links on cut them off. */
const LONGEST_LINK = 30_000;
/** A link that unpacks to more holds no settings. */
const MAX_UNPACKED = 2_000_000;

/** Settings in the address of the page; null where there are none. */
export function settingsIn(hash: string): string | null {
  return hash.startsWith(MARK) ? hash.slice(MARK.length) : null;
}

/** What the link to some settings has behind the address; null where they are too many for one. */
export async function linkOf(project: Project): Promise<string | null> {
  const json = encodeProject(sharedProject(project, allDetectors()));
  const packed = new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const link = MARK + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return link.length > LONGEST_LINK ? null : link;
}

export type FoundSettings =
  { readonly project: Project; readonly dropped: readonly Note[] } | { readonly why: "too-long" | "damaged" };

/** The settings of a link, made lawful as any document is; or why there are none. */
export async function settingsOf(link: string): Promise<FoundSettings> {
  if (link.length > LONGEST_LINK) return { why: "too-long" };
  try {
    const letters = atob(link.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const unpacked = await textOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
    return projectIn(JSON.parse(unpacked)) ?? { why: "damaged" };
  } catch {
    return { why: "damaged" };
  }
}

async function textOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const parts: BlobPart[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MAX_UNPACKED) {
      await reader.cancel();
      throw new RangeError("no settings are so large");
    }
    parts.push(next.value);
  }
  return new Blob(parts).text();
}
