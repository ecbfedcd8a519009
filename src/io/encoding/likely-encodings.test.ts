import { expect, it } from "vitest";
import { encodedAs } from "../../testing/encoded-as";
import { costIn, likelyEncodings } from "./likely-encodings";

/** Small tables as people have them: names, places, remarks between numbers. */
const TABLES: readonly (readonly [language: string, encodings: readonly string[], text: string])[] = [
  ["Japanese", ["shift_jis", "euc-jp"], "日付,温度,判定\n2024-03-01,21.5,良品\n2024-03-02,22.0,不良\n"],
  ["Japanese kana", ["shift_jis", "euc-jp"], "なまえ,せつび\nたなか,ポンプ\nすずき,モーター\n"],
  ["half-width kana", ["shift_jis"], "ﾌﾘｶﾞﾅ,ｷﾝｶﾞｸ\nﾔﾏﾀﾞ ﾀﾛｳ,1200\nｽｽﾞｷ ﾊﾅｺ,300\n"],
  ["half-width kana in pairs, which Chinese could be", ["shift_jis"], "ﾎﾞﾙﾄ,1\nﾜｯｼｬ,2\nﾎﾞﾙﾄ,3\n"],
  ["few half-width kana", ["shift_jis"], "ｺｰﾄﾞ,ﾋﾝﾒｲ\nA,ﾅｯﾄ\n"],
  ["Chinese of bytes that kana could be", ["gb18030"], "轴承,齿轮\n深圳,广州\n"],
  ["Chinese", ["gb18030"], "日期,温度,结果\n2024-03-01,21.5,合格\n2024-03-02,22.0,不合格\n"],
  ["Chinese names", ["gb18030"], "姓名,城市\n张伟,北京\n王芳,上海\n李娜,广州\n"],
  ["Traditional Chinese", ["big5"], "日期,溫度,結果\n2024-03-01,21.5,合格\n2024-03-02,22.0,不良\n"],
  ["Korean", ["euc-kr"], "날짜,온도,판정\n2024-03-01,21.5,합격\n2024-03-02,22.0,불량\n서울,부산,대구\n"],
  [
    "Russian",
    ["windows-1251", "koi8-r", "ibm866"],
    "Дата;Город;Температура\n01.03.2024;Москва;21,5\n02.03.2024;Казань;22\n",
  ],
  ["Ukrainian", ["windows-1251"], "Місто;Кількість\nКиїв;12\nЛьвів;15\nХарків;9\n"],
  ["Russian in capitals", ["windows-1251"], "МОСКВА,ИНН\nООО РОМАШКА\nИТОГО\n"],
  ["Greek", ["windows-1253"], "Πόλη;Θερμοκρασία\nΑθήνα;21,5\nΘεσσαλονίκη;19\n"],
  ["Polish", ["windows-1250", "iso-8859-2"], "Miasto;Ilość\nŁódź;12\nGdańsk;15\nWrocław;9\nKraków;4\nCzęstochowa;3\n"],
  [
    "Czech",
    ["windows-1250", "iso-8859-2"],
    "Město;Počet kusů\nPlzeň;12\nČeské Budějovice;15\nÚstí;9\nPříbram;4\nŽďár;2\n",
  ],
  ["Turkish", ["windows-1254"], "Şehir;Sayı\nİstanbul;12\nDiyarbakır;15\nEskişehir;9\nMuğla;4\n"],
  ["Hebrew", ["windows-1255"], "עיר,כמות\nירושלים,12\nחיפה,15\n"],
  ["Arabic", ["windows-1256"], "المدينة,الكمية\nالقاهرة,12\nالرياض,15\n"],
  ["Thai", ["windows-874"], "เมือง,จำนวน\nกรุงเทพ,12\nเชียงใหม่,15\n"],
  ["German", ["windows-1252", "macintosh"], "Straße;Größe\nMünchen;1\nKöln;2\nFürth;3\nWürzburg;4\n"],
  ["French", ["windows-1252", "macintosh"], "Numéro;Désignation\n1;Pièce à contrôler\n2;Élément ôté\n3;Être reçu\n"],
  ["Spanish", ["windows-1252"], "Año;Población\n2020;Córdoba\n2021;Málaga\n2022;La Coruña\n"],
  ["Danish", ["windows-1252"], "By;Værdi\nKøbenhavn;1\nÅrhus;2\nNæstved;3\n"],
  ["Portuguese", ["windows-1252"], "Cidade;Avaliação\nSão Paulo;1\nBrasília;2\nMaceió;3\n"],
  ["one sign", ["windows-1252"], "time,temp °C\n1,21.5\n2,22.0\n"],
  ["one name", ["windows-1252"], "name,x\nJosé,21.5\nAnna,22.0\n"],
  ["units", ["windows-1252"], "m³/h,µS/cm,±2 %,5 £\n1,2,3,4\n"],
];

it.each(
  TABLES.flatMap(([language, encodings, text]) => encodings.map((encoding) => [language, encoding, text] as const)),
)("%s in %s", (_, encoding, text) => {
  const [best] = likelyEncodings(encodedAs(text, encoding));
  expect([best!.encoding, best!.text]).toEqual([encoding, text]);
});

it("keeps UTF-8 of which a few bytes are broken", () => {
  const bytes = new TextEncoder().encode("Straße;Größe\nMünchen;1\nKöln;2\nFürth;3\n");
  bytes[bytes.indexOf(0xc3)] = 0xff;
  expect(likelyEncodings(bytes)[0]?.encoding).toBe("utf-8");
});

it("believes in a sign behind a number rather than in a capital alone", () => {
  expect(costIn("western")("12,50 €\n")).toBeLessThan(costIn("cyrillic")("12,50 А\n"));
});

it("knows what DOS wrote", () => {
  // "Température;Débit;réglé" in code page 850.
  const bytes = Uint8Array.from(
    Array.from("Temp\u0082rature;D\u0082bit;r\u0082gl\u0082;arr\u0088t\u0082\n", (one) => one.charCodeAt(0)),
  );
  expect(likelyEncodings(bytes)[0]?.text).toBe("Température;Débit;réglé;arrêté\n");
});
