import { type LogColumn, type LogCut, type LogForm, mostlyBegin } from "./log-form";
import { leadingTime } from "./log-times";

const FACILITY_NAMES =
  "kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock local0 local1 local2 local3 local4 local5 local6 local7".split(
    " ",
  );
const SEVERITY_NAMES = "emerg alert crit err warning notice info debug".split(" ");

const words = (name: string): LogColumn => ({ name, kind: "words" });
const categories = (name: string): LogColumn => ({ name, kind: "category" });

/**
 * System logs as RFC 3164 has them, `Oct 11 22:14:15 host process[4321]: text`, also with the whole time in front, with a
 * priority `<34>`, and as journalctl prints them.
 */
export const syslog: LogForm = {
  name: "syslog",
  cut(first) {
    const lines = first.map((line) => partsOf(line)).filter((parts) => parts !== null);
    const isOne = (line: string) => partsOf(line) !== null || isRemark(line);
    const tagged = lines.filter(({ process }) => process !== "").length;
    if (tagged === 0 || tagged < lines.length / 2 || !mostlyBegin(first, isOne, isIndented)) return null;
    const hasPriority = lines.some(({ priority }) => priority !== "");
    const hasYear = lines.every(({ lacks }) => lacks === null);
    const front = hasPriority ? [categories("facility"), categories("severity")] : [];
    return {
      columns: [
        ...front,
        { name: "time", kind: "time" },
        words("host"),
        words("process"),
        words("process id"),
        words("message"),
      ],
      missing: [],
      message: front.length + 4,
      ...(hasYear ? {} : { lacking: { column: front.length, part: "year" as const } }),
      cells(line) {
        if (isRemark(line)) return "aside";
        const parts = partsOf(line);
        if (!parts) return null;
        const { priority, time, host, process, id, message } = parts;
        return [...(hasPriority ? priorityIn(priority) : []), time, host, process, id, message];
      },
      continues: isIndented,
    };
  },
};

/** System logs as RFC 5424 has them: `<34>1 2003-10-11T22:14:15.003Z host app 4321 ID47 [data] text`. */
export const syslog5424: LogForm = {
  name: "syslog-5424",
  cut(first) {
    if (!mostlyBegin(first, (line) => cells5424(line) !== null, isIndented)) return null;
    return {
      columns: [
        categories("facility"),
        categories("severity"),
        { name: "time", kind: "time" },
        words("host"),
        words("process"),
        words("process id"),
        words("message id"),
        words("data"),
        words("message"),
      ],
      missing: ["-"],
      message: 8,
      cells: cells5424,
      continues: isIndented,
    } satisfies LogCut;
  },
};

interface SyslogLine {
  readonly priority: string;
  readonly time: string;
  readonly lacks: "year" | "day" | null;
  readonly host: string;
  readonly process: string;
  readonly id: string;
  readonly message: string;
}

/** `host process[4321]: `; the name of a process may have blanks where a number follows it. */
const HOST_AND_TAG = /^ *(\S+) +([^\s:[]{1,100}(?:\[[^\]\s]{0,50}\])?|[^:[\]]{1,100}\[\d{1,10}\]):(?: |$)/;
/** Further on in a line no process is looked for. */
const MAX_TAG_LENGTH = 600;

/** Where no process is named, what stands behind the host is the text. */
function partsOf(line: string): SyslogLine | null {
  const priority = /^<(\d{1,3})>/.exec(line);
  const at = priority?.[0].length ?? 0;
  const time = leadingTime(line, at);
  // A day without a year, or a moment with its zone: what else begins with a time is no system log.
  if (!time || (time.form !== "month-name" && time.form !== "iso") || line.charCodeAt(time.end) !== 32) return null;
  const rest = line.slice(time.end + 1, time.end + MAX_TAG_LENGTH);
  const found = HOST_AND_TAG.exec(rest) ?? (time.form === "month-name" ? /^ *(\S+) /.exec(rest) : null);
  if (!found) return null;
  const [whole, host = "", tag = ""] = found;
  const [process = "", id = ""] = tag.split(/[[\]]/);
  const from = time.end + 1 + whole.length;
  return {
    priority: priority?.[1] ?? "",
    time: time.text,
    lacks: time.lacks,
    host,
    process,
    id,
    message: line.slice(from).trimStart(),
  };
}

/** Lines of journalctl about itself: `-- Logs begin at ...`, `-- Boot ... --`. */
function isRemark(line: string): boolean {
  return line.startsWith("-- ");
}

function isIndented(line: string): boolean {
  return /^\s/.test(line);
}

function cells5424(line: string): string[] | null {
  const head = /^<(\d{1,3})>[1-9]\d? (\S+) (\S+) (\S+) (\S+) (\S+) /.exec(line);
  if (!head) return null;
  const [whole, priority = "", time = "", host = "", process = "", id = "", messageId = ""] = head;
  const end = dataEnd(line, whole.length);
  if (end < 0) return null;
  const message = line.slice(end).replace(/^ ?\ufeff?/, "");
  return [...priorityIn(priority), time, host, process, id, messageId, line.slice(whole.length, end), message];
}

/** Where the structured data ends: `-`, or `[name key="value"]` once or more; -1 where there is none. */
function dataEnd(line: string, from: number): number {
  if (line.charAt(from) === "-") return from + 1;
  let at = from;
  while (line.charAt(at) === "[") {
    let isQuoted = false;
    for (at++; at < line.length && (isQuoted || line.charAt(at) !== "]"); at++) {
      if (line.charAt(at) === '"') isQuoted = !isQuoted;
      else if (line.charAt(at) === "\\") at++;
    }
    if (at >= line.length) return -1;
    at++;
  }
  return at > from ? at : -1;
}

function priorityIn(priority: string): readonly [string, string] {
  if (priority === "") return ["", ""];
  const code = Number(priority);
  return [FACILITY_NAMES[code >> 3] ?? String(code >> 3), SEVERITY_NAMES[code & 7] ?? ""];
}
