import { Failure } from "../../core/data/failure";
import type { SeenFile } from "./glance";
import { signatureOf } from "./signatures";

/** Why nothing of these files can be read: what the only one is; of several, that none is a table. */
export async function refusalOf(name: string, files: readonly SeenFile[]): Promise<Failure> {
  for (const file of files) {
    const found = signatureOf(await file.head());
    if (found && (files.length === 1 || found.context === "image"))
      return new Failure({ code: "not-text", values: { ...found } });
  }
  return new Failure({ code: "no-table", values: { name, files: files.length } });
}
