import type { KeptModel, ModelMember } from "../../core/models/kept-model";
import { detectorById } from "../../detectors/registry";
import type { StoredRun } from "../stored-run";

/** Sections of the script, one for some detectors each, begin so. */
const SECTION = /^# ==== (.*)$/m;

/** Python that learns anew what the first detector of a model does, with the settings of the app. */
export async function trainScript(model: KeptModel, run: StoredRun): Promise<string> {
  const { default: text } = await import("./python/train.py?raw");
  const [head = "", ...rest] = text.split(SECTION);
  const sections = rest.flatMap((ids, at) => (at % 2 === 0 ? [{ ids: ids.split(" "), code: rest[at + 1] ?? "" }] : []));
  const sectionOf = (id: string) => sections.find(({ ids }) => ids.includes(id))?.code;
  const member = model.members.find(({ detector }) => sectionOf(detector) !== undefined);
  const end = sectionOf("end") ?? "";
  if (!member) return notThere(model);
  const params = { method: member.detector, ...member.params };
  const filled = head
    .replace("PARAMS = {}", () => `PARAMS = ${python(params)}`)
    .replace("COLUMNS = []", () => `COLUMNS = ${python(columnsOf(run, member))}`)
    .replace("SEED = 0", `SEED = ${model.seed}`);
  return `${filled.trimEnd()}\n\n${(sectionOf(member.detector) ?? "").trim()}\n\n\n${end.trim()}\n`;
}

/** What of the recipe decides how a column becomes numbers. */
function columnsOf({ table, request }: StoredRun, { detector }: ModelMember) {
  const prefers = detectorById(detector)?.prefers ?? { scale: "standard", encode: "one-hot" };
  return table.dataset.columns.flatMap(({ name, kind }, position) => {
    const recipe = request.recipe.columns[position];
    if (recipe?.role !== "feature" || kind === "text") return [];
    const { missing, scale, encode, log, dateParts } = recipe;
    if (kind === "time" && dateParts.length === 0) return [];
    return {
      name,
      kind,
      missing: missing.kind,
      fill: missing.kind === "constant" ? missing.value : null,
      log,
      scale: scale === "auto" ? prefers.scale : scale,
      encode: encode === "auto" ? prefers.encode : encode,
      dateParts,
    };
  });
}

function notThere({ members }: KeptModel): string {
  const names = members.map(({ detector }) => detector).join(", ");
  return `# No library has ${names} in a few lines. score.py scores by what was learned.\n`;
}

/** A value as Python writes it. */
function python(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : `float("${value}")`;
  // JSON escapes what Python does, and nothing that it does not.
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[\n    ${value.map(python).join(",\n    ")},\n]`;
  return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${python(one)}`).join(", ")}}`; // prettier-ignore
}
