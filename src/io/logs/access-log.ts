import type { CellKind } from "../cells/cell-source";
import { fieldsOf, type LogField } from "./log-fields";
import { type LogColumn, type LogForm, mostlyFit } from "./log-form";

/**
 * Access logs of web servers: the Common and the Combined Log Format, what servers are often told to write in front
 * (virtual host, time taken) and behind (time taken, other addresses, `name=value`).
 */
export const accessLog: LogForm = {
  name: "access",
  cut(first) {
    const known = first.map(partsOf).filter((parts) => parts !== null);
    if (!mostlyFit(first, (line) => partsOf(line) !== null)) return null;
    const layout = layoutOf(known);
    return {
      columns: columnsOf(layout, known),
      missing: ["-"],
      message: null,
      cells: (line) => cellsOf(partsOf(line), layout),
      continues: () => false,
    };
  },
};

/** A line in its parts. */
interface AccessLine {
  /** What stands before address, identity and user. */
  readonly front: readonly LogField[];
  readonly client: string;
  readonly identity: string;
  readonly user: string;
  readonly time: string;
  readonly request: string;
  readonly status: string;
  readonly bytes: string;
  /** What follows: referrer and agent of the Combined Log Format, and whatever else the server writes. */
  readonly behind: readonly LogField[];
}

interface Layout {
  readonly front: number;
  /** Whether referrer and agent come first behind the bytes. */
  readonly combined: boolean;
  /** Fields behind them. */
  readonly behind: number;
}

const TIME_PATTERN = /^\d{1,2}\/[A-Za-z]{3}\/\d{4}:\d\d:\d\d:\d\d(?:\.\d+)?(?: [+-]\d{4})?$/;
/** More than that in front of the time is something else. */
const MAX_FRONT = 8;

function partsOf(line: string): AccessLine | null {
  const fields = fieldsOf(line);
  if (!fields) return null;
  const at = fields.slice(0, MAX_FRONT).findIndex(({ is, text }) => is === "bracketed" && TIME_PATTERN.test(text));
  const [time, request, status, bytes] = fields.slice(at, at + 4);
  if (at < 3 || !time || request?.is !== "quoted" || !status || !bytes) return null;
  if (!/^(?:\d{3}|-)$/.test(status.text) || !/^(?:\d+|-)$/.test(bytes.text)) return null;
  const who = whoIn(fields.slice(0, at));
  return {
    ...who,
    time: time.text,
    request: request.text,
    status: status.text,
    bytes: bytes.text,
    behind: fields.slice(at + 4),
  };
}

/** Address, identity and user end before the time. A user's name may have blanks: then it begins behind the identity "-". */
function whoIn(fields: readonly LogField[]): Pick<AccessLine, "front" | "client" | "identity" | "user"> {
  const texts = fields.map(({ text }) => text);
  const identity = texts.indexOf("-", 1);
  const at =
    identity > 0 && identity < texts.length - 1 && isInFront(texts.slice(0, identity - 1))
      ? identity
      : texts.length - 2;
  return {
    front: fields.slice(0, at - 1),
    client: texts[at - 1] ?? "",
    identity: texts[at] ?? "",
    user: texts.slice(at + 1).join(" "),
  };
}

/** Whether words may stand in front of the address: a host, a number, or nothing. */
function isInFront(texts: readonly string[]): boolean {
  return texts.every((text) => /^[\w.:[\]-]+$/.test(text));
}

function layoutOf(lines: readonly AccessLine[]): Layout {
  const combined =
    lines.filter(({ behind: [referrer, agent] }) => referrer?.is === "quoted" && agent?.is === "quoted").length >
    lines.length / 2;
  return {
    front: usual(lines.map(({ front }) => front.length)),
    combined,
    behind: Math.max(0, ...lines.map(({ behind }) => behind.length - (combined ? 2 : 0))),
  };
}

function usual(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function cellsOf(line: AccessLine | null, { front, combined, behind }: Layout): string[] | null {
  if (!line || line.front.length !== front) return null;
  const extra = combined ? line.behind.slice(2) : line.behind;
  if (extra.length > behind) return null;
  const [method, path, protocol] = requestIn(line.request);
  return [
    ...line.front.map(({ text }) => text),
    line.client,
    line.identity,
    line.user,
    line.time,
    line.request,
    method,
    path,
    protocol,
    line.status,
    classOf(line.status),
    line.bytes,
    ...(combined ? [line.behind[0]?.text ?? "", line.behind[1]?.text ?? ""] : []),
    ...Array.from({ length: behind }, (_, at) => valueIn(extra[at]?.text ?? "")),
  ];
}

function columnsOf(layout: Layout, lines: readonly AccessLine[]): readonly LogColumn[] {
  const words = (name: string) => ({ name, kind: "words" as const });
  return [
    ...Array.from({ length: layout.front }, (_, at) =>
      extraOf(
        lines.map(({ front }) => front[at]),
        "virtual host",
      ),
    ),
    ...["client", "identity", "user"].map(words),
    { name: "time", kind: "time" },
    { name: "request", kind: "words", isCutUp: true },
    ...["method", "path", "protocol"].map(words),
    { name: "status", kind: "number" },
    { name: "status class", kind: "category" },
    { name: "bytes", kind: "number" },
    ...(layout.combined ? ["referrer", "user agent"].map(words) : []),
    ...Array.from({ length: layout.behind }, (_, at) =>
      extraOf(
        lines.map(({ behind }) => behind[at + (layout.combined ? 2 : 0)]),
        `extra ${at + 1}`,
      ),
    ),
  ];
}

/** A field that a server was told to write beside the usual ones: by its own name, a time taken, or something else. */
function extraOf(fields: readonly (LogField | undefined)[], otherwise: string): LogColumn {
  const texts = fields.flatMap((field) => (field && field.text !== "-" ? [field.text] : []));
  const named = texts.map((text) => /^([A-Za-z_]\w*)=/.exec(text)?.[1]);
  const [name] = named;
  if (name !== undefined && named.every((other) => other === name)) return { name, kind: null };
  const isTaken = texts.length > 0 && texts.every((text) => /^\d+(?:\.\d+)?$/.test(text));
  const kind: CellKind | null = isTaken ? "number" : "words";
  return { name: isTaken ? "time taken" : otherwise, kind };
}

function valueIn(text: string): string {
  return text.replace(/^[A-Za-z_]\w*=/, "");
}

/** Method, path without its query, and protocol; all empty where the request is none, as what scanners send. */
function requestIn(request: string): readonly [string, string, string] {
  const [method = "", target = "", protocol = "", ...rest] = request.split(" ");
  if (!/^[A-Z_-]{2,20}$/.test(method) || target === "" || rest.length > 0) return ["", "", ""];
  const end = target.search(/[?#]/);
  return [method, end < 0 ? target : target.slice(0, end), protocol];
}

/** 404 is of the class 4xx: codes have no middle. */
function classOf(status: string): string {
  return /^\d/.test(status) ? `${status.charAt(0)}xx` : "";
}
