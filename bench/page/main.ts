import { spawnEngine } from "../../src/engine/spawn";
import { createBench } from "./bench";
import { timeGradients, trainImages } from "./images";

// Called from outside, by the benchmarks that drive this page.
Object.assign(globalThis, { bench: createBench(spawnEngine()), images: { timeGradients, trainImages } });
