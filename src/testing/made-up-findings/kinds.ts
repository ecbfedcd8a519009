import { strangeCases } from "./logs/cases";
import { strangeTimesAndCells } from "./logs/times-and-cells";
import type { Kind } from "./made-up-file";
import { otherNames } from "./logs/other-names";
import { ordinaryLogs } from "./ordinary/logs";
import { ordinaryRecords } from "./ordinary/records";
import { moreOrdinarySeries } from "./ordinary/more-series";
import { ordinarySeries } from "./ordinary/series";
import { ordinaryTables } from "./ordinary/tables";
import { strangeByTheClock, strangeWithoutClock } from "./series/by-the-clock";
import { lastingChanges } from "./series/lasting";
import { strangeSteps } from "./series/steps";
import { strangeStretches } from "./series/stretches";
import { fewRows } from "./tables/few-rows";
import { records } from "./tables/records";
import { relations } from "./tables/relations";
import { singleColumns } from "./tables/single-columns";
import { smallAndMixed } from "./tables/small-and-mixed";
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
  ...lastingChanges,
  ...strangeCases,
  ...strangeTimesAndCells,
  ...smallAndMixed,
  ...fewRows,
  ...records,
  ...otherNames,
  ...strangeByTheClock,
  ...strangeWithoutClock,
];

/** Kinds of files with nothing planted in them. */
export const ordinaryKinds: readonly Kind[] = [
  ...ordinaryTables,
  ...ordinarySeries,
  ...ordinaryLogs,
  ...ordinaryRecords,
  ...moreOrdinarySeries,
];
