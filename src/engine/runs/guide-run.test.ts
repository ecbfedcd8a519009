import { beforeAll, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { GUIDED } from "../../core/detect/run-key";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { CombineRequest, GuideRequest, RunResult } from "../protocol";

const ROWS = 400;
const quiet = () => undefined;
/** Two groups lie apart from the rest: one of them is a matter of course to whoever knows the data. */
const group = (row: number) => (row % 40 === 0 ? "known" : row % 40 === 1 ? "wrong" : "usual");
const of = (wanted: string) => Array.from({ length: ROWS }, (_, row) => row).filter((row) => group(row) === wanted);

const engine = createInlineEngine();
let combine: CombineRequest;
let consensus: RunResult;

const guidedBy = (rows: readonly number[], strange: readonly number[]): Promise<RunResult> => {
  const marks: GuideRequest["marks"] = { rows: Uint32Array.from(rows), strange: Uint8Array.from(strange) };
  return engine.start("guide", { ...combine, marks }, quiet).result;
};
const meanOf = ({ scores }: RunResult, rows: readonly number[]) =>
  rows.reduce((sum, row) => sum + scores[row]!, 0) / rows.length;

beforeAll(async () => {
  const normal = normalDeviates(seededRandom(3));
  const lines = Array.from({ length: ROWS }, (_, row) => {
    const shift = group(row) === "known" ? 6 : group(row) === "wrong" ? -6 : 0;
    return [normal() + shift, normal() + shift, normal()].map((value) => value.toFixed(3)).join(",");
  });
  const card = await openTable(engine, ["a,b,c", ...lines].join("\n"));
  const runs = [];
  for (const detector of ["isolation-forest", "robust-z", "k-means"])
    runs.push(await engine.start("run", requestFor(card, detector), quiet).result);
  combine = { dataset: card.id, runs: runs.map(({ key }) => key), weights: [1, 1, 1], rule: "scaled" };
  consensus = await engine.start("combine", combine, quiet).result;
});

it("takes what resembles a mark with it, and leaves the rest in the order of the consensus", async () => {
  const [knownRow, ...knownOthers] = of("known");
  const [wrongRow, ...wrongOthers] = of("wrong");
  expect(Math.abs(meanOf(consensus, knownOthers) - meanOf(consensus, wrongOthers))).toBeLessThan(0.3);
  const guided = await guidedBy([knownRow!, wrongRow!], [0, 1]);
  expect(guided.request.detector).toBe(GUIDED);
  expect(meanOf(guided, wrongOthers) - meanOf(guided, knownOthers)).toBeGreaterThan(0.3);
  const usual = of("usual");
  const above = usual.filter((row) => guided.scores[row]! > meanOf(guided, wrongOthers));
  expect(above).toEqual([]);
});

it("is the consensus in its order where nothing was said of any row that it scores", async () => {
  const guided = await guidedBy([], []);
  expect([...guided.order.slice(0, 20)]).toEqual([...consensus.order.slice(0, 20)]);
});

it("says where strange begins once there are a few marks, and is the same for the same marks", async () => {
  const rows = [...of("known").slice(0, 3), ...of("wrong").slice(0, 3)].sort((a, b) => a - b);
  const strange = rows.map((row) => (group(row) === "wrong" ? 1 : 0));
  const [first, again] = [await guidedBy(rows, strange), await guidedBy(rows, strange)];
  expect(again.key).toBe(first.key);
  expect([...again.scores]).toEqual([...first.scores]);
  const flagged = Array.from(first.order.slice(0, first.suggestions.find(({ name }) => name === "marked")?.count));
  expect(flagged.sort((a, b) => a - b)).toEqual(of("wrong"));
});

it("is explained as its members are", async () => {
  const guided = await guidedBy([of("wrong")[0]!], [1]);
  const [explained] = await engine.ask("explain", { run: guided.key, rows: Uint32Array.of(of("wrong")[1]!) });
  expect(explained?.contributions[0]?.column).toBeLessThan(2);
});
