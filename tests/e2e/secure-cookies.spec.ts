import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { hiddenFields } from "@/scripts/bench/form";
import { freePort } from "@/scripts/embedded-postgres";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { makeMember, makePasswordLink, makeProvider, owner, PASSWORD } from "../support/factories/account";
import { enrol, halfSession } from "../support/factories/factor";
import { makeCajaPerson } from "../support/factories/own-order";

/*
 * The built server behind an https proxy: every cookie that it sets or deletes, on every way that does so, is
 * Secure.
 */

const PUBLIC_URL = "https://portal.prueba.example";
let server: ChildProcess;
let base: string;

test.beforeAll(async () => {
  const address = { host: "127.0.0.1", port: await freePort() };
  base = `http://127.0.0.1:${address.port}`;
  const settings = {
    DATABASE_URL: process.env.DATABASE_URL ?? "",
    PUBLIC_URL,
    TRUSTED_PROXIES: "1",
    DEMO: "1",
  };
  server = startServer(process.cwd(), address, settings, ".next-test");
  await untilServing(server, address);
});
test.afterAll(() => stopServer(server));

/** A browser without scripts: it keeps the cookies that it was given, and each line that gave one. */
class Visitor {
  readonly lines: string[] = [];
  readonly #jar = new Map<string, string>();

  async ask(path: string, body?: FormData): Promise<{ status: number; location: string; text: string }> {
    const answer = await fetch(new URL(path, base), {
      method: body ? "POST" : "GET",
      redirect: "manual",
      headers: {
        cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body ? { origin: PUBLIC_URL } : {}),
      },
      ...(body ? { body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      this.lines.push(line);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#jar.set(name, value);
    }
    const location = answer.headers.get("location") ?? "";
    return { status: answer.status, location, text: await answer.text() };
  }

  /** Posts the page's form with these fields. */
  async send(page: string, fields: Record<string, string>) {
    const form = new FormData();
    for (const [name, value] of hiddenFields((await this.ask(page)).text)) form.set(name, value);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return this.ask(page, form);
  }

  async signIn(email: string, password = PASSWORD): Promise<string> {
    return (await this.send("/ingresar", { email, password })).location;
  }

  names(): string[] {
    return [...new Set(this.lines.map((line) => line.split("=")[0] ?? ""))].sort();
  }
}

function allSecure({ lines }: Visitor): void {
  expect(lines.filter((line) => !/; ?Secure(?:;|$)/i.test(line))).toEqual([]);
}

test("every cookie of a provider's session is Secure, also when it is deleted", async () => {
  const visitor = new Visitor();
  await visitor.ask("/idioma?a=en");
  await visitor.ask("/sonido?a=no");
  const consent = await visitor.send("/registro/autorizacion", { treatment: "1", terms: "1" });
  expect(consent.location).toBe("/registro/empresa");
  const providerId = await makeProvider();
  const [counter] = await owner<{ id: string }[]>`
    with granted as (insert into granted_application (provider_id, application_code) values (${providerId}, 'CONVENIOS')),
      made as (insert into branch (provider_id, name) values (${providerId}, 'Centro') returning id)
    insert into counter (branch_id, name) select id, 'Punto 1' from made returning id`;
  expect(await visitor.signIn((await makeMember(providerId, "owner")).email)).toBe("/aplicaciones");
  for (const chosen of [counter?.id ?? "", ""])
    expect((await visitor.send("/equipo/este-dispositivo", { counter: chosen })).location).toBe(
      "/equipo/este-dispositivo",
    );
  const report = new FormData();
  report.append("_form", ".1a2b3c");
  report.append("words", "Tinta corrida");
  await visitor.ask(`/consultar/r/${randomUUID()}/reportar/enviar`, report);
  await visitor.ask("/salir", new FormData());
  expect(visitor.names()).toEqual(
    expect.arrayContaining([
      "__Host-dispositivo",
      "__Host-sesion",
      "__Host-visitante",
      "caja",
      expect.stringMatching(/^formulario1-/),
      "idioma",
      "registro",
      "sonido",
    ]),
  );
  expect(visitor.lines.filter((line) => line.startsWith("caja="))).toHaveLength(2);
  allSecure(visitor);
});

test("the cookie that keeps an incomplete request is Secure", async () => {
  const { email } = await makeMember(await makeProvider({ approved: false }), "owner");
  const visitor = new Visitor();
  await visitor.signIn(email);
  const form = new FormData();
  form.append("_form", ".1a2b3c");
  form.append("agreementNumber", "123");
  await visitor.ask("/aplicaciones/CONVENIOS/solicitar/enviar", form);
  expect(visitor.names().join(" ")).toMatch(/(?:^| )formulario1-/);
  allSecure(visitor);
});

test("a password link signs nobody in; an account of the caja goes on to its second step", async () => {
  const password = "otra frase larga y distinta";
  const [member, official] = [
    await makeMember(await makeProvider(), "owner"),
    await makeCajaPerson("officer"),
  ];
  // Without one the link would ask for a code.
  await enrol(await halfSession(official.personId));
  const choose = async (personId: string) => {
    const visitor = new Visitor();
    const token = await makePasswordLink(personId);
    const { location } = await visitor.send(`/contrasena/${token}`, { token, password });
    allSecure(visitor);
    const hasSession = visitor.names().includes("__Host-sesion");
    return { visitor, location, hasSession, inside: await visitor.ask("/admin") };
  };
  const nobody = {
    location: "/ingresar?clave=guardada",
    hasSession: false,
    inside: { location: expect.stringMatching(/^\/ingresar/) },
  };
  expect(await choose(member.personId)).toMatchObject(nobody);
  const chosen = await choose(official.personId);
  expect(chosen).toMatchObject(nobody);
  const { visitor } = chosen;
  expect(await visitor.signIn(official.email, password)).toBe("/ingresar/segundo-paso");
  expect((await visitor.ask("/admin")).location).toMatch(/^\/ingresar/);
  await owner`update session set factor_at = now() where person_id = ${official.personId}`;
  await visitor.send("/admin/ordenes", { number: "72123456" });
  expect(visitor.names()).toEqual(expect.arrayContaining(["__Host-sesion", "busqueda"]));
  allSecure(visitor);
});
