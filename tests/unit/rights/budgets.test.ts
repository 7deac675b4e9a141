import { expect, test } from "vitest";
import { rightsFilingBudgets, rightsOpeningBudgets } from "@/domain/rights/budgets";

const ip = "203.0.113.9";
const scopes = (budgets: ReturnType<typeof rightsOpeningBudgets>) =>
  budgets.map(({ scope, key, limit, seconds }) => `${scope} ${key} ${limit} in ${seconds}`);

test("who files a request about data is slowed down by device, browser or network, and each mailbox by itself", () => {
  const filing = (from: Parameters<typeof rightsOpeningBudgets>[0]) =>
    scopes(rightsFilingBudgets("digest", from).asker);
  expect(filing({ ip, device: "d" })).toEqual(["rights.file.device d 5 in 3600"]);
  expect(filing({ ip })).toEqual([`rights.file.network ${ip} 10 in 3600`]);
  expect(filing({ ip, visitor: "v" })).toEqual([
    "rights.file.visitor v 5 in 3600",
    `rights.file.crowd ${ip} 120 in 3600`,
  ]);
  expect(rightsFilingBudgets("digest", { ip }).address).toEqual([
    { scope: "mail.rights", key: `digest:${ip}`, limit: 5, seconds: 3_600 },
    { scope: "mail.rights_to", key: "digest", limit: 20, seconds: 3_600 },
  ]);
});

test("who tries numbers and codes of requests has wider budgets of their own", () => {
  expect(scopes(rightsOpeningBudgets({ ip, device: "d" }))).toEqual(["rights.open.device d 20 in 3600"]);
  expect(scopes(rightsOpeningBudgets({ ip }))).toEqual([`rights.open.network ${ip} 40 in 3600`]);
  expect(scopes(rightsOpeningBudgets({ ip, visitor: "v" }))).toEqual([
    "rights.open.visitor v 20 in 3600",
    `rights.open.crowd ${ip} 360 in 3600`,
  ]);
});
