const MAX_WORD = 60;
const TOTAL_WORDS =
  /^(?:(?:grand|sub|over ?all|running)[ -]?)?(?:totals?|gesamt(?:summe|betrag|ergebnis)?|insgesamt|zwischensumme|endsumme|totaal|totale|totali|totalt|somme|summe|suma|razem|łącznie|celkem|összesen|summa|i alt|yhteensä|toplam|итого|всего|合计|总计|總計|合計|小计)(?![\p{L}\p{N}])/iu;
/** `Service total`, as reports of costs begin. */
const TOTAL_BEHIND = /\s(?:sub)?totals?:?$/i;
/** As lists of SAP mark sums, and sums of sums. */
const TOTAL_MARK = /^\*{1,4}$/;
/** Words that also are names or values; where values stand, they say what the line is. */
const SUMMARY_WORDS =
  /^(?:sum(?:s|me|a)?|averages?|avg\.?|mean|mittel(?:wert)?|durchschnitt|moyenne|media|median|min(?:imum)?\.?|max(?:imum)?\.?|std\.?(?: ?dev(?:iation)?\.?)?|st\.? ?dev\.?|standard ?(?:deviation|abweichung)|standardfehler|varianz|variance|écart[ -]type|desviación|count|anzahl)(?![\p{L}\p{N}])/iu;

/** Whether a cell says that a sum stands beside it. */
export function isTotalWord(cell: string): boolean {
  return cell.length <= MAX_WORD && (TOTAL_WORDS.test(cell) || isTotalBehind(cell) || isTotalMark(cell));
}

/** The words for a sum at the beginning of a cell. */
export function saysTotal(cell: string): boolean {
  return cell.length <= MAX_WORD && TOTAL_WORDS.test(cell);
}

export function isTotalBehind(cell: string): boolean {
  return cell.length <= MAX_WORD && TOTAL_BEHIND.test(cell);
}

export function isTotalMark(cell: string): boolean {
  return TOTAL_MARK.test(cell);
}

export function saysSummary(cell: string): boolean {
  return cell.length <= MAX_WORD && SUMMARY_WORDS.test(cell);
}
