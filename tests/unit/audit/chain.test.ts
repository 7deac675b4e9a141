import { expect, test } from "vitest";
import {
  AuditHead,
  chained,
  emptyChain,
  headPublicKey,
  isSignedHead,
  nextHead,
  shortDigestOf,
} from "@/domain/audit/chain";

const seed = Buffer.alloc(32, "k");
const publicKey = headPublicKey(seed);
const at = "2026-11-29T15:00:00Z";
const events = [
  { seq: 1, line: '{"seq":1,"action":"a"}' },
  { seq: 3, line: '{"seq":3,"action":"b"}' },
];
const head = nextHead(null, events, at, seed);

/** Heads are kept for years outside of the database: a change of how they are signed would make all of them wrong. */
test("a head that was written once is made again to the letter, and verifies with the key that was kept", () => {
  expect(publicKey).toBe("gyClGXfYw4yopJJ8Zw31gh5El2GUXhXp77JqFQnSMOo=");
  expect(head).toEqual({
    number: 1,
    upTo: 3,
    chain: "d5fa8459c58fec47a4f39c1b235147cd1be8a8db9d4dae6a5a19e9eb3ea81aad",
    events: [
      [1, "589ceb3aa13adda8"],
      [3, "5e37ee735d1c1f15"],
    ],
    at,
    signature: "wZtKy24h7KCnDObn411QMWf5XrNN/Yc8l+LxIl76c1Rp7vfK2AeWKzthHbelnEkE1hCvDjAxEZV/EugLHz5hAw==",
  });
  expect(isSignedHead(head, publicKey)).toBe(true);
});

test("each part of a head is signed", () => {
  const [first = [0, ""]] = head.events;
  for (const change of [
    { number: 2 },
    { upTo: 4 },
    { chain: emptyChain },
    { events: [first] },
    { at: "2026-11-29T15:00:01Z" },
    { signature: Buffer.alloc(64).toString("base64") },
    { signature: "" },
  ] as Partial<AuditHead>[])
    expect(isSignedHead({ ...head, ...change }, publicKey), JSON.stringify(change)).toBe(false);
  expect(isSignedHead(head, headPublicKey(Buffer.alloc(32, "z")))).toBe(false);
});

test("the next head goes on from the one before, and over nothing new it stands where that stood", () => {
  const line = '{"seq":7}';
  const next = nextHead(head, [{ seq: 7, line }], at, seed);
  expect(next).toMatchObject({ number: 2, upTo: 7, chain: chained(head.chain, line) });
  expect(next.events).toEqual([[7, shortDigestOf(line)]]);
  expect(nextHead(head, [], at, seed)).toMatchObject({ number: 2, upTo: 3, chain: head.chain, events: [] });
  expect(nextHead(null, [], at, seed)).toMatchObject({ number: 1, upTo: 0, chain: emptyChain, events: [] });
});

test("a chain depends on each event and on their order", () => {
  const [one, two] = ["a", "b"];
  expect(chained(chained(emptyChain, one), two)).not.toBe(chained(chained(emptyChain, two), one));
  expect(chained(emptyChain, "ab")).not.toBe(chained(chained(emptyChain, one), two));
  expect([emptyChain, chained(emptyChain, one)].every((chain) => /^[0-9a-f]{64}$/.test(chain))).toBe(true);
  expect(shortDigestOf("a")).toBe("ca978112ca1bbdca");
});

test("what is no head is not read as one", () => {
  expect(AuditHead.safeParse(head).success).toBe(true);
  for (const change of [
    { number: 0 },
    { upTo: -1 },
    { chain: head.chain.slice(1) },
    { chain: `${head.chain}0` },
    { events: [[0, "589ceb3aa13adda8"]] },
    { events: [[1, "589ceb3aa13adda"]] },
    { at: undefined },
    { signature: null },
  ])
    expect(AuditHead.safeParse({ ...head, ...change }).success, JSON.stringify(change)).toBe(false);
});
