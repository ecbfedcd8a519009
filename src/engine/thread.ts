/**
 * Starts a script as a thread. It begins as a blob: that does nothing but import the real file, because such a worker
 * inherits the policy of the page. One made from an address has only the headers it was served with, and a host that sends
 * none would leave the very thread that holds the data free to send it anywhere.
 *
 * @param title what its name begins with; the rest makes it the only one of that name
 */
export function startScript(file: string, title: string): { readonly worker: Worker; readonly name: string } {
  const script = new Blob([`import ${JSON.stringify(file)};`], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  // Locks are shared by all pages of the origin. (`randomUUID` is missing on plain http.)
  const name = `${title} ${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const worker = new Worker(address, { type: "module", name });
  // Anything said by the worker means that it has been loaded; answers may come before it says that it is ready.
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return { worker, name };
}

/** Waits for the lock of that name, which the thread holds by now, and for as long as it lives. */
export function watchLock(name: string, ended: () => void): void {
  navigator.locks.request(name, ended).catch(() => undefined);
}
