import { Text, Title } from "@mantine/core";
import type { ImagesReport } from "../../../core/images/images-report";
import { useSession } from "../../../state/use-session";
import { formatCount, joinSentences } from "../../../ui/format";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import classes from "./images.module.css";

/** What was read as images, and what was not, with the reason. */
export function ImageFacts() {
  const dataset = useSession((state) => state.dataset);
  if (dataset?.read.format !== "images") return null;
  return <Facts rowCount={dataset.rowCount} images={dataset.read.report} />;
}

function Facts({ rowCount, images }: { readonly rowCount: number; readonly images: ImagesReport }) {
  const { t, i18n } = useWords("prepare-images");
  const say = useNote();
  const { size, masks, folders, skipped } = images;
  const count = (value: number) => formatCount(value, i18n.language);
  const facts = [
    t("facts.images", { count: rowCount, formatted: count(rowCount) }),
    size ? t("facts.one-size", size) : t("facts.sizes"),
    masks === 0 ? t("facts.no-masks") : t("facts.masks", { count: masks, formatted: count(masks) }),
  ];
  return (
    <section aria-label={t("facts.title")}>
      <Title order={2} size="h4">
        {t("facts.title")}
      </Title>
      <Text size="sm">{joinSentences(facts, i18n.language)}</Text>
      {images.notes?.map((note) => (
        <Text key={note.code} size="sm" mt={4}>
          {say(note)}
        </Text>
      ))}
      <div className={classes.facts}>
        {folders.length > 1 && (
          <table className={classes.folders} aria-label={t("facts.folders")}>
            <thead>
              <tr>
                <th scope="col">{t("facts.folder")}</th>
                <th scope="col">{t("facts.count")}</th>
              </tr>
            </thead>
            <tbody>
              {folders.map(({ name, count: within }) => (
                <tr key={name}>
                  <td>{name === "" ? t("facts.top") : name}</td>
                  <td>{count(within)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {skipped.count > 0 && <Skipped skipped={skipped} />}
      </div>
    </section>
  );
}

function Skipped({ skipped: { count, first } }: { readonly skipped: ImagesReport["skipped"] }) {
  const { t, i18n } = useWords("prepare-images");
  const say = useNote();
  const rest = count - first.length;
  return (
    <details className={classes.skipped}>
      <summary>{t("skipped.title", { count, formatted: formatCount(count, i18n.language) })}</summary>
      <ul>
        {first.map(({ path, why }) => (
          <li key={path}>
            <b>{path}</b> {say(why)}
          </li>
        ))}
        {rest > 0 && <li>{t("skipped.more", { count: rest, formatted: formatCount(rest, i18n.language) })}</li>}
      </ul>
    </details>
  );
}
