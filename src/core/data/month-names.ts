/**
 * Months as they are named in the languages that tables are written in, in the case that stands behind a day; any beginning
 * of three letters or more that only one month has will do.
 */
const MONTH_NAMES: readonly (readonly string[])[] = [
  "january januar jänner janvier enero gennaio janeiro januari январь января styczeń stycznia leden ledna ocak",
  "february februar février febrero febbraio fevereiro februari февраль февраля luty lutego únor února şubat",
  "march märz mars marzo março maart mrt mrz март марта marzec marca březen března mart",
  "april avril abril aprile апрель апреля kwiecień kwietnia duben dubna nisan",
  "may mai mayo maggio maio mei maj май мая maja květen května mayıs",
  "june juni juin junio giugno junho июнь июня czerwiec czerwca červen června haziran",
  "july juli juillet julio luglio julho июль июля lipiec lipca červenec července temmuz",
  "august août agosto augustus augusti август августа sierpień sierpnia srpen srpna ağustos",
  "september septembre septiembre settembre setembro сентябрь сентября wrzesień września září eylül",
  "october oktober octobre octubre ottobre outubro октябрь октября październik października říjen října ekim",
  "november novembre noviembre novembro ноябрь ноября listopad listopada kasım",
  "december dezember décembre diciembre dicembre dezembro desember декабрь декабря grudzień grudnia prosinec prosince aralık",
].map((names) => names.split(" "));

const WEEKDAY_NAMES = (
  "monday tuesday wednesday thursday friday saturday sunday tues weds thur thurs " +
  "montag dienstag mittwoch donnerstag freitag samstag sonntag " +
  "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo " +
  "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta " +
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mo di mi do fr sa so " +
  "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"
).split(" ");

const MIN_LENGTH = 3;
const MONTH_OF = monthsByBeginning();
const WEEKDAY_WORDS = new Set(
  WEEKDAY_NAMES.flatMap((name) => {
    const plain = withoutAccents(name);
    return [plain, plain.slice(0, MIN_LENGTH)];
  }),
);

/** 1 to 12 for a word in lower case; 0 when it names no month. */
export function monthOf(word: string): number {
  return MONTH_OF.get(withoutAccents(word)) ?? 0;
}

/** Whether a word in lower case names a day of the week. */
export function isWeekday(word: string): boolean {
  return WEEKDAY_WORDS.has(withoutAccents(word));
}

function monthsByBeginning(): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  const plain = MONTH_NAMES.map((names) => names.map(withoutAccents));
  plain.forEach((names, at) => {
    for (const name of names)
      for (let length = MIN_LENGTH; length <= name.length; length++) {
        const beginning = name.slice(0, length);
        const other = months.get(beginning);
        // `jui` begins juin and juillet: it names neither.
        months.set(beginning, other === undefined || other === at + 1 ? at + 1 : 0);
      }
  });
  // A whole name is that month, though another one goes on from it: červen, červenec.
  plain.forEach((names, at) => {
    for (const name of names) months.set(name, at + 1);
  });
  return months;
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}
