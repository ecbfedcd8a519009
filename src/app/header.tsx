import {
  ActionIcon,
  Group,
  SegmentedControl,
  Text,
  Tooltip,
  useMantineColorScheme,
  UnstyledButton,
} from "@mantine/core";
import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCommand,
  IconMoon,
  IconSun,
  IconWaveSawTool,
} from "@tabler/icons-react";
import { coreKindOf } from "../core/kinds/kinds";
import { screens } from "../state/view-state";
import { useActions, useSession } from "../state/use-session";
import { useCounted } from "../ui/use-counted";
import { useWords } from "../ui/use-words";
import { late } from "../ui/late";
import { FetchedQuietly } from "./fetched-quietly";
import { openPalette } from "./palette";
import classes from "./header.module.css";

const LanguageMenu = late(async () => (await import("./language-menu")).LanguageMenu);
const KeepButton = late(async () => (await import("../features/keep/keep-button")).KeepButton);

/** Name of the file, the screens, undo and redo, and the palette. */
export function Header() {
  const { t } = useWords("app");
  const { goTo, leave } = useActions();
  const isOpen = useSession((state) => state.dataset !== null);
  const screen = useSession((state) => state.viewState.screen);
  const isNarrow = useMediaQuery("(max-width: 1000px)");
  const tabs = (
    <SegmentedControl
      aria-label={t("screens")}
      size={isNarrow ? "sm" : "xs"}
      fullWidth={isNarrow}
      data={screens.map((value) => ({ value, label: t(`screen.${value}`) }))}
      value={screen}
      onChange={(value) => goTo(value)} // Its values are the screens given above.
    />
  );
  return (
    <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="xs" wrap="nowrap" className={classes.file}>
        <UnstyledButton className={classes.home} onClick={leave} aria-label={t("home")}>
          <IconWaveSawTool size={20} aria-hidden />
          <Text fw={600} visibleFrom={isOpen ? "md" : "xs"}>
            {t("name")}
          </Text>
        </UnstyledButton>
        {isOpen && <FileName />}
      </Group>
      {isOpen && (isNarrow ? <nav className={classes.bottom}>{tabs}</nav> : <nav>{tabs}</nav>)}
      <Tools isOpen={isOpen} />
    </Group>
  );
}

function FileName() {
  const { t } = useWords("app");
  const counted = useCounted();
  const dataset = useSession((state) => state.dataset);
  if (!dataset) return null;
  const size = t("size", {
    context: coreKindOf(dataset.recipe.rowKind).noun,
    rows: counted("rows", dataset.rowCount),
    images: counted("images", dataset.rowCount),
    columns: counted("columns", dataset.columns.length),
  });
  return (
    <Tooltip label={`${dataset.name} · ${size}`} openDelay={400}>
      <div className={classes.name}>
        <Text fw={500} truncate component="h1" size="sm" m={0}>
          {dataset.name}
        </Text>
        <Text size="xs" c="dimmed" visibleFrom="sm" className={classes.size}>
          {size}
        </Text>
      </div>
    </Tooltip>
  );
}

function Tools({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useWords("app");
  const { undo, redo } = useActions();
  const canUndo = useSession((state) => state.history.past.length > 0);
  const canRedo = useSession((state) => state.history.future.length > 0);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <Group gap={4} wrap="nowrap">
      <FetchedQuietly>
        <LanguageMenu />
      </FetchedQuietly>
      {isOpen && (
        <>
          <FetchedQuietly>
            <KeepButton />
          </FetchedQuietly>
          <Tool label={t("undo")} disabled={!canUndo} onClick={undo} icon={<IconArrowBackUp size={18} />} />
          <Tool label={t("redo")} disabled={!canRedo} onClick={redo} icon={<IconArrowForwardUp size={18} />} />
        </>
      )}
      <Tool label={t("palette.open")} onClick={openPalette} icon={<IconCommand size={18} />} />
      <Tool
        label={t(`scheme.${other}`)}
        onClick={() => setColorScheme(other)}
        icon={other === "dark" ? <IconMoon size={18} /> : <IconSun size={18} />}
      />
    </Group>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon, disabled = false, onClick }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} disabled={disabled} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
