import { Alert, Button, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { fetchCatalogue } from "../../state/catalogue";
import { useActions } from "../../state/use-session";
import { useWords } from "../../ui/use-words";
import { SampleCard } from "./sample-card";
import { samples } from "./samples";
import classes from "./start-screen.module.css";
import type { SampleOpener } from "./use-open-sample";

/** The detector that toys begin with. */
const FIRST_TOY = "isolation-forest";

/** The built-in tables, each a click away, and what detectors see of points that a person drags. */
export function SampleGallery({ opener }: { readonly opener: SampleOpener }) {
  const { t } = useWords("load", "samples");
  const { notice } = useActions();
  const isNarrow = useMediaQuery("(max-width: 600px)", false, { getInitialValueInEffect: false });
  return (
    <section aria-label={t("gallery.title")}>
      <Title order={2} className={classes.subtitle}>
        {t("gallery.title")}
      </Title>
      {opener.failed !== null && (
        <Alert
          color="red"
          role="alert"
          mb="sm"
          title={t("gallery.failed", { title: t(`samples:${opener.failed}.title`) })}
        >
          {t("gallery.failed-why")}
        </Alert>
      )}
      <div className={classes.cards}>
        {samples.map((sample) => (
          <SampleCard
            key={sample.id}
            sample={sample}
            isNarrow={isNarrow}
            isOpening={opener.opening === sample.id}
            onOpen={() => opener.open(sample.id)}
          />
        ))}
      </div>
      <Button variant="subtle" mt="sm" onClick={() => void fetchCatalogue().then(() => notice({ toy: FIRST_TOY }))}>
        {t("gallery.toys")}
      </Button>
    </section>
  );
}
