import type { Note, NoteCode } from "../../../core/data/note";
import { Failure } from "../../../core/data/failure";
import type { Backend } from "../../../core/detect/context";
import { rendererOf, type Renderer } from "./renderer";
import { startBackend, type Tf } from "./tf";

/** A few real training steps, so that the choice is made on the work that is to be done. */
export interface Workload {
  /** Choices are remembered by this: networks of one kind and size class share a key. */
  readonly key: string;
  /** How many steps one call of `train` takes. */
  readonly steps: number;
  /** Trains from fixed weights and waits until the device is done. */
  train(tf: Tf): Promise<void>;
}

export interface Choice {
  readonly backend: Backend;
  readonly why: Note;
  /** What each backend that was tried needs for one training step. */
  readonly probes: readonly { readonly backend: Backend; readonly milliseconds: number }[];
}

/** What the choice depends on; tests give their own machine. */
export interface Machine {
  readonly browser: boolean;
  renderer(): Renderer | null;
  start(backend: Backend): Promise<Tf>;
  /** Milliseconds. The only clock in the detectors: a backend is chosen by its measured speed. */
  now(): number;
}

/** What is used of the global scope here: this folder is checked without the DOM's and Node's types. */
interface Scope {
  readonly performance: { now(): number };
  readonly process?: { readonly versions?: { readonly node?: string } };
}

// A structural view of the global scope.
const scope = globalThis as unknown as Scope;

/** The machine that this worker runs on. In Node, where the .wasm addresses of the page mean nothing, cpu is chosen unless another is asked for. */
export const thisMachine: Machine = {
  browser: scope.process?.versions?.node === undefined,
  renderer: rendererOf,
  start: startBackend,
  now: () => scope.performance.now(),
};

/** A training step on a graphics card issues about a hundred draw calls: one that is this fast without cannot gain. */
const MAX_DRAW_CALL_MS = 2;

/** Lets others in between two steps of a choice; rejects where it is called off, and nothing is learned of what was not tried. */
type Pause = () => Promise<void>;
const unpaused: Pause = () => Promise.resolve();

/** Chooses backends and remembers what it learned, for as long as the worker lives. */
export class BackendChooser {
  private readonly chosen = new Map<string, Choice>();
  private readonly broken = new Set<Backend>();

  constructor(private readonly machine: Machine) {}

  /**
   * The backend for this work: the one asked for where it runs; else WebGL or WASM by a timed probe, WebGL only on a
   * real graphics card; cpu last. Throws Failure "backend-failed" when nothing runs.
   */
  async choose(preference: "auto" | Backend, workload: Workload, pause: Pause = unpaused): Promise<Choice> {
    const key = `${preference} ${workload.key}`;
    const known = this.chosen.get(key);
    if (known && !this.broken.has(known.backend)) return known;
    const choice =
      preference === "auto" ? await this.fastest(workload, pause) : await this.asked(preference, workload, pause);
    this.chosen.set(key, choice);
    return choice;
  }

  /** Makes the choice of `choose` active and answers with tfjs. */
  start(choice: Choice): Promise<Tf> {
    return this.machine.start(choice.backend);
  }

  /** Never choose this backend again: it gave nonsense or lost its device. */
  giveUpOn(backend: Backend): void {
    this.broken.add(backend);
  }

  private async asked(wanted: Backend, workload: Workload, pause: Pause): Promise<Choice> {
    if (await this.runs(wanted))
      return { backend: wanted, why: { code: "neural.backend.chosen", values: { backend: wanted } }, probes: [] };
    const choice = await this.fastest(workload, pause);
    const why = { code: "neural.backend.chosen-failed" as const, values: { wanted, backend: choice.backend } };
    return { ...choice, why };
  }

  private async fastest(workload: Workload, pause: Pause): Promise<Choice> {
    if (!this.machine.browser) return this.lastResort("neural.backend.no-browser");
    if (!(await this.runs("wasm"))) return this.withoutWasm();
    await pause();
    const renderer = this.broken.has("webgl") ? null : this.machine.renderer();
    if (!renderer)
      return { backend: "wasm", why: { code: "neural.backend.no-webgl", values: { backend: "wasm" } }, probes: [] };
    if (renderer.software) {
      const values = { renderer: renderer.name, backend: "wasm" };
      return { backend: "wasm", why: { code: "neural.backend.software-renderer", values }, probes: [] };
    }
    return this.raced(workload, renderer, pause);
  }

  private async raced(workload: Workload, renderer: Renderer, pause: Pause): Promise<Choice> {
    const wasm = (await this.probe("wasm", workload, pause)) ?? Infinity;
    const tried = [{ backend: "wasm", milliseconds: wasm }] as const;
    if (wasm < MAX_DRAW_CALL_MS) {
      const values = { backend: "wasm", milliseconds: rounded(wasm) };
      return { backend: "wasm", why: { code: "neural.backend.small", values }, probes: tried };
    }
    const webgl = await this.probe("webgl", workload, pause);
    if (webgl === null && wasm === Infinity) return this.lastResort("neural.backend.last-resort");
    if (webgl === null)
      return {
        backend: "wasm",
        why: { code: "neural.backend.webgl-failed", values: { renderer: renderer.name } },
        probes: tried,
      };
    const backend = webgl < wasm ? "webgl" : "wasm";
    const values = { backend, wasm: rounded(wasm), webgl: rounded(webgl), renderer: renderer.name };
    const probes = [...tried, { backend: "webgl", milliseconds: webgl } as const];
    return { backend, why: { code: "neural.backend.faster", values }, probes };
  }

  private async withoutWasm(): Promise<Choice> {
    const renderer = this.machine.renderer();
    if (renderer && !renderer.software && (await this.runs("webgl")))
      return { backend: "webgl", why: { code: "neural.backend.no-wasm", values: { backend: "webgl" } }, probes: [] };
    return this.lastResort("neural.backend.last-resort");
  }

  private async lastResort(code: NoteCode): Promise<Choice> {
    if (await this.runs("cpu")) return { backend: "cpu", why: { code, values: { backend: "cpu" } }, probes: [] };
    throw new Failure({ code: "backend-failed" });
  }

  private async runs(backend: Backend): Promise<boolean> {
    if (this.broken.has(backend)) return false;
    try {
      await this.machine.start(backend);
      return true;
    } catch {
      this.broken.add(backend);
      return false;
    }
  }

  /** Milliseconds of one training step once warm, or null where the backend does not train. */
  private async probe(backend: Backend, workload: Workload, pause: Pause): Promise<number | null> {
    if (!(await this.runs(backend))) return null;
    await pause();
    try {
      const tf = await this.machine.start(backend);
      await workload.train(tf);
      const start = this.machine.now();
      await workload.train(tf);
      return (this.machine.now() - start) / workload.steps;
    } catch {
      this.broken.add(backend);
      return null;
    }
  }
}

function rounded(milliseconds: number): number {
  return Number(milliseconds.toPrecision(2));
}
