import { closingBracket } from "./log-fields";
import { type LogColumn, type LogForm, mostlyBegin } from "./log-form";
import { leadingTime } from "./log-times";

/**
 * Logs of applications, as log4j, logback, Python, web servers and their like write them: a time, a level, what
 * surrounds these, and a text. Which of thread, process and component there are is seen in the first lines.
 */
export const appLog: LogForm = {
  name: "application",
  cut(first) {
    if (!mostlyBegin(first, (line) => headOf(line) !== null, goesOn) || areCells(first)) return null;
    const heads = first.map(headOf).filter((head) => head !== null);
    // A first word with a colon is the component where nearly all lines have one; else it belongs to what they say.
    const isNamed = heads.filter(({ line, at }) => nameAt(line, at) !== null).length >= MIN_SHARE_NAMED * heads.length;
    const lines = heads.map((head) => partsOf(head, isNamed));
    const used = FIELD_NAMES.filter((field) => lines.some((parts) => parts[field] !== ""));
    const lacks = heads.find((head) => head.lacks !== null)?.lacks;
    return {
      columns: [{ name: "time", kind: "time" }, ...used.map(columnOf), { name: "message", kind: "words" }],
      missing: [],
      message: used.length + 1,
      ...(lacks ? { lacking: { column: 0, part: lacks } } : {}),
      cells(line) {
        const head = headOf(line);
        if (!head) return null;
        const parts = partsOf(head, isNamed);
        return [head.time, ...used.map((field) => parts[field]), parts.message];
      },
      continues: goesOn,
    };
  },
};

const FIELD_NAMES = ["source", "level", "process", "thread", "component"] as const;
const MIN_SHARE_NAMED = 0.9;

function columnOf(name: (typeof FIELD_NAMES)[number]): LogColumn {
  return { name, kind: name === "level" || name === "source" ? "category" : "words" };
}

const LEVEL_WORDS = new Set(
  "trace debug info information notice warn warning error err severe critical crit fatal alert emerg emergency panic verbose fine finer finest config audit success failure".split(
    " ",
  ),
);
/** Between time and level stand at most so many words. */
const MAX_WORDS_BEFORE_LEVEL = 4;
const MAX_NAME_LENGTH = 200;

/** The beginning of a line, up to its text. */
interface Head {
  readonly line: string;
  readonly time: string;
  readonly lacks: "year" | "day" | null;
  readonly source: string;
  readonly level: string;
  readonly process: string;
  readonly thread: string;
  readonly component: string;
  /** Where the line goes on behind the level. */
  readonly at: number;
}

type Parts = Record<(typeof FIELD_NAMES)[number] | "message", string>;

/** What stands before the text; null where the line has no time and no level. */
function headOf(line: string): Head | null {
  const found = timeIn(line);
  if (!found) return null;
  const head = {
    line,
    time: found.text,
    lacks: found.lacks,
    source: found.source,
    process: "",
    thread: "",
    component: "",
  };
  let at = found.end;
  for (let words = 0; words <= MAX_WORDS_BEFORE_LEVEL; words++) {
    const word = wordAt(line, at);
    if (!word) return null;
    at = word.end;
    const level = levelOf(word.text);
    if (level) return { ...head, level, at };
    if (word.isMark) words--;
    else if (word.isBracketed) head.thread ||= word.text;
    else if (/^\d+$/.test(word.text)) head.process ||= word.text;
    else head.component ||= word.text.replace(/:$/, "");
  }
  return null;
}

/** The time in front, bare or in brackets, perhaps behind the name of the file that the line came from. */
function timeIn(line: string): { text: string; end: number; lacks: Head["lacks"]; source: string } | null {
  const isOpen = line.startsWith("[");
  const time = leadingTime(line, isOpen ? 1 : 0);
  if (time && (!isOpen || line.charAt(time.end) === "]"))
    return { ...time, end: isOpen ? time.end + 1 : time.end, source: "" };
  const first = /^[A-Za-z][\w./:-]{0,200} /.exec(line.slice(0, MAX_NAME_LENGTH + 2));
  const behind = first && leadingTime(line, first[0].length);
  return behind ? { ...behind, source: first[0].trim() } : null;
}

interface Word {
  readonly text: string;
  readonly end: number;
  readonly isBracketed: boolean;
  /** `-`, `|` and their like, which only keep words apart. */
  readonly isMark: boolean;
}

function wordAt(line: string, from: number): Word | null {
  let at = from;
  while (line.charCodeAt(at) <= 32) at++;
  if (at >= line.length || at > from + MAX_NAME_LENGTH) return null;
  const opening = line.charAt(at);
  if (opening === "[" || opening === "<") {
    const end = opening === "[" ? closingBracket(line, at) : line.indexOf(">", at);
    if (end > 0) return { text: line.slice(at + 1, end).trim(), end: end + 1, isBracketed: true, isMark: false };
  }
  let end = at;
  while (end < line.length && line.charCodeAt(end) > 32 && (end === at || line.charAt(end) !== "[")) end++;
  const text = line.slice(at, end);
  return { text, end, isBracketed: false, isMark: /^[-|,:;>–—]+$/.test(text) };
}

/** INFO, [info], Info:, or core:info of Apache; empty where a word is no level. */
function levelOf(word: string): string {
  if (word.length > 40) return "";
  const text = word.replace(/[:,]$/, "").toLowerCase();
  return LEVEL_WORDS.has(text.slice(text.lastIndexOf(":") + 1)) ? word.replace(/[:,]$/, "") : "";
}

function partsOf(head: Head, isNamed: boolean): Parts {
  const { line, source, level } = head;
  let { process, thread, component, at } = head;
  for (;;) {
    const word = wordAt(line, at);
    if (!word) break;
    if (word.isBracketed && thread === "") thread = word.text;
    else if (
      !word.isMark &&
      /^\d+$/.test(word.text) &&
      process === "" &&
      /^ *---/.test(line.slice(word.end, word.end + 5))
    )
      process = word.text;
    else if (!word.isMark) break;
    at = word.end;
  }
  const name = isNamed || component === "" ? nameAt(line, at) : null;
  if (name && (isNamed || name.isDashed)) {
    component ||= name.text;
    at = name.end;
  }
  return { source, level, process, thread, component, message: line.slice(at).trim() };
}

/** A component before the text, as in `dfs.DataNode: text` or `c.e.App - text`. */
function nameAt(line: string, from: number): { text: string; end: number; isDashed: boolean } | null {
  let at = from;
  // What keeps the words apart, and a thread, come first.
  for (
    let word = wordAt(line, at);
    word && (word.isMark || word.isBracketed || /^\d+$/.test(word.text));
    word = wordAt(line, at)
  )
    at = word.end;
  while (line.charCodeAt(at) <= 32) at++;
  const found = /^([A-Za-z_][\w.$/@#-]*(?:\[[\w.-]*\])?) *(:|-)(?: |$)/.exec(line.slice(at, at + MAX_NAME_LENGTH));
  if (!found) return null;
  const [whole, text = "", mark] = found;
  return { text, end: at + whole.length, isDashed: mark === "-" };
}

/** A line without a time of its own belongs to the one before: a stack trace, or a text of several lines. */
function goesOn(line: string): boolean {
  return timeIn(line) === null;
}

/** Whether the lines are cells apart by tabs: then they are a table, and have names of their own. */
function areCells(lines: readonly string[]): boolean {
  const tabs = lines.map((line) => line.split("\t").length - 1);
  const [first = 0] = tabs;
  return first >= 2 && tabs.every((count) => count === first);
}
