/** What a word of a message says that differs from message to message, and what stands for it in a template. */
export interface MaskedToken {
  readonly masked: string;
  /** What the marks in `masked` stand for, in their order. */
  readonly values: readonly string[];
}

/** A longer word is a value as a whole. */
const MAX_TOKEN_LENGTH = 500;
const ANY_DIGIT = /\d/;
/** What holds the parts of a word together: `size=12`, `(3)`, `10.0.0.1:80`. The parts stand at the odd places. */
const BETWEEN_PARTS = /([=,;()[\]{}<>"'|&?#@]+)/;

const NUMBER_PATTERN = /^[-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?(%|[a-zA-Zµ]{1,3})?$/;
const IPV4_PATTERN = /^\/?(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?$/;
const IPV6_PATTERN = /^(?=.*:.*:)[0-9a-fA-F:]{3,39}(?:\/\d{1,3})?$/;
const CLOCK_PATTERN = /^\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?$/;
const DATE_PATTERN = /^\d{4}[-/]\d\d[-/]\d\d(?:T[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
const HEX_PATTERN = /^(?:0x[0-9a-fA-F]+|(?=[a-fA-F]*\d)(?=\d*[a-fA-F])[0-9a-fA-F]{8,})$/;
const UUID_PATTERN = /^(?:[a-z]{1,10}-)?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;
const PATH_PATTERN = /^~?\/.*[^/]$/;
const LOCATION_PATTERN = /^(?:[a-z][a-z0-9+]{1,9}:\/\/|[A-Za-z]:\\)./;
/** With a port behind it, a name with points is that of a machine. */
const HOST_PATTERN = /^[A-Za-z][\w-]*(?:\.[\w-]+)+$/;
/** `blk_-1608999687919862906`, `task-12`, `attempt_14450_0001`. */
const NUMBERED_NAME = /^([A-Za-z]+[_-])(-?\d[\d_-]*)$/;

/**
 * Puts marks in place of what are values by their looks: `<num>`, `<ip>`, `<host>`, `<hex>`, `<id>`, `<path>`, `<time>`. What joins
 * them to a word stays, as in `size=<num>`.
 */
export function maskToken(token: string): MaskedToken {
  if (token.length > MAX_TOKEN_LENGTH) return { masked: "<text>", values: [token] };
  if (!ANY_DIGIT.test(token) && !token.includes("/") && !token.includes("\\")) return { masked: token, values: [] };
  const values: string[] = [];
  const masked = token
    .split(BETWEEN_PARTS)
    .map((part, at) => (at % 2 === 1 || part === "" ? part : maskPart(part, values)))
    .join("");
  return { masked, values };
}

function maskPart(part: string, values: string[]): string {
  // A point or a colon at the end belongs to the sentence.
  const end = /[.:!]+$/.exec(part)?.[0] ?? "";
  const core = end === "" ? part : part.slice(0, -end.length);
  const mark = markOf(core);
  if (mark !== "") {
    const unit = mark.slice(mark.indexOf(">") + 1);
    values.push(unit === "" ? core : core.slice(0, -unit.length));
    return mark + end;
  }
  const named = NUMBERED_NAME.exec(core);
  if (named) {
    values.push(named[2] ?? "");
    return `${named[1] ?? ""}<num>${end}`;
  }
  // An address and its port, or a key and its value.
  const colon = core.lastIndexOf(":");
  const [front, back] = [core.slice(0, colon), core.slice(colon + 1)];
  if (colon <= 0 || markOf(back) === "") {
    if (!PATH_PATTERN.test(core)) return part;
    values.push(core);
    return `<path>${end}`;
  }
  if (HOST_PATTERN.test(front)) {
    values.push(front, back);
    return `<host>:${markOf(back)}${end}`;
  }
  return `${maskPart(front, values)}:${maskPart(back, values)}${end}`;
}

function markOf(text: string): string {
  if (IPV4_PATTERN.test(text)) return "<ip>";
  const number = NUMBER_PATTERN.exec(text);
  if (number) return `<num>${number[1] ?? ""}`;
  if (CLOCK_PATTERN.test(text) || DATE_PATTERN.test(text)) return "<time>";
  if (UUID_PATTERN.test(text)) return "<id>";
  if (HEX_PATTERN.test(text)) return "<hex>";
  if (IPV6_PATTERN.test(text)) return "<ip>";
  return LOCATION_PATTERN.test(text) ? "<path>" : "";
}
