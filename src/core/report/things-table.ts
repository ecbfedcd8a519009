import { base64Of } from "./base64";
import { markup, type Markup } from "./markup";
import type { ReportBlock, ReportedThing, ReportPicture, ToldCell } from "./report";

type Things = Extract<ReportBlock, { is: "things" }>;

/** What stands out, line by line: where, how strange, why, its cells, and what a person said of it. */
export function thingsTable({ caption, head, things }: Things): Markup {
  const hasMarks = things.some(({ mark }) => mark !== "");
  const hasCells = things.some(({ cells }) => cells.length > 0);
  const names = [
    markup`<th scope="col">${head.place}</th><th scope="col" class="number">${head.score}</th>`,
    markup`<th scope="col">${head.why}</th>`,
    ...(hasCells ? [markup`<th scope="col">${head.cells}</th>`] : []),
    ...(hasMarks ? [markup`<th scope="col">${head.mark}</th>`] : []),
  ];
  const lines = things.map((thing) => lineOf(thing, hasCells, hasMarks));
  return markup`<table class="things"><caption>${caption}</caption><thead><tr>${names}</tr></thead><tbody>
${lines}</tbody></table>`;
}

function lineOf(thing: ReportedThing, hasCells: boolean, hasMarks: boolean): Markup {
  const { place, score, reasons, cells, mark, picture } = thing;
  const why = reasons.map((reason) => markup`<p>${reason}</p>`);
  const parts = [
    markup`<th scope="row">${place}</th><td class="number">${score}</td>`,
    markup`<td class="why">${picture && pictureOf(picture)}${why}</td>`,
    ...(hasCells ? [markup`<td>${cellsOf(cells)}</td>`] : []),
    ...(hasMarks ? [markup`<td>${mark}</td>`] : []),
  ];
  return markup`<tr>${parts}</tr>
`;
}

function cellsOf(cells: readonly ToldCell[]): Markup | null {
  if (cells.length === 0) return null;
  const told = cells.map(({ name, value, isReason, usual }) => {
    const cell = isReason ? markup`<strong>${value}</strong>` : markup`${value}`;
    const beside = usual === "" ? null : markup` <small>${usual}</small>`;
    return markup`<div><dt>${name}</dt><dd>${cell}${beside}</dd></div>`;
  });
  return markup`<dl>${told}</dl>`;
}

function pictureOf(picture: ReportPicture): Markup {
  if (picture.is === "drawing") return picture.drawing;
  return markup`<img alt="${picture.words}" src="data:${picture.mediaType};base64,${base64Of(picture.bytes)}">`;
}
