import { plainRows } from "../core/kinds/row-kind";
import { beforeAll, expect, it } from "vitest";
import { seriesSets } from "../core/series/series-set";
import { eventsKind, seriesKind } from "../testing/made-up-series";
import { madeUpTable } from "../testing/made-up-table";
import { initialChoices } from "./choices";
import { fetchCatalogue } from "./catalogue";
import { choicesReadAs, startingChoicesOf } from "./read-as";

beforeAll(fetchCatalogue);

const table = madeUpTable("payments.csv", 50);
const asSeries = { ...table.recipe, rowKind: seriesKind() };

it("starts with the findings, on a series as on rows", () => {
  expect(startingChoicesOf(table, asSeries)).toMatchObject({
    picked: ["series-findings", ...seriesSets.windows.members],
    shown: "series-findings",
    consensus: { rule: "scaled" },
  });
  expect(startingChoicesOf(table, table.recipe)).toMatchObject({
    shown: "findings",
    consensus: { rule: "scaled" },
  });
});

it("takes the usual rule from rows to series and back, and leaves one that a person chose", () => {
  const rows = { ...initialChoices(), recipe: table.recipe };
  const series = { ...rows, ...choicesReadAs(table, rows, seriesKind()) };
  expect(series).toMatchObject({
    picked: ["series-findings", ...seriesSets.windows.members],
    shown: "series-findings",
    consensus: { rule: "scaled" },
  });
  expect(choicesReadAs(table, series, plainRows)).toMatchObject({
    shown: "findings",
    consensus: { rule: "scaled" },
  });
  const chosen = { ...series, consensus: { ...series.consensus, rule: "max" as const } };
  expect(choicesReadAs(table, chosen, plainRows).consensus?.rule).toBe("max");
});

it("lets the better of two that look alike speak for both, where both run on events", () => {
  const asEvents = { ...table.recipe, rowKind: eventsKind({ symbol: 1, sequence: 0, time: null }) };
  const { picked, consensus } = startingChoicesOf(table, asEvents);
  expect(picked).toEqual(["event-findings", "n-gram", "event-counts", "event-rnn"]);
  expect(consensus).toMatchObject({ weights: { "n-gram": 0 }, rule: "scaled" });
  const many = startingChoicesOf({ ...table, rowCount: 50_001 }, asEvents);
  expect(many.picked).toEqual(["event-findings", "n-gram", "event-counts"]);
  expect(many.consensus.weights).toEqual({});
});
