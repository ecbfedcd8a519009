import { expect, it } from "vitest";
import { Message } from "./protobuf";

const bytesOf = (message: Message) => [...message.finish()];

it("writes whole numbers seven bits a byte, negative ones in ten", () => {
  expect(bytesOf(new Message().whole(1, 150))).toEqual([0x08, 0x96, 0x01]);
  expect(bytesOf(new Message().whole(1, 2 ** 40))).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
  expect(bytesOf(new Message().whole(1, -2))).toEqual([0x08, 0xfe, ...new Array<number>(8).fill(0xff), 0x01]);
});

it("writes texts as UTF-8, whatever stands in a name", () => {
  const name = 'é \u6771 \ud83d\ude80 "a\nb"';
  expect(bytesOf(new Message().text(2, name)).slice(2)).toEqual([...new TextEncoder().encode(name)]);
  expect(bytesOf(new Message().text(2, "\ud83d")).slice(2)).toEqual([0xef, 0xbf, 0xbd]);
});

it("packs numbers and messages behind their length", () => {
  const inner = new Message().wholes(4, [3, 270]);
  expect(bytesOf(new Message().message(3, inner))).toEqual([0x1a, 0x05, 0x22, 0x03, 0x03, 0x8e, 0x02]);
});
