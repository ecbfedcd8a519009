import { markup, type Markup } from "./markup";
import type { Report, ReportBlock, ReportSection } from "./report";
import { REPORT_STYLE } from "./report-style";
import { thingsTable } from "./things-table";

/** No script runs in it and nothing is fetched, whoever opens it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A report as one page that needs nothing beside itself. */
export function reportHtml({ language, heading, made, remarks, contents, sections }: Report): string {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${heading}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>${heading}</h1>
<p class="quiet">${made}</p>
${remarks.trim() === "" ? null : markup`<p class="remarks">${remarks.trim()}</p>`}
</header>
${sections.length > 2 ? contentsOf(contents, sections) : null}
<main>
${sections.map(sectionOf)}
</main>
</body>
</html>
`.toString();
}

function contentsOf(name: string, sections: readonly ReportSection[]): Markup {
  const lines = sections.map(({ title }, at) => markup`<li><a href="#part-${at + 1}">${title}</a></li>`);
  return markup`<nav aria-label="${name}"><ol>${lines}</ol></nav>`;
}

function sectionOf({ title, blocks }: ReportSection, at: number): Markup {
  return markup`<section aria-labelledby="part-${at + 1}">
<h2 id="part-${at + 1}">${title}</h2>
${blocks.map(blockOf)}
</section>
`;
}

function blockOf(block: ReportBlock): Markup {
  switch (block.is) {
    case "sentences":
      return markup`${block.sentences.map((sentence) => markup`<p>${sentence}</p>`)}`;
    case "list":
      return markup`<ul>${block.items.map((item) => markup`<li>${item}</li>`)}</ul>`;
    case "facts": {
      const facts = block.facts.map(({ name, value }) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`);
      return markup`<dl>${facts}</dl>`;
    }
    case "table":
      return tableOf(block);
    case "picture":
      return markup`<figure>${block.drawing}<figcaption>${block.caption}</figcaption></figure>`;
    case "things":
      return thingsTable(block);
    case "text":
      return markup`<details><summary>${block.name}</summary><pre>${block.text}</pre></details>`;
    default:
      return block satisfies never;
  }
}

function tableOf({ caption, columns, rows }: Extract<ReportBlock, { is: "table" }>): Markup {
  const kind = (at: number) => (columns[at]?.isNumber === true ? markup` class="number"` : null);
  const head = columns.map(({ name }, at) => markup`<th scope="col"${kind(at)}>${name}</th>`);
  const lines = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td${kind(at)}>${cell}</td>`,
    );
    return markup`<tr>${cells}</tr>`;
  });
  const table = markup`<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table>`;
  // What is wider than a telephone is scrolled by itself, by keys as well.
  return markup`<div class="wide" role="region" aria-label="${caption}" tabindex="0">${table}</div>`;
}
