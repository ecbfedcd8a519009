import { Button, Group, Text, Title } from "@mantine/core";
import { coreKindOf } from "../../core/kinds/kinds";
import type { Recent } from "../../state/session-state";
import { useActions, useSession } from "../../state/use-session";
import { formatMoment } from "../../ui/format";
import { useCounted } from "../../ui/use-counted";
import { useWords } from "../../ui/use-words";
import { ChooseFile } from "./choose-file";
import classes from "./start-screen.module.css";
import { samples } from "./samples";
import type { SampleOpener } from "./use-open-sample";

/** What was worked on before. Only names, sizes and settings were kept, so a file must be given again. */
export function RecentList({ opener }: { readonly opener: SampleOpener }) {
  const { t } = useWords("load");
  const all = useSession((state) => state.recents);
  const works = useSession((state) => state.keeping.kept?.works);
  // What is kept whole is listed as such.
  const recents = all.filter(({ fingerprint }) => !works?.some(({ id }) => id === fingerprint));
  const { forgetRecents } = useActions();
  if (recents.length === 0) return null;
  return (
    <section aria-label={t("recent.title")}>
      <Group justify="space-between" align="baseline">
        <Title order={2} className={classes.subtitle}>
          {t("recent.title")}
        </Title>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={forgetRecents}>
          {t("recent.forget")}
        </Button>
      </Group>
      <ul className={classes.recents}>
        {recents.map((recent) => (
          <RecentRow key={recent.fingerprint} recent={recent} opener={opener} />
        ))}
      </ul>
    </section>
  );
}

function RecentRow({ recent, opener }: { readonly recent: Recent; readonly opener: SampleOpener }) {
  const { t, i18n } = useWords("load", "samples");
  const counted = useCounted();
  const sample = samples.find(({ id }) => id === recent.sample);
  const name = sample ? t(`samples:${sample.id}.title`) : recent.name;
  const day = formatMoment(recent.savedAt, i18n.language, { dateStyle: "medium" });
  const isPasted = recent.name === t("paste.name");
  return (
    <li className={classes.recent}>
      <div className={classes.recentWords}>
        <Text fw={500} truncate title={name}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t("recent.facts", {
            context: coreKindOf({ kind: recent.rowKind }).noun,
            day,
            rows: counted("rows", recent.rows),
            images: counted("images", recent.rows),
            columns: counted("columns", recent.columns),
          })}
        </Text>
      </div>
      {!sample && (
        <Text size="sm" c="dimmed" className={classes.recentHint}>
          {isPasted ? t("recent.paste-again") : t("recent.drop-again")}
        </Text>
      )}
      {sample && (
        <Button
          size="xs"
          variant="default"
          loading={opener.opening === sample.id}
          onClick={() => opener.open(sample.id)}
          aria-label={t("recent.continue-with", { name })}
        >
          {t("recent.continue")}
        </Button>
      )}
      {!sample && !isPasted && (
        <ChooseFile size="xs" variant="default" label={t("recent.choose-named", { name })}>
          {t("recent.choose")}
        </ChooseFile>
      )}
    </li>
  );
}
