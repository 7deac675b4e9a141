import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectSource } from "@/lib/table/inspect";
import { readTable } from "@/lib/table/table";
import { archiveOf, textRows, workbookParts } from "@/tests/support/workbook";

const shape = { wanted: ["NIT", "FECHA"], days: ["FECHA"], mostLines: 1_000 };
const SLOWEST_MS = 5_000;

/** A file is read, or refused with a fault of the table, soon: nothing else may come of any bytes. */
async function readOrRefused(bytes: Buffer): Promise<void> {
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
  };
  const from = performance.now();
  try {
    const { format } = await inspectSource(source);
    for await (const _ of readTable(source, format, shape, 100));
  } catch (error) {
    expect(error).toMatchObject({ name: "TableFault" });
  }
  expect(performance.now() - from).toBeLessThan(SLOWEST_MS);
}

const runs = { numRuns: 150 };
const good = workbookParts(
  textRows([
    ["NIT", "FECHA"],
    ["1", "2026-11-01"],
  ]),
  { strings: "<si><t>a</t></si>" },
);
const piece = fc.constantFrom(
  "<", ">", "</", "/>", "<a", "<a b='", '<c r="A1" t="s">', "<v>9</v>", "<f>", "&", "&#x0;", "&lt;", "]]>", "<![CDATA[",
  "<!--", "<?", "<!DOCTYPE a [", '<row r="1">', '<row r="9999999">', '<mergeCell ref="A1:XFD1048576"/>', "\u0000", "\ud800", "é",
); // biome-ignore format: a list

test("a workbook with truncated, duplicated or mixed parts is parsed or refused, and never crashes", async () => {
  const change = fc.record({
    part: fc.nat(good.length - 1),
    from: fc.nat(400),
    length: fc.nat(60),
    inserted: fc.array(piece, { maxLength: 4 }),
    times: fc.constantFrom(1, 1, 1, 2_000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const parts = good.map((part) => ({ ...part, content: String(part.content) }));
      for (const { part, from, length, inserted, times } of changes) {
        const target = parts[part];
        if (!target) continue;
        const at = from % (target.content.length + 1);
        const middle = inserted.join("").repeat(times);
        target.content = target.content.slice(0, at) + middle + target.content.slice(at + length);
      }
      await readOrRefused(archiveOf(parts));
    }),
    runs,
  );
});

test("an archive with changed or truncated bytes is parsed or refused, and never crashes", async () => {
  const bytes = archiveOf(good);
  const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.nat(bytes.length), async (changes, cut) => {
      const bad = Buffer.from(bytes);
      for (const { at, to } of changes) bad[at] = to;
      await readOrRefused(bad.subarray(0, changes.length % 3 === 0 ? cut : bad.length));
    }),
    runs,
  );
});

test("a text file of random bytes is parsed or refused, and never crashes", async () => {
  const bits = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom("NIT;FECHA\r\n", "sep=;\n", '"', ";", "\n", "\r", "\ufeff", "1;2\n", '1;"a\n')
      .map((text) => Buffer.from(text)),
    fc.constantFrom(0x81, 0xa4, 0xd1, 0xf1, 0xff, 0xfe).map((byte) => Buffer.from([byte])),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { maxLength: 30 }), (parts) => readOrRefused(Buffer.concat(parts))),
    runs,
  );
});

test("inputs that once took quadratic time are refused quickly", async () => {
  const long = 400_000;
  for (const content of [
    `<${"a".repeat(long)}`,
    `<a ${"b='c' ".repeat(60_000)}`,
    `<a>${"<b>".repeat(long / 4)}`,
    `<a>${"&".repeat(long)}`,
    `<a><!--${"-".repeat(long)}`,
    `<a><![CDATA[${"]".repeat(long)}`,
  ])
    await readOrRefused(
      archiveOf(good.map((part) => (part.name === "_rels/.rels" ? { ...part, content } : part))),
    );
  await readOrRefused(Buffer.from(`NIT;FECHA\n${'1;"a\n'.repeat(20_000)}`));
  await readOrRefused(Buffer.from(`NIT;FECHA\n${'"'.repeat(900_000)}\n`));
  await readOrRefused(Buffer.from(`NIT;FECHA\n${";".repeat(900_000)}\n`));
});
