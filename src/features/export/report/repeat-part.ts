import { encodeProject } from "../../../core/project/project";
import { sharedProject } from "../../../core/project/shared-project";
import type { ReportSection } from "../../../core/report/report";
import { allDetectors } from "../../../state/catalogue";
import { projectOf } from "../../../state/projects";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** Longer settings would fill pages. */
const MAX_LETTERS = 40_000;

/** What somebody else has to do to get the same scores. */
export function repeatPart({ rows, choices }: ReportMaterial, { t }: ReportWords): ReportSection {
  const [file] = rows.files;
  const shared = sharedProject(projectOf(choices), allDetectors());
  const text = JSON.stringify(JSON.parse(encodeProject(shared)), null, 1);
  const isPrinted = text.length <= MAX_LETTERS;
  return {
    title: t("page.repeat.title"),
    blocks: [
      {
        is: "list",
        items: [
          file ? t("page.repeat.open", { sha256: file.sha256 }) : t("page.repeat.open-plain"),
          t(isPrinted ? "page.repeat.settings" : "page.repeat.too-long"),
          t("page.repeat.seed", { seed: choices.seed }),
        ],
      },
      ...(isPrinted ? [{ is: "text", name: t("page.repeat.document"), text } as const] : []),
    ],
  };
}
