import { below, columnOf, type DrawColumn, measured, oneOf, written } from "./made-up-cells";

const plain: DrawColumn = (drawing) =>
  columnOf("pressure", "number", false, drawing, () => {
    const value = measured(2, drawing);
    return [written(value, 2, drawing.writing), value];
  });

const grouped: DrawColumn = (drawing) =>
  columnOf("turnover", "number", false, drawing, () => {
    const value = Number((1000 + 4e6 * drawing.random()).toFixed(2));
    return [written(value, 2, drawing.writing), value];
  });

const withUnit: DrawColumn = (drawing) => {
  const unit = oneOf([" °C", "%", " kWh", " mg/l", " hPa", " km/h"], drawing);
  return columnOf("reading", "number", true, drawing, () => {
    const value = measured(1, drawing);
    return [written(value, 1, drawing.writing) + unit, value];
  });
};

/** Most are watts, so that all are. */
const inTwoUnits: DrawColumn = (drawing) =>
  columnOf("power", "number", true, drawing, (row) => {
    const watts = 100 + 10 * below(90, drawing);
    return row % 4 === 1
      ? [`${written(watts / 100, 2, drawing.writing)} kW`, watts * 10]
      : [`${written(watts, 0, drawing.writing)} W`, watts];
  });

const money: DrawColumn = (drawing) => {
  const [before, behind] = oneOf(
    [
      ["$", ""],
      ["€ ", ""],
      ["EUR ", ""],
      ["", " €"],
      ["£", ""],
      ["", " CHF"],
    ] as const,
    drawing,
  );
  return columnOf("price", "number", true, drawing, () => {
    const value = measured(2, drawing);
    return [before + written(value, 2, drawing.writing) + behind, value];
  });
};

const inBrackets: DrawColumn = (drawing) =>
  columnOf("balance", "number", false, drawing, (row) => {
    const value = measured(2, drawing);
    const cell = written(value, 2, drawing.writing);
    return row % 3 === 1 ? [`(${cell})`, -value] : [cell, value];
  });

const minusBehind: DrawColumn = (drawing) =>
  columnOf("saldo", "number", false, drawing, (row) => {
    const value = measured(2, drawing);
    const cell = written(value, 2, drawing.writing);
    return row % 3 === 1 ? [`${cell}-`, -value] : [cell, value];
  });

const withLimits: DrawColumn = (drawing) =>
  columnOf("nitrate", "number", true, drawing, (row) => {
    const value = measured(2, drawing);
    const limit = 0.05;
    return row % 5 === 1
      ? [`<${written(limit, 2, drawing.writing)}`, limit]
      : [written(value, 2, drawing.writing), value];
  });

/** The number stays until a person says that it means nothing. */
const withSentinel: DrawColumn = (drawing) => {
  const sentinel = oneOf([-9999, -999, 9999, 99_999], drawing);
  return columnOf("flow", "number", true, drawing, (row) => {
    const value = row % 9 === 4 ? sentinel : measured(1, drawing);
    const plainWriting = { ...drawing.writing, thousands: "" };
    return [written(value, 1, plainWriting), value];
  });
};

const withWords: DrawColumn = (drawing) => {
  const word = oneOf(["NA", "n/a", "-", "unavailable", "#N/A", "null", "offline"], drawing);
  return columnOf("state", "number", true, drawing, (row) => {
    const value = measured(2, drawing);
    return row % 6 === 2 ? [word, null] : [written(value, 2, drawing.writing), value];
  });
};

const withRemark: DrawColumn = (drawing) =>
  columnOf("level", "number", true, drawing, (row) => {
    const value = measured(2, drawing);
    return row === drawing.rows - 2 ? ["pump was off", null] : [written(value, 2, drawing.writing), value];
  });

const withGaps: DrawColumn = (drawing) =>
  columnOf("late", "number", false, drawing, (row) => {
    const value = measured(2, drawing);
    return row < drawing.rows / 2 ? ["", null] : [written(value, 2, drawing.writing), value];
  });

const small: DrawColumn = (drawing) =>
  columnOf("share", "number", false, drawing, () => {
    const value = Number((drawing.random() * 1e-3).toPrecision(4));
    const [digits = "", power = ""] = value.toExponential(3).split("e");
    return [`${digits.replace(".", drawing.writing.decimal)}E${power}`, Number(`${digits}e${power}`)];
  });

/** Minutes and seconds, kept in seconds; their name says that they are no times of day. */
const withColons: DrawColumn = (drawing) =>
  columnOf("pace", "number", true, drawing, () => {
    const seconds = 200 + below(400, drawing);
    return [`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`, seconds];
  });

/** Numbers as programs and people export them. */
export const numberColumns: readonly DrawColumn[] = [
  plain,
  grouped,
  withUnit,
  inTwoUnits,
  money,
  inBrackets,
  minusBehind,
  withLimits,
  withSentinel,
  withWords,
  withRemark,
  withGaps,
  small,
  withColons,
];
