import { describe, expect, test } from "vitest";
import type { Backend } from "../../../core/detect/context";
import words from "../../../messages/en/notes/neural.json";
import { BackendChooser, type Machine, type Workload } from "./backend";
import type { Renderer } from "./renderer";
import type { Tf } from "./tf";

const card: Renderer = { name: "Card 3000", software: false };
const swiftShader: Renderer = { name: "SwiftShader", software: true };

/** A machine whose training steps take the given milliseconds; null: the backend does not start. */
function machineWith(
  renderer: Renderer | null,
  steps: Partial<Record<Backend, number | null>>,
  browser = true,
): { machine: Machine; workload: Workload; started: Backend[]; trainings: () => number } {
  let [clock, active, trainings] = [0, "cpu" as Backend, 0];
  const started: Backend[] = [];
  const machine: Machine = {
    browser,
    renderer: () => renderer,
    now: () => clock,
    start: (backend) => {
      started.push(backend);
      active = backend;
      if (steps[backend] === null) return Promise.reject(new Error("no"));
      return Promise.resolve({} as Tf);
    },
  };
  const workload: Workload = {
    key: "work",
    steps: 10,
    train: () => {
      trainings++;
      clock += 10 * (steps[active] ?? 5);
      return Promise.resolve();
    },
  };
  return { machine, workload, started, trainings: () => trainings };
}

const cases: readonly [string, Parameters<typeof machineWith>, "auto" | Backend, Backend, string][] = [
  ["a software renderer is avoided", [swiftShader, { wasm: 9 }], "auto", "wasm", "software-renderer"],
  ["the faster one: a graphics card", [card, { wasm: 9, webgl: 3 }], "auto", "webgl", "faster"],
  ["the faster one: wasm", [card, { wasm: 9, webgl: 12 }], "auto", "wasm", "faster"],
  ["a card that cannot train", [card, { wasm: 9, webgl: null }], "auto", "wasm", "webgl-failed"],
  ["a small network needs no card", [card, { wasm: 1, webgl: 0.1 }], "auto", "wasm", "small"],
  ["no WebGL", [null, { wasm: 9 }], "auto", "wasm", "no-webgl"],
  ["no WebAssembly, but a card", [card, { wasm: null }], "auto", "webgl", "no-wasm"],
  ["neither", [null, { wasm: null }], "auto", "cpu", "last-resort"],
  ["no WebAssembly and a software renderer", [swiftShader, { wasm: null }], "auto", "cpu", "last-resort"],
  ["no browser", [null, {}, false], "auto", "cpu", "no-browser"],
  ["what the user chose", [swiftShader, { webgl: 99 }], "webgl", "webgl", "chosen"],
  ["what the user chose does not run", [swiftShader, { webgpu: null }], "webgpu", "wasm", "chosen-failed"],
  ["wasm was asked for in Node, and runs", [null, {}, false], "wasm", "wasm", "chosen"],
  ["wasm was asked for in Node, and does not run", [null, { wasm: null }, false], "wasm", "cpu", "chosen-failed"],
];

test.each(cases)("%s", async (_, args, preference, backend, code) => {
  const { machine, workload } = machineWith(...args);
  const choice = await new BackendChooser(machine).choose(preference, workload);
  expect([choice.backend, choice.why.code]).toEqual([backend, `neural.backend.${code}`]);
  const sentence = words.neural.backend[code as keyof typeof words.neural.backend];
  const holes = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
  expect(Object.keys(choice.why.values ?? {})).toEqual(expect.arrayContaining(holes));
});

describe("memory", () => {
  test("a choice is measured once", async () => {
    const { machine, workload, trainings } = machineWith(card, { wasm: 9, webgl: 3 });
    const chooser = new BackendChooser(machine);
    const first = await chooser.choose("auto", workload);
    const before = trainings();
    expect(await chooser.choose("auto", workload)).toBe(first);
    expect(trainings()).toBe(before);
    expect(first.probes).toEqual([
      { backend: "wasm", milliseconds: 9 },
      { backend: "webgl", milliseconds: 3 },
    ]);
  });

  test("a backend that was given up on is not chosen again", async () => {
    const { machine, workload } = machineWith(card, { wasm: 9, webgl: 3 });
    const chooser = new BackendChooser(machine);
    expect((await chooser.choose("auto", workload)).backend).toBe("webgl");
    chooser.giveUpOn("webgl");
    expect((await chooser.choose("auto", workload)).backend).toBe("wasm");
    expect((await chooser.choose("webgl", workload)).why.code).toBe("neural.backend.chosen-failed");
  });

  test("nothing runs: a failure, not a hang", async () => {
    const { machine, workload } = machineWith(null, { wasm: null, cpu: null });
    await expect(new BackendChooser(machine).choose("auto", workload)).rejects.toMatchObject({
      info: { code: "backend-failed" },
    });
  });
});

test("a choice is called off between two of its steps, and what was not tried yet is not held against it", async () => {
  const { machine, workload, trainings } = machineWith(card, { wasm: 9, webgl: 3 });
  const chooser = new BackendChooser(machine);
  for (const steps of [0, 1, 2]) {
    let taken = 0;
    const pause = () => (taken++ < steps ? Promise.resolve() : Promise.reject(new Error("called off")));
    await expect(chooser.choose("auto", workload, pause)).rejects.toThrow("called off");
  }
  expect(trainings()).toBe(2);
  expect((await chooser.choose("auto", workload)).backend).toBe("webgl");
});
