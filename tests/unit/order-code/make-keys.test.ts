import { expect, test, vi } from "vitest";
import { makeMissingKeys } from "@/domain/order-code/make-keys";

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
