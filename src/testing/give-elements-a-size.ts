/** Gives every element a size, which jsdom does not, so that virtual lists draw their rows. */
export function giveElementsASize(): void {
  for (const name of ["clientWidth", "clientHeight"])
    Object.defineProperty(Element.prototype, name, { configurable: true, get: () => 900 });
  for (const name of ["offsetWidth", "offsetHeight"])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 900 });
}
