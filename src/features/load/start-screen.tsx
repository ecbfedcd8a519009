import type { ReactNode } from "react";
import { useSession } from "../../state/use-session";
import { DropTarget } from "./drop-target";
import { ReadingView } from "./reading-view";
import { RecentList } from "./recent-list";
import { SampleGallery } from "./sample-gallery";
import classes from "./start-screen.module.css";
import { useOpenSample } from "./use-open-sample";
import { usePaste } from "./use-paste";

/** The page before a table is open: ways in, work that was kept, or the columns of the file that is being read. */
export function StartScreen({ kept }: { readonly kept?: ReactNode }) {
  const stage = useSession((state) => state.reading.stage);
  switch (stage) {
    case "none":
    case "failed":
    case "open":
      return <WaysIn kept={kept} />;
    case "looking":
    case "reading":
    case "too-large":
      return <ReadingView />;
    default:
      return stage satisfies never;
  }
}

function WaysIn({ kept }: { readonly kept: ReactNode }) {
  const opener = useOpenSample();
  usePaste();
  return (
    <div className={classes.scroller}>
      <div className={classes.page}>
        <DropTarget />
        {kept}
        <RecentList opener={opener} />
        <SampleGallery opener={opener} />
      </div>
    </div>
  );
}
