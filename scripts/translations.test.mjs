import { describe, expect, it } from "vitest";
import { glossaryFaults } from "./translation-rules.mjs";
import { faultsOf, translations } from "./translations.mjs";

it.each(translations)("says in %s what English says; after a change: node scripts/translations.mjs", (language) => {
  expect(faultsOf(language)).toEqual([]);
});

describe("Chinese", () => {
  it.each([
    ["第{{row}}行，异常分数为{{score}}。", []],
    ["比例（1:2）与CSV、LOF。", []],
    ["第一行,第二行", ["has a half-width sign beside Han"]],
    ["列: 金额", ["has a half-width sign beside Han"]],
    ["结束.", ["ends with a half-width stop"]],
    ["文件夹、多个文件或.zip", []],
    ["金额(元)", ["has half-width brackets beside Han"]],
    ["移动 阈值", ["has a blank between Han"]],
    ["移动阀值", ["says 阀值 where it should say 阈值"]],
  ])("has its own signs and words: %s", (text, faults) => {
    expect(glossaryFaults("zh", text)).toEqual(faults);
  });
});
