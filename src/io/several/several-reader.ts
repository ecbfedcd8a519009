import type { ReadReport } from "../../core/data/read-report";
import type { SeenFile } from "../read/glance";
import { memoryBudgetHere } from "../read/memory-budget";
import type { TableReader } from "../read/table-reader";
import type { SeveralSettings } from "./arrange";
import type { FileReader } from "./parts";

export type { SeveralSettings };

/** More files than that are not looked at one by one; those beyond are left aside. */
const MAX_FILES = 1000;
/** Names of what is no table; thousands of images need not be looked into for that. */
const OTHER_NAMES = /\.(png|jpe?g|jfif|webp|bmp|gif|tiff?|pdf|mp4|avi|mov|html?|xml|md|py|ipynb|js|ts|c|h)$/i;

/** Several tables, a file each, as one: one after the other where their columns are equal, joined where that is asked. */
export function severalOver(
  formats: readonly { readonly format: string }[],
): TableReader<"several", SeveralSettings, ReadReport> {
  // Images are a table of their own, of all files together; the others read one file and report alike.
  const readers = formats.filter(({ format }) => format !== "images") as unknown as readonly FileReader[];
  return {
    format: "several",

    async accepts(files) {
      if (files.length < 2) return null;
      const { readerFor } = await import("./parts");
      const found: number[] = [];
      for (const [at, file] of files.entries()) {
        if (found.length === MAX_FILES) break;
        if (mayBeTable(file) && (await readerFor(file, readers))) found.push(at);
      }
      return found.length > 1 ? found : null;
    },
    async inspect(source, fixed, budget = memoryBudgetHere()) {
      const { inspectSeveral } = await import("./inspect-several");
      return inspectSeveral(source, readers, fixed, budget);
    },
    async read(source, plan, watch) {
      const { readSeveral } = await import("./read-several");
      return readSeveral(source, readers, plan, watch);
    },
  };
}

function mayBeTable({ path }: SeenFile): boolean {
  return !OTHER_NAMES.test(path);
}
