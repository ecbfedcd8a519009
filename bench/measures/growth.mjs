// @ts-check
import { openAsBlob, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withAppCode } from "../app-code.mjs";
import { generatedTable, wideTable } from "../generated-table.mjs";
import { growthPicture } from "../growth/growth-picture.mjs";
import { exponentOf } from "../statistics.mjs";

const ROWS = [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000, 1_000_000];
const COLUMNS = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1000];
const ROWS_OF_WIDE = 2000;
/** No larger table is tried of what would take longer: that is read off the line. */
const MOST_SECONDS = Number(process.env.GROWTH_SECONDS ?? 20);
/** From here on a line has to be nearly straight up in proportion. */
const BEYOND_ROWS = 50_000;
const MOST_EXPONENT = 1.15;
/** Networks of other layers than dense ones run on another backend in a browser than here. */
const ELSEWHERE = ["cnn", "gan", "conv-autoencoder"];

/** @typedef {import("../growth/time-growth").Taken} Taken */

/** @type {import("../measure").Measure} */
export const growth = {
  name: "growth",
  async run({ root }) {
    const taken = await withAppCode(root, (load) => allOf(root, load));
    writeFileSync(join(root, ".cache", "bench", "growth.json"), JSON.stringify(taken));
    writeFileSync(join(root, "docs", "growth.svg"), growthPicture(taken.byRows, taken.byColumns));
    return [...new Set(taken.byRows.map(({ what }) => what))].map((what) => {
      const own = taken.byRows.filter((one) => one.what === what);
      const beyond = own.filter(({ rows }) => rows > BEYOND_ROWS);
      const last = own.at(-1);
      const wide = taken.byColumns.filter((one) => one.what === what);
      const exponent = beyond.length > 1 ? exponentOf(beyond.map(({ rows, seconds }) => [rows, seconds])) : null;
      return {
        name: `${what}, exponent of the rows beyond 50,000`,
        value: exponent,
        unit: "",
        bar: `${MOST_EXPONENT}`,
        met: exponent === null ? null : exponent <= MOST_EXPONENT,
        spread: `of all ${exponentOf(own.map(({ rows, seconds }) => [rows, seconds])).toFixed(2)}, of columns ${exponentOf(wide.map(({ columns, seconds }) => [columns, seconds])).toFixed(2)}`,
        note: `${last?.rows.toLocaleString("en")} rows: ${last?.seconds.toFixed(2)} s, ${Math.round((last?.bytes ?? 0) / 1e6)} MB ${last?.told.join(" ") ?? ""}`,
      };
    });
  },
};

/**
 * @param {string} root
 * @param {(path: string) => Promise<unknown>} load
 */
async function allOf(root, load) {
  const { timeTable } = /** @type {typeof import("../growth/time-growth")} */ (
    await load("/bench/growth/time-growth.ts")
  );
  const { detectors } = /** @type {typeof import("../../src/detectors/registry")} */ (
    await load("/src/detectors/registry.ts")
  );
  const { columnMembers } = /** @type {typeof import("../../src/detectors/findings/members")} */ (
    await load("/src/detectors/findings/members.ts")
  );
  // Members of the findings run with them.
  const apart = [...ELSEWHERE, ...columnMembers.map(({ id }) => id)];
  const ids = detectors
    .filter(({ id, accepts }) => (accepts === "matrix" || accepts === "columns") && !apart.includes(id))
    .map(({ id }) => id);
  /**
   * @param {readonly number[]} sizes
   * @param {(size: number) => Promise<{ file: string, columns: number }>} tableOf
   */
  const along = async (sizes, tableOf) => {
    /** @type {Taken[]} */
    const found = [];
    const tooLong = new Set();
    for (const [at, size] of sizes.entries()) {
      const { file, columns } = await tableOf(size);
      const ratio = (sizes[at + 1] ?? size) / size;
      await timeTable(
        await openAsBlob(file),
        columns,
        (id) => !tooLong.has(id),
        ids,
        (taken) => {
          found.push(taken);
          console.error(`  ${taken.what} ${taken.rows} x ${columns}: ${taken.seconds.toFixed(2)} s`);
          if (taken.seconds * ratio > MOST_SECONDS) tooLong.add(taken.what);
        },
      );
    }
    return found;
  };
  return {
    byRows: await along(ROWS, async (rows) => ({ file: await generatedTable(root, rows), columns: 10 })),
    byColumns: await along(COLUMNS, async (columns) => ({
      file: await wideTable(root, ROWS_OF_WIDE, columns),
      columns,
    })),
  };
}
