import { rounded } from "./table.mjs";

/** Fixtures whose cells or shape are the trouble; plain text each. Comments say what a reader must notice. */
export function hostileTables(chance) {
  const numbers = (rows, columns) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => rounded(chance.normal(50, 8), 2)));
  const lines = (names, rows) => [names.join(","), ...rows.map((row) => row.join(","))].join("\n") + "\n";

  return {
    "empty.csv": "",
    "header-only.csv": "id,amount,country\n",
    "one-column.csv": lines(["value"], [...numbers(59, 1), [400]]),
    "one-row.csv": lines(["a", "b", "c"], [[1, 2.5, 3]]),
    "all-constant.csv": lines(
      ["a", "b", "c"],
      Array.from({ length: 40 }, () => [7, 0, "same"]),
    ),
    "all-missing.csv": lines(
      ["a", "b", "c"],
      Array.from({ length: 40 }, () => ["", "NA", "null"]),
    ),
    "all-text.csv": lines(["ticket", "remark"], remarks(chance)),
    "no-header.csv":
      numbers(60, 4)
        .map((row) => row.join(","))
        .join("\n") + "\n",
    "quoted-newlines.csv": quotedNewlines(chance),
    // Rows 10 and 30 are short by one and by two cells, rows 20 and 40 have one and two cells too many.
    "ragged.csv": lines(["a", "b", "c", "d"], ragged(numbers(60, 4))),
    // "amount" twice, "amount_2" taken already, two names empty.
    "duplicate-names.csv": lines(["amount", "amount", "amount_2", "", ""], numbers(60, 5)),
    "hostile-names.csv": lines(
      ["__proto__", "constructor", "toString", '"<img src=x onerror=alert(1)>"', "\"=cmd|' /C calc'!A0\""],
      numbers(59, 3)
        .map((row) => [...row, '"<script>alert(2)</script>"', '"=HYPERLINK(""http://example.com"";""open"")"'])
        .concat([[900, 900, 900, "+1+1", "@SUM(1)"]]),
    ),
    "extremes.csv": lines(["huge", "tiny", "infinite", "ordinary"], extremes(chance)),
    "mixed-dates.csv": lines(["day", "value"], mixedDates(chance)),
    // The quote opened in row 12 is never closed: everything after it is one cell.
    "unclosed-quote.csv": lines(
      ["id", "remark", "value"],
      numbers(60, 1).map(([value], i) => [i + 1, i === 11 ? '"late delivery' : "fine", value]),
    ),
  };
}

/** 60 remarks, all different, that no number or short list of levels can stand for. */
function remarks(chance) {
  const words = [
    "printer",
    "screen",
    "slow",
    "again",
    "after",
    "update",
    "the",
    "light",
    "red",
    "noise",
    "door",
    "wet",
  ];
  return Array.from({ length: 60 }, (_, i) => [
    `T-${i}-${chance.oneOf(words)}`,
    `${i} ${Array.from({ length: 7 }, () => chance.oneOf(words)).join(" ")}`,
  ]);
}

function quotedNewlines(chance) {
  const rows = Array.from({ length: 50 }, (_, i) => {
    const remark = i % 5 === 0 ? `"first line\r\nsecond ""line"", row ${i}"` : `"plain, row ${i}"`;
    return [i + 1, remark, i === 33 ? 999 : rounded(chance.normal(20, 2), 1)].join(",");
  });
  return ["id,remark,value", ...rows].join("\r\n") + "\r\n";
}

function ragged(rows) {
  const wrong = { 9: -1, 19: 1, 29: -2, 39: 2 };
  return rows.map((row, i) => {
    const change = wrong[i] ?? 0;
    return change < 0 ? row.slice(0, change) : [...row, ...Array.from({ length: change }, () => "surplus")];
  });
}

function extremes(chance) {
  const rows = Array.from({ length: 60 }, () => [
    rounded(chance.normal(10, 1), 2),
    rounded(chance.normal(10, 1), 2),
    rounded(chance.normal(10, 1), 2),
    rounded(chance.normal(10, 1), 2),
  ]);
  rows[3][0] = "1e308";
  rows[4][0] = "-1e308";
  rows[5][1] = "1e-308";
  rows[6][1] = "5e-324";
  rows[7][2] = "Infinity";
  rows[8][2] = "-Infinity";
  rows[9][2] = "NaN";
  rows[10][2] = "1e999";
  return rows;
}

/** Four ways to write a day; 03/04 can be read both ways, 25/12 only day first. */
function mixedDates(chance) {
  return Array.from({ length: 60 }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, "0");
    const day = String((i % 28) + 1).padStart(2, "0");
    const forms = [
      `2024-${month}-${day}`,
      `${day}/${month}/2024`,
      `${day}.${month}.2024 08:15`,
      `2024-${month}-${day}T08:15:00Z`,
    ];
    return [i === 50 ? "yesterday" : forms[i % 4], rounded(chance.normal(100, 5), 1)];
  });
}
