import { ActionIcon, SegmentedControl, Select, Switch, Text, Tooltip } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useId, type ReactNode } from "react";
import type { ParamSpec } from "../core/detect/param-schema";
import { formatNumber } from "./format";
import { lettersOf } from "./letters";
import { NumberEntry, NumberSlider } from "./number-field";
import classes from "./param-form.module.css";
import { useWords } from "./use-words";

export type ParamValue = number | string | boolean;

/** Says a part of a parameter in the person's language: "label", "help" or "options.max". */
export type ParamWords = (part: string, fallback: string) => string;

interface Props {
  readonly spec: ParamSpec;
  readonly value: ParamValue;
  readonly words: ParamWords;
  /** Names of the columns of numbers that a parameter may mean. */
  readonly columns: readonly string[];
  onChange(value: ParamValue): void;
  onSettle(): void;
}

/** Options that fit side by side, in letters. */
const MAX_LETTERS_SIDE_BY_SIDE = 26;

/** One parameter: its name, its control, a sentence of help, and the way back to its default. */
export function ParamControl({ spec, value, words, columns, onChange, onSettle }: Props) {
  const { t } = useWords("ui");
  const helpId = useId();
  const name = words("label", spec.label);
  const isChanged = value !== spec.default;
  const reset = isChanged && <ResetOne name={name} spec={spec} words={words} onReset={() => onChange(spec.default)} />;
  const shared = { name, describedBy: helpId, onSettle };

  return (
    <div className={classes.control} data-changed={isChanged || undefined}>
      {controlOf()}
      <Text size="xs" c="dimmed" id={helpId} className={classes.help}>
        {words("help", spec.help)}
      </Text>
    </div>
  );

  function controlOf(): ReactNode {
    switch (spec.kind) {
      case "number":
      case "integer": {
        const number = typeof value === "number" ? value : spec.default;
        return (
          <>
            <Head name={name} reset={reset}>
              <NumberEntry spec={spec} value={number} onChange={onChange} {...shared} />
            </Head>
            <NumberSlider spec={spec} value={number} onChange={onChange} name={name} onSettle={onSettle} />
          </>
        );
      }
      case "choice":
        return (
          <>
            <Head name={name} reset={reset} />
            <Choice spec={spec} value={String(value)} words={words} name={name} helpId={helpId} onChange={onChange} />
          </>
        );
      case "column":
        return (
          <>
            <Head name={name} reset={reset} />
            <Select
              size="xs"
              searchable
              data={columnOptions(String(value))}
              value={String(value)}
              onChange={(next) => {
                if (next !== null) onChange(next);
              }}
              allowDeselect={false}
              aria-label={name}
              aria-describedby={helpId}
            />
          </>
        );
      case "toggle":
        return (
          <div className={classes.head}>
            <Switch
              size="sm"
              className={classes.name}
              label={name}
              checked={value === true}
              onChange={(event) => onChange(event.currentTarget.checked)}
              aria-describedby={helpId}
            />
            {reset}
          </div>
        );
      default:
        return spec satisfies never;
    }
  }

  /** Automatic, the columns, and the chosen one where the table has it no longer. */
  function columnOptions(chosen: string) {
    const names = [...new Set(chosen === "" ? columns : [...columns, chosen])];
    return [
      { value: "", label: t("paramForm.automatic") },
      ...names.map((column) => ({ value: column, label: column })),
    ];
  }
}

function Head({ name, reset, children }: { name: string; reset: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.head}>
      <Text size="sm" className={classes.name}>
        {name}
      </Text>
      {reset}
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly spec: Extract<ParamSpec, { kind: "choice" }>;
  readonly value: string;
  readonly words: ParamWords;
  readonly name: string;
  readonly helpId: string;
  onChange(value: string): void;
}

function Choice({ spec, value, words, name, helpId, onChange }: ChoiceProps) {
  const data = spec.options.map((option) => ({ value: option, label: words(`options.${option}`, option) }));
  const letters = data.reduce((sum, { label }) => sum + lettersOf(label) + 2, 0);
  if (letters <= MAX_LETTERS_SIDE_BY_SIDE)
    return (
      <SegmentedControl
        size="xs"
        fullWidth
        data={data}
        value={value}
        onChange={onChange}
        aria-label={name}
        aria-describedby={helpId}
      />
    );
  return (
    <Select
      size="xs"
      data={data}
      value={value}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
      allowDeselect={false}
      aria-label={name}
      aria-describedby={helpId}
    />
  );
}

interface ResetProps {
  readonly name: string;
  readonly spec: ParamSpec;
  readonly words: ParamWords;
  onReset(): void;
}

function ResetOne({ name, spec, words, onReset }: ResetProps) {
  const { t, i18n } = useWords("ui");
  const label = t("paramForm.resetOne", { name, value: wordOf() });
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon size="sm" variant="subtle" onClick={onReset} aria-label={label}>
        <IconArrowBackUp size={14} />
      </ActionIcon>
    </Tooltip>
  );

  function wordOf(): string {
    switch (spec.kind) {
      case "number":
      case "integer":
        return formatNumber(spec.default, i18n.language);
      case "choice":
        return words(`options.${spec.default}`, spec.default);
      case "toggle":
        return t(spec.default ? "paramForm.on" : "paramForm.off");
      case "column":
        return t("paramForm.automatic");
      default:
        return spec satisfies never;
    }
  }
}
