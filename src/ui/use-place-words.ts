import { useCallback } from "react";
import type { Place } from "../core/findings/place";
import { formatCount } from "./format";
import { useTimeWords } from "./use-time-words";
import { useWords } from "./use-words";

/** Where something stands out, and the place of its row in the file. */
interface PlacedRow {
  readonly place: Place;
  readonly sourceRow: number;
}

/** Says where a finding is: a row by its number, a stretch by its times, a sequence by its name. */
export function usePlaceWords(): (finding: PlacedRow) => string {
  const { t, i18n } = useWords("findings");
  const clock = useTimeWords(true);
  const plain = useTimeWords(false);
  return useCallback(
    ({ place, sourceRow }) => {
      const row = formatCount(sourceRow, i18n.language);
      if (place.is === "row") return t("place.row", { row });
      if (place.is === "sequence")
        return place.name === "" ? t("place.sequence-at", { row }) : t("place.sequence", { name: place.name });
      const words = place.isClock ? clock : plain;
      const [from, to] = [words(place.from), words(place.to)];
      const when = place.from === place.to ? t("place.moment", { from }) : t("place.stretch", { from, to });
      return place.series === "" ? when : t("place.of-series", { series: place.series, place: when });
    },
    [t, clock, plain, i18n.language],
  );
}
