import { expect, test } from "vitest";
import { publicCodeBudgets, publicProofBudgets } from "@/domain/lookup/budget";
import { slowingLimit, strangerBudgets, waitEnd, waitOf } from "@/model/stranger";

const ip = "2001:db8:1:2::5";
const network = "2001:db8:1:2::/64";
const limits = {
  scope: "x",
  seconds: 60,
  each: { limit: 1 },
  network: { limit: 2 },
  crowd: { limit: 3 },
};

test("a device counts for itself alone, a browser also with those of its network, the nameless together", () => {
  expect(strangerBudgets({ ip, device: "d", visitor: "v" }, limits)).toEqual([
    { scope: "x.device", key: "d", limit: 1, seconds: 60 },
  ]);
  expect(strangerBudgets({ ip, device: null, visitor: "v" }, limits)).toEqual([
    { scope: "x.visitor", key: "v", limit: 1, seconds: 60 },
    { scope: "x.crowd", key: network, limit: 3, seconds: 60 },
  ]);
  expect(strangerBudgets({ ip }, limits)).toEqual([
    { scope: "x.network", key: network, limit: 2, seconds: 60 },
  ]);
});

test("public pages count by device, browser or network, and nobody for another", () => {
  for (const budgets of [publicCodeBudgets, publicProofBudgets]) {
    const keys = [{ ip, device: "d", visitor: "v" }, { ip, visitor: "v" }, { ip }].map((stranger) =>
      budgets(stranger).all.map(({ key }) => key),
    );
    expect(keys).toEqual([
      ["d", "d"],
      ["v", "v"],
      [network, network],
    ]);
  }
});

test("a limit that slows down makes nobody wait longer than a minute within its hour", () => {
  const { limit, pauses = [] } = slowingLimit(120);
  expect([limit, pauses.length, pauses[0], pauses.at(-1)]).toEqual([
    180,
    60,
    { at: 120, seconds: 60 },
    { at: 179, seconds: 60 },
  ]);
});

test("who is about to count for itself waits for that, if it comes first", () => {
  const [soon, late] = [new Date(1_000), new Date(2_000)];
  expect(waitOf(late, { ip, ownFrom: soon })).toEqual({ until: late, ownFrom: soon });
  expect(waitEnd(late, { ip, ownFrom: soon })).toBe(soon);
  expect(waitOf(soon, { ip, ownFrom: late })).toEqual({ until: soon, ownFrom: null });
  expect(waitEnd(soon, { ip, ownFrom: late })).toBe(soon);
  expect(waitOf(soon, { ip, ownFrom: new Date(soon) })).toEqual({ until: soon, ownFrom: null });
  expect(waitEnd(late, { ip })).toBe(late);
});
