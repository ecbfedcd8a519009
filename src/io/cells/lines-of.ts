import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { textChunks } from "../delimited/text-chunks";
import type { OnBytes } from "../read/open-bytes";

/** A line longer than this has no end. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/**
 * The lines of a file of one record a line, a batch for each piece of its text; the last one only where it has text.
 * `format` is the name that an error tells the person.
 * @throws Failure "bad-format" for a line without an end
 */
export async function* linesOf(
  blob: Blob,
  compression: Dialect["compression"],
  format: "ARFF" | "JSON Lines" | "log",
  onBytes: OnBytes,
  encoding = "utf-8",
): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const chunk of textChunks(blob, { compression, encoding }, onBytes)) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE_LENGTH) throw new Failure({ code: "bad-format", values: { format, why: "endless" } });
    yield lines;
  }
  if (rest.trim() !== "") yield [rest];
}
