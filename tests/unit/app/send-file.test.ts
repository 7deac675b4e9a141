import { afterEach, expect, test, vi } from "vitest";
import { sendFile } from "@/app/(proveedor)/send-file";

/** Answers busy the first time, with this header, and takes the file then. */
function serverThatSays(retryAfter: string | null) {
  const sent: number[] = [];
  class Line {
    upload = {};
    status = 0;
    response: unknown = null;
    onload = () => {};
    open() {}
    getResponseHeader = () => retryAfter;
    send() {
      sent.push(Date.now());
      Object.assign(this, sent.length > 1 ? { status: 200, response: { name: "rut.pdf" } } : { status: 503 });
      this.onload();
    }
  }
  vi.stubGlobal("XMLHttpRequest", Line);
  return sent;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test.each([
  ["7", 7],
  ["86400", 30],
  [null, 5],
  ["Wed, 21 Oct 2026 07:28:00 GMT", 5],
  ["-1", 5],
])(
  "a file that found no room is sent again as Retry-After says, within half a minute: %s",
  async (header, seconds) => {
    vi.useFakeTimers();
    const sent = serverThatSays(header);
    const file = new File(["x"], "rut.pdf");
    const answer = sendFile(
      { to: "/archivos/enviar", form: "a", field: "rut", provider: null, file },
      () => {},
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toEqual({ name: "rut.pdf" });
    expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBe(seconds * 1_000);
  },
);
