import { fieldsOf } from "./log-fields";
import type { LogForm } from "./log-form";

/** Logs in the Extended Log File Format of the W3C, as IIS and content networks write them: `#Fields:` names the columns. */
export const w3cLog: LogForm = {
  name: "w3c",
  cut(first) {
    const said = first.find((line) => /^#Fields:/i.test(line));
    if (said === undefined) return null;
    const fields = namesIn(said);
    if (fields.length === 0) return null;
    const hasDay = fields.includes("date");
    const isJoined = hasDay && fields.includes("time");
    const names = isJoined ? ["time", ...fields.filter((name) => name !== "date" && name !== "time")] : fields;
    const day = dayIn(first);
    // A server that is told to log something else says so in a further line, and goes on.
    let now = fields;
    return {
      columns: names.map((name) => ({ name, kind: name === "time" && (isJoined || day !== "") ? "time" : null })),
      missing: ["-"],
      message: null,
      cells(line) {
        if (line.startsWith("#")) {
          if (/^#Fields:/i.test(line)) now = namesIn(line);
          return "aside";
        }
        const values = line.includes("\t") ? line.split("\t") : fieldsOf(line)?.map(textOf);
        if (values?.length !== now.length) return null;
        const byName = new Map(now.map((name, at) => [name, values[at] ?? ""]));
        const time = `${byName.get("date") ?? day} ${byName.get("time") ?? ""}`.trim();
        return names.map((name) => (name === "time" ? time : (byName.get(name) ?? "")));
      },
      continues: () => false,
    };
  },
};

function namesIn(line: string): readonly string[] {
  return line
    .slice(line.indexOf(":") + 1)
    .trim()
    .split(/\s+/)
    .filter((name) => name !== "");
}

/** The day of `#Date: 2024-05-01 00:00:00`, for logs whose lines have none. */
function dayIn(first: readonly string[]): string {
  const line = first.find((one) => /^#Date:/i.test(one));
  return /\d{4}-\d\d-\d\d/.exec(line?.slice(0, 100) ?? "")?.[0] ?? "";
}

function textOf({ text, is }: { readonly text: string; readonly is: string }): string {
  return is === "bracketed" ? `[${text}]` : text;
}
