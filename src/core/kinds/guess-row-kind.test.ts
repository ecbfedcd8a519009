import { expect, it } from "vitest";
import { byStep, numbers, times, words } from "../../testing/made-up-series";
import type { Column } from "../data/column";
import { profileColumn } from "../data/profile";
import { guessRoles } from "../data/role-table";
import { normalDeviates, seededRandom } from "../math/random";
import { guessRowKind } from "./guess-row-kind";
import { plainRows } from "./row-kind";

const normal = normalDeviates(seededRandom(2));
const start = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;
const noise = (count: number) => byStep(count, () => normal());
const minutes = (count: number, each = (i: number) => i) => byStep(count, (i) => start + each(i) * MINUTE);

function guess(...columns: Column[]) {
  const profiles = columns.map(profileColumn);
  const roles = guessRoles(columns, profiles).map(({ role }) => role);
  return guessRowKind(columns, profiles, roles);
}

it("knows a series by its even steps", () => {
  const found = guess(times("timestamp", minutes(500)), numbers("cpu", noise(500)), numbers("memory", noise(500)));
  expect(found).toMatchObject({
    rowKind: { kind: "series", time: 0, group: null },
    why: { code: "row-kind.series", values: { time: "timestamp", percent: 100, channels: 2 } },
  });
});

it("forgives gaps, jitter, repeated hours and rows in any order", () => {
  const jitter = minutes(600, (i) => i + 0.05 * Math.sin(i * i) + (i > 300 ? 90 : 0));
  expect(guess(times("time", jitter), numbers("v", noise(600))).rowKind.kind).toBe("series");
  const repeated = minutes(600, (i) => (i > 300 ? i - 12 : i));
  expect(guess(times("time", repeated), numbers("v", noise(600))).rowKind.kind).toBe("series");
  expect(guess(times("time", minutes(600).reverse()), numbers("v", noise(600))).rowKind.kind).toBe("series");
  const months = byStep(60, (i) => Date.UTC(2020, i, 1));
  expect(guess(times("month", months), numbers("sales", noise(60))).rowKind.kind).toBe("series");
});

it("knows many series by the column that names them", () => {
  const count = 1200;
  const found = guess(
    times(
      "time",
      minutes(count, (i) => Math.floor(i / 12)),
    ),
    words(
      "machine",
      Array.from({ length: count }, (_, i) => `m${i % 12}`),
    ),
    numbers("load", noise(count)),
  );
  expect(found).toMatchObject({
    rowKind: { kind: "series", time: 0, group: 1 },
    why: { code: "row-kind.series-many", values: { group: "machine", series: 12 } },
  });
});

it("takes the more even of two times, and names the other", () => {
  const found = guess(
    times(
      "received",
      minutes(400, (i) => i + (i % 7 === 0 ? 0.4 : 0)),
    ),
    times("measured", minutes(400)),
    numbers("v", noise(400)),
  );
  expect(found).toMatchObject({
    rowKind: { time: 1 },
    why: { code: "row-kind.series-two-times", values: { time: "measured", other: "received" } },
    otherTime: 0,
  });
});

it("never takes payments for a series", () => {
  const random = seededRandom(9);
  const count = 800;
  let at = 0;
  const amount = numbers("amount", noise(count));
  const uneven = minutes(count, () => (at -= 5 * Math.log(random() + 1e-9)));
  expect(guess(times("time", uneven), amount)).toMatchObject({
    rowKind: plainRows,
    why: { code: "row-kind.rows-uneven" },
  });
  const wholeMinutes = uneven.map((time) => Math.floor(time / (8 * MINUTE)) * 8 * MINUTE);
  expect(guess(times("time", wholeMinutes), amount)).toMatchObject({
    rowKind: plainRows,
    why: { code: "row-kind.rows-repeated" },
  });
  const text: Column = { kind: "text", name: "payment_id", values: Array.from({ length: count }, (_, i) => `P${i}x`) };
  expect(guess(text, times("time", minutes(count)), amount)).toMatchObject({
    rowKind: plainRows,
    why: { code: "row-kind.rows-named" },
  });
  const country = (name: string, power: number) =>
    words(
      name,
      Array.from({ length: count }, (_, i) => "ABCDE"[i ** power % 5]!),
    );
  expect(guess(times("time", minutes(count)), amount, country("from", 2), country("to", 3))).toMatchObject({
    rowKind: plainRows,
    why: { code: "row-kind.rows-words" },
  });
  const card = numbers(
    "customer_id",
    byStep(count, () => Math.floor(90 * random())),
  );
  expect(guess(times("time", uneven), card, country("country", 2), amount).rowKind).toBe(plainRows);
});

it("knows events by a column of symbols and one that names sequences", () => {
  const count = 900;
  const block = words(
    "block",
    Array.from({ length: count }, (_, i) => `b${Math.floor(i / 9)}`),
  );
  const event = words(
    "event",
    Array.from({ length: count }, (_, i) => `E${(i * i) % 7}`),
  );
  const found = guess(
    block,
    numbers(
      "step",
      byStep(count, (i) => i % 9),
    ),
    event,
    numbers(
      "label",
      byStep(count, (i) => +(i > 880)),
    ),
  );
  expect(found).toMatchObject({
    rowKind: { kind: "events", sequence: 0, time: 1, symbol: 2 },
    why: { code: "row-kind.events", values: { symbols: expect.any(Number) as number, sequences: 100 } },
  });
  expect(guess(block, event, numbers("amount", noise(count)), numbers("weight", noise(count))).rowKind).toBe(plainRows);
});

it("knows the states of many things by a time and a value in words", () => {
  const count = 600;
  const cells = (make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i));
  const entity = words(
    "entity",
    cells((i) => `pump ${i % 3}`),
  );
  const state = words(
    "value",
    cells((i) => ["on", "off", "open"][(i * i) % 3]!),
  );
  expect(guess(entity, times("time", minutes(count)), state).rowKind).toMatchObject({
    kind: "events",
    sequence: 0,
    symbol: 2,
    time: 1,
  });
  expect(
    guess(
      entity,
      times("time", minutes(count)),
      words(
        "colour",
        cells((i) => `c${i % 4}`),
      ),
    ).rowKind,
  ).toBe(plainRows);
});

it("takes measurements without a time for a series, in the order of the file", () => {
  let [level, other] = [0, 0];
  const wander = byStep(600, () => (level = 0.95 * level + normal()));
  const beside = byStep(600, () => (other = 0.9 * other + normal()));
  expect(guess(numbers("v", wander))).toMatchObject({
    rowKind: { kind: "series", time: null, group: null },
    why: { code: "row-kind.series-by-order", values: { column: "v", channels: 1 } },
  });
  expect(guess(numbers("v", wander), numbers("w", beside)).rowKind.kind).toBe("series");
  expect(guess(numbers("v", wander), numbers("w", noise(600))).rowKind).toBe(plainRows);
  expect(
    guess(
      numbers("v", wander),
      words(
        "site",
        Array.from({ length: 600 }, (_, i) => "ab"[i % 2]!),
      ),
    ).rowKind,
  ).toBe(plainRows);
  expect(guess(numbers("x", noise(600).sort()), numbers("y", noise(600))).rowKind).toBe(plainRows);
});

it("says of a plain table that it has rows, and why", () => {
  expect(guess(numbers("x", noise(50)), numbers("y", noise(50))).why.code).toBe("row-kind.rows-no-time");
  expect(guess(times("t", minutes(50)), words("w", new Array<string>(50).fill("a"))).why.code).toBe(
    "row-kind.rows-no-numbers",
  );
  expect(guess(times("t", minutes(5)), numbers("v", noise(5))).why.code).toBe("row-kind.rows-few");
  expect(
    guess(
      times(
        "t",
        byStep(50, () => start),
      ),
      numbers("v", noise(50)),
    ).rowKind,
  ).toBe(plainRows);
  expect(guess().rowKind).toBe(plainRows);
});

it("takes messages without numbers for one stream of events, or for one of each who sends them", () => {
  const count = 300;
  const moments = times(
    "time",
    minutes(count, (i) => i + (i % 7)),
  );
  const level = words(
    "level",
    Array.from({ length: count }, (_, i) => (i % 9 ? "INFO" : "WARN")),
  );
  const user = words(
    "user",
    Array.from({ length: count }, (_, i) => `u${i % 4}`),
  );
  const events = { kind: "events", symbol: 1, time: 0 };
  expect(guess(moments, level)).toMatchObject({
    rowKind: { ...events, sequence: null },
    why: { code: "row-kind.events-in-one" },
  });
  expect(guess(moments, level, user)).toMatchObject({ rowKind: { ...events, sequence: 2 } });
  // A number, or words that do not say that something happened, make a table of it.
  expect(guess(moments, level, numbers("amount", noise(count))).rowKind.kind).not.toBe("events");
  expect(guess(moments, { ...level, name: "region" }).rowKind.kind).toBe("rows");
});

it("lets the events of a process have further cells, those of customers not", () => {
  const log = (sequence: string) =>
    guess(
      words(
        sequence,
        Array.from({ length: 400 }, (_, i) => `c${Math.floor(i / 5)}`),
      ),
      words(
        "activity",
        Array.from({ length: 400 }, (_, i) => `step ${i % 5}`),
      ),
      times(
        "time",
        minutes(400, (i) => i * i),
      ),
      words(
        "role",
        Array.from({ length: 400 }, (_, i) => (i % 3 ? "clerk" : "manager")),
      ),
      numbers("cost", noise(400)),
    ).rowKind.kind;
  expect(log("case")).toBe("events");
  expect(log("customer_id")).toBe("rows");
});

it("knows the sequences of a process that begin alike, whatever the column is called, and no lines of orders", () => {
  const steps = ["received", "confirmed", "packed", "shipped", "paid"];
  const orders = byStep(500, (i) => Math.floor(i / 5));
  const of = (cell: (i: number) => string) => Array.from({ length: 500 }, (_, i) => cell(i));
  const names = words(
    "Auftrag",
    of((i) => `A-${orders[i]! % 100}`),
  ); // one for each row
  const when = times(
    "at",
    minutes(500, (i) => 7 * i + (i % 3)),
  );
  const found = guess(
    names,
    words(
      "Schritt",
      of((i) => steps[i % 5]!),
    ),
    when,
  ); // one of five
  expect(found.rowKind).toMatchObject({ kind: "events", sequence: 0, symbol: 1, time: 2 });
  const goods = words(
    "Ware",
    of((i) => steps[Math.floor(i * i * 0.37) % 5]!),
  ); // one of five
  expect(guess(names, goods, when).rowKind.kind).toBe("rows");
});
