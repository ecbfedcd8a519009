import { expect, test } from "vitest";
import { rendererOf } from "./renderer";

function scopeWith(name: string, fast = true) {
  const gl = {
    RENDERER: 1,
    getParameter: (parameter: number) => (parameter === 2 ? name : "WebKit WebGL"),
    getExtension: (extension: string) =>
      extension === "WEBGL_debug_renderer_info" ? { UNMASKED_RENDERER_WEBGL: 2 } : null,
  };
  return {
    OffscreenCanvas: class {
      getContext(_: string, options?: { failIfMajorPerformanceCaveat?: boolean }) {
        return options?.failIfMajorPerformanceCaveat && !fast ? null : gl;
      }
    },
  };
}

test.each([
  "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
  "llvmpipe (LLVM 17.0.6, 256 bits)",
  "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)",
])("%s is a processor pretending", (name) => {
  expect(rendererOf(scopeWith(name))).toEqual({ name, software: true });
});

test("a graphics card is one, unless the browser says that it is slow", () => {
  const name = "ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)";
  expect(rendererOf(scopeWith(name))).toEqual({ name, software: false });
  expect(rendererOf(scopeWith(name, false))?.software).toBe(true);
});

test("no canvas off the screen, no renderer", () => {
  expect(rendererOf({})).toBeNull();
});
