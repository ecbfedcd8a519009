import { type ZipEntry, zipDirectory } from "../archive/zip-directory";
import { type Shown, shownBy } from "./number-format";
import { asBroken, brokenWorkbook, eachTag } from "./parts";

/** A sheet of rows and columns. */
export interface Sheet {
  readonly name: string;
  /** Hidden by its author. */
  readonly isHidden: boolean;
  readonly part: ZipEntry;
}

/** What a workbook says of itself before any of its cells is read. */
export interface Workbook {
  /** The visible ones first, each group in the order of the tabs. */
  readonly sheets: readonly Sheet[];
  /** What the numbers of a cell mean, by the style of the cell. */
  readonly shown: readonly Shown[];
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly is1904: boolean;
  /** The words that cells share. */
  readonly strings: ZipEntry | null;
}

const MAX_SHEETS = 2000;

/** Workbooks that were opened, as long as their files are at hand: one is read right after it was looked at. */
const opened = new WeakMap<Blob, Promise<Workbook>>();

/**
 * Opens a workbook by the directory of its archive.
 *
 * @throws Failure `bad-format`, `file-vanished`
 */
export function openWorkbook(blob: Blob): Promise<Workbook> {
  const known = opened.get(blob);
  if (known) return known;
  const workbook = openAnew(blob);
  opened.set(blob, workbook);
  workbook.catch(() => opened.delete(blob));
  return workbook;
}

async function openAnew(blob: Blob): Promise<Workbook> {
  const parts = new Map((await entriesOf(blob)).map((entry) => [entry.path.replace(/^\//, ""), entry]));
  const [main] = (await relationsOf(parts, "")).filter(({ kind }) => kind === "officeDocument");
  const path = main?.target ?? "xl/workbook.xml";
  if (!parts.has(path)) throw brokenWorkbook("broken", "no workbook part");
  const relations = await relationsOf(parts, path);
  const first = (kind: string) => parts.get(relations.find((one) => one.kind === kind)?.target ?? "");

  const sheets: Sheet[] = [];
  let is1904 = false;
  await eachTag(parts.get(path), (tag, attribute) => {
    if (tag === "workbookPr") is1904 = isTrue(attribute("date1904"));
    if (tag !== "sheet" || sheets.length >= MAX_SHEETS) return;
    const id = attribute("r:id") ?? attribute("id") ?? attribute("ns1:id");
    const relation = relations.find((one) => one.id === id);
    const part = relation?.kind === "worksheet" ? parts.get(relation.target) : undefined;
    const state = attribute("state");
    const isHidden = state === "hidden" || state === "veryHidden";
    if (part) sheets.push({ name: attribute("name") ?? "", isHidden, part });
  });
  if (sheets.length === 0) throw brokenWorkbook("no-table");
  return {
    sheets: [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)],
    shown: await stylesIn(first("styles")),
    is1904,
    strings: first("sharedStrings") ?? null,
  };
}

async function entriesOf(blob: Blob): Promise<readonly ZipEntry[]> {
  try {
    return await zipDirectory(blob);
  } catch (error) {
    throw asBroken(error);
  }
}

interface Relation {
  readonly id: string | null;
  /** The last part of its address: "worksheet", "styles"; the addresses themselves differ by version. */
  readonly kind: string;
  readonly target: string;
}

/** What a part refers to; the archive itself is the part "". */
async function relationsOf(parts: ReadonlyMap<string, ZipEntry>, path: string): Promise<readonly Relation[]> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  await eachTag(parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`), (tag, attribute) => {
    if (tag !== "Relationship") return;
    const kind = (attribute("Type") ?? "").split("/").at(-1) ?? "";
    relations.push({ id: attribute("Id"), kind, target: resolved(folder, attribute("Target") ?? "") });
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/"))
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  return path.join("/");
}

async function stylesIn(part: ZipEntry | undefined): Promise<readonly Shown[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isOfCells = false;
  await eachTag(part, (tag, attribute) => {
    if (tag === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
    else if (tag === "cellXfs") isOfCells = true;
    else if (tag === "cellStyles" || tag === "dxfs" || tag === "cellStyleXfs") isOfCells = false;
    else if (tag === "xf" && isOfCells) ids.push(Number(attribute("numFmtId") ?? 0));
  });
  return ids.map((id) => shownBy(id, codes.get(id)));
}

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}
