import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { Drain, drainSettings, NO_TEMPLATE } from "./drain";
import { maskToken } from "./mask-token";
import { messageTemplates } from "./message-templates";
import { subjectIn, WILDCARD, wordsOfMessage } from "./template";

const word = fc.oneof(
  fc.constantFrom("open", "closed", "by", "user", "at", "from", "size", "for", "failed", "ok", "#7", "a1"),
  fc.integer().map(String),
  fc.ipV4(),
  fc.integer({ min: 0, max: 1e9 }).map((id) => `blk_${id}`),
  fc.tuple(fc.constantFrom("size", "port"), fc.nat()).map(([name, value]) => `${name}=${value}`),
  fc.nat().map((ms) => `${ms}ms`),
  fc.nat().map((code) => `0x${code.toString(16)}`),
);
const messages = fc.array(
  fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
  { maxLength: 60 },
);

/** The message that a template and its variables say. */
function filled(template: string, variables: string): string {
  const values = variables.split(" | ");
  return template.replace(/<(?:\*|num|ip|host|hex|id|path|time|text)>/g, () => values.shift() ?? "");
}

describe("templates of messages", () => {
  it("with their variables say the message again, whatever the messages are", async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (all) => {
        const { codes, templates, variables, without } = await messageTemplates(all);
        expect(without).toBe(0);
        all.forEach((message, at) => {
          const code = codes[at] ?? NO_TEMPLATE;
          const words = wordsOfMessage(message).join(" ");
          expect(code === NO_TEMPLATE ? "" : filled(templates[code] ?? "", variables[at] ?? "")).toBe(words);
        });
        expect(new Set(templates).size).toBe(templates.length);
      }),
      randomRuns(200),
    );
  });

  it("are the same every time", async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (all) => {
        expect(await messageTemplates(all)).toEqual(await messageTemplates(all));
      }),
      randomRuns(30),
    );
  });

  it("are what messages share, with what differs left open", async () => {
    const { templates, codes, variables } = await messageTemplates([
      "Receiving block blk_-1608999687919862906 src: /10.250.19.102:54106 dest: /10.250.19.102:50010",
      "PacketResponder 1 for block blk_38865049064139660 terminating",
      "Receiving block blk_7503483334202473044 src: /10.251.215.16:55695 dest: /10.251.215.16:50010",
      "session opened for user root",
      "session opened for user news",
      "",
    ]);
    expect(templates).toEqual([
      "Receiving block blk_<num> src: <ip>:<num> dest: <ip>:<num>",
      "PacketResponder <num> for block blk_<num> terminating",
      `session opened for user ${WILDCARD}`,
    ]);
    expect([...codes]).toEqual([0, 1, 0, 2, 2, NO_TEMPLATE]);
    expect(variables).toEqual([
      "-1608999687919862906 | /10.250.19.102 | 54106 | /10.250.19.102 | 50010",
      "1 | 38865049064139660",
      "7503483334202473044 | /10.251.215.16 | 55695 | /10.251.215.16 | 50010",
      "root",
      "news",
      "",
    ]);
  });

  it("are of the first line of a message, and of its first words", async () => {
    const long = Array.from({ length: 5000 }, () => "word").join(" ");
    const { templates } = await messageTemplates(["failed\n\tat a.b(c.java:1)", "failed\n\tat d", long]);
    expect(templates[0]).toBe("failed");
    expect(templates[1]).toMatch(/^(word ){60}…$/);
  });
});

describe("Drain", () => {
  it("begins no more templates than it may, and still knows the messages of those it has", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 4 })), (all) => {
        const drain = new Drain({ ...drainSettings, maxTemplates: 3 });
        const codes = all.map((tokens) => drain.add(tokens));
        expect(drain.templates().length).toBeLessThanOrEqual(3);
        all.forEach((tokens, at) => {
          const template = drain.templates()[codes[at] ?? NO_TEMPLATE];
          if (template)
            expect(template.map((token, i) => token === WILDCARD || token === tokens[i])).not.toContain(false);
        });
      }),
      randomRuns(200),
    );
  });

  it("tells messages of another length, or of another beginning, apart", () => {
    const drain = new Drain();
    const add = (message: string) => drain.add(message.split(" "));
    expect([add("a b c d"), add("a b c d e"), add("x b c d"), add("a b c y"), add("a b z w")]).toEqual([0, 1, 2, 0, 0]);
    expect(drain.templates()[0]).toEqual(["a", "b", WILDCARD, WILDCARD]);
  });

  it("gives a place of its tree no more branches than it may", () => {
    const drain = new Drain({ ...drainSettings, maxChildren: 3 });
    const codes = ["a", "b", "c", "d"].map((first) => drain.add([first, "stays", "the", "same"]));
    expect(codes).toEqual([0, 1, 2, 2]);
  });
});

it.each([
  ["10.0.0.1:80", "<ip>:<num>"],
  ["size=12.5MB,", "size=<num>MB,"],
  ["(3)", "(<num>)"],
  ["0x7fff", "<hex>"],
  ["deadbeef01", "<hex>"],
  ["550e8400-e29b-41d4-a716-446655440000", "<id>"],
  ["/var/log/a.log", "<path>"],
  ["https://example.net/a?b=1", "<path>?b=<num>"],
  ["fe80::1", "<ip>"],
  ["12:30:01", "<time>"],
  ["2024-05-01", "<time>"],
  ["node-246", "node-<num>"],
  ["reading", "reading"],
  ["and/or", "and/or"],
  ["utf8", "utf8"],
])("%s is masked as %s", (token, masked) => {
  expect(maskToken(token).masked).toBe(masked);
});

it("knows what a message is about where it names it", () => {
  expect(subjectIn("Receiving block blk_-1608999687919862906 src: /10.0.0.1")).toBe("blk_-1608999687919862906");
  expect(subjectIn("a word_12 and no more")).toBe("");
});
