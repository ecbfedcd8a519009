import { wordsOf } from "./role-names";

const dateWords = new Set(
  "date dates datetime timestamp day dt datum fecha zeitstempel zeitpunkt 日期 日付".split(" "),
);
const timeWords = new Set(
  "time times ts at epoch unixtime created updated when zeit uhrzeit heure hora tijd tijdstip 时间 時間".split(" "),
);

/** "timestamp", "createdAt", "order_date": the name of moments in time. */
export function saysTime(name: string): boolean {
  return wordsOf(name).some((word) => timeWords.has(word) || dateWords.has(word));
}

/** "date", "timestamp": the name of days, not of seconds that went by. */
export function saysDate(name: string): boolean {
  return wordsOf(name).some((word) => dateWords.has(word));
}
