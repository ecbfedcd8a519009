/** What a unit measures, as one word, and how many of the base unit it is. */
export interface UnitOf {
  readonly base: string;
  readonly factor: number;
}

const UNIT_PREFIXES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    p: 1e-12,
    n: 1e-9,
    µ: 1e-6,
    μ: 1e-6,
    u: 1e-6,
    m: 1e-3,
    c: 1e-2,
    d: 1e-1,
    h: 1e2,
    k: 1e3,
    K: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
  }),
);
/** Units that take the prefixes of the metric system. */
const UNITS_WITH_PREFIX = new Set(
  "m g s A V W J N Pa Hz F Ω ohm Ohm H T S C Wh VA var VAR eV Bq Sv Gy bar B b bit bps B/s b/s bit/s l L mol cal lm lx Wp".split(
    " ",
  ),
);
const MAGNITUDE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    K: 1e3,
    M: 1e6,
    B: 1e9,
    mn: 1e6,
    mln: 1e6,
    mrd: 1e9,
    bn: 1e9,
    tn: 1e12,
    Mil: 1e6,
    Bil: 1e9,
    Tri: 1e12,
    Tsd: 1e3,
    "Tsd.": 1e3,
    Mio: 1e6,
    "Mio.": 1e6,
    Mrd: 1e9,
    "Mrd.": 1e9,
    lakh: 1e5,
    crore: 1e7,
    万: 1e4,
    萬: 1e4,
    亿: 1e8,
    億: 1e8,
  }),
);
/** Units of one measure that are no powers of ten apart. */
const RELATED_UNITS: ReadonlyMap<string, UnitOf> = new Map(
  Object.entries({
    min: { base: "s", factor: 60 },
    h: { base: "s", factor: 3600 },
    t: { base: "g", factor: 1e6 },
  }),
);
const UNITS_WITHOUT_PREFIX = new Set(
  (
    "% ‰ ° °C °F °K ℃ ℉ F d day days hr hrs hour hours sec secs seconds mins minutes yr yrs year years week weeks " +
    "ppm ppb ppt rpm mph kph kmh fps kn kt kts ft in inch oz lb lbs mi yd psi dB dBm dBA pH px pt pcs pc x " +
    "atm mmHg inHg torr Nm ha ac gal qt °dH mEq IU U cfu NTU pp " +
    "度 个 個 人 名 台 件 次 回 枚 倍 秒 分钟 小时 公斤 千克 克 吨 米 厘米 毫米 公里 升 毫升 瓦 千瓦 千瓦时 伏 安 帕 兆帕 摄氏度 개 명 대 도"
  ).split(" "),
);
const CURRENCY_WORDS = new Set(
  (
    "USD EUR GBP JPY CHF CNY INR AUD CAD SEK NOK DKK PLN CZK BRL KRW RUB HUF RON TRY MXN ZAR SGD HKD NZD THB IDR ILS " +
    "R$ US$ A$ C$ CA$ HK$ NZ$ kr kr. Fr. SFr. Rs Rs. zł Kč Ft лв руб руб. RM Rp 元 円 圆 圓 원"
  ).split(" "),
);
const CURRENCY_SIGN = /^\p{Sc}$/u;
/** Japanese and Korean code pages have one byte for the backslash and for the signs of yen and won. */
const BACKSLASH = "\\";

/** Whether the word stands for money: `$`, `EUR`, `kr`. */
export function isCurrency(unit: string): boolean {
  return CURRENCY_SIGN.test(unit) || CURRENCY_WORDS.has(unit) || unit === BACKSLASH;
}

/** Whether the word is a unit that may stand right behind a number, such as `kW`, `°C`, `mg/l` or `%`. */
export function isKnownUnit(unit: string): boolean {
  return scaleOf(unit) !== null || isCurrency(unit) || UNITS_WITHOUT_PREFIX.has(unit) || isRatio(unit);
}

/** What a unit measures and its factor; null for one that has no relatives. */
export function scaleOf(unit: string): UnitOf | null {
  const related = RELATED_UNITS.get(unit);
  if (related) return related;
  if (UNITS_WITHOUT_PREFIX.has(unit)) return null;
  if (UNITS_WITH_PREFIX.has(unit) || isCurrency(unit)) return { base: unit, factor: 1 };
  const magnitude = MAGNITUDE_WORDS.get(unit);
  if (magnitude !== undefined) return { base: "", factor: magnitude };
  const money = moneyOf(unit);
  if (money) return money;
  for (const length of [2, 1]) {
    const factor = UNIT_PREFIXES.get(unit.slice(0, length));
    const base = unit.slice(length);
    if (factor !== undefined && UNITS_WITH_PREFIX.has(base)) return { base, factor };
  }
  return null;
}

/** `km/h`, `mg/100 mL`, `l/min`: a unit over another one, which may have a number of its own. */
function isRatio(unit: string): boolean {
  const slash = unit.indexOf("/");
  if (slash <= 0) return false;
  const above = withoutPower(unit.slice(0, slash));
  const below = withoutPower(unit.slice(slash + 1).replace(/^\d+\s?/, ""));
  return (isPlain(above) || above === "MPN") && isPlain(below);
}

function isPlain(unit: string): boolean {
  return scaleOf(unit) !== null || UNITS_WITHOUT_PREFIX.has(unit);
}

function withoutPower(unit: string): string {
  return unit.replace(/[²³23]$/, "");
}

/** `M$`, `k€`, `亿元`: thousands or millions of a currency. */
function moneyOf(unit: string): UnitOf | null {
  for (let length = Math.min(4, unit.length - 1); length > 0; length--) {
    const factor = MAGNITUDE_WORDS.get(unit.slice(0, length));
    const base = unit.slice(length).trimStart();
    if (factor !== undefined && isCurrency(base)) return { base, factor };
  }
  return null;
}

/** Whether the word is short for a power of ten and nothing else: `k`, `Mio`, `万`. */
export function isMagnitude(word: string): boolean {
  return MAGNITUDE_WORDS.has(word);
}
