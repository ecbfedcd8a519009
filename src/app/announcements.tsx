import "@mantine/notifications/styles.css";
import { Notifications, notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useActions, useSession } from "../state/use-session";
import { useNote } from "../ui/use-note";
import { useWords } from "../ui/use-words";

const COLOUR_OF_TONE = { info: "blue", good: "teal", bad: "red" } as const;

/** Shows what the session announces, once, in the corner; bad news stays until it is closed. */
export function Announcements() {
  const announcements = useSession((state) => state.announcements);
  const { dismiss } = useActions();
  const say = useNote();
  const { t } = useWords("common");
  useEffect(() => {
    for (const { id, tone, note } of announcements) {
      notifications.show({
        message: say(note),
        color: COLOUR_OF_TONE[tone],
        autoClose: tone === "bad" ? false : 5000,
        closeButtonProps: { "aria-label": t("close") },
      });
      dismiss(id);
    }
  }, [announcements, dismiss, say, t]);
  return <Notifications position="bottom-right" limit={3} />;
}
