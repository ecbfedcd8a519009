import { strangeCases } from "./logs/cases";
import { strangeTimesAndCells } from "./logs/times-and-cells";
import type { Kind } from "./made-up-file";
import { ordinaryLogs } from "./ordinary/logs";
import { ordinarySeries } from "./ordinary/series";
import { ordinaryTables } from "./ordinary/tables";
import { strangeSteps } from "./series/steps";
import { strangeStretches } from "./series/stretches";
import { relations } from "./tables/relations";
import { singleColumns } from "./tables/single-columns";
import { textsAndDates } from "./tables/texts-and-dates";
import { withinCategories } from "./tables/within-categories";

/** Kinds of files with something planted in them. */
export const strangeKinds: readonly Kind[] = [
  ...singleColumns,
  ...withinCategories,
  ...relations,
  ...textsAndDates,
  ...strangeSteps,
  ...strangeStretches,
  ...strangeCases,
  ...strangeTimesAndCells,
];

/** Kinds of files with nothing planted in them. */
export const ordinaryKinds: readonly Kind[] = [...ordinaryTables, ...ordinarySeries, ...ordinaryLogs];
