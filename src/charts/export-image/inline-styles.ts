/** What decides how an SVG element looks once its style sheets are gone. */
const looks = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "visibility",
  "display",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "dominant-baseline",
] as const;

/** A copy of `element` that carries its computed look in its own attributes: no classes, no variables. */
export function styledCopy(element: SVGElement): SVGElement {
  // A clone of an SVG element is one too; the DOM types say only Node.
  const copy = element.cloneNode(true) as SVGElement;
  const originals = [element, ...element.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, at) => {
    const target = copies[at];
    if (!target) return;
    const style = getComputedStyle(original);
    for (const look of looks) {
      const value = style.getPropertyValue(look);
      if (value) target.setAttribute(look, value);
    }
    for (const name of ["class", "style", "tabindex", "role", "data-export"]) target.removeAttribute(name);
  });
  return copy;
}
