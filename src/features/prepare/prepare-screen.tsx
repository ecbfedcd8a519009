import { useKindScreens } from "../../state/use-kind-screens";
import { ColumnList } from "./column-list";
import { MatrixPreview } from "./matrix-preview";
import classes from "./prepare-screen.module.css";
import { RecipeSettings } from "./recipe-settings";
import { RowKindChoice } from "./row-kind/row-kind-choice";

/** How columns become what the detectors see: the columns, the settings for all of them, and the outcome; or what the kind of row has in their place. */
export function PrepareScreen() {
  const { Prepare } = useKindScreens();
  return (
    <div className={classes.screen}>
      {Prepare ? (
        <Prepare />
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
