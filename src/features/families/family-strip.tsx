import { Text, UnstyledButton } from "@mantine/core";
import type { RuledFamily } from "../../engine/protocol";
import { useFamilies } from "../../state/use-families";
import { useActions, useSession } from "../../state/use-session";
import { formatCount } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import { FamilyLine } from "./family-line";
import classes from "./family-strip.module.css";
import { useFamilyWords } from "./use-family-words";

const MAX_SHOWN = 12;

/**
 * The flagged rows by their reasons, above the table: a click shows those of one family, with what can be done with all of
 * them, another all again.
 */
export function FamilyStrip() {
  const { t, i18n } = useWords("families");
  const found = useFamilies();
  const boxed = useSession((state) => state.viewState.boxed);
  // Families of one row each say no more than the rows.
  if (!found || !found.families.some(({ rows }) => rows.length > 1)) return null;
  const { families, looked, flagged } = found;
  const count = (rows: number) => formatCount(rows, i18n.language);
  const rest = families.slice(MAX_SHOWN).reduce((sum, { rows }) => sum + rows.length, 0);
  const shown = families.find(({ rows }) => boxed !== null && areSame(boxed, rows));
  return (
    <>
      <section className={classes.strip} aria-label={t("title")}>
        {families.slice(0, MAX_SHOWN).map((family) => (
          <Family key={family.mostTypical} family={family} isShown={family === shown} />
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
      {shown && <FamilyLine key={shown.mostTypical} family={shown} />}
    </>
  );
}

function Family({ family, isShown }: { readonly family: RuledFamily; readonly isShown: boolean }) {
  const { t, i18n } = useWords("families");
  const wordsOf = useFamilyWords();
  const { notice } = useActions();
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
