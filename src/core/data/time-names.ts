import { wordsOf } from "./role-names";

const dateWords = new Set(
  (
    "date dates datetime timestamp day dt datum fecha zeitstempel zeitpunkt yyyymmdd yymmdd ymd päivä pvm tarih " +
    "дата 日期 日付 日時 年月日 날짜"
  ).split(" "),
);
const timeWords = new Set(
  (
    "time times ts at epoch unixtime clock created updated when zeit uhrzeit heure horodatage hora tijd tijdstip tid orario hhmm hhmmss " +
    "czas время saat 时间 時間 時刻 时刻 시간"
  ).split(" "),
);
/** Compounds end with what they are: Messzeit, 采集时间. */
const TIME_ENDING = /(?:zeit|zeitpunkt|datum|stamp|时间|時間|时刻|時刻|日期|日時|日付)$/;
const monthWords = new Set(
  "month months period yyyymm ym yearmonth monat mois mes mese mês maand miesiąc monthid 年月 月份".split(" "),
);

/** "timestamp", "createdAt", "order_date": the name of moments in time. */
export function saysTime(name: string): boolean {
  return plainWordsOf(name).some((word) => timeWords.has(word) || dateWords.has(word) || TIME_ENDING.test(word));
}

const boundWords = new Set("start end begin stop first last since until expires expiry".split(" "));

/** "start", "last_seen": the name of a moment, or of a place; numbers have to decide. */
export function saysBound(name: string): boolean {
  return plainWordsOf(name).some((word) => boundWords.has(word));
}

/** "date", "timestamp": the name of days, not of seconds that went by. */
export function saysDate(name: string): boolean {
  return plainWordsOf(name).some((word) => dateWords.has(word));
}

/** "month", "period": numbers such as 202403 are year and month there. */
export function saysMonth(name: string): boolean {
  return plainWordsOf(name).some((word) => monthWords.has(word));
}

/** "datenum": numbers such as 739300.5 are days as Matlab counts them. */
export function saysDayNumber(name: string): boolean {
  return plainWordsOf(name).includes("datenum");
}

/** A mark in front of the first name, as in `#time temp`, is no part of it. */
function plainWordsOf(name: string): string[] {
  return wordsOf(name).map((word) => word.replaceAll("#", ""));
}
