import { Button, Code, Container, Group, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly children: ReactNode;
}

/** The last net: says what happened and offers to go on; the session lives outside of it and is kept. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Broken error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Broken({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation("app");
  return (
    <Container size="sm" py="xl" role="alert">
      <Stack>
        <Title order={2}>{t("broken.title")}</Title>
        <Text>{t("broken.kept")}</Text>
        <Code block>{error.message}</Code>
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
