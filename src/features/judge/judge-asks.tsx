import { useSession } from "../../state/use-session";
import { InCommonButton } from "./in-common-button";
import { MarksMenu } from "./marks-menu";
import { RulesButton } from "./rules-button";

/** What else there is to ask of the flagged rows; and marks from a file, as long as no line of progress offers that. */
export function JudgeAsks() {
  const isBegun = useSession((state) => state.history.present.marks.length > 0);
  return (
    <>
      <InCommonButton />
      <RulesButton />
      {!isBegun && <MarksMenu />}
    </>
  );
}
