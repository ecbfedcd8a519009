import { Button, Group, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { settingsIn } from "../../state/recipe-link";
import { useActions, useSession } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import classes from "./offer-panel.module.css";
import { useWhatSettingsDo } from "./use-what-settings-do";

/** Settings from a link or a session, with what they would do; nothing is done before a person says so. */
export function OfferPanel() {
  const offer = useSession((state) => state.offer);
  useSettingsInAddress();
  return offer && <Offered key={offer.content} />;
}

/** Offers what the address of the page holds, now and whenever another link is followed. */
function useSettingsInAddress(): void {
  const { offerLink } = useActions();
  useEffect(() => {
    const look = () => {
      const link = settingsIn(location.hash);
      if (link === null) return;
      // Used once: a reload, or a copy of the address, is of the page alone.
      history.replaceState(history.state, "", location.pathname + location.search);
      void offerLink(link);
    };
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [offerLink]);
}

function Offered() {
  const { t } = useWords("keep");
  const whatSettingsDo = useWhatSettingsDo();
  const offer = useSession((state) => state.offer);
  const open = useSession((state) => state.dataset?.name ?? null);
  const { takeOffer, declineOffer } = useActions();
  if (!offer) return null;
  const { from, name, isTaken, project } = offer;
  const file = name ?? "";
  return (
    <section className={classes.panel} aria-label={t(`offer.title.${from}`)}>
      <Title order={2} size="h4">
        {t(`offer.title.${from}`)}
      </Title>
      <Text size="sm">
        {isTaken
          ? t(name === null ? "offer.waits" : "offer.waits-for", { name: file })
          : t(name === null ? "offer.preview" : "offer.preview-of", { name: file })}
      </Text>
      <ul className={classes.list}>
        {whatSettingsDo(project).map((sentence) => (
          <li key={sentence}>
            <Text size="sm">{sentence}</Text>
          </li>
        ))}
      </ul>
      <Group gap="xs">
        {!isTaken && (
          <Button size="xs" onClick={takeOffer}>
            {open === null ? t("offer.take-next") : t("offer.take-open", { name: open })}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={declineOffer}>
          {t("offer.decline")}
        </Button>
      </Group>
    </section>
  );
}
