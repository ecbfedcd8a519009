import { expect, it } from "vitest";
import { markup } from "./markup";
import type { Report, ReportBlock, ReportedThing } from "./report";
import { reportHtml } from "./report-html";

const HOSTILE = `</style><script>alert("1")</script><img src=x onerror='alert(2)'>&amp;\u0000\u202e`;

const thing: ReportedThing = {
  place: HOSTILE,
  score: "99",
  reasons: [HOSTILE],
  cells: [{ name: HOSTILE, value: HOSTILE, isReason: true, usual: HOSTILE }],
  mark: HOSTILE,
  picture: { is: "image", mediaType: `image/jpeg"${HOSTILE}`, bytes: Uint8Array.of(1, 2, 3), words: HOSTILE },
};
const head = { place: HOSTILE, score: HOSTILE, why: HOSTILE, cells: HOSTILE, mark: HOSTILE };

const blocks: readonly ReportBlock[] = [
  { is: "sentences", sentences: [HOSTILE] },
  { is: "list", items: [HOSTILE] },
  { is: "facts", facts: [{ name: HOSTILE, value: HOSTILE }] },
  { is: "table", caption: HOSTILE, columns: [{ name: HOSTILE }], rows: [[HOSTILE]] },
  { is: "picture", drawing: markup`<svg><text>${HOSTILE}</text></svg>`, caption: HOSTILE },
  { is: "things", caption: HOSTILE, head, things: [thing] },
  { is: "text", name: HOSTILE, text: HOSTILE },
];

function reportOf(some: readonly ReportBlock[], words = HOSTILE): Report {
  return {
    language: "en",
    heading: words,
    made: words,
    remarks: words,
    contents: words,
    sections: [{ title: words, blocks: some }],
  };
}

it("holds no markup that came from names, cells or words", () => {
  const page = reportHtml(reportOf(blocks));
  expect(page).not.toMatch(/<script|<img src=x|onerror='/);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).not.toContain("\u0000");
  // As it was written, once it is read as words.
  expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  expect(page).toContain("&amp;amp;");
});

it("runs nothing and asks for nothing", () => {
  const page = reportHtml(reportOf(blocks, "plain"));
  expect(page).toContain("default-src &#39;none&#39;;");
  for (const [, place] of page.matchAll(/(?:src|href)="([^"]*)"/g)) expect(place).toMatch(/^(#part-\d+|data:image\/)/);
  expect(page).not.toMatch(/https?:|@import|url\(/);
});

it("leaves out a column that nothing stands in", () => {
  const bare = { ...thing, mark: "", cells: [], picture: null };
  const page = reportHtml(
    reportOf(
      [{ is: "things", caption: "c", head: { ...head, cells: "Cells", mark: "Mark" }, things: [bare] }],
      "plain",
    ),
  );
  expect(page).not.toContain("Cells");
  expect(page).not.toContain("Mark");
});

it("stays under two megabytes with two hundred things, however long their names and cells are", () => {
  const long = HOSTILE.repeat(2000);
  const cells = Array.from({ length: 10 }, () => ({ name: long, value: long, isReason: true, usual: long }));
  const image = { is: "image" as const, mediaType: "image/jpeg", bytes: new Uint8Array(3500), words: long };
  const one = { ...thing, place: long, reasons: [long, long, long], cells, mark: long, picture: image };
  const things = Array.from({ length: 200 }, () => one);
  const page = reportHtml(reportOf([{ is: "things", caption: "c", head, things }], "plain"));
  expect(new Blob([page]).size).toBeLessThan(2_000_000);
  expect(page).toContain("…");
});
