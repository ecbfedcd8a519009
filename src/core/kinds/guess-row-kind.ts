import type { Column } from "../data/column";
import type { Note, NoteBelow } from "../data/note";
import type { ColumnProfile } from "../data/profile";
import { wordsOf } from "../data/role-names";
import type { Role } from "../prepare/recipe";
import { namesOfProcess } from "./begin-alike";
import { followsInOrder } from "./follows-in-order";
import { plainRows, type RowKind } from "./row-kind";
import type { EventsKind } from "./events-kind";
import type { SeriesKind } from "./series-kind";
import { evennessOf, saysMany, saysSequence, tellsTime, type Evenness, type Known } from "../series/time-candidates";

export interface RowKindGuess {
  readonly rowKind: RowKind;
  /** Of a series: another column that could be its time as well, though less even. */
  readonly otherTime?: number;
  /** `row-kind.*` of the catalogue. */
  readonly why: Note;
}

const MIN_ROWS_OF_SERIES = 20;
const MIN_EVEN_SHARE = 0.6;
const MAX_REPEATED_SHARE = 0.05;
/** Fewer rows than this are no series of their own. */
const MIN_ROWS_PER_SERIES = 8;
const MIN_ROWS_PER_SEQUENCE = 3;
/** Columns beside symbol, case and time that events of a process may have. */
const MAX_CELLS_OF_EVENT = 6;
/** Of the columns of a series without a time so many follow each other. */
const MIN_SHARE_FOLLOWING = 0.8;
const MAX_TIME_COLUMNS_TRIED = 4;
const MAX_GROUP_COLUMNS_TRIED = 3;

/**
 * What the rows of a table seem to be: steps of series (a time column with mostly even steps, and numbers), events of
 * sequences (a column of symbols, one that names sequences, and next to nothing else), or rows. Payments are rows:
 * their times are uneven. Without a time column the order of the file means something where numbers follow each other as
 * measurements do.
 */
export function guessRowKind(
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
  roles: readonly Role[],
): RowKindGuess {
  const known = columns.map((column, position): Known => ({
    position,
    column,
    profile: profiles[position]!, // one profile and one role per column
    role: roles[position]!,
  }));
  const times = known.filter(tellsTime).slice(0, MAX_TIME_COLUMNS_TRIED);
  return guessEvents(known, times) ?? guessStream(known, times) ?? guessSeries(known, times);
}

interface Candidate {
  readonly time: Known;
  readonly group: Known | null;
  readonly evenness: Evenness;
}

function guessSeries(known: readonly Known[], times: readonly Known[]): RowKindGuess {
  const rows = known[0]?.profile.rows ?? 0;
  if (times.length === 0) return guessByOrder(known) ?? rowsBecause("rows-no-time");
  if (rows < MIN_ROWS_OF_SERIES) return rowsBecause("rows-few", { rows });
  const features = known.filter((one) => one.role === "feature" && !times.includes(one));
  const numbers = features.filter(({ column }) => column.kind === "number");
  if (numbers.length === 0) return rowsBecause("rows-no-numbers");
  const name = known.find(({ column, role }) => role === "id" && column.kind === "text");
  if (name) return rowsBecause("rows-named", { column: name.column.name });

  const groups = known.filter((one) => mayName(one, MIN_ROWS_PER_SERIES)).slice(0, MAX_GROUP_COLUMNS_TRIED);
  const candidates = times.map((time) => bestGroup(known, time, groups));
  const even = candidates
    .filter(({ evenness }) => isEven(evenness))
    .sort((a, b) => b.evenness.even - a.evenness.even || a.time.position - b.time.position);
  const [best, other] = even;
  if (!best) return unevenBecause(candidates[0]!); // there is a time column
  const words = features.filter((one) => one.column.kind === "category" && one !== best.group);
  if (words.length > numbers.length) return rowsBecause("rows-words", { count: words.length });
  const rowKind = seriesOver(best.time.position, best.group?.position ?? null);
  const values = {
    time: best.time.column.name,
    percent: Math.round(100 * best.evenness.even),
    channels: numbers.length,
    ...(best.group ? { group: best.group.column.name, series: best.group.profile.distinct } : {}),
    ...(other ? { other: other.time.column.name } : {}),
  };
  const code = other ? "series-two-times" : best.group ? "series-many" : "series";
  return { rowKind, why: { code: `row-kind.${code}`, values }, ...(other ? { otherTime: other.time.position } : {}) };
}

/**
 * Of numbers and nothing else, most of which follow each other as measurements do: a series in the order of the file. Of a
 * table with words, or with numbers that do not, only the person can say so.
 */
function guessByOrder(known: readonly Known[]): RowKindGuess | null {
  const features = known.filter(({ role }) => role === "feature");
  if (known.some(({ column, role }) => column.kind !== "number" && role !== "label")) return null;
  const following = features.filter(({ column }) => column.kind === "number" && followsInOrder(column.values));
  if (following.length === 0 || following.length < MIN_SHARE_FOLLOWING * features.length) return null;
  const column = following[0]!.column.name; // at least one
  const why: Note = { code: "row-kind.series-by-order", values: { column, channels: features.length } };
  return { rowKind: seriesOver(null, null), why };
}

function seriesOver(time: number | null, group: number | null): SeriesKind {
  return {
    kind: "series",
    time,
    group,
    duplicates: "mean",
    fillUpTo: 12,
    window: null,
    stride: null,
    points: "covering",
  };
}

/** Without a group where that is even already. */
function bestGroup(known: readonly Known[], time: Known, groups: readonly Known[]): Candidate {
  const alone: Candidate = { time, group: null, evenness: evennessOf(known, time.position, null) };
  if (isEven(alone.evenness)) return alone;
  for (const group of groups) {
    if (group === time) continue;
    const evenness = evennessOf(known, time.position, group.position);
    if (isEven(evenness)) return { time, group, evenness };
  }
  return alone;
}

function isEven({ even, repeated, differences }: Evenness): boolean {
  return even >= MIN_EVEN_SHARE && repeated <= MAX_REPEATED_SHARE && differences >= MIN_ROWS_OF_SERIES / 2;
}

function unevenBecause({ time, evenness }: Candidate): RowKindGuess {
  const { even, repeated } = evenness;
  return repeated > MAX_REPEATED_SHARE
    ? rowsBecause("rows-repeated", { time: time.column.name, percent: Math.round(100 * repeated) })
    : rowsBecause("rows-uneven", { time: time.column.name, percent: Math.round(100 * even) });
}

/** Whether a column can name the series or sequence of a row, of `rowsEach` rows on average. */
function mayName({ column, profile, role }: Known, rowsEach: number): boolean {
  if (role === "label" || column.kind === "time" || profile.distinct < 2) return false;
  if (profile.rows < rowsEach * profile.distinct) return false;
  return column.kind === "category" || column.kind === "text" || role === "group" || role === "id";
}

const eventWords = new Set(
  "event events symbol activity action template key opcode syscall call page click command operation message state token eventid".split(
    " ",
  ),
);

function guessEvents(known: readonly Known[], times: readonly Known[]): RowKindGuess | null {
  const sequence =
    known.find((one) => saysMany(one) && mayName(one, MIN_ROWS_PER_SEQUENCE) && one.profile.distinct >= 5) ??
    namesOfLongFormat(known, times) ??
    namesOfProcess(known, times);
  if (!sequence) return null;
  const symbols = known.filter(
    ({ column, profile, role, position }) =>
      column.kind === "category" &&
      role !== "label" &&
      position !== sequence.position &&
      profile.distinct >= 2 &&
      profile.rows >= MIN_ROWS_PER_SEQUENCE * profile.distinct,
  );
  const named = symbols.find(({ column }) => wordsOf(column.name).some((word) => eventWords.has(word)));
  const symbol = named ?? symbols[0];
  if (!symbol) return null;
  const others = known.filter(
    (one) => one.role === "feature" && one !== symbol && one !== sequence && !times.includes(one),
  );
  const time = times.find((one) => one !== symbol && one !== sequence);
  // Cases of a process have further cells; a table of purchases has a customer, too, but no case.
  const most = !named ? 0 : time && saysSequence(sequence) ? MAX_CELLS_OF_EVENT : 1;
  if (others.length > most) return null;
  const rowKind: EventsKind = {
    kind: "events",
    symbol: symbol.position,
    sequence: sequence.position,
    time: time?.position ?? null,
    level: "event",
  };
  const values = {
    symbol: symbol.column.name,
    symbols: symbol.profile.distinct,
    sequence: sequence.column.name,
    sequences: sequence.profile.distinct,
  };
  return { rowKind, why: { code: "row-kind.events", values } };
}

const streamWords = new Set("level severity alert alarm".split(" "));
const actorWords = new Set("user username host hostname ip client account service process".split(" "));

/**
 * What happened, line by line, without a number and without cases: a time and a column that is called an event or a level.
 * Who did it, where a column says so, has a sequence each; else all is one long stream.
 */
function guessStream(known: readonly Known[], times: readonly Known[]): RowKindGuess | null {
  const seen = known.filter(({ role }) => role === "feature" || role === "group");
  const [time] = times;
  const words = seen.filter(({ column }) => column.kind === "category");
  if (!time || time.column.kind !== "time" || words.length === 0) return null;
  if (known.some(({ column, role }) => column.kind === "number" && role !== "ignore")) return null;
  if (known.some(({ column, role }) => column.kind === "text" && role === "id")) return null;
  const says = (one: Known, some: ReadonlySet<string>) => wordsOf(one.column.name).some((word) => some.has(word));
  const isRepeated = ({ profile }: Known) => profile.rows >= MIN_ROWS_PER_SERIES * profile.distinct;
  const symbol = words.find((one) => isRepeated(one) && (says(one, eventWords) || says(one, streamWords)));
  if (!symbol) return null;
  const actor = words.find((one) => one !== symbol && says(one, actorWords) && mayName(one, MIN_ROWS_PER_SERIES));
  const rowKind: EventsKind = {
    kind: "events",
    symbol: symbol.position,
    sequence: actor?.position ?? null,
    time: time.position,
    level: "event",
  };
  const values = { symbol: symbol.column.name, symbols: symbol.profile.distinct };
  if (!actor) return { rowKind, why: { code: "row-kind.events-in-one", values } };
  const sequences = { sequence: actor.column.name, sequences: actor.profile.distinct };
  return { rowKind, why: { code: "row-kind.events", values: { ...values, ...sequences } } };
}

const valueWords = new Set("value state status reading level".split(" "));

/**
 * Of a table of nothing but a time and two columns of words, one of which is called a value: the other one, which names
 * what the values are of.
 */
function namesOfLongFormat(known: readonly Known[], times: readonly Known[]): Known | undefined {
  const words = known.filter(({ column }) => column.kind === "category");
  if (known.length !== 3 || times.length !== 1 || words.length !== 2) return undefined;
  const isValue = ({ column }: Known) => wordsOf(column.name).some((word) => valueWords.has(word));
  const names = words.filter((one) => !isValue(one));
  return names.length === 1 && names[0] && mayName(names[0], MIN_ROWS_PER_SEQUENCE) ? names[0] : undefined;
}

function rowsBecause(code: NoteBelow<"row-kind">, values: Note["values"] = {}): RowKindGuess {
  return { rowKind: plainRows, why: { code: `row-kind.${code}`, values } };
}
