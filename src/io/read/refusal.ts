import { Failure } from "../../core/data/failure";
import type { SeenFile } from "./glance";
import { isZip, type Signature, signatureOf } from "./signatures";

/** Why nothing of these files can be read: what the only one is; of several, that none is a table. */
export async function refusalOf(name: string, files: readonly SeenFile[]): Promise<Failure> {
  for (const file of files) {
    const found = await whatIs(file);
    // A whole one would have been read.
    if (found?.kind === "Excel (xlsx)" && files.length === 1)
      return new Failure({ code: "bad-format", values: { format: "Excel", why: "broken" } });
    if (found && (files.length === 1 || found.context === "image"))
      return new Failure({ code: "not-text", values: { ...found } });
  }
  return new Failure({ code: "no-table", values: { name, files: files.length } });
}

/** What a file is; the names of all parts of an archive say more than its first bytes. */
async function whatIs(file: SeenFile): Promise<Signature | null> {
  const head = await file.head();
  if (isZip(head) && (await file.entries()).includes("xl/workbook.bin"))
    return { kind: "Excel (xlsb)", context: "workbook" };
  return signatureOf(head);
}
