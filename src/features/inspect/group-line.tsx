import { Button, CloseButton, Text } from "@mantine/core";
import type { OfferedGroup } from "../../engine/protocol";
import { type GroupEffect, useGroupEffect, useGroupOffer, useTakeGroup } from "../../state/use-group-offer";
import { useActions, useSession } from "../../state/use-session";
import { formatCount, formatPercent } from "../../ui/format";
import { useWords } from "../../ui/use-words";
import classes from "./asides-line.module.css";
import { shortened } from "./shortened";

/** Beside the result: that numbers differ by a category, to be compared within its values in one click; then what came of it. */
export function GroupLine() {
  const offer = useGroupOffer();
  const effect = useGroupEffect();
  if (effect) return <Effect effect={effect} />;
  return offer && <Offer offer={offer} />;
}

function Offer({ offer: { column, numbers } }: { readonly offer: OfferedGroup }) {
  const { t, i18n } = useWords("inspect");
  const { notice } = useActions();
  const take = useTakeGroup();
  const nameOf = useNames();
  const [first, ...more] = numbers;
  if (!first) return null;
  const group = nameOf(column);
  const values = {
    group,
    number: nameOf(first.column),
    share: formatPercent(first.share, i18n.language),
    count: more.length,
    numbers: formatCount(more.length, i18n.language),
  };
  return (
    <div className={classes.line}>
      <Text size="xs" component="p" m={0}>
        {t(more.length > 0 ? "group.offer-more" : "group.offer", values)}
      </Text>
      <Button size="compact-xs" variant="light" onClick={() => take(column)}>
        {t("group.take", { group })}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => notice({ groupAnswer: { said: "no" } })}>
        {t("group.decline")}
      </Button>
    </div>
  );
}

function Effect({ effect: { column, flags } }: { readonly effect: GroupEffect }) {
  const { t, i18n } = useWords("inspect");
  const { notice } = useActions();
  const group = useNames()(column);
  const count = (flags: number) => formatCount(flags, i18n.language);
  const isSame = flags?.gone === 0 && flags.came === 0;
  return (
    <div className={classes.line} role="status">
      <Text size="xs" component="p" m={0}>
        {!flags
          ? t("group.working", { group })
          : isSame
            ? t("group.same", { group })
            : t("group.effect", {
                group,
                before: count(flags.before),
                gone: count(flags.gone),
                came: count(flags.came),
              })}
      </Text>
      <CloseButton size="xs" aria-label={t("group.close")} onClick={() => notice({ groupAnswer: { said: "no" } })} />
    </div>
  );
}

function useNames(): (column: number) => string {
  const columns = useSession((state) => state.dataset?.columns);
  return (column) => shortened(columns?.[column]?.name ?? "");
}
