import { Badge, Text, UnstyledButton } from "@mantine/core";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import classes from "./detector-panel.module.css";
import type { Offer } from "./picker-groups";
import { useExpectedTime } from "./use-expected-time";

interface Props {
  readonly offer: Offer;
  readonly isPicked: boolean;
  onPick(): void;
}

/** One detector of the picker: what it looks for, what it cannot see, and what the open table says about it. */
export function DetectorCardButton({ offer: { detector, verdict }, isPicked, onPick }: Props) {
  const { t } = useWords("detect");
  const words = useDetectorWords();
  const say = useNote();
  const time = useExpectedTime()(detector.id);
  return (
    <UnstyledButton className={classes.card} onClick={onPick} data-offer>
      <span className={classes.cardHead}>
        <Text component="span" size="sm" fw={600}>
          {words(detector, "label", detector.label)}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {t(`family.${detector.family}`)}
        </Text>
        {verdict && (
          <Text component="span" size="xs" fw={600} className={classes.mark} data-verdict={verdict.verdict}>
            {t(`verdict.${verdict.verdict}`)}
          </Text>
        )}
        {isPicked && (
          <Badge size="sm" variant="default" tt="none" fw={400}>
            {t("picker.picked")}
          </Badge>
        )}
      </span>
      <Text component="span" size="sm">
        {words(detector, "summary", detector.summary)}
      </Text>
      {verdict?.reasons.map((reason) => (
        <Text key={reason.code} component="span" size="xs" className={classes.reason}>
          {say(reason)}
        </Text>
      ))}
      <Text component="span" size="xs">
        <Text component="span" inherit fw={600}>
          {t("picker.blindTo")}
        </Text>{" "}
        {words(detector, "blindTo", detector.blindTo)}
      </Text>
      {time && (
        <Text component="span" size="xs">
          {t("picker.takes", { time })}
        </Text>
      )}
      <Text component="span" size="xs" c="dimmed">
        {words(detector, "reference", detector.reference)}
      </Text>
    </UnstyledButton>
  );
}
