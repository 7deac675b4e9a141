import { expect, test } from "vitest";
import { isFresh } from "@/domain/history/rules";
import { owner } from "@/tests/support/factories/account";

test("the application and SQL show an affiliate's data whole for the same length of time", async () => {
  const [row] = await owner<{ ms: number }[]>`
    select (extract(epoch from affiliate_window()) * 1000)::int as ms`;
  const ms = row?.ms ?? 0;
  expect(ms).toBeGreaterThan(0);
  expect(isFresh(new Date(0), new Date(ms - 1))).toBe(true);
  expect(isFresh(new Date(0), new Date(ms))).toBe(false);
});
