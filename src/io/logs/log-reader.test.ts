import { describe, expect, it } from "vitest";
import { cellOf } from "../../core/data/column";
import { checkReader } from "../../testing/reader-checks";
import { lookAt } from "../read/look-at";
import { readSource } from "../read/read-source";
import type { ReadWatch } from "../read/table-reader";
import { logReader } from "./log-reader";

const patient: ReadWatch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };
const filesOf = (...parts: BlobPart[]) => [{ path: "server.log", blob: new Blob(parts) }];
const sourceOf = (...parts: BlobPart[]) => ({ name: "server.log", files: filesOf(...parts) });

/** What a person gets who drops the file: its format, its columns as text by name, and what was told. */
async function opened(text: BlobPart, date?: string) {
  const blob = date === undefined ? new Blob([text]) : new File([text], "x", { lastModified: Date.parse(date) });
  const source = { name: "server.log", files: [{ path: "server.log", blob }] };
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error("no table");
  const table = await readSource(source, look.inspection.plan, patient);
  const { dataset, as } = table;
  if (as.format === "images") throw new Error("images");
  const columns = dataset.columns.map((column) => {
    const cells = Array.from({ length: dataset.rowCount }, (_, row) => cellOf(column, row));
    const shown = column.kind === "time" ? cells.map((ms) => ms && new Date(ms).toISOString()) : cells;
    return [column.name, shown] as const;
  });
  return {
    table,
    format: as.format,
    doubts: look.inspection.guesses.filter(({ sure }) => !sure).map(({ field }) => field),
    kinds: Object.fromEntries(dataset.columns.map(({ name, kind }) => [name, kind])),
    cells: Object.fromEntries(columns),
    notes: as.report.notes,
    rows: dataset.rowCount,
  };
}

const hit = (i: number) =>
  `198.51.100.${i % 200} - - [10/Oct/2000:13:55:${String(i % 60).padStart(2, "0")} -0700] "GET /page/${i} HTTP/1.0" 200 ${1000 + i}\n`;
const long = Array.from({ length: 14_000 }, (_, i) => hit(i)).join("");

describe("logs", () => {
  checkReader(logReader, {
    table: async () => sourceOf(long),
    changed: async () => sourceOf(long.replace("/page/777 ", "/page/778 ")),
    unreadable: {
      "a line without end": { files: filesOf(hit(1), "x".repeat(17 * 1024 * 1024)), code: "bad-format" },
      "names without a row": { files: filesOf("#separator \\x09\n#fields\ta\tb\n"), code: "header-only" },
    },
  });
});

describe("an access log", () => {
  it("has a column for each part of its lines, with - as missing", async () => {
    const { format, kinds, cells, rows, doubts } = await opened(
      [
        '198.51.100.7 - frank [10/Oct/2000:13:55:36 -0700] "GET /a%20b.gif?x=1 HTTP/1.0" 200 2326 "http://example.net/start" "Mozilla/5.0 (X11; \\"quoted\\")"',
        '2001:db8::17 - - [10/Oct/2000:13:55:37 -0700] "POST /form HTTP/1.1" 304 - "-" "curl/8.0"',
        '198.51.100.9 - - [10/Oct/2000:13:55:38 -0700] "\\x16\\x03\\x01" 400 226 "-" "-"',
      ].join("\n"),
    );
    // What the format says itself is no guess.
    expect(doubts).toEqual([]);
    expect(format).toBe("log");
    expect(rows).toBe(3);
    expect(kinds).toMatchObject({ time: "time", status: "number", "status class": "category", bytes: "number" });
    expect(cells).toMatchObject({
      client: ["198.51.100.7", "2001:db8::17", "198.51.100.9"],
      user: ["frank", null, null],
      time: ["2000-10-10T13:55:36.000Z", "2000-10-10T13:55:37.000Z", "2000-10-10T13:55:38.000Z"],
      request: ["GET /a%20b.gif?x=1 HTTP/1.0", "POST /form HTTP/1.1", "\\x16\\x03\\x01"],
      method: ["GET", "POST", null],
      path: ["/a%20b.gif", "/form", null],
      status: [200, 304, 400],
      "status class": ["2xx", "3xx", "4xx"],
      bytes: [2326, null, 226],
      referrer: ["http://example.net/start", null, null],
      "user agent": ['Mozilla/5.0 (X11; "quoted")', "curl/8.0", null],
    });
  });

  it("may have a virtual host in front, and the time taken and more behind", async () => {
    const { cells, kinds } = await opened(
      [
        'www.example.net:443 198.51.100.7 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.1" 200 12 "-" "curl" 0.014 rt=0.5',
        'img.example.net:443 198.51.100.8 - Jo Ann [10/Oct/2000:13:55:37 -0700] "GET / HTTP/1.1" 200 14 "-" "curl" 1.250 rt=0.7',
      ].join("\n"),
    );
    expect(cells).toMatchObject({
      "virtual host": ["www.example.net:443", "img.example.net:443"],
      client: ["198.51.100.7", "198.51.100.8"],
      user: [null, "Jo Ann"],
      "time taken": [0.014, 1.25],
      rt: [0.5, 0.7],
    });
    expect(kinds).toMatchObject({ "time taken": "number", rt: "number" });
  });

  it("tells of lines that do not fit, and keeps the others", async () => {
    const text = `${Array.from({ length: 9 }, (_, i) => hit(i)).join("")}logrotate: done\n${hit(10)}`;
    const { rows, notes } = await opened(text);
    expect(rows).toBe(10);
    expect(notes).toContainEqual({
      code: "log.odd-lines",
      values: { count: 1, first: 10, example: "logrotate: done" },
    });
  });
});

describe("a log of Zeek", () => {
  const text = [
    "#separator \\x09",
    "#set_separator\t,",
    "#empty_field\t(empty)",
    "#unset_field\t-",
    "#path\tconn",
    "#open\t2024-05-01-00-00-00",
    "#fields\tts\tuid\tid.resp_p\tduration\tlocal\tnote\tdomain",
    "#types\ttime\tstring\tport\tinterval\tbool\tstring\tstring",
    "1714521602.648417\tC1\t443\t0.25\tT\t/a#b\t(empty)",
    "1714521603.500000\tC2\t22\t-\tF\tx\\x09y\t12",
    "#close\t2024-05-01-01-00-00",
  ].join("\n");

  it("names and types its columns itself; what begins with # is no row, what holds it is whole", async () => {
    const { kinds, cells, rows, notes } = await opened(text);
    expect(rows).toBe(2);
    expect(kinds).toMatchObject({ ts: "time", "id.resp_p": "category", duration: "number", local: "category" });
    expect(kinds.domain).toBe("category");
    expect(cells).toEqual({
      ts: ["2024-05-01T00:00:02.648Z", "2024-05-01T00:00:03.500Z"],
      uid: ["C1", "C2"],
      "id.resp_p": ["443", "22"],
      duration: [0.25, null],
      local: ["T", "F"],
      note: ["/a#b", "x\ty"],
      domain: [null, "12"],
    });
    expect(notes).toContainEqual(expect.objectContaining({ code: "log.described" }));
  });

  it("is read the same where gzip packed it", async () => {
    const packed = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
    expect((await opened(packed)).cells).toEqual((await opened(text)).cells);
  });
});

it("reads an extended log whose fields change on the way", async () => {
  const { kinds, cells, rows } = await opened(
    [
      "#Software: Microsoft Internet Information Services 10.0",
      "#Fields: date time c-ip cs-method sc-status time-taken cs(User-Agent)",
      "2024-05-01 10:00:00 198.51.100.7 GET 200 15 Mozilla/5.0+(X11)",
      "2024-05-01 10:00:01 198.51.100.8 - 404 20 -",
      "#Fields: date time cs-method c-ip sc-status time-taken",
      "2024-05-01 10:00:02 PUT 198.51.100.9 500 31",
    ].join("\r\n"),
  );
  expect(rows).toBe(3);
  expect(kinds).toMatchObject({ time: "time", "sc-status": "number", "time-taken": "number" });
  expect(cells).toMatchObject({
    time: ["2024-05-01T10:00:00.000Z", "2024-05-01T10:00:01.000Z", "2024-05-01T10:00:02.000Z"],
    "cs-method": ["GET", null, "PUT"],
    "c-ip": ["198.51.100.7", "198.51.100.8", "198.51.100.9"],
    "cs(User-Agent)": ["Mozilla/5.0+(X11)", null, null],
  });
});

describe("a system log", () => {
  it("gets its year from the date of the file, and turns it at New Year", async () => {
    const { cells, kinds, notes } = await opened(
      [
        "<38>Dec 31 23:59:58 combo sshd(pam_unix)[19939]: authentication failure; user=root",
        "<38>Dec 31 23:59:59 combo last message repeated 2 times",
        "<86>Jan  1 00:00:03 combo Web Content[77]: hello: world",
        "\tand more of it",
      ].join("\n"),
      "2024-01-05T00:00:00Z",
    );
    expect(kinds.time).toBe("time");
    expect(cells).toMatchObject({
      severity: ["info", "info", "info"],
      time: ["2023-12-31T23:59:58.000Z", "2023-12-31T23:59:59.000Z", "2024-01-01T00:00:03.000Z"],
      host: ["combo", "combo", "combo"],
      process: ["sshd(pam_unix)", null, "Web Content"],
      message: ["authentication failure; user=root", "last message repeated 2 times", "hello: world\n\tand more of it"],
    });
    expect(notes.map(({ code }) => code)).toEqual(["log.form.syslog", "log.no-year", "log.continued", "log.templates"]);
  });

  it("may be of another year", async () => {
    const line = "Mar  3 00:00:01 host cron[1]: a\n";
    const source = {
      name: "x",
      files: [{ path: "x", blob: new File([line], "x", { lastModified: Date.UTC(2024, 5) }) }],
    };
    const { guesses } = await logReader.inspect(source, {});
    expect(guesses.find(({ field }) => field === "date")).toMatchObject({
      value: "2024-01-01",
      sure: false,
      alternatives: ["2023-01-01", "2025-01-01"],
    });
    const { plan } = await logReader.inspect(source, { date: "2023-01-01" });
    const { dataset } = await logReader.read(source, plan, patient);
    expect(dataset.columns[0]).toMatchObject({ values: Float64Array.of(Date.UTC(2023, 2, 3, 0, 0, 1)) });
  });

  it("of RFC 5424 has its data whole", async () => {
    const { cells } = await opened(
      [
        "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \ufeff'su root' failed",
        '<165>1 2003-10-11T22:14:15.500Z host app 8710 ID48 [a@1 eventID="10]11"][b@1 c="d"] text',
      ].join("\n"),
    );
    expect(cells).toMatchObject({
      facility: ["auth", "local4"],
      severity: ["crit", "notice"],
      "process id": [null, "8710"],
      message: ["'su root' failed", "text"],
    });
  });
});

describe("the log of an application", () => {
  const parsed = async (...lines: string[]) => (await opened(lines.join("\n"), "2024-03-20T12:00:00Z")).cells;

  it.each([
    [
      "log4j",
      "2015-10-18 18:01:47,978 INFO [main] org.apache.MRAppMaster: Created it",
      { time: "2015-10-18T18:01:47.978Z", level: "INFO", thread: "main", component: "org.apache.MRAppMaster" },
    ],
    [
      "HDFS",
      "081109 203615 148 INFO dfs.DataNode$Responder: Created it",
      { time: "2008-11-09T20:36:15.000Z", level: "INFO", process: "148", component: "dfs.DataNode$Responder" },
    ],
    [
      "Spark",
      "17/06/09 20:10:40 INFO executor.Backend: Created it",
      { time: "2017-06-09T20:10:40.000Z", component: "executor.Backend" },
    ],
    [
      "Zookeeper",
      "2015-07-29 17:41:44,747 - INFO  [QuorumPeer[myid=1]/0:0:0:0:FastLeader@774] - Created it",
      { level: "INFO", thread: "QuorumPeer[myid=1]/0:0:0:0:FastLeader@774" },
    ],
    [
      "Spring Boot",
      "2024-03-17T10:00:00.123+01:00  WARN 4711 --- [nio-80-exec-1] c.e.App  : Created it",
      { time: "2024-03-17T10:00:00.123Z", process: "4711", thread: "nio-80-exec-1", component: "c.e.App" },
    ],
    ["Python", "2024-03-17 10:00:00,123 - my.module - ERROR - Created it", { level: "ERROR", component: "my.module" }],
    ["Apache", "[Sun Dec 04 04:47:44 2005] [notice] Created it", { time: "2005-12-04T04:47:44.000Z", level: "notice" }],
    ["nginx", "2024/03/17 10:00:00 [error] Created it", { time: "2024-03-17T10:00:00.000Z", level: "error" }],
    [
      "logback",
      "10:00:00.123 [main] DEBUG c.e.App - Created it",
      { time: "2024-03-20T10:00:00.123Z", thread: "main", component: "c.e.App" },
    ],
    [
      "OpenStack",
      "nova.log 2017-05-16 00:00:00.008 25746 INFO nova.server: Created it",
      { source: "nova.log", process: "25746", component: "nova.server" },
    ],
    [
      "logcat",
      "03-17 16:13:38.811  1702  2395 D WindowManager: Created it",
      { time: "2024-03-17T16:13:38.811Z", level: "debug", component: "WindowManager" },
    ],
    [
      "glog",
      "I0312 12:00:00.123456    4321 server.go:123] Created it",
      { time: "2024-03-12T12:00:00.123Z", level: "info", component: "server.go" },
    ],
  ])("as %s writes it is cut into its parts", async (_, line, expected) => {
    const cells = await parsed(line, line, line);
    for (const [name, value] of Object.entries({ ...expected, message: "Created it" }))
      expect(cells[name], name).toEqual([value, value, value]);
  });

  it("keeps a stack trace with the line before it", async () => {
    const { cells, notes } = await opened(
      "2024-01-01 00:00:00 ERROR a.B: failed\njava.io.IOException: no\n\tat a.B.c(B.java:1)\n2024-01-01 00:00:01 INFO a.B: on\n",
    );
    expect(cells.message).toEqual(["failed\njava.io.IOException: no\n\tat a.B.c(B.java:1)", "on"]);
    expect(notes).toContainEqual({
      code: "log.continued",
      values: { count: 2, first: 2, example: "java.io.IOException: no" },
    });
  });

  it("takes a first word with a colon for a component only where nearly all lines have one", async () => {
    const cells = await parsed("2024-01-01 00:00:00 ERROR Failed: no room", "2024-01-01 00:00:01 INFO going on");
    expect(cells).toMatchObject({ message: ["Failed: no room", "going on"] });
    expect(cells.component).toBeUndefined();
  });
});

describe("messages", () => {
  const at = (i: number) =>
    `2024-01-01 00:${String(Math.floor(i / 60)).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}`;
  const blocks = Array.from({ length: 40 }, (_, i) => {
    const block = `blk_-16089996${10 + (i % 8)}`;
    const text = i < 8 ? `Receiving block ${block} src: /10.0.0.${i}:5${i}` : `Served block ${block} to node${i}`;
    return `${at(i)} INFO dfs.DataNode: ${text}`;
  });

  it("become templates with their variables, and events of what they are about", async () => {
    const { table, cells } = await opened([...blocks.slice(0, 39), `${at(39)} WARN dfs.DataNode: Lost`].join("\n"));
    const template = cells.template ?? [];
    expect(template.slice(0, 2)).toEqual([
      "Receiving block blk_<num> src: <ip>:<num>",
      "Receiving block blk_<num> src: <ip>:<num>",
    ]);
    expect([template[20], template[39]]).toEqual(["Served block blk_<num> to <*>", "Lost"]);
    expect(cells.variables?.[1]).toBe("-1608999611 | /10.0.0.1 | 51");
    expect(cells.subject?.slice(38)).toEqual(["blk_-1608999616", null]);
    const names = table.dataset.columns.map(({ name }) => name);
    expect(table.hints?.rowKind).toEqual({
      rowKind: {
        kind: "events",
        symbol: names.indexOf("template"),
        sequence: names.indexOf("subject"),
        time: 0,
        level: "event",
      },
      why: { code: "shape.events", values: { symbol: "template", symbols: 3, sequence: "subject", sequences: 8 } },
    });
    expect(table.hints?.roles.get(names.indexOf("message"))?.role).toBe("ignore");
  });

  it("stand in the same columns where they are looked at, and where the rows are a sample", async () => {
    const source = sourceOf(blocks.join("\n"));
    const { plan, columns, preview } = await logReader.inspect(source, {});
    const { dataset, report, kindWhy } = await logReader.read(
      source,
      { ...plan, sample: { rows: 10, of: 40, seed: 1 } },
      patient,
    );
    expect(dataset.columns.map(({ name, kind }) => [name, kind])).toEqual(
      columns.map(({ name, kind }) => [name, kind]),
    );
    expect(kindWhy.slice(-3)).toEqual(columns.slice(-3).map(({ why }) => why));
    expect(report.unreadable).toHaveLength(dataset.columns.length);
    expect(preview.rows[0]?.slice(-3)).toEqual([
      "Receiving block blk_<num> src: <ip>:<num>",
      "-1608999610 | /10.0.0.0 | 50",
      "blk_-1608999610",
    ]);
  });

  it("are rows where nothing repeats itself", async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${at(i)} INFO ${"word ".repeat(i + 1)}`);
    expect((await opened(lines.join("\n"))).table.hints?.rowKind).toBeNull();
  });
});

describe("what is no log", () => {
  it.each([
    ["a table with a time first", "2024-01-01 00:00:00,5.2,3\n2024-01-01 00:01:00,5.3,4\n"],
    ["a table apart by tabs", "2024-01-01 00:00:00\tINFO\tstarted\n2024-01-01 00:00:01\tWARN\tslow\n"],
    ["words", "a,b\nINFO,WARN\n"],
    ["times apart by blanks", "2024-01-01 00:00:00 5.2 3\n2024-01-01 00:01:00 5.3 4\n"],
    ["comments", "# a table\n1,2\n3,4\n"],
  ])("%s is read as before", async (_, text) => {
    expect((await opened(text)).format).toBe("delimited");
  });
});
