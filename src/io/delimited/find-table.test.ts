import { describe, expect, it } from "vitest";
import { inspectTable } from "./inspect-table";

const look = async (text: string) => {
  const inspection = await inspectTable({ name: "t.csv", blob: new Blob([text]) });
  return {
    header: inspection.plan.settings.header,
    names: inspection.preview.names,
    first: inspection.preview.rows[0],
    rows: inspection.preview.rows.length,
    kinds: inspection.columns.map(({ kind }) => kind),
  };
};
const lines = (...all: string[]) => `${all.join("\n")}\n`;

describe("what stands above a table is no part of it", () => {
  it.each([
    ["a title", ["Pump log", "", "when,flow,level", "2024-01-01,1,2", "2024-01-02,2,3", "2024-01-03,3,4"], 3],
    ["a title padded to the width", ["Pump log,,", ",,", "when,flow,level", "2024-01-01,1,2", "2024-01-02,2,3"], 3],
    ["empty lines", ["", ",,", "when,flow,level", "2024-01-01,1,2", "2024-01-02,2,3", "2024-01-03,3,4"], 3],
    [
      "an account and its balance",
      ["Account;DE00 1", "Balance;1.204,77 EUR;", "", "when;flow;level;", "01.02.2024;1,5;2;", "02.02.2024;2,5;3;"],
      4,
    ],
    [
      "the settings of an instrument, with a value each",
      [
        ...Array.from({ length: 20 }, (_, i) => `#SETTING ${i}:,${i}`),
        "when,flow,level",
        ...Array.from({ length: 20 }, (_, i) => `2024-01-${10 + i},${i},2`),
      ],
      21,
    ],
    [
      "a line of more cells than the table has",
      ["Made as new, by me, on Monday, 1 March", "cm,A", "4,0.1", "5,0.2", "6,0.3"],
      2,
    ],
    [
      "pairs of a word and a number",
      ["Height,120", "Depth,3", "name,flow", ...[1, 2, 3, 4, 5, 6].map((i) => `p${i},${i}`)],
      3,
    ],
  ])("%s", async (_, text, first) => {
    const found = await look(lines(...text));
    expect(found.header).toEqual({ first, count: 1 });
    expect(found.names).not.toContain("column 1");
    expect(found.kinds.slice(1)).not.toContain("category");
  });

  it("over rows that are all words", async () => {
    const found = await look(
      lines("Staff in March", "", "name,city,post", "Ada,London,head", "Alan,Ely,head", "Eve,Ely,cook"),
    );
    expect(found).toMatchObject({ header: { first: 3, count: 1 }, names: ["name", "city", "post"], rows: 3 });
  });

  it("over rows without names", async () => {
    const found = await look(lines("Heights of the river", "1,2.5", "2,2.6", "3,2.4", "4,2.8"));
    expect(found).toMatchObject({ header: { first: 2, count: 0 }, names: ["column 1", "column 2"], rows: 4 });
  });
});

describe("a table that begins at the first line stays as it is", () => {
  it.each([
    ["one column with its name", ["value", "1", "2", "3"], { first: 1, count: 1 }],
    ["R's names of rows", ["x", "a,1", "b,2", "c,3"], { first: 1, count: 1 }],
    ["values missing in the first row", ["a,b,c", "1,,", "2,3,4", "3,4,5", "4,5,6"], { first: 1, count: 1 }],
    ["no names", ["1,2", "2,3", "3,4"], { first: 1, count: 0 }],
    ["a column that begins late", ["t,a,b", "1,5,", "2,6,", "3,7,8", "4,8,9"], { first: 1, count: 1 }],
  ])("%s", async (_, text, header) => expect((await look(lines(...text))).header).toEqual(header));
});

it("a first row that is cut into other cells by mistake takes the names away from no table", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `2024-01-${10 + i},${i},2`);
  const { header, names } = await look(lines("when,flow,level", "2024-01-09 7 2", ...rows));
  expect(header).toEqual({ first: 1, count: 1 });
  expect(names).toEqual(["when", "flow", "level"]);
});

describe("a header of several lines", () => {
  it("joins the names of groups and those below them", async () => {
    const found = await look(
      lines(
        "A. Person,,,,,",
        ",,,,,",
        "Date,Place,Travel,,,Total",
        ",,Air,Rail,Taxi,",
        "04/04/2024,Cardiff,,65.60,,65.60",
        "09/04/2024,London,,,16.00,16.00",
        "19/05/2024,Leeds,120.00,,8.00,128.00",
      ),
    );
    expect(found.header).toEqual({ first: 3, count: 2 });
    expect(found.names).toEqual(["Date", "Place", "Travel Air", "Travel Rail", "Travel Taxi", "Total"]);
    expect(found.rows).toBe(3);
  });

  it("takes the group of names that come twice", async () => {
    const found = await look(lines("control,,treated,", "X,Y,X,Y", "1.5,2,3,4", "2.5,3,4,5", "3.5,4,5,6"));
    expect(found.names).toEqual(["control X", "control Y", "treated X", "treated Y"]);
  });

  it("knows lines of units and of kinds below a logger's names", async () => {
    const found = await look(
      lines(
        '"LOG7","77","CR9","77","Std","prog","1","Table2"',
        '"TIMESTAMP","RECORD","Air_Avg","RH"',
        '"TS","RN","Deg C","%"',
        '"","","Avg","Smp"',
        '"2023-05-02 00:10:00",1200,5.06,75.8',
        '"2023-05-02 00:20:00",1201,4.24,73.8',
        '"2023-05-02 00:30:00",1202,4.53,73.7',
      ),
    );
    expect(found.header).toEqual({ first: 2, count: 3 });
    expect(found.names).toEqual(["TIMESTAMP", "RECORD", "Air_Avg", "RH"]);
    expect(found.kinds).toEqual(["time", "number", "number", "number"]);
    expect(found.rows).toBe(3);
  });

  it("takes a line of units in brackets for what it is", async () => {
    const found = await look(lines("t,speed,load", "[s],[m/s],[kW]", "1,2,3", "2,3,4", "3,4,5"));
    expect(found).toMatchObject({ names: ["t", "speed", "load"], header: { first: 1, count: 2 }, rows: 3 });
  });
});

describe("cells and names that only a separator makes", () => {
  it("are no column where every line ends with one", async () =>
    expect((await look(lines("a;b;", "1;2;", "3;4;", "5;6;"))).names).toEqual(["a", "b"]));

  it("shift no name where one was written twice among the names", async () =>
    expect((await look(lines("a,b,,c,d", "1,2,3,4", "2,3,4,5", "3,4,5,6"))).names).toEqual(["a", "b", "c", "d"]));

  it("keep a column of values that has no name", async () =>
    expect((await look(lines("a,,c", "1,x,3", "2,y,4", "3,z,5"))).names).toEqual(["a", "column 2", "c"]));

  it("cut nothing off where many rows are longer than the names", async () => {
    const short = Array.from({ length: 40 }, (_, i) => `${i},1`);
    const long = Array.from({ length: 10 }, (_, i) => `${i},1,${i},5`);
    const found = await look(lines("a,b", ...short, ...long));
    expect(found.names).toEqual(["a", "b", "column 3", "column 4"]);
  });

  it("make no column where few rows have one separator too many", async () => {
    const found = await look(lines("a,b", ...Array.from({ length: 40 }, (_, i) => `${i},1${i === 7 ? ",x" : ""}`)));
    expect(found.names).toEqual(["a", "b"]);
  });
});

describe("columns that are named by periods", () => {
  it.each([
    ["years", ["land,2019,2020,2021", "a,1.5,2,3", "b,2.5,3,4", "c,3.5,4,5"]],
    ["nothing but numbers", ["no,2019,2020,2021", "1,1.5,2,3", "2,2.5,3,4", "3,3.5,4,5"]],
    ["months", ["land;01/2023;02/2023;03/2023", "a;1,5;2;3", "b;2,5;3;4", "c;3,5;4;5"]],
    [
      "years over numbers with notes",
      [
        "geo\t2019\t2020",
        ..."AT BE BG CZ".split(" ").flatMap((a) => [`${a}\t1.5\t2.1 p`, `${a}\t: \t3`, `${a}\t3\t4`]),
      ],
    ],
    ["counted ones", ["<>,1,2,3,4", "A,.15,2,3,4", "B,.25,3,4,5", "C,.35,4,5,6"]],
    ["quarters, two of them", ["land,2023-Q4,2024-Q1", "a,1.5,2", "b,2.5,3", "c,3.5,4"]],
  ])("%s", async (_, text) => {
    expect((await look(lines(...text))).header).toEqual({ first: 1, count: 1 });
  });

  it("below what stands above the table", async () => {
    const text = ["Data Source,Indicators", "", "Name,Code,1960,1961,1962", "Aruba,ABW,1,2,3", "Chad,TCD,4,5,6"];
    expect((await look(lines(...text))).names).toEqual(["Name", "Code", "1960", "1961", "1962"]);
  });

  it("but not where every row counts", async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `a,${i},${i + 1},${i + 2},${i + 3}`);
    expect((await look(lines(...rows))).header.count).toBe(0);
  });

  it("but not where years are what the columns hold", async () => {
    const born = Array.from({ length: 12 }, (_, i) => `${1900 + i},${1901 + i},${1902 + i}`);
    expect((await look(lines(...born))).header.count).toBe(0);
  });
});

describe("what says itself that it is no row", () => {
  it("is a line that ends the description of the file", async () => {
    const text = ["LabVIEW Measurement\t", "***End_of_Header***\t", "Channels\t2\t\t", "Samples\t9\t9\t"];
    const rows = Array.from({ length: 9 }, (_, i) => `${i}\t${i / 2}\t${i / 4}\t`);
    const found = await look(lines(...text, "***End_of_Header***\t\t\t", "X_Value\ta\tb\tComment", ...rows));
    expect(found).toMatchObject({ names: ["X_Value", "a", "b", "Comment"], rows: 9 });
  });

  it("is a line that names the format of a logger, and one of annotations", async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `"2024-01-01 00:0${i}:00",${i},${i / 2}`);
    const logger = ['"TOA5","s","CR10"', '"TIMESTAMP","RECORD","x_Avg"', '"TS","RN","mm"', '"","","Avg"', ...rows];
    expect((await look(lines(...logger))).names).toEqual(["TIMESTAMP", "RECORD", "x_Avg"]);
    const flux = [
      "#group,false,false,true",
      "#datatype,string,dateTime,double",
      "#default,_result,,",
      ",result,_time,v",
    ];
    const values = Array.from({ length: 9 }, (_, i) => `,,2024-01-01T00:0${i}:00Z,${i / 2}`);
    expect((await look(lines(...flux, ...values))).names).toEqual(["column 1", "result", "_time", "v"]);
  });

  it("is a line of the widths of columns, unless its column holds durations", async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `USGS\t0${i}\t2024-01-01 00:0${i}\t${i / 2}`);
    const found = await look(lines("# Water data", "agency\tsite\twhen\tflow", "5s\t15s\t20d\t14n", ...rows));
    expect(found).toMatchObject({ names: ["agency", "site", "when", "flow"], rows: 9 });
    const waits = Array.from({ length: 9 }, (_, i) => `${i}s,${i + 3}s,${i}d`);
    expect(await look(lines("first,second,third", ...waits))).toMatchObject({ rows: 9 });
  });

  it("is a line that is drawn", async () => {
    const found = await look(lines(" id |  v  ", "----+-----", " 1 | 2.5", " 2 | 3.5", " 3 | 4.5", "(3 rows)"));
    expect(found).toMatchObject({ names: ["id", "v"], rows: 3 });
  });

  it("is a line of units below names that are numbers", async () => {
    const found = await look(lines("x-axis,1,2", "second,Volt,Volt", "0.1,1,2", "0.2,2,3", "0.3,3,4"));
    expect(found).toMatchObject({ names: ["x-axis", "1", "2"], rows: 3 });
  });
});

it("cuts at blanks where all lines have as many words, many of them numbers", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `s${i} ${40 + i}.5 3.${i} ${i % 2 ? "north" : "south"}`);
  expect((await look(lines("len mass site", ...rows))).names).toEqual(["column 1", "len", "mass", "site"]);
});

it("finds the names below remarks though another table has some of them", async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `2024-01-${String(i + 1).padStart(2, "0")},${i},${i / 7}`);
  const found = await look(lines("# Site: x", "Day,Users,Rate", ...rows, "", "# Site: x", "Land,Users", "France,3"));
  expect(found).toMatchObject({ names: ["Day", "Users", "Rate"] });
});

describe("rows that are hardly rows, and small tables in front", () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${1_627_963_200 + i * 300},2021/08/03 06:${10 + i},${20 + i}.5,60`,
  );

  it("leaves out a table of one row that describes the file", async () => {
    const found = await look(lines("name,long,lat,type", "House,7.1,51.4,Outdoor", "Timestamp,Zone,T,RH", ...rows));
    expect(found).toMatchObject({ header: { first: 3, count: 1 }, names: ["Timestamp", "Zone", "T", "RH"] });
  });

  it("leaves out figures about the columns", async () => {
    const text = ["Export 1.0", "MEAN VALUE:,,21.3,7.6", "SD,,0.3,0.1", "Date,Time,Temp,pH"];
    const body = Array.from({ length: 40 }, (_, i) => `8/3/2021,06:${10 + i}:00,22.${i},7.1`);
    expect((await look(lines(...text, ...body))).names).toEqual(["Date", "Time", "Temp", "pH"]);
  });

  it("keeps a first row of words where values stand, since they come again below", async () => {
    const body = Array.from({ length: 20 }, (_, i) => `s${i},${i % 4 ? i / 2 : "ND(0.05)"},${i % 6 ? i : "<MDL"}`);
    expect((await look(lines("site,lead,zinc", ...body))).header).toEqual({ first: 1, count: 1 });
    const unknown = Array.from({ length: 20 }, (_, i) => (i % 7 ? `${i},${i * 17}` : i % 2 ? "?,5" : "?,?"));
    expect((await look(lines("age,income", ...unknown))).header).toEqual({ first: 1, count: 1 });
  });

  it("takes no line of a log for the name of all others", async () => {
    const log = Array.from({ length: 20 }, (_, i) => `[${i}.25] usb 1-${i % 3}: new device number ${i}`);
    expect((await look(lines(...log))).header.count).toBe(0);
    expect((await look(lines("What they said", ...log))).header.count).toBe(1);
  });

  it("knows days as names of columns", async () => {
    const body = Array.from({ length: 9 }, (_, i) => `p${i},${i}.5,${i},${i * 2},${i * 3}`);
    expect((await look(lines("Province,Lat,1/22/20,1/23/20,1/24/20", ...body))).header.count).toBe(1);
    expect((await look(lines("Province,Lat,1/31/20,2/29/20,3/31/20", ...body))).header.count).toBe(1);
    expect((await look(lines("Province,Lat,00:00,01:00,02:00", ...body))).header.count).toBe(1);
    expect((await look(lines("Province,9.5,7,8,3", ...body))).header.count).toBe(0);
  });
});
