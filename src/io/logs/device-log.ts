import { type LogCut, type LogForm, mostlyBegin } from "./log-form";

const words = (name: string) => ({ name, kind: "words" as const });
const category = (name: string) => ({ name, kind: "category" as const });

const LEVEL_OF_LETTER: Readonly<Record<string, string>> = {
  V: "verbose",
  D: "debug",
  I: "info",
  W: "warning",
  E: "error",
  F: "fatal",
  A: "assert",
};

/** `03-17 16:13:38.811  1702  2395 D WindowManager: text`, also with the year, and without process and thread. */
const THREADTIME_LINE =
  /^((?:\d{4}-)?\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6})(?: [+-]\d{4})? +(?:(\d+) +(\d+) )?([VDIWEFA])[ /]([^:(]{0,100}?) *(?:\( *(\d+)\))?:(?: |$)/;

/** Logs of Android, as logcat prints them. */
export const logcat: LogForm = {
  name: "logcat",
  cut(first) {
    const begins = (line: string) => cellsOfLogcat(line) !== null;
    if (
      !mostlyBegin(
        first,
        (line) => begins(line) || isBeginning(line),
        () => false,
      ) ||
      !first.some(begins)
    )
      return null;
    const hasYear = first.some((line) => /^\d{4}-/.test(line));
    return {
      columns: [
        { name: "time", kind: "time" },
        words("process id"),
        words("thread"),
        category("level"),
        words("component"),
        words("message"),
      ],
      missing: [],
      message: 5,
      ...(hasYear ? {} : { lacking: { column: 0, part: "year" as const } }),
      cells: (line) => (isBeginning(line) ? "aside" : cellsOfLogcat(line)),
      continues: () => false,
    } satisfies LogCut;
  },
};

function isBeginning(line: string): boolean {
  return line.startsWith("--------- ");
}

function cellsOfLogcat(line: string): string[] | null {
  const found = THREADTIME_LINE.exec(line);
  if (!found) return null;
  const [whole, time = "", process, thread = "", level = "", component = "", other = ""] = found;
  return [time, process ?? other, thread, LEVEL_OF_LETTER[level] ?? level, component.trim(), line.slice(whole.length)];
}

/** `I0312 12:00:00.123456    4321 server.go:123] text` of glog and klog. */
const GLOG_LINE = /^([IWEF])(\d{4})?(\d\d)(\d\d) (\d\d:\d\d:\d\d\.\d{1,6}) +(\d+) ([^\]\s]{1,200}):(\d+)\] ?/;

/** Logs of Google's libraries and of Kubernetes. */
export const glog: LogForm = {
  name: "glog",
  cut(first) {
    const begins = (line: string) => GLOG_LINE.test(line);
    if (!mostlyBegin(first, begins, (line) => !begins(line))) return null;
    const hasYear = first.some((line) => GLOG_LINE.exec(line)?.[2] !== undefined);
    return {
      columns: [
        { name: "time", kind: "time" },
        category("level"),
        words("thread"),
        words("component"),
        { name: "line of code", kind: "words" },
        words("message"),
      ],
      missing: [],
      message: 5,
      ...(hasYear ? {} : { lacking: { column: 0, part: "year" as const } }),
      cells(line) {
        const found = GLOG_LINE.exec(line);
        if (!found) return null;
        const [whole, level = "", year, month = "", day = "", clock = "", thread = "", file = "", code = ""] = found;
        const time = `${year === undefined ? "" : `${year}-`}${month}-${day} ${clock}`;
        return [time, LEVEL_OF_LETTER[level] ?? level, thread, file, code, line.slice(whole.length)];
      },
      continues: (line) => !begins(line),
    };
  },
};
