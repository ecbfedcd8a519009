import { Button, Group, Text, Title } from "@mantine/core";
import { IconClipboardText, IconFileUpload, IconFolder } from "@tabler/icons-react";
import { useRef, useState, type MouseEvent } from "react";
import { useWords } from "../../ui/use-words";
import { ChooseFile, choosesFolders } from "./choose-file";
import { PasteBox } from "./paste-box";
import { StartImage } from "./start-image";
import classes from "./start-screen.module.css";

/** The way in: drop, choose or paste. A drop is caught by the whole window, see DropAnywhere. */
export function DropTarget() {
  const { t } = useWords("load");
  const input = useRef<HTMLInputElement>(null);
  const [isPasting, setIsPasting] = useState(false);

  /** For the mouse alone: the keyboard has the button. */
  function onClick({ target }: MouseEvent): void {
    if (!isPasting && target instanceof Element && !target.closest("button, label, input")) input.current?.click();
  }

  return (
    <section className={classes.target} onClick={onClick} data-pasting={isPasting || undefined}>
      <div className={classes.invitation}>
        <Title order={1} className={classes.title}>
          <span>{t("start.drop")}</span> <span>{t("start.see")}</span> <span>{t("start.private")}</span>
        </Title>
        {isPasting ? (
          <PasteBox onClose={() => setIsPasting(false)} />
        ) : (
          <>
            <Group gap="sm" className={classes.ways ?? ""}>
              <ChooseFile size="md" inputRef={input} leftSection={<IconFileUpload size={20} aria-hidden />}>
                {t("start.choose")}
              </ChooseFile>
              {choosesFolders && (
                <ChooseFile size="md" variant="default" isFolder leftSection={<IconFolder size={20} aria-hidden />}>
                  {t("start.choose-folder")}
                </ChooseFile>
              )}
              <Button
                size="md"
                variant="default"
                leftSection={<IconClipboardText size={20} aria-hidden />}
                onClick={() => setIsPasting(true)}
              >
                {t("start.paste")}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {t("start.accepts")} <span className={classes.keys}>{t("start.keys")}</span>
            </Text>
          </>
        )}
      </div>
      {!isPasting && <StartImage />}
    </section>
  );
}
