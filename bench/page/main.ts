import { spawnEngine } from "../../src/engine/spawn";
import { createBench } from "./bench";
import { timeGradients, trainPictures } from "./pictures";

// Called from outside, by the benchmarks that drive this page.
Object.assign(globalThis, { bench: createBench(spawnEngine()), pictures: { timeGradients, trainPictures } });
