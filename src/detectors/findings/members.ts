import type { ColumnSamples } from "../../core/detect/column-samples";
import type { ColumnDetector, EventDetector, SeriesDetector } from "../../core/detect/detector";
import type { EventSamples, SeriesSamples } from "../../core/series/series-samples";
import { columnLaws } from "../columns/column-laws";
import { copies } from "../columns/copies";
import { farAtOnce } from "../columns/far-at-once";
import { givenTwice } from "../columns/given-twice";
import { levelTail } from "../columns/level-tail";
import { loneLevel } from "../columns/lone-level";
import { missingCells } from "../columns/missing-cells";
import { oddTime } from "../columns/odd-time";
import { ownTail } from "../columns/own-tail";
import { rarePairs } from "../columns/rare-pairs";
import { relations } from "../columns/relations";
import { rowOrder } from "../columns/row-order";
import { textForm } from "../columns/text-form";
import { brokenRules } from "../sequences/broken-rules";
import { oddCounts } from "../sequences/odd-counts";
import { oddCells } from "../sequences/odd-cells";
import { oddHours } from "../sequences/odd-hours";
import { oddRates } from "../sequences/odd-rates";
import { oddWaits } from "../sequences/odd-waits";
import { rareEvents } from "../sequences/rare-events";
import { rareOrders } from "../sequences/rare-orders";
import { swappedOrders } from "../sequences/swapped-orders";
import { leftRelation } from "../steps/left-relation";
import { clockJumps } from "../steps/clock-jumps";
import { drift, levelShift } from "../steps/level-shift";
import { missingSteps } from "../steps/missing-steps";
import { missingValues } from "../steps/missing-values";
import { noiseShift } from "../steps/noise-shift";
import { offCourse, otherLevel } from "../steps/off-course";
import { otherForm } from "../steps/other-form";
import { otherSpread } from "../steps/other-spread";
import { standstill } from "../steps/standstill";
import { startsAnew } from "../steps/starts-anew";
import type { Member } from "./findings-of";

// Every detector that knows its own error: in the registry and, together, the findings of their kind of row.

export const columnMembers: readonly (ColumnDetector & Member<ColumnSamples>)[] = [
  ownTail,
  levelTail,
  relations,
  rarePairs,
  farAtOnce,
  loneLevel,
  textForm,
  oddTime,
  rowOrder,
  columnLaws,
  copies,
  givenTwice,
  missingCells,
];

export const seriesMembers: readonly (SeriesDetector & Member<SeriesSamples>)[] = [
  offCourse,
  otherLevel,
  otherSpread,
  levelShift,
  drift,
  noiseShift,
  standstill,
  missingSteps,
  missingValues,
  clockJumps,
  startsAnew,
  leftRelation,
  otherForm,
];

export const eventMembers: readonly (EventDetector & Member<EventSamples>)[] = [
  rareOrders,
  swappedOrders,
  brokenRules,
  oddCounts,
  rareEvents,
  oddWaits,
  oddCells,
  oddHours,
  oddRates,
];
