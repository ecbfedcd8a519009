import { Button, Popover, Text, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import type { TableFacts } from "../../core/detect/table-facts";
import type { DetectorCard } from "../../state/catalogue";
import { detectorsFor, recommendationOf } from "../../state/kinds/kinds";
import { useAnyRowKind } from "../../state/kinds/use-row-kind";
import { useActions, useSession } from "../../state/use-session";
import { useDetectorWords } from "../../ui/use-detector-words";
import { useWords } from "../../ui/use-words";
import { DetectorCardButton } from "./detector-card";
import classes from "./detector-panel.module.css";
import { groupOffers, namedFirst, type OfferGroup } from "./picker-groups";

/** Every detector there is, those that suit the open table first; searched by typing, walked with the arrow keys. */
export function DetectorPicker({ facts }: { readonly facts: TableFacts | null }) {
  const { t } = useWords("detect");
  const [isOpen, setOpen] = useState(false);
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
      <Popover.Dropdown p={0} className={classes.picker} aria-label={t("picker.title")}>
        <Offers facts={facts} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Offers({ facts, onDone }: { readonly facts: TableFacts | null; onDone(): void }) {
  const { t } = useWords("detect");
  const [search, setSearch] = useState("");
  const { isNamed, isSpokenOf } = useSearch(search);
  const rowKind = useAnyRowKind();
  const dataset = useSession((state) => state.dataset);
  const recipe = useSession((state) => state.history.present.recipe);
  const recommended = useMemo(
    () => (dataset && recipe ? recommendationOf(dataset, recipe).members : []),
    [dataset, recipe],
  );
  const found = groupOffers(detectorsFor(rowKind).filter(isSpokenOf), facts, recommended);
  const groups = search.trim() === "" ? found : namedFirst(found, isNamed);
  return (
    // Keys pressed on the cards and on the search field are heard here; the element itself is not a control.
    <div className={classes.offers} role="presentation" onKeyDown={walk}>
      <TextInput
        size="xs"
        className={classes.search}
        leftSection={<IconSearch size={14} />}
        placeholder={t("picker.search")}
        aria-label={t("picker.search")}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group key={group.title} group={group} onDone={onDone} />
        ))}
        {groups.length === 0 && (
          <Text size="sm" c="dimmed" p="sm" role="status">
            {t("picker.nothing", { search })}
          </Text>
        )}
      </div>
    </div>
  );
}

function Group({ group, onDone }: { readonly group: OfferGroup; onDone(): void }) {
  const { t } = useWords("detect");
  const title = useId();
  const picked = useSession((state) => state.history.present.picked);
  const { pick, show } = useActions();
  const titleOf = ({ title: of }: OfferGroup) =>
    of === "named" || of === "recommended" ? t(`picker.${of}`) : t(`family.${of}`);
  return (
    <section aria-labelledby={title}>
      <Text id={title} size="xs" fw={600} c="dimmed" className={classes.groupTitle}>
        {titleOf(group)}
      </Text>
      <ul className={classes.cards}>
        {group.offers.map((offer) => {
          const { id } = offer.detector;
          const isPicked = picked.includes(id);
          return (
            <li key={id}>
              <DetectorCardButton
                offer={offer}
                isPicked={isPicked}
                onPick={() => {
                  if (isPicked) show(id);
                  else pick(id);
                  onDone();
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Whether every word of a search occurs in a detector's name, and in what is said of it. */
function useSearch(search: string): Record<"isNamed" | "isSpokenOf", (card: DetectorCard) => boolean> {
  const { t } = useWords("detect");
  const words = useDetectorWords();
  const parts = search.toLowerCase().split(/\s+/);
  const hasAll = (said: string) => parts.every((part) => said.toLowerCase().includes(part));
  const nameOf = (card: DetectorCard) => words(card, "label", card.label);
  return {
    isNamed: (card) => hasAll(nameOf(card)),
    isSpokenOf: (card) =>
      hasAll(
        [
          card.id,
          nameOf(card),
          words(card, "summary", card.summary),
          t(`family.${card.family}`),
          words(card, "reference", card.reference),
        ].join(" "),
      ),
  };
}

/** Enter in the search takes the first card. Arrow keys, Home and End move among them; up from the first leads back to the search. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const field = event.currentTarget.querySelector("input");
  const isTyping = event.target === field;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-offer]")];
  const at = cards.findIndex((card) => card === event.target);
  if (isTyping && event.key === "Enter") return cards[0]?.click();
  const next = {
    ArrowDown: cards[Math.min(at + 1, cards.length - 1)],
    ArrowUp: at > 0 ? cards[at - 1] : field,
    Home: isTyping ? undefined : cards[0],
    End: isTyping ? undefined : cards.at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
