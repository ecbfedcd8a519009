/** Elements of a page: their selector, and a regular expression over the words that are read aloud for them. */
export interface Place {
  readonly css: string;
  readonly words: string;
}

/** What a test finds and does in a page by script. `path`: places, each within the one before. */
export interface ToolsInPage {
  /** The names of the elements there that can be seen. */
  names(path: readonly Place[]): readonly string[];
  /** Clicks the first of them; false where there is none. */
  click(path: readonly Place[]): boolean;
  /** Presses a key where the focus is. */
  press(key: string): void;
  /** Lets go of a file over the page; `latin1` holds a byte per letter. */
  drop(name: string, latin1: string): void;
  /** What was handed to the browser to be kept. */
  taken(): Promise<readonly { readonly name: string; readonly text: string }[]>;
  /** What the page complained of. */
  complaints(): readonly string[];
}

declare global {
  interface Window {
    tools: ToolsInPage;
  }
}

/** Puts the tools into a page. Runs there, and so knows nothing of this file. */
export function putTools(): void {
  const complaints: string[] = [];
  addEventListener("error", ({ message }) => complaints.push(message));
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
  const complain = console.error;
  console.error = (...told: unknown[]) => {
    complaints.push(told.map(String).join(" "));
    complain(...told);
  };

  const blobs = new Map<string, Blob>();
  const addressOf = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = addressOf(blob);
    if (blob instanceof Blob) blobs.set(address, blob);
    return address;
  };
  const taken: { name: string; blob: Blob }[] = [];
  const follow = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob && this.download) taken.push({ name: this.download, blob });
    follow.call(this);
  };

  function nameOf(element: Element): string {
    const told = element.getAttribute("aria-label");
    if (told !== null) return told;
    const by = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const others = [...by.map((id) => document.getElementById(id)), ...labels];
    const all = others.length > 0 ? others : [element];
    return all.map((one) => (one instanceof HTMLElement ? one.innerText : (one?.textContent ?? ""))).join(" ");
  }
  function found(path: readonly Place[]): readonly Element[] {
    let within: readonly ParentNode[] = [document];
    let all: readonly Element[] = [];
    for (const { css, words } of path) {
      const pattern = new RegExp(words);
      all = within
        .flatMap((around) => [...around.querySelectorAll(css)])
        .filter((element) => element.checkVisibility() && pattern.test(nameOf(element).trim()));
      within = all;
    }
    return all;
  }

  window.tools = {
    names: (path) => found(path).map(nameOf),
    click(path) {
      const [first] = found(path);
      if (first instanceof HTMLElement) first.click();
      return first !== undefined;
    },
    press(key) {
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    },
    drop(name, latin1) {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(latin1, (letter) => letter.charCodeAt(0))], name));
      for (const type of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true }),
        );
    },
    taken: () => Promise.all(taken.map(async ({ name, blob }) => ({ name, text: await blob.text() }))),
    complaints: () => complaints,
  };
}
