import { columnRemarks } from "../../../core/remarks/column-remarks";
import { madeRemarks } from "../../../core/remarks/made-remarks";
import type { Fact, ReportBlock, ReportSection } from "../../../core/report/report";
import { isDelimited } from "../../../state/source";
import { formatBytes } from "../../../ui/byte-size";
import { DIALECT_FIELDS } from "../../../ui/dialect-options";
import { isWorthTelling } from "../../../ui/dialect-worth-telling";
import { isSettingWorthTelling } from "../../../ui/use-setting-words";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

const MAX_REMARKS = 40;

/** Which file it was, how it was read, and what was mended on the way. */
export function dataPart(material: ReportMaterial, words: ReportWords): ReportSection {
  const { t } = words;
  const how = howRead(material, words);
  const mended = mendedIn(material, words);
  const blocks: ReportBlock[] = [{ is: "facts", facts: factsOf(material, words) }];
  if (how.length > 0)
    blocks.push({ is: "sentences", sentences: [t("page.data.how")] }, { is: "list", items: how.slice(0, MAX_REMARKS) });
  blocks.push(
    ...(mended.length > 0
      ? ([
          { is: "sentences", sentences: [t("page.data.mended")] },
          { is: "list", items: mended.slice(0, MAX_REMARKS) },
        ] as const)
      : ([{ is: "sentences", sentences: [t("page.data.clean")] }] as const)),
  );
  return { title: t("page.data.title"), blocks };
}

function factsOf({ dataset, rows }: ReportMaterial, { t, count, language }: ReportWords): Fact[] {
  const isOfImages = dataset.read.format === "images";
  const bytes = rows.files.reduce((sum, file) => sum + file.bytes, 0);
  const digests: Fact[] = rows.files.map(({ path, sha256 }) =>
    path === ""
      ? { name: t("page.data.sha256-list"), value: sha256 }
      : { name: t("page.data.sha256"), value: rows.files.length === 1 ? sha256 : `${sha256}  ${path}` },
  );
  return [
    { name: t("page.data.file"), value: dataset.name },
    ...(rows.fileCount > 1 ? [{ name: t("page.data.files"), value: count(rows.fileCount) }] : []),
    { name: t(isOfImages ? "page.data.images" : "page.data.rows"), value: count(dataset.rowCount) },
    { name: t("page.data.columns"), value: count(dataset.columns.length) },
    ...(bytes > 0 ? [{ name: t("page.data.size"), value: formatBytes(bytes, language) }] : []),
    ...(digests.length > 0 ? digests : [{ name: t("page.data.sha256"), value: t("page.data.sha256-gone") }]),
  ];
}

function howRead({ inspection }: ReportMaterial, { dialect, setting }: ReportWords): readonly string[] {
  if (!inspection || inspection.format === "images") return [];
  if (isDelimited(inspection))
    return DIALECT_FIELDS.filter((field) => isWorthTelling(field, inspection)).map((field) =>
      dialect.sentenceOf(field, inspection.plan.settings),
    );
  return inspection.guesses.filter(isSettingWorthTelling).map(({ field, value }) => setting.sentenceOf(field, value));
}

function mendedIn(
  { dataset }: ReportMaterial,
  { t, say, count, reading, names: listNames }: ReportWords,
): readonly string[] {
  const { read, columns } = dataset;
  if (read.format === "images") {
    const { skipped, notes = [] } = read.report;
    const told = skipped.first.map(({ path, why }) => t("prepare:report.column", { column: path, why: say(why) }));
    const values = { count: skipped.count, formatted: count(skipped.count) };
    return [...notes.map(say), ...(skipped.count > 0 ? [t("page.data.images-left-out", values), ...told] : [])];
  }
  const { report } = read;
  const names = columns.map(({ name }) => name);
  const remarks = [...columnRemarks(dataset), ...madeRemarks(columns, report.notes)].map((remark) =>
    t("prepare:report.column", {
      column: listNames(remark.columns.map((at) => names[at] ?? "")),
      why: say(remark.why),
    }),
  );
  const aside = report.linesAside?.length ?? 0;
  return [
    ...reading(report, names),
    ...(aside > 0 ? [t("page.data.lines-aside", { count: aside, formatted: count(aside) })] : []),
    ...remarks,
  ];
}
