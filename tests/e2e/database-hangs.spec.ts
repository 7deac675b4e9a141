import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { connect } from "@/db/connection";
import { newToken } from "@/lib/crypto/token";
import { hiddenFields, postForm, request } from "@/scripts/bench/form";
import { freezePostgres } from "@/scripts/chaos/nemesis";
import { demoCases } from "@/scripts/demo/cases";
import { openSession } from "@/tests/support/open-session";
import { withOutageTestbed } from "@/tests/support/outage-testbed";

/** A statement is given up after 6 s; a page asks at most two after each other. */
const LONGEST_MS = 15_000;
const RECOVERY_MS = 10_000;
/** Longer than a line without an answer is kept, so that lines of before and after are met. */
const FROZEN_MS = 12_000;

const example = demoCases.find(({ outcome }) => outcome === "current");
const pages = ["/consultar", "/historial", "/verificar", "/novedades", "/aplicaciones"];

test("with a hanging database every page answers an error in bounded time, and recovers afterwards", async () => {
  test.setTimeout(180_000);
  if (!example) throw new Error("no current order in the demonstration");
  await withOutageTestbed(async ({ cluster, url, origin, server }) => {
    const cookie = await openSession(url, example.email);
    const official = await openSession(url, "administrador@caja.example");
    const form = new URL("/consultar", origin);
    const hidden = hiddenFields((await request(form, { headers: { cookie } })).body);
    const lookUp = () =>
      postForm(form, cookie, [
        ...hidden,
        ["idNumber", example.idNumber],
        ["kindCode", example.kindCode],
        ["number", example.number],
      ]);
    const rights = new URL("/habeas-data/solicitar", origin);
    const rightsHidden = hiddenFields((await request(rights)).body);
    const choose = new URL(`/contrasena/${await passwordLink(url)}`, origin);
    const chooseHidden = hiddenFields((await request(choose)).body);
    const questions: [string, () => Promise<{ status: number; location?: string }>][] = [
      ...pages.map((place): [string, () => ReturnType<typeof request>] => [
        place,
        () => request(new URL(place, origin), { headers: { cookie } }),
      ]),
      ["/admin", () => request(new URL("/admin", origin), { headers: { cookie: official } })],
      ["/admin/ordenes", () => request(new URL("/admin/ordenes", origin), { headers: { cookie: official } })],
      ["/api/ready", () => request(new URL("/api/ready", origin), {})],
      ["look-up", lookUp],
    ];
    const normal = new Map<string, string>();
    for (const [name, ask] of questions) normal.set(name, summaryOf(await ask()));

    const thaw = freezePostgres(cluster);
    let longest = 0;
    const wrong = new Set<string>();
    try {
      const filed = await postForm(rights, "", [...rightsHidden, ...rightsRequest]);
      expect(filed.location).toBe("/no-disponible?motivo=envio&volver=%2Fhabeas-data%2Fsolicitar");
      const chosen = await postForm(choose, "", [...chooseHidden, ["password", "una clave larga de prueba"]]);
      expect(chosen.location).toMatch(/^\/no-disponible\?motivo=envio&volver=%2Fcontrasena%2F/);
      for (const end = Date.now() + FROZEN_MS; Date.now() < end; )
        await Promise.all(
          questions.map(async ([name, ask]) => {
            const from = Date.now();
            const { status, location = "" } = await ask();
            longest = Math.max(longest, Date.now() - from);
            const honest = status === 503 || location.startsWith("/no-disponible");
            const needsNothing = summaryOf({ status, location }) === normal.get(name);
            if (!honest && !(needsNothing && name !== "look-up")) wrong.add(`${name}: ${status} ${location}`);
          }),
        );
    } finally {
      thaw();
    }
    expect([...wrong]).toEqual([]);
    expect(longest).toBeLessThan(LONGEST_MS);

    const from = Date.now();
    await Promise.all(
      questions.map(async ([name, ask]) => {
        for (;;) {
          const at = Date.now() - from;
          const answer = summaryOf(await ask());
          if (answer === normal.get(name)) return;
          if (at > RECOVERY_MS) throw new Error(`${name}: ${answer}, asked after ${at} ms`);
          await pause(50);
        }
      }),
    );
    console.log(`longest answer ${longest} ms, all pages back after ${Date.now() - from} ms`);
    expect(server.exitCode).toBeNull();
  });
});

/** Opens an account of the caja whose password is still to be chosen, and returns the token of its link. */
async function passwordLink(url: string): Promise<string> {
  const owner = connect(url, null, 1);
  const { token, hash } = newToken();
  await owner`
    select create_caja_person(${randomUUID()}, 'nueva@caja.example', 'Nueva Persona', 'auditor', ${hash}, 'x')`;
  await owner.end();
  return token;
}

const rightsRequest: [string, string][] = [
  ["kind", "consult"],
  ["asker", "affiliate"],
  ["name", "Ana Ruiz"],
  ["email", "ana.ruiz@correo.example"],
  ["idKind", "CC"],
  ["idNumber", "52123456"],
  ["words", "¿Qué datos míos tienen?"],
];

/** What was answered, but for the id of a look-up. */
function summaryOf({ status, location = "" }: { status: number; location?: string }): string {
  return `${status} ${location.replace(/[0-9a-f-]{36}/, "")}`;
}
