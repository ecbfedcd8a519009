import fc from "fast-check";
import { expect, it } from "vitest";
import type { CellSource } from "../cells/cell-source";
import { readCells } from "../cells/read-cells";
import { textAt } from "../cells/typed-rows";
import { randomRuns } from "../../testing/random-runs";
import { rawWorkbook } from "../../testing/raw-workbook";
import { chooseSheet, sheetCells } from "./choose-sheet";
import { xlsxReader } from "./xlsx-reader";

const styles = `<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>`;
const strings = ["a", "b ", "-", "n/a", "2024-03-04", "12.5", " ", "5 kg", "<0.1"];
const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

const number = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String),
  fc.integer({ min: -5000, max: 60_000 }).map(String),
  fc.constantFrom(
    "-999",
    "007",
    "1E5",
    "10E0",
    "1.5E-7",
    "12345678901234567890",
    "1e400",
    " 5 ",
    "&#53;",
    "<![CDATA[6]]>",
  ),
);
const serial = fc.double({ min: 0, max: 80_000, noNaN: true }).map(String);
const cell = fc.oneof(
  { weight: 6, arbitrary: number.map((value) => `<v>${value}</v>`) },
  { weight: 3, arbitrary: number.map((value) => ` s="0"><v>${value}</v>`) },
  { weight: 3, arbitrary: serial.map((value) => ` s="1"><v>${value}</v>`) },
  { weight: 1, arbitrary: number.map((value) => ` s="2"><v>${value}</v>`) },
  { weight: 1, arbitrary: number.map((value) => ` s="3"><v>${value}</v>`) },
  { weight: 1, arbitrary: serial.map((value) => ` s="4"><v>${value}</v>`) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: strings.length }).map((at) => ` t="s"><v>${at}</v>`) },
  fc.constantFrom(
    ' t="b"><v>1</v>',
    ' t="e"><v>#N/A</v>',
    "<f>A1</f>",
    ' t="str"><v>x &amp; y</v>',
    "<!-- c --><v>3</v>",
  ),
  fc.constantFrom(' t="inlineStr"><is><r><t>u</t></r><r><t>v</t></r></is>', ' t="d"><v>2024-01-02</v>', ""),
);
/** A column holds mostly cells of one sort, as columns do. */
const column = fc.oneof(
  fc.array(cell, { minLength: 40, maxLength: 40 }),
  fc.array(fc.oneof({ weight: 20, arbitrary: number.map((value) => `<v>${value}</v>`) }, cell), sized()),
  fc.array(fc.oneof({ weight: 20, arbitrary: serial.map((value) => ` s="1"><v>${value}</v>`) }, cell), sized()),
  fc.array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(' t="s"><v>0</v>', ' t="s"><v>3</v>') }, cell), sized()),
);

function sized() {
  return { minLength: 40, maxLength: 40 };
}

function bookOf(columns: readonly (readonly string[])[], gap: string): Promise<Blob> {
  const tag = (text: string) => (text.startsWith(" ") ? `<c${text}</c>` : `<c>${text}</c>`);
  const rows = Array.from(
    { length: 40 },
    (_, row) => `<row>${columns.map((cells) => tag(cells[row] ?? "")).join(gap)}</row>`,
  );
  const names = columns.map((_, at) => `<c t="str"><v>c${at}</v></c>`).join("");
  return rawWorkbook({
    styles,
    strings: strings.map((text) => `<si><t xml:space="preserve">${text.replace("<", "&lt;")}</t></si>`).join(""),
    parts: [`<sheetData><row>${names}</row>${rows.join(gap)}</sheetData>`],
  });
}

/** The same cells as nothing but texts. */
function asTexts(source: CellSource): CellSource {
  return {
    ...source,
    async *pass(onBytes) {
      for await (const { rows, typed, done } of source.pass(onBytes)) {
        const width = source.names.length;
        const texts = typed
          ? Array.from({ length: typed.rows }, (_, row) =>
              Array.from({ length: width }, (_, at) => textAt(typed, row, at)),
            )
          : rows;
        yield { rows: texts, done };
      }
    },
  };
}

it("gives the same table as the texts of its cells do", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(column, { minLength: 1, maxLength: 5 }),
      fc.constantFrom("", "\n "),
      async (columns, gap) => {
        const blob = await bookOf(columns, gap);
        const { plan } = await xlsxReader.inspect(
          { name: "b.xlsx", files: [{ path: "b.xlsx", blob }] },
          { headerRow: 1 },
        );
        const { workbook, sheet, head } = await chooseSheet(blob, plan.settings);
        const source = sheetCells(blob, workbook, sheet, head);
        const typed = await readCells("b", source, plan, watch);
        const texts = await readCells("b", asTexts(source), plan, watch);
        expect(typed.dataset).toEqual(texts.dataset);
        expect({ ...typed.report, seconds: 0 }).toEqual({ ...texts.report, seconds: 0 });
        expect(typed.kindWhy).toEqual(texts.kindWhy);
      },
    ),
    randomRuns(60),
  );
});
