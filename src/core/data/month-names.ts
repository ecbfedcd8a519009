/** Months as the large European languages name them; any beginning of three letters or more that only one month has will do. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  "january januar jänner janvier enero gennaio janeiro januari",
  "february februar février febrero febbraio fevereiro februari",
  "march märz mars marzo março maart mrt mrz",
  "april avril abril aprile",
  "may mai mayo maggio maio mei",
  "june juni juin junio giugno junho",
  "july juli juillet julio luglio julho",
  "august août agosto augustus",
  "september septembre septiembre settembre setembro",
  "october oktober octobre octubre ottobre outubro",
  "november novembre noviembre novembro",
  "december dezember décembre diciembre dicembre dezembro",
].map((names) => names.split(" "));

const WEEKDAY_NAMES = (
  "monday tuesday wednesday thursday friday saturday sunday tues weds thur thurs " +
  "montag dienstag mittwoch donnerstag freitag samstag sonntag " +
  "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo " +
  "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta " +
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mo di mi do fr sa so"
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
  MONTH_NAMES.forEach((names, at) => {
    for (const name of names.map(withoutAccents))
      for (let length = MIN_LENGTH; length <= name.length; length++) {
        const beginning = name.slice(0, length);
        const other = months.get(beginning);
        // `jui` begins juin and juillet: it names neither.
        months.set(beginning, other === undefined || other === at + 1 ? at + 1 : 0);
      }
  });
  return months;
}

function withoutAccents(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}
