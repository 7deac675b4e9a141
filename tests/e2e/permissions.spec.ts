import { connect } from "@/db/connection";
import { hiddenFields, postForm, request } from "@/scripts/bench/form";
import { demoCases } from "@/scripts/demo/cases";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { signInAs, signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

const base = process.env.E2E_URL ?? "";
const example = demoCases[0];

async function lookUpsOf(personId: string): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from lookup where person_id = ${personId}`;
  return row?.n ?? 0;
}

test("an action posted without Origin, with a null or a foreign one is not executed", async ({ page }) => {
  if (!example) throw new Error("no cases");
  const { personId } = (await makeTill()).actor;
  await signInAs(page, personId);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = new URL("/consultar", base);
  const fields: [string, string][] = [
    ...hiddenFields((await request(url, { headers: { cookie } })).body),
    ["idNumber", example.idNumber],
    ["kindCode", example.kindCode],
    ["number", example.number],
  ];
  const before = await lookUpsOf(personId);
  for (const origin of [null, "null", "https://evil.example", `http://127.0.0.1:1`, "not an address"]) {
    const answer = await postForm(url, cookie, fields, origin);
    expect(answer.status, String(origin)).toBe(403);
  }
  expect(await lookUpsOf(personId)).toBe(before);
  expect((await postForm(url, cookie, fields)).status).toBe(303);
  expect(await lookUpsOf(personId)).toBe(before + 1);
});

test("a forwarded client IP is ignored without a trusted proxy: the socket's address counts", async ({
  page,
}) => {
  if (!example) throw new Error("no cases");
  await signInAsEmail(page, "dueno@lanina.example");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = new URL("/consultar", base);
  const fields: [string, string][] = [
    ...hiddenFields((await request(url, { headers: { cookie } })).body),
    ["idNumber", example.idNumber],
    ["kindCode", example.kindCode],
    ["number", example.number],
  ];
  const { location = "" } = await postForm(url, cookie, fields, url.origin, {
    "x-forwarded-for": "203.0.113.99",
  });
  const owner = connect(process.env.DATABASE_URL ?? "", null, 1);
  const [event] = await owner<{ ip: string }[]>`
    select address_of(e) as ip from audit_event e where subject_kind = 'lookup' and subject_id = ${location.split("/").at(-1) ?? ""}`;
  await owner.end();
  expect(event?.ip).toMatch(/127\.0\.0\.1$/);
});

test("unsupported HTTP methods are refused", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]) {
    expect((await request(new URL("/consultar", base), { method })).status, method).toBe(405);
  }
});

/** Pages that need a session. */
const inside = [
  "/aplicaciones",
  "/consultar",
  "/equipo",
  "/admin",
  "/admin/solicitudes",
  "/admin/proveedores",
  "/admin/ordenes",
  "/admin/bitacora",
  "/admin/ajustes/caja",
];

/** Texts that only pages with a session have. */
const insideWords =
  /CONSULTAR ORDEN|Aplicación CONVENIOS|Invitar a una persona|Qué falta, en una frase|Ferretería El Tornillo|Marta Ríos|SOL-\d{4}/;

const tricks: Record<string, string>[] = [
  {},
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { rsc: "1" },
  { "next-router-prefetch": "1", rsc: "1" },
  { "x-nextjs-data": "1" },
  { cookie: "sesion=x" },
];

for (const path of inside) {
  test(`${path} redirects to sign-in without a session, whatever the headers`, async () => {
    for (const headers of tricks) {
      let answer = await request(new URL(path, base), { headers });
      // Next names a flight request by a parameter first; the answer to that is what counts.
      if (answer.location?.startsWith(`${path}?`))
        answer = await request(new URL(answer.location, base), { headers });
      expect(answer.body, JSON.stringify(headers)).not.toMatch(insideWords);
      // A prefetch of a page that is made for each request carries no page at all, so it leads nowhere either.
      if ("next-router-prefetch" in headers) continue;
      const toTheDoor = answer.location?.startsWith("/ingresar") || answer.body.includes("/ingresar");
      expect(toTheDoor, JSON.stringify(headers)).toBe(true);
    }
  });
}

test("a provider cannot open the caja's pages, nor the caja the look-up", async ({ page }) => {
  await signInAsEmail(page, "caja@lanina.example");
  for (const path of inside.filter((candidate) => candidate.startsWith("/admin"))) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/sin-permiso/);
  }
  await page.context().clearCookies();
  await signInAsEmail(page, "funcionario@caja.example");
  for (const path of ["/consultar", "/admin/bitacora", "/admin/ajustes/caja"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/sin-permiso/);
  }
});

test("one provider's answer is not found by another", async ({ page }) => {
  if (!example) throw new Error("no cases");
  await signInAsEmail(page, "caja@lanina.example");
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(example.idNumber);
  await page.getByLabel("Nro Documento").fill(example.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
  const answer = page.url();
  await page.context().clearCookies();
  await signInAsEmail(page, "caja@eltornillo.example");
  const response = await page.goto(answer);
  expect(response?.status()).toBe(404);
});

test("every response has the security headers and a fresh CSP nonce", async () => {
  const nonces = new Set<string>();
  for (const path of ["/", "/ingresar", "/ayuda", "/no-hay-tal-pagina"]) {
    const answer = await fetch(new URL(path, base));
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  }
  expect(nonces.size).toBe(4);
});
