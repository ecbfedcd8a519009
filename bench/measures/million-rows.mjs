// @ts-check
const LONGEST_MS = 100;
const PEAK_MB = 1200;

/** @type {import("../measure").Measure} */
export const millionRows = {
  name: "million-rows",
  async run({ million }) {
    const { marks, blocked, peakMB, taskMs } = (await million()).opening;
    const start = marks.chosen ?? NaN;
    /** @param {import("../million-page.mjs").Span[]} spans */
    const worst = (spans) =>
      spans.filter(({ at, ms }) => at + ms > start).reduce((most, span) => (span.ms > most.ms ? span : most), NONE);
    const [task, gap] = [worst(blocked.tasks), worst(blocked.gaps)];
    /** @param {string} mark */
    const seconds = (mark) => ((marks[mark] ?? NaN) - start) / 1000;
    /** @param {string} name @param {string} mark */
    const moment = (name, mark) => ({
      name,
      value: seconds(mark),
      unit: "s",
      bar: "",
      met: null,
      spread: "",
      note: "",
    });
    return [
      {
        name: "1,000,000 x 10: longest task",
        value: task.ms,
        unit: "ms",
        bar: `at most ${LONGEST_MS} ms`,
        met: task.ms <= LONGEST_MS,
        spread: `longest pause between frames ${gap.ms.toFixed(0)} ms`,
        note: `${after(task)}; ${blocked.tasks.length} tasks over 50 ms; the pause ${after(gap)}`,
      },
      {
        name: "1,000,000 x 10: dearest task",
        value: taskMs,
        unit: "ms",
        bar: "",
        met: null,
        spread: "",
        note: "processor time: what a task costs when nothing else wants the processor",
      },
      {
        name: "1,000,000 x 10: renderer memory",
        value: peakMB,
        unit: "MB",
        bar: `under ${PEAK_MB} MB`,
        met: peakMB === null ? null : peakMB < PEAK_MB,
        spread: "",
        note: peakMB === null ? "not measured: needs /proc" : "peak of the process, tab and worker",
      },
      moment("1,000,000 x 10: first lines", "lines"),
      {
        ...moment("1,000,000 x 10: columns", "columns"),
        met: marks.progress !== undefined,
        bar: "opens with progress",
        note: marks.progress === undefined ? "no progress seen" : `progress after ${seconds("progress").toFixed(1)} s`,
      },
      moment("1,000,000 x 10: first flagged rows", "flagged"),
      moment("1,000,000 x 10: all three detectors", "detectors"),
    ];

    /** @param {import("../million-page.mjs").Span} span */
    function after({ at, ms }) {
      return ms === 0 ? "none over 50 ms" : `${((at - start) / 1000).toFixed(1)} s after the drop`;
    }
  },
};

const NONE = { at: 0, ms: 0 };
