// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";

const SHEETS = "@mantine/core/styles";
const MODULE = /\/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;
// What belongs to no component, in the library's own order.
const COMMON = ["default-css-variables", "baseline", "global"];

/**
 * In the build, replaces the style sheet of the whole component library by one per component, brought by the component
 * itself: a screen that loads late brings the styles of what only it uses. The sheet of a component comes after those
 * of the components that it is made of, and before those of the screens that use it, as in the whole sheet.
 * @type {import("vite").Plugin}
 */
export const mantineStyles = {
  name: "mantine-styles",
  apply: "build",
  enforce: "pre",
  load(id) {
    if (!id.endsWith(`/${SHEETS}.css`)) return null;
    return { code: COMMON.map((name) => `@import "${SHEETS}/${name}.css";`).join("\n"), moduleType: "css" };
  },
  transform(code, id) {
    const component = MODULE.exec(id)?.[1];
    if (component === undefined) return null;
    const sheet = `${SHEETS}/${component}.css`;
    if (!existsSync(join("node_modules", sheet))) this.error(`${id} has class names, but there is no ${sheet}`);
    return { code: `import "${sheet}";\n${code}`, map: null, moduleSideEffects: true };
  },
};
