import { BlobReader, BlobWriter, TextReader, ZipWriter } from "@zip.js/zip.js/index-native.js";

export interface RawWorkbook {
  /** XML of `<sheet>` elements; their r:id is rId1, rId2, ... by position of `parts`. */
  readonly sheets?: string;
  /** XML of each sheet, what stands in `<worksheet>`. */
  readonly parts: readonly string[];
  /** XML within `<sst>`. */
  readonly strings?: string;
  /** XML within `<styleSheet>`. */
  readonly styles?: string;
  readonly is1904?: boolean;
}

/** A workbook of XML that was written by hand, as no writer would write it. */
export async function rawWorkbook({ sheets, parts, strings, styles, is1904 }: RawWorkbook): Promise<Blob> {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const named =
    sheets ?? parts.map((_, at) => `<sheet name="Sheet${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("");
  const related = [
    ...parts.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)),
    relation("rId91", "sharedStrings", "sharedStrings.xml"),
    relation("rId92", "styles", "/xl/styles.xml"),
  ];
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${type}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${named}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${related.join("")}</Relationships>`,
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet>${styles}</styleSheet>` }),
    ...Object.fromEntries(
      parts.map((part, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0"?><worksheet>${part}</worksheet>`,
      ]),
    ),
  });
}

/** A zip archive of texts by their paths, the same bytes every time. */
export async function zipOf(texts: Readonly<Record<string, string | Blob>>): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  const lastModDate = new Date(Date.UTC(2024, 0, 2));
  for (const [path, text] of Object.entries(texts)) {
    const level = path === "mimetype" ? 0 : 6; // It says in plain bytes what the archive is.
    await zip.add(path, typeof text === "string" ? new TextReader(text) : new BlobReader(text), { lastModDate, level });
  }
  return zip.close();
}

/** XML of rows of cells: numbers as such, words in place. */
export function sheetData(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) => {
    if (value === null) return "<c/>";
    return typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData>`;
}
