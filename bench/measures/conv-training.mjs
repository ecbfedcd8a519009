// @ts-check
import { freshPage } from "../chromium.mjs";
import { median, rangeOf } from "../statistics.mjs";

/** @typedef {{ images: Pick<typeof import("../page/images"), "timeGradients" | "trainImages"> }} Scope */

const WORK = { images: 1000, epochs: 3 };
const BAR = 20;

/** @type {import("../measure").Measure} */
export const convTraining = {
  name: "conv-training",
  async run({ runs, benchSite, browser }) {
    const { url } = await benchSite();
    const page = await freshPage(await browser(), url);
    /** @param {"wasm" | "cpu"} backend */
    const trained = (backend) =>
      page.evaluate((order) => /** @type {Scope} */ (/** @type {unknown} */ (globalThis)).images.trainImages(order), {
        ...WORK,
        backend,
        plain: backend === "cpu",
      });
    /** @param {"wasm" | "cpu"} backend @param {number} repeats */
    const gradients = (backend, repeats) =>
      page.evaluate(
        ([name, count]) =>
          /** @type {Scope} */ (/** @type {unknown} */ (globalThis)).images.timeGradients(name, count, name === "cpu"),
        /** @type {const} */ ([backend, repeats]),
      );
    const ours = [];
    for (let run = 0; run < runs; run++) ours.push(await trained("wasm"));
    const slow = await trained("cpu");
    const [fastGradients, slowGradients] = [await gradients("wasm", 20), await gradients("cpu", 2)];
    await page.context().close();
    const seconds = ours.map((one) => one.seconds);
    const ratio = slow.seconds / median(seconds);
    return [
      {
        name: "conv autoencoder, 28 x 28, 1,000 images, 3 epochs, wasm",
        value: median(seconds),
        unit: "s",
        bar: "",
        met: null,
        spread: rangeOf(seconds, (one) => one.toFixed(2)),
        note: `loss ${ours[0]?.loss.toPrecision(6)}, on cpu ${slow.loss.toPrecision(6)}`,
      },
      {
        name: "the same by tfjs's own ops on cpu, against that",
        value: ratio,
        unit: "x",
        bar: `at least ${BAR} x`,
        met: ratio >= BAR,
        spread: "",
        note: `cpu ${slow.seconds.toFixed(1)} s, once`,
      },
      {
        name: "gradients of a convolution, tfjs on cpu against wasm",
        value: slowGradients / fastGradients,
        unit: "x",
        bar: "",
        met: null,
        spread: "",
        note: `64 x 28 x 28 x 16, 16 filters: ${fastGradients.toFixed(1)} ms, cpu ${slowGradients.toFixed(0)} ms`,
      },
    ];
  },
};
