import { below, columnOf, type DrawColumn, oneOf } from "./made-up-cells";

/** Words and codes keep every character. */
function words(
  name: string,
  isTold: boolean,
  draw: (row: number, below: (end: number) => number) => string,
): DrawColumn {
  return (drawing) =>
    columnOf(name, "category", isTold, drawing, (row) => {
      const cell = draw(row, (end) => below(end, drawing));
      return [cell, cell];
    });
}

const colours = ["red", "green", "blue"];
const notes = ["ordered by phone", "delivered late", "paid in cash, thanks", "asked for a receipt"];

/** Words, and numbers that are none: their digits name something. */
export const wordColumns: readonly DrawColumn[] = [
  (drawing) => words("colour", false, () => oneOf(colours, drawing))(drawing),
  (drawing) => words("note", false, (row) => `${oneOf(notes, drawing)} ${row}`)(drawing),
  words("plant", true, (_, end) => String(end(90) + 1).padStart(5, "0")),
  words("card", true, (_, end) => `49291234${String(end(1e6)).padStart(6, "0")}${String(end(1e6)).padStart(6, "0")}`),
  words("part", true, (_, end) => `${10 + end(80)}E${end(9)}`),
  words("drawing", false, (_, end) => `47${String(end(99)).padStart(2, "0")}-0${1 + end(9)}`),
  words("call", true, (_, end) => `+4930${1_000_000 + end(8_999_999)}`),
  words("zip", true, (_, end) => String(10_000 + end(80_000))),
  words("position", true, (_, end) => `0.${end(99)} ${end(9)} 1.${end(99)}`),
];
