import { coursePicture } from "../../../charts/still/course-picture";
import { eventsPicture } from "../../../charts/still/events-picture";
import type { ReportPicture } from "../../../core/report/report";
import type { ThingInReport } from "../../../engine/protocol";
import type { ReportMaterial } from "./material";
import type { ReportWords } from "./use-report-words";

/** What is drawn of it, in words and lines. */
export function pictureOf(
  { picture, cells }: ThingInReport,
  { dataset }: ReportMaterial,
  words: ReportWords,
): ReportPicture | null {
  const { t, count, number } = words;
  if (!picture) return null;
  switch (picture.is) {
    case "image": {
      const name = String(cells[0] ?? "");
      return { ...picture, words: t("page.flagged.image", { name }) };
    }
    case "course": {
      const writeTime = words.timeOf(picture.isClock);
      const channels = picture.channels.map((one) => ({ ...one, name: dataset.columns[one.column]?.name ?? "" }));
      const said = t("page.flagged.course", {
        column: words.list(channels.map(({ name }) => name)),
        from: writeTime(channels[0]?.times[0] ?? picture.from),
        to: writeTime(channels[0]?.times.at(-1) ?? picture.to),
      });
      const { from, to } = picture;
      const drawing = coursePicture({
        channels,
        from,
        to,
        words: said,
        writeTime,
        writeValue: (one) => number(one, 4),
      });
      return { is: "drawing", drawing };
    }
    case "events": {
      const { symbols, here, before, after } = picture;
      const said = (side: "before" | "after", events: number) =>
        events === 0 ? "" : t(`page.flagged.${side}`, { count: events, formatted: count(events) });
      const drawing = eventsPicture({
        symbols,
        here,
        words: t("page.flagged.events"),
        before: said("before", before),
        after: said("after", after),
        nameless: "–",
      });
      return { is: "drawing", drawing };
    }
    default:
      return picture satisfies never;
  }
}
