import { Button, Code, Container, Group, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { NotFetched } from "../ui/late";
import { useWords } from "../ui/use-words";

interface Props {
  readonly children: ReactNode;
}

/**
 * A net under a screen, and under the page: says what happened and offers to go on. The session lives outside of it and
 * is kept; under a screen, so does the way to the other screens.
 */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  private readonly retry = async (): Promise<void> => {
    const { error } = this.state;
    if (error instanceof NotFetched) await error.forget();
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Broken error={error} onRetry={() => void this.retry()} />;
  }
}

function Broken({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useWords("app");
  const kind = error instanceof NotFetched ? "not-fetched" : "broken";
  return (
    <Container size="sm" py="xl" role="alert">
      <Stack>
        <Title order={2}>{t(`${kind}.title`)}</Title>
        <Text>{t(`${kind}.kept`)}</Text>
        {kind === "broken" && <Code block>{error.message}</Code>}
        <Group>
          <Button onClick={onRetry}>{t("broken.retry")}</Button>
          <Button variant="default" onClick={() => location.reload()}>
            {t("broken.reload")}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
