import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Failure } from "../../core/data/failure";
import { bytesOfMutated, mutatedFile } from "../../testing/mutated-file";
import { randomRuns } from "../../testing/random-runs";
import { lookAt } from "./look-at";
import { readSource } from "./read-source";

const words = JSON.parse(readFileSync(new URL("../../messages/en/failures.json", import.meta.url), "utf8")) as object;
const patient = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** What becomes of a file: its table, or the code of the reason why there is none. Whatever else is thrown fails. */
async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const source = { name: "table.csv", files: [{ path: "table.csv", blob: new Blob([bytes]) }] };
  try {
    const look = await lookAt(source);
    if (look.is !== "table") return look.is;
    const { dataset } = await readSource(source, look.inspection.plan, patient);
    for (const column of dataset.columns) {
      const { length } = column.kind === "category" ? column.codes : column.values;
      expect(length).toBe(dataset.rowCount);
    }
    expect(dataset.rowCount).toBeGreaterThan(0);
    return "table";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(words).toHaveProperty(error.info.code);
    expect(error.info.code).not.toBe("unexpected");
    return error.info.code;
  }
}

it("ends every damaged file in a table or in a reason that has words", async () => {
  await fc.assert(
    fc.asyncProperty(mutatedFile, async (file) => {
      await opened(bytesOfMutated(file));
    }),
    randomRuns(20),
  );
});

it.each(["a huge cell", "very many columns"] as const)("%s ends in a table or in a reason, too", async (mutation) => {
  for (const form of ["quoted", "numbers"] as const) {
    const file = { form, delimiter: ",", encoding: "utf-8", mutations: [mutation], seed: 3 };
    expect(await opened(bytesOfMutated(file))).toMatch(/^(?:table|too-many-columns|not-text|unclosed-quote)$/);
  }
});
