import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicCodeLimits } from "@/domain/lookup/budget";
import { checkPublicCode } from "@/domain/order-code/check-public-code";
import { codeUrl } from "@/domain/order-code/code";
import { type CodeFacts, orderSigner } from "@/domain/order-code/sign-code";
import { publicAddress } from "@/lib/mail/address";
import { lockKeyRing } from "@/tests/support/key-ring-lock";
import { owner, someAddress } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await lockKeyRing();
});
afterAll(async () => {
  await release();
});

const facts: CodeFacts = {
  orderId: "11111111-1111-4111-8111-111111111111",
  kindCode: "AS",
  kindNumber: 1,
  numberKey: "700004",
  issuedOn: "2020-01-02",
  validUntil: "2020-02-01",
  value: 480_000,
  affiliateIdKind: "CC",
  affiliateId: "1042555318",
};
const signed = async () => (await orderSigner(await grantOf("administrator", "settings.edit")))(facts);
const lettersOf = (code: Uint8Array) => codeUrl(publicAddress("/"), code).slice(-148);
const ask = (text: string, ip = someAddress()) => checkPublicCode(text, { ip });
const spentOf = async (scope: string, ip: string) => {
  const [row] = await owner<{ spent: number }[]>`
    select spent from budget_counter where scope = ${scope} and key = ${ip}`;
  return row?.spent ?? 0;
};

test("a printed code is confirmed in upper and lower case, long after its last day, without further data", async () => {
  const letters = lettersOf((await signed()).code);
  expect(await ask(letters)).toEqual({ answer: "made" });
  expect(await ask(letters.toLowerCase())).toEqual({ answer: "made" });
});

test("a changed code, another text and an empty one are not recognised", async () => {
  const letters = lettersOf((await signed()).code);
  const other = letters.startsWith("B") ? "C" : "B";
  for (const text of [
    letters.slice(0, -1),
    `${letters}A`,
    other + letters.slice(1),
    "HOLA",
    "",
    "%00",
    "😀",
    "A".repeat(5_000),
  ])
    expect(await ask(text), text.slice(0, 40)).toEqual({ answer: "unknown" });
});

test("after too many misses an address is rate limited, also for printed codes; others are not", async () => {
  const ip = someAddress();
  const { limit } = publicCodeLimits.miss;
  const misses = await Promise.all(Array.from({ length: limit + 20 }, () => ask("HOLA", ip)));
  expect(misses.filter(({ answer }) => answer === "unknown")).toHaveLength(limit);
  const waiting = await ask(lettersOf((await signed()).code), ip);
  expect(waiting.answer).toBe("wait");
  if (waiting.answer === "wait") expect(waiting.until.getTime()).toBeGreaterThan(Date.now());
  expect(await ask("HOLA")).toEqual({ answer: "unknown" });
  // A browser that is too new for a name waits for it, not for the network.
  const ownFrom = new Date(Date.now() + 10_000);
  expect(await checkPublicCode("HOLA", { ip, ownFrom })).toMatchObject({ answer: "wait", ownFrom });
  // One that has it counts for itself, to its own end.
  const visitor = randomUUID();
  const own = await Promise.all(
    Array.from({ length: limit + 5 }, () => checkPublicCode("HOLA", { ip, visitor })),
  );
  expect(own.filter(({ answer }) => answer === "unknown")).toHaveLength(limit);
  expect(await checkPublicCode("HOLA", { ip, visitor: randomUUID() })).toEqual({ answer: "unknown" });
  // A till of the same network, on which somebody signed in.
  const till = { ip, device: randomUUID() };
  expect(await checkPublicCode(lettersOf((await signed()).code), till)).toEqual({ answer: "made" });
});

test("a printed code counts as no miss, only towards the address's own rate limit", async () => {
  const ip = someAddress();
  const letters = lettersOf((await signed()).code);
  for (let time = 0; time < 5; time += 1) await ask(letters, ip);
  expect(await spentOf(publicCodeLimits.miss.scope, ip)).toBe(0);
  expect(await spentOf(publicCodeLimits.address.scope, ip)).toBe(5);
});

test("a verified code is stored nowhere", async () => {
  const { code, codeId } = await signed();
  const before = await owner<{ n: number }[]>`select count(*)::int as n from audit_event`;
  await ask(lettersOf(code));
  const after = await owner<{ n: number }[]>`select count(*)::int as n from audit_event
    where detail::text ilike ${`%${codeId.toString("hex")}%`} or detail::text ilike ${`%${lettersOf(code)}%`}`;
  expect(before.length).toBe(1);
  expect(after[0]?.n).toBe(0);
});
