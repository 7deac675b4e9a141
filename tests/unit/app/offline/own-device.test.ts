import { afterEach, expect, test, vi } from "vitest";
import { signedInOwner } from "@/app/_offline/own-device";

afterEach(() => vi.unstubAllGlobals());

const answers = (answer: () => Response) => vi.stubGlobal("fetch", async () => answer());

test("nobody is signed in only when the server says so: its failure is no answer to that", async () => {
  answers(() => new Response(null, { status: 401 }));
  expect(await signedInOwner()).toBeNull();
  for (const status of [403, 429, 500, 502, 503]) {
    answers(() => Response.json({}, { status }));
    await expect(signedInOwner()).rejects.toThrow();
  }
});

test("the question who is signed in does not wait for a dead line for ever", async () => {
  let signal: AbortSignal | null | undefined;
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    signal = init.signal;
    return new Response(null, { status: 401 });
  });
  await signedInOwner();
  expect(signal).toBeInstanceOf(AbortSignal);
});
