import { Text } from "@mantine/core";
import type { FigureName } from "../../core/evaluate/figures";
import { formatCount, formatList } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import type { JudgedDetector } from "./figures-table";
import { useFigureWords, type Asked } from "./use-figure-words";

interface Props extends Asked {
  /** The best first. */
  readonly judged: readonly JudgedDetector[];
  readonly by: FigureName;
  readonly positives: number;
}

/** Which detectors the first is ahead of, and from which it cannot be told apart on so few strange rows. */
export function Standing({ judged, by, positives, beta, k }: Props) {
  const { t, i18n } = useWords("evaluate");
  const wordsOf = useFigureWords({ beta, k });
  const [leader, ...others] = judged;
  if (!leader) return null;
  const list = { format: (names: readonly string[]) => formatList(names, i18n.language) };
  const namesOf = (isAlike: boolean) =>
    others
      .filter(({ found }) => {
        const { low, high } = found.behind[by];
        return !Number.isNaN(low) && high >= 0 === isAlike;
      })
      .map(({ name }) => name);
  const [alike, behind] = [namesOf(true), namesOf(false)];
  const figure = wordsOf(by).name;
  return (
    <Text size="sm">
      {alike.length > 0 &&
        t("alike", {
          count: positives,
          formatted: formatCount(positives, i18n.language),
          leader: leader.name,
          others: list.format(alike),
          figure,
        })}{" "}
      {behind.length > 0 && t("ahead", { leader: leader.name, others: list.format(behind), figure })}
    </Text>
  );
}
