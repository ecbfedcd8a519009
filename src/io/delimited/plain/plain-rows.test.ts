import { describe, expect, it } from "vitest";
import type { Column } from "../../../core/data/column";
import { contentHashOf } from "../../../core/data/content-hash";
import type { SamplePlan } from "../../../core/data/read-plan";
import { seededRandom } from "../../../core/math/random";
import { inspectTable } from "../inspect-table";
import { builderOf, planColumns } from "../plan-columns";
import { readLayout } from "../read-layout";
import { RowReading } from "../read-rows";

const BYTES = 120_000;
const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

/** Draws rows until there are a few pieces of them; `odd` is put among them now and then. */
function textOf(header: string, row: (at: number, random: () => number) => string, odd: readonly string[], end = "\n") {
  const random = seededRandom(17);
  const lines = [header];
  for (let at = 0, size = 0; size < BYTES; at++) {
    const isOdd = odd.length > 0 && random() < 0.004;
    const line = isOdd ? odd[Math.floor(random() * odd.length)]! : row(at, random);
    lines.push(line);
    size += line.length;
  }
  return `${lines.join(end)}${end}`;
}

async function planned(text: string) {
  const source = { name: "t.csv", blob: new Blob([text]) };
  const { plan } = await inspectTable(source, {});
  return { source, plan, layout: (await readLayout(source, plan)).layout };
}

/** The columns of a text, and what was told of its rows, read from its bytes or by way of its text. */
async function reading(
  { source, layout, plan: whole }: Awaited<ReturnType<typeof planned>>,
  way: "bytes" | "text",
  sample: SamplePlan | null,
) {
  const plan = { ...whole, sample };
  const columns = planColumns(layout, plan);
  const builders = columns.map((column) => builderOf(column, plan));
  const rows = new RowReading(source.blob, plan, layout, builders, { piece: 20_000, keptBack: 6000 });
  if (way === "bytes") await rows.run(watch, null);
  else
    for await (const kept of rows.pieces(watch, null))
      builders.forEach((builder, at) => builder.append(kept.table, kept.rows, at));
  const { kept, seen, shortRows, longRows, emptyRows, aside } = rows.gate;
  const built = builders.map((builder, at) => builder.finish(layout.names[at]!));
  return {
    columns: built.map(({ column, ...told }) => ({ ...told, ...summaryOf(column) })),
    rows: { kept, seen, shortRows, longRows, emptyRows, at: rows.gate.sourceRows() },
    aside: { lines: aside.lines, notes: aside.notes() },
    oddities: rows.oddities,
  };
}

function summaryOf(column: Column) {
  const { kind, name } = column;
  if (kind === "text") return { kind, name, hash: contentHashOf(new TextEncoder().encode(column.values.join("\n"))) };
  const values = kind === "category" ? column.codes : column.values;
  const hash = contentHashOf(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return kind === "category" ? { kind, name, hash, levels: column.levels } : { kind, name, hash };
}

const number = (random: () => number) => (random() * 200 - 100).toFixed(Math.floor(random() * 7));
const one = <T>(random: () => number, of: readonly T[]) => of[Math.floor(random() * of.length)]!;
const measured = (at: number, random: () => number) => [
  at,
  number(random),
  random() * 2 - 1,
  (random() / 1e6).toExponential(),
  one(random, ["north", "sout\u00e9", "\u6771"]),
];

describe("rows that leave no question", () => {
  it.each([
    ["measurements and words", textOf("id,a,b,c,place", (...of) => measured(...of).join(","), [])],
    ["lines that end as on Windows", textOf("id,a,b,c,place", (...of) => measured(...of).join(","), [], "\r\n")],
    [
      "rows among which others stand that are none, too short, too long, empty or remarks",
      textOf("id,a,b,c,place", (...of) => measured(...of).join(","), [
        "# a remark",
        "id,a,b,c,place",
        "Total,1,2,3,",
        "1,2",
        "1,2,3,4,north,6",
        "",
        ",,,,",
        "-----",
        "7,<0.5,N/A,,north",
        "8, 12 , 1.5e3 ,007,south",
        '9,"1.5","2","3","a ""word"", quoted"',
        '10,1,2,3,"over\ntwo lines"',
        '11,1,2,3,half a "quote',
        "12,1.2.3,abc,1_000,\u{1f600}",
        "13,inf,-inf,1e400,NaN",
        `14,1,2,3,${"longer than a piece ".repeat(3000)}`,
      ]),
    ],
    [
      "numbers with commas, and -999 for none",
      textOf(
        "when;x;y;n",
        (at, random) =>
          [
            new Date(1.7e12 + at * 60_000).toISOString(),
            number(random).replace(".", ","),
            random() < 0.05 ? "-999" : number(random).replace(".", ","),
            Math.floor(random() * 9),
          ].join(";"),
        ["2024-01-01;1;2;3", ";;;", "Summe;1;2;3", "x;;-999,0;k. A."],
      ),
    ],
    [
      "cells in quotes",
      textOf(
        '"id","name","x","y"',
        (at, random) =>
          `"${at}","${one(random, ["Smith, A.", "Jones", "", "\u00d6zt\u00fcrk, \u{1d11e}"])}","${number(random)}",${number(random)}`,
        ['"1","a ""b""","2","3"', '1,"x" ,2,3', '"1","x","2.5 kg","(3)"', '"1","n/a","?","-"'],
      ),
    ],
    [
      "words first, which may be totals, and cells that are missing there",
      textOf(
        "name,x,y",
        (_, random) => [one(random, ["Totality", "Anna", "sum of it", ""]), number(random), number(random)].join(","),
        ["Total,1,2", "name,x,y", "Service total,5,6", "=====,1,2"],
      ),
    ],
    [
      "codes and ids that are too long for numbers",
      textOf(
        "a\tb\tc",
        (at, random) => [String(1e17 + at * 1001), one(random, ["007", "12", "0"]), `${random()}`].join("\t"),
        ["1\t2\t3"],
      ),
    ],
  ])("are the same columns, notes and counts as their text: %s", async (_, text) => {
    const file = await planned(text);
    for (const sample of [null, { rows: 300, of: 3000, seed: 5 }])
      expect(await reading(file, "bytes", sample)).toEqual(await reading(file, "text", sample));
  });
});
