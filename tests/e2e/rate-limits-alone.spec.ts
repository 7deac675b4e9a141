import { expect, test } from "@playwright/test";
import { type Answer, each, send, someNetwork } from "@/tests/support/hostile-requests";

const wordsOf = ({ body }: Answer) => body.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ");

test("unknown codes and proofs are rate limited per address, with the end of the wait, and others are not affected", async () => {
  for (const place of ["/V/AAAABBBBCCCC", "/c/C-2026-000000-AAAAAAAA"]) {
    const [from, neighbour] = [someNetwork(), someNetwork()];
    const statuses: number[] = [];
    await each(
      Array.from({ length: 31 }, (_, at) => at),
      async () => {
        statuses.push((await send(place, { from })).status);
      },
      2,
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    for (const [language, said] of [
      ["es-CO", /Después de las \d|Hubo muchas consultas|espere/i],
      ["en", /After \d|wait/i],
    ] as const) {
      const waits = await send(place, { from, headers: { cookie: `idioma=${language}` } });
      expect([place, waits.status]).toEqual([place, 429]);
      const seconds = Number(waits.headers["retry-after"]);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(3_600);
      expect(waits.body).toContain(`<html lang="${language}"`);
      expect(wordsOf(waits)).toMatch(said);
    }
    expect((await send(place, { from: neighbour })).status).not.toBe(429);
  }
});
