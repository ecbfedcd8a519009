import { Component, Suspense, type ReactNode } from "react";
import { NotFetched } from "../ui/late";

interface Props {
  readonly children: ReactNode;
}

/**
 * Around what belongs to the page but not to its first paint. While it cannot be fetched the page goes on without it,
 * and it is fetched again when the network or the person comes back.
 */
export class FetchedQuietly extends Component<Props, { missing: NotFetched | null }> {
  override state: { missing: NotFetched | null } = { missing: null };

  static getDerivedStateFromError(error: unknown): { missing: NotFetched } {
    if (error instanceof NotFetched) return { missing: error };
    throw error;
  }

  override componentDidMount(): void {
    addEventListener("online", this.retry);
    addEventListener("focus", this.retry);
  }

  override componentWillUnmount(): void {
    removeEventListener("online", this.retry);
    removeEventListener("focus", this.retry);
  }

  readonly retry = (): void => {
    const { missing } = this.state;
    if (!missing) return;
    void Promise.resolve(missing.forget()).then(() => this.setState({ missing: null }));
  };

  override render(): ReactNode {
    if (this.state.missing) return null;
    return <Suspense fallback={null}>{this.props.children}</Suspense>;
  }
}
