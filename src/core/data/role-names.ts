/** The words of a column name in lower case: "TransactionID", "transaction_id" and "Transaction id" are the same. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter(Boolean);
}

const idWords = new Set("id ids uid uuid guid key pk identifier".split(" "));
const numberingWords = new Set("no nr num number # index idx row rowid serial hash ref reference code".split(" "));
const fusedId =
  /^(account|case|client|customer|device|employee|event|item|loan|machine|member|order|patient|product|record|row|sample|sensor|session|site|store|subject|trans|transaction|tx|user)(id|no|nr|key|num)$/;
const namingWords = new Set(
  "zip zipcode postcode postal plz phone telephone tel mobile fax iban ssn isbn ean gtin upc".split(" "),
);

/** "id", "user_id", "OrderKey": the name of something that names rows or things. */
export function saysId(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? "";
  return idWords.has(last) || fusedId.test(last);
}

/** "Invoice no.", "row", "#": the name of a counter, if the values agree. */
export function saysNumbering(name: string): boolean {
  return numberingWords.has(wordsOf(name).at(-1) ?? "");
}

/** "zip", "phone": digits that name a thing and have no size. */
export function saysNaming(name: string): boolean {
  return wordsOf(name).some((word) => namingWords.has(word));
}

const labelWords = new Set(
  "label labels labelled target class classes outlier outliers anomaly anomalies anomalous abnormal fraud fraudulent isfraud isanomaly isoutlier y attack attacks intrusion diagnosis truth malicious".split(
    " ",
  ),
);
const binaryLabelWords = new Set("failure failed fault faulty defect defective normal malignant".split(" "));
const fillerWords = new Set("is has was flag type name cat category ground true the binary".split(" "));

/**
 * "label", "is_fraud", "attack type": the answer that detectors must not see. "strong" names may have
 * several levels, "binary" ones only count when there are two.
 */
export function saysLabel(name: string): "strong" | "binary" | null {
  const words = wordsOf(name).filter((word) => !fillerWords.has(word));
  if (words.length === 0) return null;
  if (words.every((word) => labelWords.has(word))) return "strong";
  return binaryLabelWords.has(words.at(-1) ?? "") ? "binary" : null;
}

const markWords = new Set(
  "changepoint changepoints breakpoint breakpoints mark marks marker markers annotation annotations annotated".split(
    " ",
  ),
);

/** "changepoint", "is_annotated": what somebody marked in rows, where it has two values. */
export function saysMark(name: string): boolean {
  const words = wordsOf(name).filter((word) => !fillerWords.has(word));
  const said = words.length === 2 && words[1]?.startsWith("point") ? [words.join("")] : words;
  return said.length === 1 && markWords.has(said[0] ?? "");
}

const groupWords = new Set(
  "group site machine device sensor customer client store shop branch station host plant factory patient subject tenant vehicle turbine".split(
    " ",
  ),
);
const groupSuffixes = new Set("id no nr name code key number".split(" "));

/** "site", "machine_id", "CustomerNo": things that each have their own ordinary. */
export function saysGroup(name: string): boolean {
  const words = wordsOf(name);
  const fused = /^(customer|client|device|machine|sensor|site|store|patient|subject)(id|no|nr)$/;
  if (words.length === 1) return groupWords.has(words[0] ?? "") || fused.test(words[0] ?? "");
  return words.length === 2 && groupWords.has(words[0] ?? "") && groupSuffixes.has(words[1] ?? "");
}
