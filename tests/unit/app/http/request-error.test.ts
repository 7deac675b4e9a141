import { beforeEach, expect, test, vi } from "vitest";
import { awaitReading, isUnread, REQUEST_ID } from "@/lib/http/failures";
import { onRequestError } from "../../../../instrumentation";

const lines: { level: string; kind: unknown }[] = [];
vi.mock("@/lib/log", () => ({
  logError: (_event: string, _error: unknown, facts: { kind?: unknown }, level: string) => {
    lines.push({ level, kind: facts.kind });
    return "00000000";
  },
}));

beforeEach(() => {
  lines.length = 0;
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
});

/** Tells the framework's hook of an error in a request whose form nobody has read. */
async function fails(id: string, kind: "route" | "action"): Promise<void> {
  awaitReading(id);
  const request = { path: "/", method: "POST", headers: { [REQUEST_ID]: id } };
  const place = {
    routerKind: "App Router",
    routePath: "/x",
    routeType: kind,
    revalidateReason: undefined,
  } as const;
  await onRequestError(new Error("x"), request, place);
}

test("what a route handler throws at a form is our failure, and an error line", async () => {
  await fails("r", "route");
  expect(isUnread("r")).toBe(false);
  expect(lines).toEqual([{ level: "error", kind: "route" }]);
});

test("a form that no action could read is its sender's fault, and a warning", async () => {
  await fails("a", "action");
  expect(isUnread("a")).toBe(true);
  expect(lines).toEqual([{ level: "warn", kind: "action" }]);
});
