import { Button, Chip, Group, NativeSelect, NumberInput, SegmentedControl, Text } from "@mantine/core";
import { AutocorrelationChart } from "../../../charts/series/autocorrelation-chart";
import type { SeriesKind } from "../../../core/kinds/series-kind";
import { useAutocorrelation, useSeriesOverview } from "../../../state/use-series";
import { useRowKind } from "../../../state/kinds/use-row-kind";
import { useActions, useSession } from "../../../state/use-session";
import { FailedAlert } from "../../../ui/failed-alert";
import { staleProps } from "../../../ui/stale";
import { useDuration } from "../../../ui/use-duration";
import { useNote } from "../../../ui/use-note";
import { useWords } from "../../../ui/use-words";
import { ColumnSelect } from "../row-kind/column-select";
import { LabelledWindows } from "./labelled-windows";
import { StepLength } from "./step-length";
import classes from "../row-kind/row-kind.module.css";

/** More channels than this are chosen in the list of columns. */
const MAX_CHIPS = 24;
const MAX_STEPS_SET = 1_000_000;

/** How rows become steps of series, and steps become windows. */
export function SeriesSettings() {
  const rowKind = useRowKind("series");
  return rowKind && <Settings rowKind={rowKind} />;
}

function Settings({ rowKind }: { readonly rowKind: SeriesKind }) {
  const { t } = useWords("series");
  const { setRecipe } = useActions();
  const { answer: overview, isStale, failure } = useSeriesOverview(null);
  const say = useNote();
  const change = (part: Partial<SeriesKind>, tag?: string) => setRecipe({ rowKind: { ...rowKind, ...part } }, tag);
  // Another time has other units.
  const { unitMs = null, ...withoutUnit } = rowKind;
  return (
    <div className={classes.settings}>
      <div className={classes.fields}>
        <ColumnSelect
          label={t("settings.time")}
          none={t("settings.file-order")}
          kinds={["time", "number"]}
          value={rowKind.time}
          onChange={(time) => setRecipe({ rowKind: { ...withoutUnit, time } })}
        />
        <StepLength
          key={rowKind.time}
          time={rowKind.time}
          unitMs={unitMs}
          change={change}
          forget={() => setRecipe({ rowKind: withoutUnit })}
        />
        <ColumnSelect
          label={t("settings.group")}
          none={t("settings.one-series")}
          kinds={["category", "text", "number"]}
          value={rowKind.group}
          onChange={(group) => change({ group })}
        />
        <NativeSelect
          size="xs"
          label={t("settings.duplicates")}
          value={rowKind.duplicates}
          data={(["mean", "first", "last"] as const).map((value) => ({
            value,
            label: t(`settings.duplicate.${value}`),
          }))}
          // Its values are those given above.
          onChange={({ currentTarget }) => change({ duplicates: currentTarget.value as SeriesKind["duplicates"] })}
        />
        <NumberInput
          size="xs"
          label={t("settings.fill")}
          description={t("settings.fill-help")}
          min={0}
          max={MAX_STEPS_SET}
          allowDecimal={false}
          value={rowKind.fillUpTo}
          onChange={(value) => {
            if (typeof value === "number") change({ fillUpTo: value }, "row-kind:fill");
          }}
        />
      </div>
      <Channels rowKind={rowKind} />
      <LabelledWindows />
      {failure && <FailedAlert variant="default" failure={failure} />}
      {overview && overview.notes.length > 0 && (
        <ul className={classes.notes} aria-label={t("settings.notes")} {...staleProps(isStale)}>
          {overview.notes.map((note) => (
            <li key={note.code}>{say(note)}</li>
          ))}
        </ul>
      )}
      {overview && <WindowSettings rowKind={rowKind} overview={overview} change={change} />}
    </div>
  );
}

/** Which number columns are drawn and scored: those whose role is "feature". */
function Channels({ rowKind }: { readonly rowKind: SeriesKind }) {
  const { t } = useWords("series");
  const { setColumns } = useActions();
  const columns = useSession((state) => state.dataset?.columns ?? []);
  const recipe = useSession((state) => state.history.present.recipe);
  const roleAt = (position: number) => recipe?.columns[position]?.role;
  const isChannel = (position: number) => roleAt(position) === "feature";
  // A label or an id stays what it is.
  const numbers = columns.flatMap(({ name, kind }, position) =>
    kind === "number" &&
    position !== rowKind.time &&
    position !== rowKind.group &&
    (isChannel(position) || roleAt(position) === "ignore")
      ? [{ name, position }]
      : [],
  );
  const count = numbers.filter(({ position }) => isChannel(position)).length;
  if (numbers.length > MAX_CHIPS)
    return <Text size="sm">{t("settings.channels-many", { count, all: numbers.length })}</Text>;
  return (
    <Group gap={6} role="group" aria-label={t("settings.channels")}>
      <Text size="sm">{t("settings.channels")}</Text>
      {numbers.map(({ name, position }) => (
        <Chip
          key={position}
          size="xs"
          checked={isChannel(position)}
          onChange={(checked) => setColumns([position], { role: checked ? "feature" : "ignore" })}
        >
          {name}
        </Chip>
      ))}
    </Group>
  );
}

interface WindowProps {
  readonly rowKind: SeriesKind;
  readonly overview: NonNullable<ReturnType<typeof useSeriesOverview>["answer"]>;
  change(part: Partial<SeriesKind>, tag?: string): void;
}

/** How many steps a detector sees together: by eye on the autocorrelation, or by number. */
function WindowSettings({ rowKind, overview, change }: WindowProps) {
  const { t } = useWords("series");
  const { settle } = useActions();
  const duration = useDuration(overview.unitMs);
  const { answer: lags, isStale, failure } = useAutocorrelation(0, overview.channels[0]?.column ?? null);
  const window = rowKind.window ?? overview.window;
  const longest = overview.series.reduce((most, { steps }) => Math.max(most, steps), 0);
  const most = Math.max(2, Math.floor(longest / 2));
  const stepWords = (steps: number) => {
    const count = t("settings.steps", { count: steps });
    return overview.unitMs !== null ? `${count}, ${duration(steps * overview.step, steps)}` : count;
  };
  const setWindow = (value: number) => change({ window: value }, "row-kind:window");
  return (
    <>
      <div className={classes.lags} {...staleProps(isStale)}>
        {failure && <FailedAlert variant="default" failure={failure} />}
        {lags && (
          <AutocorrelationChart
            correlation={lags.correlation}
            period={overview.period}
            window={window}
            suggestedWindow={overview.suggestedWindow}
            most={most}
            stepWords={stepWords}
            onWindow={setWindow}
            onSettle={settle}
          />
        )}
      </div>
      <div className={classes.fields} data-from="top">
        <div>
          <NumberInput
            size="xs"
            label={t("settings.window")}
            description={t("settings.window-help")}
            min={2}
            max={most}
            allowDecimal={false}
            value={window}
            onChange={(value) => {
              if (typeof value === "number" && value >= 2 && value !== window) setWindow(value);
            }}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            mt={4}
            disabled={rowKind.window === null}
            onClick={() => change({ window: null })}
          >
            {t("settings.suggested", { steps: stepWords(overview.suggestedWindow) })}
          </Button>
          {overview.periods
            .filter(({ window: own }) => own !== overview.suggestedWindow && own <= most)
            .map(({ steps, name, window: own }) => (
              <Button
                key={steps}
                size="compact-xs"
                variant="subtle"
                disabled={rowKind.window === own}
                onClick={() => change({ window: own })}
              >
                {t("settings.for-period", {
                  period: name === null ? t("settings.steps", { count: steps }) : t(`period.${name}`),
                  steps: stepWords(own),
                })}
              </Button>
            ))}
        </div>
        <NumberInput
          size="xs"
          label={t("settings.stride")}
          description={t("settings.stride-help")}
          placeholder={t("settings.stride-auto", { stride: overview.stride })}
          min={1}
          max={MAX_STEPS_SET}
          allowDecimal={false}
          value={rowKind.stride ?? ""}
          onChange={(value) => change({ stride: typeof value === "number" ? value : null }, "row-kind:stride")}
        />
        <div>
          <Text size="xs" fw={500}>
            {t("settings.points")}
          </Text>
          <Text size="xs" c="dimmed" mb={4}>
            {t(`settings.points-help.${rowKind.points}`)}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("settings.points")}
            data={(["covering", "last"] as const).map((value) => ({ value, label: t(`settings.point.${value}`) }))}
            value={rowKind.points}
            onChange={(points) => change({ points })} // Its values are those given above.
          />
        </div>
      </div>
    </>
  );
}
