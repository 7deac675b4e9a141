import { expect, test } from "vitest";
import { lookupBudgets, networkOf } from "@/domain/lookup/budget";

test("an IPv6 address counts as its /64, however it is written", () => {
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkOf("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
});

test("an IPv4 address counts as itself, also when it is mapped", () => {
  expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
  expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
});

test("a look-up may spend the budgets of person, provider, address, ID and order number", () => {
  const budgets = lookupBudgets({
    personId: "p",
    providerId: "v",
    ip: "203.0.113.9",
    affiliate: "ab",
    kindCode: "AS",
    numberKey: "4521",
  });
  expect(budgets.map(({ scope, key }) => `${scope}=${key}`)).toEqual([
    "lookup.person.hour=p",
    "lookup.person.day=p",
    "lookup.provider.day=v",
    "lookup.address.hour=203.0.113.9",
    "lookup.affiliate.day=ab",
    "lookup.order.day=AS:4521",
  ]);
});
