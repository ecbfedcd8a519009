import { columnOf, type DrawColumn, type Drawing, oneOf } from "./made-up-cells";

const STEP = 17 * 60_000;
const two = (part: number) => String(part).padStart(2, "0");

/** Times that go on by even steps, written by `write`. */
function times(name: string, isTold: boolean, write: (date: Date, at: number) => string, step = STEP): DrawColumn {
  return (drawing) => {
    const start = Date.UTC(2023, Math.floor(drawing.random() * 12), 1 + Math.floor(drawing.random() * 28));
    return columnOf(name, "time", isTold, drawing, (row) => {
      const at = start + row * step;
      return [write(new Date(at), at), at];
    });
  };
}

const iso = (date: Date) => date.toISOString().slice(0, 19);
const clock = (date: Date) => iso(date).slice(11);
const day = (date: Date) => date.getUTCDate();
const month = (date: Date) => date.getUTCMonth();
const year = (date: Date) => date.getUTCFullYear();

const MONTHS = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
};
/** Steps of a day and a bit, so that the day goes beyond the 12th and the order of its parts is known. */
const DAYS = 31 * 3_600_000;
const MONTH_OF_31 = 24 * 3_600_000;

const twelve = (date: Date) => {
  const hour = date.getUTCHours();
  return `${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hour < 12 ? "AM" : "PM"}`;
};

const named = (language: keyof typeof MONTHS, write: (day: number, month: string, year: number) => string) =>
  times("day", false, (date) => write(day(date), MONTHS[language][month(date)]!, year(date)), MONTH_OF_31);

/** Quarters, one after the other. */
const quarters: DrawColumn = (drawing: Drawing) =>
  columnOf("quarter", "time", false, drawing, (row) => {
    const [inYear, quarter] = [2000 + Math.floor(row / 4), row % 4];
    return [`${inYear}-Q${quarter + 1}`, Date.UTC(inYear, 3 * quarter, 1)];
  });

const months: DrawColumn = (drawing) =>
  columnOf("month", "time", false, drawing, (row) => {
    const at = Date.UTC(2000, row, 1);
    return [new Date(at).toISOString().slice(0, 7), at];
  });

/** Times in a zone are those of its clocks. */
const inZone: DrawColumn = (drawing) => {
  const zone = oneOf(["+02:00", "-0530", "+09:00", " CET"], drawing);
  return times("when", false, (date) => `${iso(date)}${zone}`)(drawing);
};

/** Times as people and programs write them. */
export const timeColumns: readonly DrawColumn[] = [
  times("timestamp", false, (date) => iso(date).replace("T", " ")),
  times("timestamp", false, (date) => `${iso(date)}Z`),
  inZone,
  times("time", true, (_, at) => String(at / 1000)),
  times("time", true, (_, at) => String(at)),
  times("time", true, (_, at) => `${at}000`),
  times("time", true, (_, at) => `${at}000000`),
  times("Zeit", false, (date) => `${two(day(date))}.${two(month(date) + 1)}.${year(date)} ${clock(date)}`, DAYS),
  times("date", false, (date) => `${month(date) + 1}/${day(date)}/${year(date)} ${twelve(date)}`, DAYS),
  times("@timestamp", false, (date) => `${MONTHS.en[month(date)]} ${day(date)}, ${year(date)} @ ${clock(date)}.000`),
  times("seen", false, (date) => `${two(day(date))}/${MONTHS.en[month(date)]}/${year(date)}:${clock(date)} +0000`),
  named("de", (dayOf, name, inYear) => `${dayOf}. ${name} ${inYear}`),
  named("fr", (dayOf, name, inYear) => `${dayOf} ${name} ${inYear}`),
  named("es", (dayOf, name, inYear) => `${dayOf} de ${name} de ${inYear}`),
  times("日期", false, (date) => `${year(date)}年${month(date) + 1}月${day(date)}日`, MONTH_OF_31),
  times("date", true, (_, at) => String(at / 86_400_000 + 25_569), MONTH_OF_31),
  times("date", true, (date) => iso(date).slice(0, 10).replaceAll("-", ""), MONTH_OF_31),
  quarters,
  months,
];
