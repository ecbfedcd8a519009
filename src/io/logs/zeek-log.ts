import type { CellKind } from "../cells/cell-source";
import type { LogForm } from "./log-form";

/** Logs of Zeek (Bro): lines that begin with # say how the cells are apart, what they are called, and of which type. */
export const zeekLog: LogForm = {
  name: "zeek",
  cut(first) {
    const said = directivesIn(first);
    const names = said.get("fields");
    if (!names || names.length === 0) return null;
    const separator = separatorIn(first);
    const types = said.get("types") ?? [];
    const unset = said.get("unset_field")?.[0] ?? "-";
    const empty = said.get("empty_field")?.[0] ?? "(empty)";
    return {
      columns: names.map((name, at) => ({ name, kind: kindOf(types[at] ?? "") })),
      missing: [unset.toLowerCase(), empty.toLowerCase()],
      message: null,
      cells(line) {
        if (line.startsWith("#")) return "aside";
        const cells = line.split(separator).map(unescaped);
        return cells.length === names.length ? cells : null;
      },
      continues: () => false,
    };
  },
};

/** What the lines say that begin with `#`, by the first word of each. */
function directivesIn(first: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const separator = separatorIn(first);
  const said = new Map<string, readonly string[]>();
  for (const line of first) {
    if (!line.startsWith("#")) continue;
    const [name = "", ...rest] = line.slice(1).split(separator);
    if (!said.has(name)) said.set(name, rest);
  }
  return said;
}

/** `#separator \x09` names the character by its code. */
function separatorIn(first: readonly string[]): string {
  const line = first.find((one) => one.startsWith("#separator "));
  return line === undefined ? "\t" : unescaped(line.slice("#separator ".length).trim()) || "\t";
}

/** Bytes that are written as `\x09`. */
function unescaped(text: string): string {
  return text.includes("\\x")
    ? text.replace(/\\x([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

function kindOf(type: string): CellKind | null {
  switch (type) {
    case "":
      return null;
    case "time":
      return "time";
    case "interval":
    case "count":
    case "int":
    case "double":
      return "number";
    // A port is a number by which a service is known: 443 is not more than 22.
    case "port":
    case "bool":
    case "enum":
      return "category";
    default:
      return "words";
  }
}
