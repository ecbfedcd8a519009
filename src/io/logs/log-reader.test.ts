import { describe, expect, it } from "vitest";
import { logSource, openedLog } from "../../testing/opened-log";
import { checkReader } from "../../testing/reader-checks";
import { logReader } from "./log-reader";

const hit = (i: number) =>
  `198.51.100.${i % 200} - - [10/Oct/2000:13:55:${String(i % 60).padStart(2, "0")} -0700] "GET /page/${i} HTTP/1.0" 200 ${1000 + i}\n`;
const long = Array.from({ length: 14_000 }, (_, i) => hit(i)).join("");

describe("logs", () => {
  checkReader(logReader, {
    table: async () => logSource(long),
    changed: async () => logSource(long.replace("/page/777 ", "/page/778 ")),
    unreadable: {
      "a line without end": { files: logSource(hit(1), "x".repeat(17 * 1024 * 1024)).files, code: "bad-format" },
      "names without a row": { files: logSource("#separator \\x09\n#fields\ta\tb\n").files, code: "header-only" },
    },
  });
});

describe("an access log", () => {
  it("has a column for each part of its lines, with - as missing", async () => {
    const { format, kinds, cells, rows, doubts } = await openedLog(
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
    const { cells, kinds } = await openedLog(
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
    const { rows, notes } = await openedLog(text);
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
    const { kinds, cells, rows, notes } = await openedLog(text);
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
    expect((await openedLog(packed)).cells).toEqual((await openedLog(text)).cells);
  });
});

it("reads an extended log whose fields change on the way", async () => {
  const { kinds, cells, rows } = await openedLog(
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

describe("what is no log", () => {
  it.each([
    ["a table with a time first", "2024-01-01 00:00:00,5.2,3\n2024-01-01 00:01:00,5.3,4\n"],
    ["a table apart by tabs", "2024-01-01 00:00:00\tINFO\tstarted\n2024-01-01 00:00:01\tWARN\tslow\n"],
    ["words", "a,b\nINFO,WARN\n"],
    ["times apart by blanks", "2024-01-01 00:00:00 5.2 3\n2024-01-01 00:01:00 5.3 4\n"],
    ["comments", "# a table\n1,2\n3,4\n"],
  ])("%s is read as before", async (_, text) => {
    expect((await openedLog(text)).format).toBe("delimited");
  });
});

describe("a log of keys and values", () => {
  it("has a column for each key, and loses no key that comes late", async () => {
    const { format, cells, kinds } = await openedLog(
      [
        'time=2024-04-07T06:52:14Z level=info msg="request done, \\"ok\\"" took=12.5ms path=/a',
        "time=2024-04-07T06:52:15Z level=error msg=failed took=3ms path=/b retry",
        ...Array.from(
          { length: 300 },
          (_, i) => `time=2024-04-07T07:00:00Z level=info msg=m${i % 2} took=${i}ms path=/`,
        ),
        "time=2024-04-07T08:00:00Z level=info msg=late took=1ms path=/ trace=77",
      ].join("\n"),
    );
    expect(format).toBe("log");
    expect(kinds).toMatchObject({ time: "time", level: "category", took: "number", further: "category" });
    expect(cells["msg"]?.slice(0, 2)).toEqual(['request done, "ok"', "failed"]);
    expect(cells["took"]?.slice(0, 2)).toEqual([12.5, 3]);
    expect(cells["further"]?.at(-1)).toBe("trace=77");
  });

  it("leaves prose with an equals sign alone", async () => {
    const prose = Array.from({ length: 30 }, (_, i) => `we saw that x=${i} and went on`).join("\n");
    expect((await openedLog(`a,b\n1,2\n${prose}`)).format).toBe("delimited");
  });
});

it("reads the journal of systemd by its entries", async () => {
  const entry = (i: number) =>
    `__CURSOR=s=ab;i=${i}\n__REALTIME_TIMESTAMP=${1_712_465_534_000_000 + i * 1_000_000}\nPRIORITY=${i % 7}\nMESSAGE=Accepted key for u${i % 3}\n\n`;
  const { format, rows, cells, kinds } = await openedLog(Array.from({ length: 60 }, (_, i) => entry(i)).join(""));
  expect([format, rows, kinds["__REALTIME_TIMESTAMP"]]).toEqual(["log", 60, "time"]);
  expect(cells["MESSAGE"]?.[4]).toBe("Accepted key for u1");
  expect(cells["__CURSOR"]?.[59]).toBe("s=ab;i=59");
});

it("reads metrics of Prometheus, and what describes them as no rows", async () => {
  const line = (i: number) => `cpu_seconds_total{cpu="${i}",mode="a } b"} ${i}.5 1709528767${i % 10}00`;
  const lines = [
    "# HELP cpu_seconds_total Seconds",
    "# TYPE cpu_seconds_total counter",
    ...Array.from({ length: 20 }, (_, i) => line(i)),
    "up NaN",
  ];
  const { format, rows, cells, kinds } = await openedLog(lines.join("\n"));
  expect([format, rows, kinds["value"], kinds["time"]]).toEqual(["log", 21, "number", "time"]);
  expect(["metric", "labels", "value", "time"].map((name) => cells[name]?.[1])).toEqual([
    "cpu_seconds_total",
    'cpu="1",mode="a } b"',
    1.5,
    "2024-03-04T05:06:07.100Z",
  ]);
});

it("reads an access log of a proxy", async () => {
  const line = (i: number) =>
    `${1_712_465_534 + i}.250    ${90 + i} 192.168.0.9 TCP_MISS/200 ${400 + i} GET http://example.com/${i} - HIER_DIRECT/93.184.216.34 text/html`;
  const { rows, cells } = await openedLog(Array.from({ length: 40 }, (_, i) => line(i)).join("\n"));
  expect(rows).toBe(40);
  const firsts = ["time", "duration", "status", "bytes"].map((name) => cells[name]?.[0]);
  expect(firsts).toEqual(["2024-04-07T04:52:14.250Z", 90, "200", 400]);
});
