import { Text, UnstyledButton } from "@mantine/core";
import type { ReasonFamily } from "../../core/families/reason-families";
import { useFamilies } from "../../state/use-families";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./family-strip.module.css";
import { useFamilyWords } from "./use-family-words";

const MAX_SHOWN = 12;

/** The flagged rows by their main reason, above the table: a click shows those of one family, another all again. */
export function FamilyStrip() {
  const { t, i18n } = useWords("families");
  const found = useFamilies();
  // Families of one row each say no more than the rows.
  if (!found || !found.families.some(({ rows }) => rows.length > 1)) return null;
  const { families, looked, flagged } = found;
  const count = (rows: number) => formatCount(rows, i18n.language);
  const rest = families.slice(MAX_SHOWN).reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <section className={classes.strip} aria-label={t("title")}>
      {families.slice(0, MAX_SHOWN).map((family) => (
        <Family
          key={`${family.column} ${family.direction} ${family.level?.level ?? ""} ${family.said}`}
          family={family}
        />
      ))}
      {rest > 0 && (
        <Text size="xs" c="dimmed" component="span">
          {t("more", { count: rest, rows: count(rest) })}
        </Text>
      )}
      {looked < flagged && (
        <Text size="xs" c="dimmed" component="span">
          {t("looked", { looked: count(looked), flagged: count(flagged) })}
        </Text>
      )}
    </section>
  );
}

function Family({ family }: { readonly family: ReasonFamily }) {
  const { t, i18n } = useWords("families");
  const wordsOf = useFamilyWords();
  const { notice } = useActions();
  const isShown = useSession(({ viewState: { boxed } }) => boxed !== null && areSame(boxed, family.rows));
  const words = t("family", { rows: formatCount(family.rows.length, i18n.language), family: wordsOf(family) });
  return (
    <UnstyledButton
      className={classes.family}
      aria-pressed={isShown}
      title={words}
      onClick={() => notice({ boxed: isShown ? null : family.rows, tableRows: "flagged" })}
    >
      {words}
    </UnstyledButton>
  );
}

function areSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((row, at) => row === other[at]);
}
