import { Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { shownThresholdOf, shownResultOf } from "../../state/threshold";
import { useImageDetail } from "../../state/use-images";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { useWords } from "../../ui/use-words";
import { HeatSentence } from "./heat-sentence";
import classes from "./inspector.module.css";
import { ImageFigures } from "./image-figures";
import { ImageViews } from "./image-views";
import { useImageName } from "./use-image-names";

const REST_MS = 150;

/** One image, where it is strange, what the detector made of it, and the ordinary image that resembles it most. */
export function ImageInspector({ row }: { readonly row: number }) {
  const { t } = useWords("images");
  const name = useImageName(row);
  // Every threshold has a scale of its own: asked for once it rests.
  const [threshold] = useDebouncedValue(
    useSession((state) => shownThresholdOf(state)?.value ?? null),
    REST_MS,
  );
  const score = useSession((state) => shownResultOf(state)?.scores[row] ?? NaN);
  const { answer, failure, isStale } = useImageDetail(row, threshold);
  return (
    <section className={classes.inspector} aria-label={t("inspector.title")}>
      <Title order={3} size="sm" className={classes.name ?? ""} title={name}>
        {name}
      </Title>
      <div className={classes.sentence} aria-busy={answer?.row !== row}>
        {answer && <HeatSentence detail={answer} />}
      </div>
      {failure ? (
        <FailedAlert color="red" failure={failure} />
      ) : (
        <ImageViews row={row} name={name} detail={answer} isStale={isStale} />
      )}
      {answer && !failure && (
        <div className={classes.said} aria-busy={answer.row !== row}>
          <ImageFigures detail={answer} score={score} />
        </div>
      )}
    </section>
  );
}
