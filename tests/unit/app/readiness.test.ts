import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readiness } from "@/app/_server/readiness";
import { readInstallation } from "@/db/queries/installation";

vi.mock("@/db/client", () => ({ jobsDatabase: () => null }));
vi.mock("@/db/queries/installation", () => ({ readInstallation: vi.fn() }));
vi.mock("@/db/version", () => ({ checkoutVersion: () => null, isUpToDate: () => true }));

const answers = (takesWrites: boolean) =>
  vi.mocked(readInstallation).mockResolvedValue({ facts: new Map(), takesWrites } as never);

beforeEach(() => vi.useFakeTimers({ toFake: ["Date", "performance"] }));
afterEach(() => vi.useRealTimers());

test("a clock of the machine that is set back does not keep an old answer of readiness", async () => {
  answers(true);
  expect(await readiness()).toBe("ready");
  answers(false);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await readiness()).toBe("ready"); // not older than half a second
  vi.advanceTimersByTime(600);
  expect(await readiness()).toBe("read_only");
});
