import { Button, Popover } from "@mantine/core";
import { useLabelTruth } from "../../state/use-label-truth";
import { useActions, useSession } from "../../state/use-session";
import { StrangeValues } from "../../ui/strange-values";
import { useWords } from "../../ui/use-words";

/** Where results are compared with a label: what of it means strange, to be said otherwise. */
export function ChangeStrange({ column }: { readonly column: number }) {
  const { t } = useWords("inspect");
  const { setStrange } = useActions();
  const name = useSession((state) => state.dataset?.columns[column]?.name ?? "");
  const { truth } = useLabelTruth(column);
  if (!truth) return null;
  return (
    <Popover position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle">
          {t("label.change")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={360} aria-label={t("label.change")}>
        <StrangeValues column={name} {...truth} onChange={(strange) => setStrange(column, strange)} />
      </Popover.Dropdown>
    </Popover>
  );
}
