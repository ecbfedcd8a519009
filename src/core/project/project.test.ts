import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyProject, outlines, surroundings } from "../../testing/any-project";
import { randomRuns } from "../../testing/random-runs";
import { firstInstance } from "./instance";
import { decodeProject, encodeProject, type Project } from "./project";

const read = (value: unknown) => decodeProject(value, surroundings);
const parsed = (project: Project): unknown => JSON.parse(encodeProject(project));
const withNumber = (number: number, of: Project): unknown => ({ ...(parsed(of) as object), version: number });
const [someProject] = fc.sample(anyProject, { numRuns: 1, seed: 1 });

type Path = readonly (string | number)[];

/** Where every value that is no object and no list stands. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) =>
    leavesOf(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((one: unknown, at) => (at === first ? replaced(one, rest, by) : one));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, one]) => [name, name === first ? replaced(one, rest, by) : one]),
  );
}

/** Values that are lawful nowhere but where a text or any number may stand. */
const garbage = fc.constantFrom<unknown>({}, { kind: "?" }, [[]], [{ id: 3 }], -7.5, "\u0000?".repeat(20_000));

describe("a document", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(read(parsed(project))).toEqual({ project, dropped: [] });
      }),
      randomRuns(),
    );
  });

  it("becomes a lawful project whatever it holds", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.record(
        Object.fromEntries(
          Object.keys(someProject ?? {}).map((name) => [name, fc.oneof(fc.jsonValue(), fc.anything())]),
        ),
        { requiredKeys: [] },
      ),
      fc.record({ version: fc.anything(), picked: fc.jsonValue(), params: fc.jsonValue(), recipe: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const found = read(value);
        const isDocument = typeof value === "object" && value !== null && !Array.isArray(value);
        expect(found !== null).toBe(isDocument);
        if (!found) return;
        const { project } = found;
        expect(project.picked.length).toBeGreaterThan(0);
        expect(read(parsed(project))).toEqual({ project, dropped: [] });
      }),
      randomRuns(1000),
    );
  });

  it("keeps all the rest where one value is damaged", () => {
    const damaged = anyProject.chain((project) => {
      const document = parsed(project);
      const leaves = leavesOf(document).filter(([first]) => first !== "version");
      return fc.record({ project: fc.constant(project), path: fc.constantFrom(...leaves), by: garbage });
    });
    fc.assert(
      fc.property(damaged, ({ project, path, by }) => {
        const found = read(replaced(parsed(project), path, by))?.project;
        const [area = "", part] = path;
        // What names a detector that is gone goes with it, and nothing else does.
        const dependent = area === "detectors" ? ["picked", "shown", "consensus"] : ["shown"];
        for (const [name, before] of Object.entries(project))
          if (name !== area && !dependent.includes(name)) expect(found).toHaveProperty([name], before);
        const before = Object.entries(project).find(([name]) => name === area)?.[1] as unknown;
        const after = Object.entries(found ?? {}).find(([name]) => name === area)?.[1] as unknown;
        if (Array.isArray(before)) expect(after).toEqual(expect.arrayContaining(before.filter((_, at) => at !== part)));
      }),
      randomRuns(500),
    );
  });

  it("keeps the other parameters of a detector where one is damaged", () => {
    const document = {
      version: 1,
      picked: ["autoencoder"],
      detectors: [{ id: "autoencoder", detector: "autoencoder", params: { rate: "fast", deep: true, gone: 1 } }],
    };
    const found = read(document);
    expect(found?.project.detectors).toContainEqual({
      id: "autoencoder",
      detector: "autoencoder",
      params: { rate: 0.01, deep: true },
    });
    expect(found?.dropped).toEqual([{ code: "project.dropped.detectors", values: { count: 2 } }]);
  });

  it("has the detectors that are known, and leaves out those that are not", () => {
    const found = read({
      version: 1,
      picked: ["oracle", "k-means", "k-means-2"],
      shown: "oracle",
      detectors: [
        { id: "oracle", detector: "oracle", params: {} },
        { id: "k-means-2", detector: "k-means", params: { groups: 3 } },
      ],
    });
    expect(found?.project.detectors).toEqual([
      ...outlines.map(firstInstance),
      { id: "k-means-2", detector: "k-means", params: { groups: 3, rule: "near" } },
    ]);
    expect(found?.project.picked).toEqual(["k-means", "k-means-2"]);
    expect(found?.project.shown).toBe("k-means");
  });

  it("shows what marks guide where it did, and where marks can guide anything", () => {
    const row = "00ff00ff00ff00ff.0";
    const shownWith = (verdict: string) =>
      read({ version: 1, picked: ["k-means", "autoencoder"], shown: "guided", marks: [{ row, verdict }] })?.project
        .shown;
    expect(shownWith("anomaly")).toBe("guided");
    expect(shownWith("unsure")).toBe("k-means");
  });

  it("of a newer version is read as far as it goes, and says so", () => {
    const project = someProject ?? expect.fail();
    expect(read(withNumber(7, project))).toEqual({ project, dropped: [{ code: "project.newer" }] });
  });
});

describe("a document of version 1, in which there were names or none", () => {
  const headerIn = (header: unknown, fixed: object) => {
    const found = read({
      version: 1,
      reading: { dialect: { delimiter: ";", header }, fixed, kinds: [], sample: null },
    });
    expect(found?.dropped).toEqual([]);
    return [found?.project.reading?.dialect.header, found?.project.reading?.fixed.header];
  };

  it("keeps what a person chose, and lets the rest be guessed anew", () => {
    expect(headerIn(true, { header: true })).toEqual([
      { first: 1, count: 1 },
      { first: 1, count: 1 },
    ]);
    expect(headerIn(false, { header: false })).toEqual([
      { first: 1, count: 0 },
      { first: 1, count: 0 },
    ]);
    expect(headerIn(true, {})).toEqual([undefined, undefined]);
  });
});

describe("choices kept before there were versions", () => {
  const old = {
    plan: { dialect: { delimiter: ";", header: true }, kinds: { 2: "text" }, sample: null },
    fixed: { delimiter: ";" },
    recipe: {
      columns: [{ role: "label", missing: { kind: "median" }, scale: "auto" }],
      oneHotLimit: 5,
      withinGroup: true,
      shape: { kind: "series", time: 0, group: null },
    },
    picked: ["autoencoder", "k-means"],
    params: { "k-means": { groups: 3 }, autoencoder: { rate: 0.5, deep: true } },
    shown: "consensus",
    seed: 9,
    backend: "cpu",
    cuts: { "k-means": { kind: "top-k", k: 4 } },
    consensus: { members: ["k-means"], rule: "max", weights: { "k-means": 2 } },
    stretches: { leastSteps: 2, mergeGap: 0 },
    labelled: { name: "w.json", entry: "", windows: [{ from: 1, to: 2 }] },
    axes: { kind: "components" },
  };

  const detectors = [...outlines, { id: "series-findings", params: {}, tests: true }];
  const readNow = (value: unknown) => decodeProject(value, { ...surroundings, detectors });

  it("keep everything that hangs on no position of a column, and look for findings", () => {
    expect(readNow(old)?.project).toEqual({
      reading: {
        dialect: { delimiter: ";" },
        fixed: { delimiter: ";" },
        kinds: [],
        noValue: [],
        made: [],
        joined: null,
        others: {},
        sample: null,
      },
      recipe: { oneHotLimit: 5, withinGroup: true, columns: [], chosen: [] },
      detectors: [
        { id: "k-means", detector: "k-means", params: { groups: 3, rule: "near" } },
        { id: "autoencoder", detector: "autoencoder", params: { rate: 0.5, deep: true } },
        { id: "series-findings", detector: "series-findings", params: {} },
      ],
      picked: ["series-findings", "autoencoder", "k-means"],
      shown: "consensus",
      seed: 9,
      backend: "cpu",
      thresholds: { "k-means": { kind: "top-k", k: 4 } },
      consensus: { members: ["k-means"], rule: "max", weights: { "k-means": 2 } },
      stretches: { leastSteps: 2, mergeGap: 0 },
      labelled: { name: "w.json", entry: "", windows: [{ from: 1, to: 2 }] },
      judgedBy: null,
      sample: null,
      rules: [],
      report: { heading: "", remarks: "", without: [] },
      marks: [],
      truth: null,
      layout: { axes: { kind: "components" } },
    });
  });

  it("say what of them is guessed anew", () => {
    expect(readNow(old)?.dropped).toEqual([
      { code: "project.dropped.reading", values: { count: 1 } },
      { code: "project.dropped.recipe", values: { count: 2 } },
    ]);
  });

  it("show no consensus of the findings and one detector that ranks", () => {
    expect(readNow({ ...old, picked: ["k-means"] })?.project).toMatchObject({
      picked: ["series-findings", "k-means"],
      shown: "series-findings",
    });
  });
});
