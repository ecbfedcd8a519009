import { Failure } from "../../core/data/failure";
import type { Spread } from "../../core/detect/spread";
import type { FromHelper, ToHelper } from "./messages";

interface Waiting {
  told(done: number): void;
  done(answers: readonly unknown[]): void;
  failed(error: Failure): void;
}

/** A thread's side of having parts done by others. */
export function waitingForParts(send: (message: FromHelper, transfer: Transferable[]) => void) {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  return {
    /** How the task of that id has parts done. */
    spreadFor(id: number): Spread {
      return (part, shared, inputs, told) =>
        new Promise((done, failed) => {
          asked += 1;
          waiting.set(asked, { told, done, failed });
          send({ kind: "parts", id, parts: asked, part, shared, inputs }, []);
        });
    },
    hear(message: Extract<ToHelper, { readonly parts: number }>): void {
      const own = waiting.get(message.parts);
      if (message.kind === "parts-progress") return own?.told(message.done);
      waiting.delete(message.parts);
      if (message.kind === "parts-done") own?.done(message.answers);
      else own?.failed(new Failure(message.info));
    },
  };
}
