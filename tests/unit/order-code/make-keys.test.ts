import { expect, test, vi } from "vitest";
import { makeMissingKeys } from "@/domain/order-code/make-keys";
import { log } from "@/lib/log";

test("keys that could not be made at start-up are tried again until they are made", async () => {
  const fill = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error("no database"))
    .mockRejectedValueOnce(new Error("no database"))
    .mockResolvedValue();
  await makeMissingKeys(fill, 5);
  await vi.waitFor(() => expect(fill).toHaveBeenCalledTimes(3));
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(fill).toHaveBeenCalledTimes(3);
});

test("a database that is late at start-up is no warning, one that stays away is", async () => {
  const informed = vi.spyOn(log, "info").mockImplementation(() => {});
  const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
  const fill = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(new Error("no database"))
    .mockRejectedValueOnce(new Error("no database"))
    .mockResolvedValue();
  await makeMissingKeys(fill, 5);
  expect([informed.mock.calls.length, warned.mock.calls.length]).toEqual([1, 0]);
  await vi.waitFor(() => expect(fill).toHaveBeenCalledTimes(3));
  expect([informed.mock.calls.length, warned.mock.calls.length]).toEqual([1, 1]);
});
