import { DOS_CODE_PAGES } from "../core/data/dos-code-pages";
import type { Note } from "../core/data/note";
import type { Recipe } from "../core/prepare/recipe";
import { type ColumnRef, type NamedColumn, positionOf, refTo } from "../core/project/column-ref";
import type { LabelTruth } from "../core/project/label-truth";
import { decodeProject, type NamedAxes, type Project } from "../core/project/project";
import { fixedOf, readingOf } from "../core/project/reading";
import { recipeFor, recipeSettingsOf } from "../core/project/recipe-settings";
import type { Axes, DatasetCard, ReadPlan } from "../engine/protocol";
import { allDetectors } from "./catalogue";
import { type Choices, initialSettings, type Settings } from "./choices";
import { fittingSettings } from "./read-as";

/** The document before a person has chosen anything. */
export function initialProject(): Project {
  return { ...initialSettings(), reading: null, recipe: null, truth: null, layout: { axes: null } };
}

/** A document out of what was kept; null where that is none. */
export function projectIn(kept: unknown): ReturnType<typeof decodeProject> {
  return decodeProject(kept, { detectors: allDetectors(), initial: initialSettings(), isEncoding });
}

/** The choices as a document: every column by its name. */
export function projectOf({ plan, fixed, table, recipe, truth, axes, ...settings }: Choices): Project {
  const columns = table?.columns ?? [];
  return {
    ...settings,
    reading: plan && readingOf(plan, fixed, columns),
    recipe: recipe && table && recipeSettingsOf(recipe, table),
    truth: truth && namedTruth(truth, columns),
    layout: { axes: axes && namedAxes(axes, columns) },
  };
}

interface Over {
  readonly dataset: DatasetCard;
  readonly plan: ReadPlan | null;
  /** The same file was read anew: its guesses give way to nothing but what a person chose. */
  readonly isReread: boolean;
  /** And no more changed than what single columns are read as. */
  readonly kindsOnly: boolean;
  /** What runs was never chosen by a person. */
  readonly isUsual: boolean;
}

/** A document laid over a table that was just read, and what of it found no place there. */
export function choicesFor(
  project: Project,
  { dataset, plan, isReread, kindsOnly, isUsual }: Over,
): { readonly choices: Choices; readonly notes: readonly Note[] } {
  const { reading, recipe: kept, truth, layout, ...settings } = project;
  const table = { columns: dataset.columns.map(({ name, kind }) => ({ name, kind })), recipe: dataset.recipe };
  const found = kept && recipeFor(kept, table, { isGuessNewer: isReread, keepsAside: kindsOnly });
  const recipe = found?.recipe ?? dataset.recipe;
  return {
    choices: {
      ...settings,
      ...settingsOver(settings, kept?.rowKind?.kind ?? null, dataset, recipe, isUsual || !kept),
      plan,
      fixed: reading ? fixedOf(reading) : {},
      table: { ...table, ...(found && Object.keys(found.held).length > 0 && { held: found.held }) },
      recipe,
      truth: truth && truthOver(truth, dataset.columns),
      axes: layout.axes && axesOver(layout.axes, dataset.columns),
    },
    notes: found?.notes ?? [],
  };
}

/** What runs, where the rows are not what they were when it was chosen, or nothing was ever chosen. */
function settingsOver(
  settings: Settings,
  kindBefore: string | null,
  dataset: DatasetCard,
  recipe: Recipe,
  isUsual: boolean,
): Partial<Settings> {
  return kindBefore === recipe.rowKind.kind ? {} : fittingSettings(settings, dataset, recipe, isUsual);
}

function namedTruth({ column, strange }: LabelTruth, columns: readonly NamedColumn[]): Project["truth"] {
  const named = refTo(columns, column);
  return named && { column: named, strange };
}

function truthOver({ column, strange }: LabelTruth<ColumnRef>, columns: readonly NamedColumn[]): LabelTruth | null {
  const at = positionOf(column, columns);
  return at === null ? null : { column: at, strange };
}

function namedAxes(axes: Axes, columns: readonly NamedColumn[]): NamedAxes | null {
  if (axes.kind === "components") return axes;
  const [x, y] = [refTo(columns, axes.x), refTo(columns, axes.y)];
  return x && y && { kind: "columns", x, y };
}

function axesOver(axes: NamedAxes, columns: readonly NamedColumn[]): Axes | null {
  if (axes.kind === "components") return axes;
  const [x, y] = [positionOf(axes.x, columns), positionOf(axes.y, columns)];
  return x === null || y === null ? null : { kind: "columns", x, y };
}

function isEncoding(label: string): boolean {
  if (DOS_CODE_PAGES.has(label)) return true;
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}
