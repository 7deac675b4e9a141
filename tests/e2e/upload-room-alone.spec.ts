import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { makeApplicant } from "@/tests/support/factories/request";
import { pdf } from "@/tests/support/full-journey";
import { type Answer, multipart, multipartType, send, someNetwork } from "@/tests/support/hostile-requests";
import { openSession } from "@/tests/support/open-session";

const origin = process.env.E2E_URL ?? "";
const database = process.env.DATABASE_URL ?? "";
const MB = 1024 * 1024;

/** A document of its own, sent as soon as it is chosen; each on a connection of its own. */
function upload(cookie: string, megabytes: number): Promise<Answer> {
  const body = multipart([
    ["form", "request:CONVENIOS"],
    ["field", "rut"],
    ["file", Buffer.concat([pdf, randomBytes(megabytes * MB)]), "rut.pdf"],
  ]);
  const headers = { cookie, origin, "content-type": multipartType, "content-length": body.length };
  return send("/archivos/enviar", { method: "POST", headers, body, from: someNetwork() });
}

/** As the page does it: again while the server has no room. */
async function uploadAsPage(cookie: string): Promise<Answer> {
  for (let time = 1; ; time++) {
    const answer = await upload(cookie, 1);
    if (answer.status !== 503 || time === 4) return answer;
    await pause(Number(answer.headers["retry-after"]) * 1_000);
  }
}

const someOwner = async () => openSession(database, (await makeApplicant()).email);

test("forty uploads of one person at once are stored in turn or told to wait, while others upload and read", async () => {
  test.setTimeout(180_000);
  const [greedy, other] = [await someOwner(), await someOwner()];
  const burst = Array.from({ length: 40 }, () => upload(greedy, 9));
  await pause(500);
  const from = performance.now();
  expect((await send("/api/health")).status).toBe(200);
  expect(performance.now() - from).toBeLessThan(3_000);
  const own = await uploadAsPage(other);
  expect([own.status, JSON.parse(own.body).name]).toEqual([200, "rut.pdf"]);
  const answers = await Promise.all(burst);
  // Status 0: the line was cut, since the body was longer than what is read of one that is refused.
  expect(answers.filter(({ status }) => ![0, 200, 503].includes(status)).map(({ status }) => status)).toEqual(
    [],
  );
  for (const refused of answers.filter(({ status }) => status === 503)) {
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.body).toContain("<h1");
  }
  expect((await upload(greedy, 9)).status).toBe(200);
});

test("a form of thousands of fields that anybody posts is answered at once, and holds nobody up", async () => {
  const body = Array.from({ length: 12_000 }, (_, at) => `a${at}`)
    .join("&")
    .slice(0, 64 * 1024);
  const headers = {
    origin,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
  };
  const post = () => send("/aplicaciones/convenios/solicitar/enviar", { method: "POST", headers, body });
  expect((await post()).status).toBe(303);
  const from = performance.now();
  const burst = Array.from({ length: 10 }, post);
  expect((await send("/api/health")).status).toBe(200);
  // One of them took more than half a second of the processor.
  expect((await Promise.all(burst)).map(({ status }) => status)).toEqual(Array(10).fill(303));
  expect(performance.now() - from).toBeLessThan(5_000);
});

test("a sign-in page whose address is written in escapes opens nothing that passes by the turns of strangers", async () => {
  for (const address of ["/ingresa%72", "/%69ngresar", "/INGRESAR", "/ingresar%2F"]) {
    const answer = await send(address);
    const isCounted = (answer.headers["set-cookie"] ?? []).some((cookie) => cookie.startsWith("visitante="));
    expect([address, answer.status === 404 || isCounted]).toEqual([address, true]);
  }
});
