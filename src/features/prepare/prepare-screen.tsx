import { Suspense } from "react";
import { useSession } from "../../state/use-session";
import { ColumnList } from "./column-list";
import { MatrixPreview } from "./matrix-preview";
import classes from "./prepare-screen.module.css";
import { RecipeSettings } from "./recipe-settings";
import { RowKindChoice } from "./row-kind/row-kind-choice";
import { late } from "../../ui/late";

const ImagesSettings = late(async () => (await import("./images/images-settings")).ImagesSettings);

/** How columns become what the detectors see: the columns, the settings for all of them, and the outcome; or how images do. */
export function PrepareScreen() {
  const isImages = useSession(({ history }) => history.present.recipe?.rowKind.kind === "images");
  return (
    <div className={classes.screen}>
      {isImages ? (
        <Suspense fallback={null}>
          <ImagesSettings />
        </Suspense>
      ) : (
        <>
          <RecipeSettings />
          <RowKindChoice />
          <ColumnList />
          <MatrixPreview />
        </>
      )}
    </div>
  );
}
