import { expect, test } from "vitest";
import { refusedResponse } from "@/app/_server/http/refused-page";

const waitAfter = (status: 429 | 503) => Number(refusedResponse(status, null).headers.get("retry-after"));

test("who found no room is told to come back after five to ten seconds, not all at the same time", () => {
  const waits = Array.from({ length: 200 }, () => waitAfter(503));
  expect([Math.min(...waits), Math.max(...waits)]).toEqual([5, 10]);
  expect(waitAfter(429)).toBe(60);
});
