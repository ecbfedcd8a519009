import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useActions, useSession } from "../state/use-session";
import { useNote } from "../ui/use-note";

const COLOR = { info: "blue", good: "teal", bad: "red" } as const;

/** Shows what the session announces, once, in the corner; bad news stays until it is closed. */
export function Announcements() {
  const announcements = useSession((state) => state.announcements);
  const { dismiss } = useActions();
  const say = useNote();
  useEffect(() => {
    for (const { id, tone, note } of announcements) {
      notifications.show({ message: say(note), color: COLOR[tone], autoClose: tone === "bad" ? false : 5000 });
      dismiss(id);
    }
  }, [announcements, dismiss, say]);
  return null;
}
