import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { newVisitorCookie } from "@/lib/crypto/visitor";
import { type Answer, each, send, someNetwork } from "@/tests/support/hostile-requests";
import { WHOLE_HOUR_MS, wholeHour } from "@/tests/support/whole-hour";

const wordsOf = ({ body }: Answer) => body.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ");

// Each counts to the limit of an hour without the page that would wait for one.
test.beforeEach(async ({ browserName: _ }, testInfo) => {
  testInfo.setTimeout(testInfo.timeout + WHOLE_HOUR_MS);
  await wholeHour();
});

const nameOfAge = () => `visitante=${newVisitorCookie(new Date(Date.now() - 60_000))}`;

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
    for (const [language, sentence] of [
      ["es-CO", /Después de las \d|Hubo muchas consultas|espere/i],
      ["en", /After \d|wait/i],
    ] as const) {
      const waits = await send(place, { from, headers: { cookie: `idioma=${language}` } });
      expect([place, waits.status]).toEqual([place, 429]);
      expect(waits.body).toContain(`<html lang="${language}"`);
      expect(wordsOf(waits)).toMatch(sentence);
      // It is setCookie a name with the answer, and waits no longer than that takes to count.
      expect(Number(waits.headers["retry-after"])).toBeGreaterThan(0);
      expect(Number(waits.headers["retry-after"])).toBeLessThanOrEqual(10);
      const [setCookie = ""] = waits.headers["set-cookie"] ?? [];
      expect(setCookie).toMatch(/^visitante=[^;]+;(?=.*HttpOnly)(?=.*SameSite=lax)/i);
      const soon = await send(place, { from, headers: { cookie: setCookie.split(";")[0] } });
      expect([soon.status, soon.headers["set-cookie"]]).toEqual([429, undefined]);
    }
    // A browser that has kept it for a while is counted for itself, and to its own end.
    const browser = nameOfAge();
    const own: number[] = [];
    await each(
      Array.from({ length: 31 }, (_, at) => at),
      async () => {
        own.push((await send(place, { from, headers: { cookie: browser } })).status);
      },
      2,
    );
    expect(own.filter((status) => status === 429)).toHaveLength(1);
    const waits = await send(place, { from, headers: { cookie: browser } });
    expect(Number(waits.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(waits.headers["retry-after"])).toBeLessThanOrEqual(3_600);
    expect((await send(place, { from, headers: { cookie: nameOfAge() } })).status).not.toBe(429);
    expect((await send(place, { from: neighbour })).status).not.toBe(429);
  }
});

test("a burst of posts is rate limited per network with words and Retry-After, and others are not affected", async () => {
  const origin = process.env.E2E_URL ?? "";
  const [from, neighbour] = [someNetwork(), someNetwork()];
  const post = (address: string, who: string, cookie = "") =>
    send(address, { method: "POST", from: who, headers: { origin, cookie, "content-length": 0 } });
  // More than the line holds are on their way at any time; in their turn they are answered 405 and cost no page.
  let ended = false;
  for (let count = 0; count < 330; count++)
    void (async () => {
      while (!ended) if ((await post("/V/AAAA", from)).status === 429) await pause(1_000);
    })();
  const refusedIn = async (language: string): Promise<Answer> => {
    for (;;) {
      // The line moves on and takes some; they wait in it.
      const answer = await Promise.race([post("/ingresar", from, `idioma=${language}`), pause(1_000)]);
      if (answer?.status === 429) return answer;
    }
  };
  try {
    for (const [language, title] of [
      ["es-CO", "No recibimos lo que envió"],
      ["en", "We did not take what you sent"],
    ] as const) {
      const answer = await refusedIn(language);
      expect(answer.headers["retry-after"]).toBe("60");
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.body).toContain(`<html lang="${language}"`);
      expect(wordsOf(answer)).toContain(title);
    }
    // Not in that line: another network, and a browser of this one that has its own.
    for (const [who, cookie] of [
      [neighbour, ""],
      [from, nameOfAge()],
    ] as const) {
      const first = await Promise.race([post("/ingresar", who, cookie), pause(12_000)]);
      expect(first?.status).toBe(200);
    }
  } finally {
    ended = true;
  }
});
