import { timeParser } from "../../core/data/parse-time";
import { writtenNumberOf } from "../../core/data/written-number";

const parseTime = timeParser("day-first");

const NUMBER_CELL =
  /^[-+−]?(?:\p{Sc}\s?)?(?:\d{1,3}(?:[.,' \u00a0\u202f’]\d{3})+(?:[.,]\d+)?|\d*[.,]?\d+|\d+[.,])(?:[eE][-+]?\d+)?\s?(?:%|\p{Sc})?$/u;
const CLOCK_CELL = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?$/;
const LINK_CELL = /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|[^\s@,;|]+@[^\s@,;|]+\.\w+)$/i;
const MISSING_CELL = /^(?:|[-?.]|--|n\/a|#n\/a|\\n|nan|null)$/i;
/** Words with the punctuation of prose; a comma, semicolon or colon only before a blank. */
const WORDS_CELL = /^(?!')(?:[\p{L}\p{M}\p{N}_.\-–'’()#&@+/%°*=<>!?$€£"[\]]|[,;:](?= \S)| (?! ))*$/u;

/** Longer cells are prose, whose punctuation says nothing. */
const MAX_CELL_LENGTH = 300;

/** Whether a cell is a number, a date, a clock time, or missing. */
export function isValueCell(cell: string): boolean {
  if (cell.length > MAX_CELL_LENGTH) return false;
  return NUMBER_CELL.test(cell) || MISSING_CELL.test(cell) || CLOCK_CELL.test(cell) || isTime(cell) || isWritten(cell);
}

/** Whether a cell is a number, a date or a clock time. */
export function isPresentValue(cell: string): boolean {
  return !MISSING_CELL.test(cell) && isValueCell(cell);
}

/** Whether a cell holds nothing, or a sign that nothing was there. */
export function isEmptyCell(cell: string): boolean {
  return MISSING_CELL.test(cell);
}

/** Whether a cell looks whole: a value, a link or plain words, not two cells in one or half a cell. */
export function isKnownCell(cell: string): boolean {
  if (cell.length > MAX_CELL_LENGTH) return false;
  return isValueCell(cell) || WORDS_CELL.test(cell) || LINK_CELL.test(cell);
}

function isTime(cell: string): boolean {
  return !Number.isNaN(parseTime(cell, 0, cell.length));
}

function isWritten(cell: string): boolean {
  return /\d/.test(cell) && writtenNumberOf(cell)?.known === true;
}
