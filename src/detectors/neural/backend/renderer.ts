/** What draws this machine's WebGL, and whether it is a processor pretending to be a graphics card. */
export interface Renderer {
  readonly name: string;
  readonly software: boolean;
}

const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** The part of the browser that is used here: this folder is checked without the DOM's types. */
interface GlScope {
  readonly OffscreenCanvas?: new (
    width: number,
    height: number,
  ) => { getContext(kind: string, options?: object): Gl | null };
}

interface Gl {
  readonly RENDERER: number;
  getParameter(name: number): unknown;
  getExtension(name: "WEBGL_debug_renderer_info"): { readonly UNMASKED_RENDERER_WEBGL: number } | null;
  getExtension(name: "WEBGL_lose_context"): { loseContext(): void } | null;
}

/** The renderer behind WebGL 2, or null where there is no WebGL 2. */
export function rendererOf(scope: object = globalThis): Renderer | null {
  // A structural view of the global scope; every member is optional and checked.
  const { OffscreenCanvas } = scope as GlScope;
  if (!OffscreenCanvas) return null;
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!gl) return null;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  const fast = new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  fast?.getExtension("WEBGL_lose_context")?.loseContext();
  return { name, software: SOFTWARE_RENDERERS.test(name) || !fast };
}
