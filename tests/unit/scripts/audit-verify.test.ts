import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { type AuditHead, headPublicKey, nextHead } from "@/domain/audit/chain";

const seed = Buffer.alloc(32, "v");
const folder = mkdtempSync(path.join(tmpdir(), "audit-verify-"));
const heads = path.join(folder, "heads");
mkdirSync(heads);
afterAll(() => rmSync(folder, { recursive: true }));

const EVENTS = 150_000;
const OF_A_HEAD = 5_000;
/** The command itself takes some 30 of them; the export alone has 65. */
const HEAP_MB = 64;
/** The line ends of other systems stand inside of an event. */
const lineOf = (seq: number) =>
  JSON.stringify({
    ...{ seq, at: "2026-11-29T15:00:00.000000Z", action: "order.use", note: "a\u2028b\u0085c" },
    ...{ subject: "0".repeat(36), detail: { padding: "x".repeat(300) } },
  });

test("a log far larger than the heap is verified, and the event that was changed at its end is named", () => {
  const file = path.join(folder, "log.txt");
  const forged = path.join(folder, "forged.txt");
  let former: AuditHead | null = null;
  for (let from = 0; from < EVENTS; from += OF_A_HEAD) {
    const events = Array.from({ length: OF_A_HEAD }, (_, at) => ({
      seq: from + at + 1,
      line: lineOf(from + at + 1),
    }));
    former = nextHead(former, events, "", seed);
    writeFileSync(
      path.join(heads, `head-${String(former.number).padStart(9, "0")}.json`),
      JSON.stringify(former),
    );
    const text = `${events.map(({ line }) => line).join("\n")}\n`;
    appendFileSync(file, text);
    appendFileSync(
      forged,
      from + OF_A_HEAD < EVENTS ? text : text.replace(/order\.use(?=[^\n]*\n$)/, "order.view"),
    );
  }

  expect(verify(file)).toEqual({
    status: 0,
    says: "150000 eventos concuerdan con 30 cabezas; 0 aún sin cabeza.\n",
  });
  expect(verify(forged)).toEqual({ status: 1, says: "El evento 150000 fue cambiado.\n" });
});

test("an export that is not there, and a folder without heads, say so", () => {
  const empty = path.join(folder, "empty");
  mkdirSync(empty);
  const file = path.join(folder, "one.txt");
  writeFileSync(file, `${lineOf(1)}\n`);
  expect(verify(file, empty)).toEqual({
    ...{ status: 1, says: `En ${empty} no hay ninguna cabeza: no se comprobó nada.\n` },
  });
  expect(verify(path.join(folder, "none.txt"))).toEqual({ status: 1, says: "" });
});

test("the first head is named when it is gone, though others follow it", () => {
  const headsOfTwo = path.join(folder, "without-first");
  mkdirSync(headsOfTwo);
  const file = path.join(folder, "two.txt");
  writeFileSync(file, `${lineOf(1)}\n${lineOf(2)}\n`);
  const first = nextHead(null, [{ seq: 1, line: lineOf(1) }], "", seed);
  const second = nextHead(first, [{ seq: 2, line: lineOf(2) }], "", seed);
  writeFileSync(path.join(headsOfTwo, "head-000000002.json"), JSON.stringify(second));
  expect(verify(file, headsOfTwo)).toEqual({ status: 1, says: "La cabeza 1 falta.\n" });
});

/** What the command says of this export, and how it ends. */
function verify(file: string, among = heads) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      ...[`--max-old-space-size=${HEAP_MB}`, "--import", "tsx", "scripts/audit-verify.ts"],
      ...[file, among, headPublicKey(seed)],
    ],
    { encoding: "utf8" },
  );
  return { status, says: stdout };
}
