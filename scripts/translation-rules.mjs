// @ts-check

/** Words that have another word in this project, by language: what is written, and what it should be. */
const CHINESE_VARIANTS = /** @type {const} */ ([
  [/异常值检测/, "异常检测"],
  [/阀值|门限|临界值/, "阈值"],
  [/侦测/, "检测"],
  [/得分|评分/, "分数"],
  [/隔离森林|孤独森林/, "孤立森林"],
  [/自动编码器/, "自编码器"],
  [/局部离群点因子|局部异常因子/, "局部离群因子"],
  [/最近邻居|K近邻|k-近邻/, "k近邻"],
  [/直方统计图|柱状图/, "直方图"],
  [/缺省值/, "默认值"],
  [/点击/, "a verb that needs no mouse, or 单击"],
  [/您|你/, "a sentence without a person"],
  [/数据帧|资料/, "数据"],
  [/种籽/, "种子"],
  [/网路|软体|档案|滑鼠|程式/, "the word of the mainland"],
]);

/** @type {Readonly<Record<string, (text: string) => string[]>>} */
const RULES = {
  zh(text) {
    const faults = [];
    // Beside Han its own full-width signs stand; a colon between two numbers or a comma between figures does not.
    if (/\p{Script=Han}["”]? ?[,;:!?]|[,;:!?]["“]?\p{Script=Han}/u.test(text))
      faults.push("has a half-width sign beside Han");
    if (/\p{Script=Han}\.(?!\p{L}|\d)/u.test(text)) faults.push("ends with a half-width stop");
    if (/\p{Script=Han}\(|\(\p{Script=Han}|\p{Script=Han}\)/u.test(text))
      faults.push("has half-width brackets beside Han");
    if (/\p{Script=Han} +\p{Script=Han}/u.test(text)) faults.push("has a blank between Han");
    for (const [pattern, better] of CHINESE_VARIANTS)
      if (pattern.test(text)) faults.push(`says ${pattern.exec(text)?.[0]} where it should say ${better}`);
    return faults;
  },
};

/**
 * What a text says against the glossary and the punctuation of its language.
 * @param {string} language
 * @param {string} text
 * @returns {string[]}
 */
export function glossaryFaults(language, text) {
  return RULES[language]?.(text) ?? [];
}
