import { firstNames } from "../../core/data/first-names";
import type { Column } from "../../core/data/column";
import { columnNamesOf } from "../../core/data/column-names";
import { hashOf } from "../../core/detect/run-key";
import { Failure, type FailureInfo } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { PlanOf } from "../../core/data/read-plan";
import type { Source } from "../read/source";
import type { ReadWatch } from "../read/table-reader";
import { baseOf, joinedLayout, largestGroup, placesOf, type SeveralSettings } from "./arrange";
import { appendParts } from "./append-parts";
import { joinParts } from "./join-parts";
import { type FileReader, type Part, partsOf, type ReadAgain, type ReadPart, type ReadTable } from "./parts";

type SeveralPlan = PlanOf<"several", SeveralSettings>;

const MAX_TOLD = 20;

/**
 * Reads several files and makes one table of them. A file that fails is told by its name, and the others are kept.
 *
 * @throws Failure of the first file, where none can be read; what `watch.checkpoint` rejects with
 */
export async function readSeveral(
  source: Source,
  readers: readonly FileReader[],
  plan: SeveralPlan,
  watch: ReadWatch,
): Promise<ReadTable> {
  const started = performance.now();
  const { parts, failed } = await partsOf(source, readers);
  const { how } = plan.settings;
  const isJoin = how === "by-time" || how === "by-key";
  const group = largestGroup(parts);
  const wanted = how === "append" ? group : how === "first" ? group.slice(0, 1) : parts;
  const bytes = wanted.reduce((sum, { source: { files } }) => sum + (files[0]?.blob.size ?? 0), 0);
  const troubles: { name: string; info: FailureInfo }[] = [...failed];
  const read: ReadPart[] = [];
  let before = 0;
  let rowsBefore = 0;
  for (const [at, part] of wanted.entries()) {
    const size = part.source.files[0]?.blob.size ?? 0;
    try {
      const table = await part.reader.read(part.source, planOf(part, at), {
        onProgress({ done, rows, stage }) {
          if (stage === "read" && done !== null)
            watch.onProgress({ stage, done: (before + done * size) / Math.max(1, bytes), rows: rowsBefore + rows });
        },
        checkpoint: watch.checkpoint,
      });
      read.push({ part, table });
      rowsBefore += table.report.rowsSeen;
    } catch (error) {
      if (!(error instanceof Failure) || error.info.code === "out-of-memory") throw error;
      troubles.push({ name: part.name, info: error.info });
    }
    before += size;
  }
  if (read.length === 0) throw new Failure(troubles[0]?.info ?? { code: "no-table" });
  watch.onProgress({ stage: "read", done: 1, rows: rowsBefore });

  const again: ReadAgain = (part, kinds) =>
    part.reader.read(
      part.source,
      { ...planOf(part, wanted.indexOf(part)), kinds },
      { ...watch, onProgress: () => undefined },
    );
  const table = isJoin ? joinParts(read, plan.settings) : await appendParts(read, how, again);
  const aside = parts.filter((part) => !wanted.includes(part)).map(({ name }) => name);
  const notes = [...table.report.notes, ...asideNotes(aside), ...troubles.map(failedNote)];
  const name = how === "first" ? (read[0]?.part.name ?? source.name) : source.name;
  const { names } = columnNamesOf(table.dataset.columns.map((column) => column.name));
  const columns = table.dataset.columns.map((column, at): Column => ({ ...column, name: names[at] ?? column.name }));
  return {
    ...table,
    dataset: { ...table.dataset, name, columns },
    report: { ...table.report, notes, seconds: (performance.now() - started) / 1000 },
    // The names of the files are cells, too.
    content: hashOf(JSON.stringify(read.map((one) => [one.part.name, one.table.content]))),
  };

  /** Kinds and a sample that a person chose for the whole, as they concern one part. */
  function planOf(part: Part, at: number): PlanOf<string, object> {
    // Of joined tables only the rows that the others are joined to may be a sample.
    const isSampled = !isJoin || at === baseOf(wanted);
    const sample = plan.sample && isSampled ? { ...plan.sample, seed: plan.sample.seed + at } : null;
    const noValue = plan.noValue ? { noValue: ofPart(plan.noValue, part, at) } : {};
    return { ...part.inspection.plan, ...noValue, kinds: ofPart(plan.kinds, part, at), sample };
  }

  /** What holds for columns of the whole, by the positions that these have in a part. */
  function ofPart<T>(chosen: Readonly<Record<number, T>>, part: Part, index: number): Readonly<Record<number, T>> {
    const own = part.inspection.columns.map((column) => column.name);
    const first = wanted[0]?.inspection.columns.map((column) => column.name) ?? [];
    const layout = isJoin ? joinedLayout(wanted, placesOf(wanted, how, plan.settings.key)) : [];
    const found = Object.entries(chosen).flatMap(([position, value]): [number, T][] => {
      const joined = layout[Number(position)];
      const place = isJoin ? (joined?.part === index ? joined.at : -1) : own.indexOf(first[Number(position)] ?? "");
      return place < 0 ? [] : [[place, value]];
    });
    return Object.fromEntries(found);
  }
}

function asideNotes(names: readonly string[]): readonly Note[] {
  if (names.length === 0) return [];
  return [{ code: "several.aside", values: { count: names.length, names: firstNames(names, MAX_TOLD) } }];
}

/** The reasons of which the catalogue has words of its own. */
const REASONS_WITH_WORDS = new Set(["empty-file", "header-only", "not-text", "bad-gzip", "file-vanished", "no-rows"]);

function failedNote({ name, info }: { readonly name: string; readonly info: FailureInfo }): Note {
  return {
    code: "several.failed",
    values: { name, ...(REASONS_WITH_WORDS.has(info.code) ? { context: info.code } : {}) },
  };
}
