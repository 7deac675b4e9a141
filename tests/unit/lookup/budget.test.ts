import { expect, test } from "vitest";
import { lookupBudgets, lookupLimits, watchedLimits } from "@/domain/lookup/budget";
import { networkOf } from "@/lib/http/network";

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
  expect(budgets.map(({ scope, key, watch }) => `${scope}=${key}${watch ? " told" : ""}`)).toEqual([
    "lookup.person.day=p",
    "lookup.provider.day=v",
    "watch.person=p told",
    "watch.provider=v told",
    "watch.network=203.0.113.9 told",
    "lookup.affiliate.day=v:ab",
    "lookup.order.day=v:AS:4521",
    "watch.affiliate=ab told",
    "watch.order=AS:4521 told",
  ]);
});

test("the first wait of every rate limit is five minutes, and each wait begins before the limit is reached", () => {
  for (const { limit, pauses } of Object.values(lookupLimits)) {
    expect(pauses[0].seconds).toBe(300);
    for (const { at } of pauses) expect(at).toBeLessThan(limit);
  }
  expect(watchedLimits.affiliate.limit).toBeLessThanOrEqual(lookupLimits.affiliateDay.limit);
});
