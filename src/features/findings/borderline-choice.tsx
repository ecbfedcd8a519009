import { Button } from "@mantine/core";
import { coreKindOf } from "../../core/kinds/kinds";
import { useAnyRowKind } from "../../state/kinds/use-row-kind";
import type { Borderline } from "../../state/use-findings";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";

interface Props {
  readonly next: Borderline;
  /** How many stand out for sure. */
  readonly sure: number;
  /** Who says what stands out for sure. */
  readonly id: string;
}

/** "9 more are borderline", or flagged by a kept detector: shows them, and a second press what stands out for sure. */
export function BorderlineChoice({ next, sure, id }: Props) {
  const { t, i18n } = useWords("findings");
  const { noun: context } = coreKindOf(useAnyRowKind());
  const { show } = useActions();
  const isShown = useSession((state) => state.history.present.shown === next.id);
  if (next.count === 0) return null;
  const values = { context, count: next.count, formatted: formatCount(next.count, i18n.language) };
  return (
    <Button
      size="compact-sm"
      variant={isShown ? "light" : "subtle"}
      aria-pressed={isShown}
      onClick={() => show(isShown && sure > 0 ? id : next.id)}
    >
      {t(`${next.isByModel ? "by-model" : "borderline"}${sure > 0 ? "-more" : ""}`, values)}
    </Button>
  );
}
