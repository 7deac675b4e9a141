import { expect, test } from "vitest";
import {
  askerBudgets,
  askerOf,
  lookupBudgets,
  lookupLimits,
  publicCodeBudgets,
  publicProofBudgets,
  scanBudgets,
  watchedLimits,
} from "@/domain/lookup/budget";
import { blindIndex } from "@/lib/crypto/blind-index";
import { networkOf } from "@/lib/http/network";
import { authorize, type ProviderActor } from "@/model/access";

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002:ffff::", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::192.0.2.1", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::FFFF:cb00:7109", "203.0.113.9"],
  ["0:0:0:0:0:ffff:203.0.113.9", "203.0.113.9"],
  ["desconocida", "desconocida"],
  ["1:2:3", "1:2:3"],
  ["1::2::3", "1::2::3"],
])("an IP address is rate limited by its network, however it is written: %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test("a look-up can exhaust the rate limits of the person and the provider only; for others the caja is alerted", () => {
  const budgets = lookupBudgets({
    personId: "p",
    providerId: "v",
    ip: "203.0.113.9",
    affiliate: "ab",
    kindCode: "AS",
    numberKey: "4521",
  });
  const number = blindIndex("order-number", "AS:4521").toString("hex");
  expect(budgets.map(({ scope, key, watch }) => `${scope}=${key}${watch ? " told" : ""}`)).toEqual([
    "lookup.person.day=p",
    "lookup.provider.day=v",
    "watch.person=p told",
    "watch.provider=v told",
    "watch.network=203.0.113.9 told",
    "lookup.affiliate.day=v:ab",
    `lookup.order.day=v:${number}`,
    "watch.affiliate=ab told",
    `watch.order=${number} told`,
  ]);
  expect(budgets.at(-1)?.named).toBe(true);
});

test("the first wait of every rate limit is five minutes, and each wait begins before the limit is reached", () => {
  for (const { limit, pauses } of Object.values(lookupLimits)) {
    expect(pauses[0].seconds).toBe(300);
    for (const { at } of pauses) expect(at).toBeLessThan(limit);
  }
  expect(watchedLimits.affiliate.limit).toBeLessThanOrEqual(lookupLimits.affiliateDay.limit);
});

const clerk: ProviderActor = {
  ...{ kind: "provider", role: "clerk", personId: "ana", sessionId: "s", name: "Ana", email: "a@b.co" },
  provider: {
    ...{ id: "shop", nit: "900123456", checkDigit: 8, legalName: "Tienda", suspended: false },
    ...{ applications: [], opensLookUp: true },
  },
  ownProviders: [],
};

test("a look-up counts for its person, also on a paired device, and for the device while nobody is named on it", () => {
  const askerWith = (pairedDevice?: ProviderActor["pairedDevice"]) =>
    askerOf(authorize({ ...clerk, ...(pairedDevice && { pairedDevice }) }, "order.look_up"));
  expect(askerWith()).toEqual({ personId: "ana", providerId: "shop" });
  expect(askerWith({ id: "till", isNamed: true })).toEqual({ personId: "ana", providerId: "shop" });
  expect(askerWith({ id: "till", isNamed: false })).toEqual({ personId: "till", providerId: "shop" });
});

test("a scan spends what its asker spends, and the endings of its code for the provider alone", () => {
  const asker = { personId: "ana", providerId: "shop", ip: "203.0.113.9" };
  const budgets = scanBudgets(asker, "0a1b");
  expect(budgets.slice(0, -1)).toEqual(askerBudgets(asker));
  expect(budgets.at(-1)).toEqual({ ...lookupLimits.digitsDay, key: "shop:0a1b" });
  expect(budgets.filter(({ watch }) => watch).map(({ watch }) => watch)).toEqual(["shop", "shop", "shop"]);
});

test("public pages of codes and proofs have budgets of their own, and give back only a miss", () => {
  const stranger = { ip: "203.0.113.9", visitor: "v" };
  const named = ({ all, miss }: ReturnType<typeof publicCodeBudgets>) =>
    [all, miss].map((budgets) => budgets.map(({ scope, key, limit }) => `${scope} ${key} ${limit}`));
  expect(named(publicCodeBudgets(stranger))).toEqual([
    ["public_code.address v 300", "public_code.miss v 30"],
    ["public_code.miss v 30"],
  ]);
  expect(named(publicProofBudgets(stranger))).toEqual([
    ["public_proof.address v 300", "public_proof.miss v 30"],
    ["public_proof.miss v 30"],
  ]);
});
