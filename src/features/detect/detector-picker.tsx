import { Badge, Button, Popover, Text, UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { catalogue, type DetectorCard } from "../../state/catalogue";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import classes from "./detector-panel.module.css";

/** Every detector there is, each with what it looks for and what it cannot see. */
export function DetectorPicker() {
  const { t } = useTranslation("detect");
  const [isOpen, setOpen] = useState(false);
  const picked = useSession((state) => state.history.present.picked);
  const { pick, show } = useActions();
  const offered = catalogue.filter(({ accepts }) => accepts.includes("matrix"));

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setOpen(!isOpen)}
         
        >
          {t("picker.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} className={classes.picker} aria-label={t("picker.title")}>
        <ul className={classes.cards}>
          {offered.map((detector) => (
            <li key={detector.id}>
              <Card
                detector={detector}
                isPicked={picked.includes(detector.id)}
                onPick={() => {
                  if (picked.includes(detector.id)) show(detector.id);
                  else pick(detector.id);
                  setOpen(false);
                }}
              />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

interface CardProps {
  readonly detector: DetectorCard;
  readonly isPicked: boolean;
  onPick(): void;
}

function Card({ detector, isPicked, onPick }: CardProps) {
  const { t } = useTranslation("detect");
  const words = useDetectorWords();
  return (
    <UnstyledButton className={classes.card} onClick={onPick}>
      <span className={classes.cardHead}>
        <Text component="span" size="sm" fw={600}>
          {words(detector, "label", detector.label)}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {t(`family.${detector.family}`)}
        </Text>
        {isPicked && (
          <Badge size="sm" variant="default" tt="none" fw={400}>
            {t("picker.picked")}
          </Badge>
        )}
      </span>
      <Text component="span" size="sm">
        {words(detector, "summary", detector.summary)}
      </Text>
      <Text component="span" size="xs">
        <Text component="span" inherit fw={600}>
          {t("picker.blindTo")}
        </Text>{" "}
        {words(detector, "blindTo", detector.blindTo)}
      </Text>
      <Text component="span" size="xs" c="dimmed">
        {detector.reference}
      </Text>
    </UnstyledButton>
  );
}
