import { randomInt } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { authorise, spendStep } from "@/domain/account/register";
import { makePolicy, owner } from "@/tests/support/factories/account";

beforeAll(makePolicy);

const network = () => `2001:db8:${randomInt(1, 65_535).toString(16)}:${randomInt(1, 65_535).toString(16)}`;
const consent = (ip: string) =>
  authorise({ treatment: "1", terms: "1" }, { ip, userAgent: "vitest", language: "es-CO", token: undefined });
const steps: [string, number, (ip: string) => Promise<unknown>][] = [
  ["the authorisation", 30, consent],
  ["the company's step", 60, (ip) => spendStep("company", { ip })],
];

test.each(steps)(
  "rate limit of %s: one network makes %i an hour, also concurrently and whatever the addresses",
  async (...step) => {
    const [, limit, take] = step;
    const from = network();
    const attempts = await Promise.allSettled(
      Array.from({ length: limit + 5 }, (_, host) => take(`${from}::${(host + 1).toString(16)}`)),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(limit);
    for (const result of attempts)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "too_many_attempts", until: expect.any(Date) });
    await expect(take(`${network()}::1`)).resolves.not.toThrow();
  },
);

test("a registration refused by the rate limit leaves no row", async () => {
  const ip = `${network()}::1`;
  for (let count = 0; count < 30; count++) await consent(ip);
  const [before] = await owner`select count(*)::int as n from registration where consent_ip = ${ip}`;
  await expect(consent(ip)).rejects.toMatchObject({ code: "too_many_attempts" });
  const [after] = await owner`select count(*)::int as n from registration where consent_ip = ${ip}`;
  expect([before?.n, after?.n]).toEqual([30, 30]);
});
