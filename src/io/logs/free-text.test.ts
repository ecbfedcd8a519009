import { describe, expect, it } from "vitest";
import { logSource, openedLog } from "../../testing/opened-log";
import { quiet } from "../../testing/read-text";
import { logReader } from "./log-reader";

describe("a system log", () => {
  it("gets its year from the date of the file, and turns it at New Year", async () => {
    const { cells, kinds, notes } = await openedLog(
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
    const { dataset } = await logReader.read(source, plan, quiet);
    expect(dataset.columns[0]).toMatchObject({ values: Float64Array.of(Date.UTC(2023, 2, 3, 0, 0, 1)) });
  });

  it("of RFC 5424 has its data whole", async () => {
    const { cells } = await openedLog(
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
  const parsed = async (...lines: string[]) => (await openedLog(lines.join("\n"), "2024-03-20T12:00:00Z")).cells;

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
    const { cells, notes } = await openedLog(
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
    const { table, cells } = await openedLog([...blocks.slice(0, 39), `${at(39)} WARN dfs.DataNode: Lost`].join("\n"));
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
      why: { code: "row-kind.events", values: { symbol: "template", symbols: 3, sequence: "subject", sequences: 8 } },
    });
    expect(table.hints?.roles.get(names.indexOf("message"))?.role).toBe("ignore");
  });

  it("stand in the same columns where they are looked at, and where the rows are a sample", async () => {
    const source = logSource(blocks.join("\n"));
    const { plan, columns, preview } = await logReader.inspect(source, {});
    const { dataset, report, kindWhy } = await logReader.read(
      source,
      { ...plan, sample: { rows: 10, of: 40, seed: 1 } },
      quiet,
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
    expect((await openedLog(lines.join("\n"))).table.hints?.rowKind).toBeNull();
  });
});
