import { Button, Divider, Popover, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useSession } from "../../state/use-session";
import { useNote } from "../../ui/use-note";
import { useWords } from "../../ui/use-words";
import { KeepSwitch } from "./keep-switch";
import { TakeAlong } from "./take-along";

/** Asks whether the work is to be kept until a person said so; then how it stands with it, and how it is taken elsewhere. */
export function KeepButton() {
  const { t } = useWords("keep");
  const wanted = useSession((state) => state.keeping.wanted);
  const isNarrow = useMediaQuery("(max-width: 1200px)");
  const words = wanted === null ? t("button.ask") : t("button.open");
  return (
    <Popover width={340} position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant={wanted === null ? "light" : "subtle"} color="gray" size="compact-sm">
          <IconDeviceFloppy size={18} aria-hidden />
          {wanted !== null || isNarrow ? <VisuallyHidden>{words}</VisuallyHidden> : <span>&nbsp;{words}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <KeepSwitch />
          <Status />
          <Divider />
          <TakeAlong />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Status() {
  const { t } = useWords("keep", "common");
  const say = useNote();
  const { wanted, own, refused } = useSession((state) => state.keeping);
  return (
    <Text size="sm" role="status">
      {refused
        ? t("common:failure", {
            what: say({ ...refused, code: `failures.${refused.code}.title` }),
            todo: say({ ...refused, code: `failures.${refused.code}.todo` }),
          })
        : t(wanted === false ? "status.off" : `status.${own}`)}
    </Text>
  );
}
