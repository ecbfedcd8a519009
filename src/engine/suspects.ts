/** A question to the worker, as far as it matters which one it is. */
export interface Question {
  readonly name: string;
  readonly request: unknown;
}

/** So many of the questions asked last may have ended a worker, answered or not: memory is often short a moment later. */
const MAX_LATELY = 8;
/** For so long after its answer a suspect may still end the worker. */
const REST_MS = 250;

/**
 * Which questions may have ended the worker. Whatever it was asked last is suspected: asked again, it is worked on without
 * any other suspect beside it. The one that a second worker dies of is given up for as long as the page is open, so that
 * the rest goes on. Of a call one question of which was given up, the others are suspected from the start.
 */
export class Suspects {
  private readonly suspected = new Set<string>();
  private readonly givenUp = new Set<string>();
  private readonly badNames = new Set<string>();
  /** The questions asked last, whether answered or not. */
  private lately: readonly Question[] = [];
  /** The suspect that is worked on, or was just answered. */
  private watched: Question | null = null;

  /** @param onFree called when a suspect was cleared, so that the next may go */
  constructor(private readonly onFree: () => void) {}

  /** Whether a question may be asked now, waits for another suspect, or is given up. Costs nothing before any death. */
  standingOf(question: Question): "goes" | "waits" | "given-up" {
    if (this.suspected.size === 0 && this.givenUp.size === 0) return "goes";
    if (this.givenUp.has(keyOf(question))) return "given-up";
    return this.watched && this.isSuspected(question) ? "waits" : "goes";
  }

  asked(question: Question): void {
    this.lately = [...this.lately.slice(1 - MAX_LATELY), question];
    if (this.isSuspected(question)) this.watched = question;
  }

  /** It was answered, if only with a failure. */
  answered(question: Question): void {
    if (question !== this.watched) return;
    setTimeout(() => {
      if (question !== this.watched) return;
      this.watched = null;
      this.suspected.delete(keyOf(question));
      this.onFree();
    }, REST_MS);
  }

  /** The worker is another one. @param underWay what may have ended it, beside what it was asked last; null: it was not that */
  replaced(underWay: readonly Question[] | null): void {
    if (underWay && this.watched) {
      this.givenUp.add(keyOf(this.watched));
      this.badNames.add(this.watched.name);
    } else for (const question of underWay ? [...underWay, ...this.lately] : []) this.suspected.add(keyOf(question));
    this.watched = null;
    this.lately = [];
  }

  private isSuspected(question: Question): boolean {
    return this.badNames.has(question.name) || (this.suspected.size > 0 && this.suspected.has(keyOf(question)));
  }
}

/** The same for equal questions. What cannot be written as JSON is known by what tells it apart cheaply. */
function keyOf({ name, request }: Question): string {
  const text = JSON.stringify(request, (_, value: unknown) => {
    if (value instanceof Blob) return [value.size, value.type, value instanceof File ? value.lastModified : 0];
    if (ArrayBuffer.isView(value))
      return [value.byteLength, ...new Uint8Array(value.buffer, value.byteOffset).slice(0, 64)];
    if (value instanceof Map || value instanceof Set) return Array.from<unknown>(value);
    return value;
  });
  return `${name} ${text}`;
}
