/** A zip archive of stored entries with names as bytes, as machines write them that do not say how names are written. */
export async function rawZip(
  entries: readonly { readonly name: Uint8Array<ArrayBuffer>; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Blob> {
  const locals: BlobPart[] = [];
  const centrals: BlobPart[] = [];
  let offset = 0;
  let central = 0;
  for (const { name, bytes } of entries) {
    const head = headerOf(name.length, bytes.length);
    locals.push(Uint8Array.of(0x50, 0x4b, 3, 4), head, name, bytes);
    const place = new DataView(new ArrayBuffer(14));
    place.setUint32(10, offset, true);
    centrals.push(Uint8Array.of(0x50, 0x4b, 1, 2, 10, 0), head, place.buffer, name);
    offset += 30 + name.length + bytes.length;
    central += 46 + name.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, central, true);
  end.setUint32(16, offset, true);
  return new Blob([await new Blob([...locals, ...centrals, end.buffer]).arrayBuffer()]);
}

/** What both headers of an entry have in common. */
function headerOf(name: number, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, 10, true);
  view.setUint32(14, size, true);
  view.setUint32(18, size, true);
  view.setUint16(22, name, true);
  return new Uint8Array(view.buffer);
}
