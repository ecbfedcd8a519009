import { wordsOf } from "./role-names";

const durationWords = new Set(
  (
    "duration durations elapsed pace lap laptime laps runtime uptime downtime playtime walltime dauer laufzeit spieldauer " +
    "rundenzeit fahrtdauer wartezeit arbeitszeit bearbeitungszeit durée duree duración duracion duração duracao durata duur " +
    "kesto varighet varighed varaktighet süre czas_trwania длительность продолжительность 时长 時長 所要時間 所要时间 경과"
  ).split(" "),
);
/** What kind of time is meant, in front of the word for it: "wait time", "avg. time on page". */
const BEFORE_TIME = new Set(
  (
    "wait waiting talk hold response reaction processing lead cycle handle handling moving elapsed watch run running total avg " +
    "average mean net gun chip session ride riding travel trip sleep play call work working idle active stopped swim bike"
  ).split(" "),
);
const AFTER_TIME = new Set(["spent", "taken", "elapsed"]);
const hourWords = new Set(
  "hours hour hrs hr h hh stunden std stdn arbeitszeit heures horas ore uren godziny timer timmar work worked overtime".split(
    " ",
  ),
);

/** "Duration", "avg. time on page", "Dauer": the name of a length of time and of no moment. */
export function saysDuration(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word, at) => {
    if (durationWords.has(word)) return true;
    if (word !== "time") return false;
    return BEFORE_TIME.has(words[at - 1] ?? "") || AFTER_TIME.has(words[at + 1] ?? "");
  });
}

/** "Hours worked": of two parts, the first is the hours. */
export function saysHours(name: string): boolean {
  return wordsOf(name).some((word) => hourWords.has(word));
}
