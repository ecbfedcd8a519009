import { base64Of } from "./base64";
import { cut } from "./cut";
import { markup, type Markup } from "./markup";
import type { ReportBlock, ReportedThing, ReportPicture, ToldCell } from "./report";

/** Bytes of each text at most, so that two hundred things with ten cells each stay within a megabyte. */
const MAX_BYTES = { place: 160, reason: 400, name: 80, value: 120, usual: 60, mark: 240 };

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
  const why = reasons.map((reason) => markup`<p>${cut(reason, MAX_BYTES.reason)}</p>`);
  const parts = [
    markup`<th scope="row">${cut(place, MAX_BYTES.place)}</th><td class="number">${score}</td>`,
    markup`<td class="why">${picture && pictureOf(picture)}${why}</td>`,
    ...(hasCells ? [markup`<td>${cellsOf(cells)}</td>`] : []),
    ...(hasMarks ? [markup`<td>${cut(mark, MAX_BYTES.mark)}</td>`] : []),
  ];
  return markup`<tr>${parts}</tr>
`;
}

function cellsOf(cells: readonly ToldCell[]): Markup | null {
  if (cells.length === 0) return null;
  const told = cells.map(({ name, value, isReason, usual }) => {
    const short = cut(value, MAX_BYTES.value);
    const cell = isReason ? markup`<strong>${short}</strong>` : markup`${short}`;
    const beside = usual === "" ? null : markup` <small>${cut(usual, MAX_BYTES.usual)}</small>`;
    return markup`<div><dt>${cut(name, MAX_BYTES.name)}</dt><dd>${cell}${beside}</dd></div>`;
  });
  return markup`<dl>${told}</dl>`;
}

function pictureOf(picture: ReportPicture): Markup {
  if (picture.is === "drawing") return picture.drawing;
  return markup`<img alt="${cut(picture.words, MAX_BYTES.place)}" src="data:${picture.mediaType};base64,${base64Of(picture.bytes)}">`;
}
