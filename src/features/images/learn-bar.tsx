import { Button, Text } from "@mantine/core";
import { useRowKind } from "../../state/kinds/use-row-kind";
import { useActions } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./gallery.module.css";

interface Props {
  readonly marked: ReadonlySet<number>;
  /** Those in the gallery at present. */
  readonly shown: Uint32Array;
  onMarked(marked: ReadonlySet<number> | null): void;
}

/** While a person chooses which images are learned from: what that means, how many there are, and the end of it. */
export function LearnBar({ marked, shown, onMarked }: Props) {
  const { t, i18n } = useWords("images");
  const { setRecipe } = useActions();
  const rowKind = useRowKind("images");
  function apply(): void {
    if (rowKind)
      setRecipe({ rowKind: { ...rowKind, learnFrom: { kind: "images", rows: [...marked].sort((a, b) => a - b) } } });
    onMarked(null);
  }
  return (
    <div className={classes.bar} role="group" aria-label={t("learn.choose")}>
      <Text size="xs" c="dimmed">
        {t("learn.help")}
      </Text>
      <Text size="xs" fw={600} role="status">
        {t("learn.marked", { count: marked.size, formatted: formatCount(marked.size, i18n.language) })}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => onMarked(new Set([...marked, ...shown]))}>
        {t("learn.mark-shown")}
      </Button>
      <Button size="compact-xs" variant="default" disabled={marked.size === 0} onClick={() => onMarked(new Set())}>
        {t("learn.clear")}
      </Button>
      <span className={classes.space} />
      <Button size="compact-xs" variant="subtle" onClick={() => onMarked(null)}>
        {t("learn.cancel")}
      </Button>
      <Button size="compact-xs" disabled={marked.size === 0} onClick={apply}>
        {t("learn.apply")}
      </Button>
    </div>
  );
}
