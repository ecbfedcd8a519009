import { Title } from "@mantine/core";
import { shownThresholdOf, shownResultOf } from "../../state/threshold";
import { useImageDetail } from "../../state/use-images";
import { useSession } from "../../state/use-session";
import { FailedAlert } from "../../ui/failed-alert";
import { staleProps } from "../../ui/stale";
import { useWords } from "../../ui/use-words";
import { HeatSentence } from "./heat-sentence";
import classes from "./inspector.module.css";
import { ImageFigures } from "./image-figures";
import { ImageViews } from "./image-views";
import { useImageName } from "./use-image-names";

/** One image, where it is strange, what the detector made of it, and the ordinary image that resembles it most. */
export function ImageInspector({ row }: { readonly row: number }) {
  const { t } = useWords("images");
  const { name, failure: nameless } = useImageName(row);
  const threshold = useSession((state) => shownThresholdOf(state)?.value ?? null);
  const score = useSession((state) => shownResultOf(state)?.scores[row] ?? NaN);
  const { answer, failure: undetailed, isStale } = useImageDetail(row, threshold);
  const failure = undetailed ?? nameless;
  return (
    <section className={classes.inspector} aria-label={t("inspector.title")}>
      <Title order={3} size="sm" className={classes.name ?? ""} title={name}>
        {name}
      </Title>
      <div className={classes.sentence} {...staleProps(answer?.row !== row)}>
        {answer && <HeatSentence detail={answer} />}
      </div>
      {failure ? (
        <FailedAlert color="red" failure={failure} />
      ) : (
        <ImageViews row={row} name={name} detail={answer} isStale={isStale} />
      )}
      {answer && !failure && (
        <div className={classes.said} {...staleProps(answer.row !== row)}>
          <ImageFigures detail={answer} score={score} />
        </div>
      )}
    </section>
  );
}
