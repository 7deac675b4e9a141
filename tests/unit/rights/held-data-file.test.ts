import { expect, test } from "vitest";
import type { HeldData } from "@/domain/rights/held-data";
import { writeHeldData } from "@/domain/rights/write-file";
import { esCO } from "@/messages/es-CO";

const content = {
  ...{ name: "Ana", email: "ana@correo.example", holderName: "Ana <Pérez>", idKind: "CC" as const },
  ...{ idNumber: "1042555318", proof: "", words: "" },
};
const nothing: HeldData = {
  ...{ accounts: [], invitations: [], companies: [], orders: [], typed: [], requests: [] },
};
const AT = "2026-11-25T15:42:07Z";
const fileOf = (held: Partial<HeldData>) =>
  writeHeldData(
    { ...nothing, ...held },
    { number: "HD-2026-00000001", content },
    {
      ...{ words: esCO, language: "es-CO", portal: "Plataforma & Hanna" },
    },
  );
const text = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/, "")
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|");
/** What the file says in the part under a heading, until the next heading of the same level. */
const partOf = (held: Partial<HeldData>, heading: string) => {
  const [, behind = ""] = fileOf(held).split(`<h2>${heading}</h2>`);
  return text(behind.split("<h2>")[0] ?? "");
};
const NONE = "|No guardamos nada de esto.|";

const account: HeldData["accounts"][number] = {
  ...{ id: "a", email: "ana@correo.example", name: "Ana Pérez", idKind: "CC", works: true, cajaRole: null },
  ...{ idNumber: "1042555318", mobile: null, createdAt: AT, endedAt: null },
  ...{ memberships: [], consents: [], sessions: [], factors: [], documents: [], acts: [], actCount: 0 },
};
const order: HeldData["orders"][number] = {
  ...{ id: "o", number: "0004521", kind: "Adelanto", concept: null, state: "issued", office: null },
  ...{ value: 480_000, balance: 380_000, issuedOn: "2026-11-24", validUntil: "2026-12-15", idKind: "CC" },
  ...{ idNumber: "1042555318", name: "Ana Pérez", uses: [], lookups: [], reports: [] },
};
const company: HeldData["companies"][number] = {
  ...{ name: "Tienda", nit: "900123456", email: null, phone: null, place: "08001", address: "Cra 14 # 5-10" },
  ...{ from: "2026-01-02", to: null, account: "4321" },
};

test("the file is one page that needs nothing else, and names whom it is about", () => {
  const html = fileOf({});
  expect(html).toMatch(/^<!doctype html><html lang="es-CO"><head><meta charset="utf-8">.*<\/html>$/s);
  expect(html).toContain("<title>Datos personales de la petición HD-2026-00000001</title><style>");
  expect(html).not.toMatch(/<script|src=|href=|url\(/);
  expect(html).toContain("<td>Ana &lt;Pérez&gt;, CC 1042555318</td>");
  expect(html).toContain('<th scope="row">Persona</th>');
  expect(html).toMatch(/<h1>[^<]+HD-2026-00000001<\/h1><p>Lo que Plataforma &amp; Hanna guardaba el /);
  expect(html.match(/<h2>[^<]+/g)?.map((heading) => heading.slice(4))).toEqual([
    ...["Cuenta", "Invitaciones", "Su comercio, si vende a nombre propio", "Órdenes de adelanto"],
    ...["Consultas de las últimas 24 horas con su documento", "Peticiones sobre sus datos"],
    "Qué se borra y qué se guarda",
  ]);
});

test("a part of which nothing is held says so, and what stays is told all the same", () => {
  for (const heading of ["Cuenta", "Invitaciones", "Órdenes de adelanto", "Peticiones sobre sus datos"])
    expect(partOf({}, heading)).toBe(NONE);
  expect(fileOf({}).split("No guardamos nada de esto.")).toHaveLength(7);
  const stays = partOf({}, "Qué se borra y qué se guarda");
  expect(stays).toContain("|Qué|Se guarda hasta|Por qué|");
  for (const { what, until, why } of Object.values(esCO.rights.stays))
    expect(stays).toContain(`|${what}|${until}|${why}|`);
  expect(stays).toContain(esCO.rights.file.also);
});

test("an account is told with what is known of it, and without empty headings", () => {
  const shown = partOf({ accounts: [account] }, "Cuenta");
  expect(shown).toBe(
    `|Nombre|Ana Pérez|Correo|ana@correo.example|Documento|CC 1042555318|Creada|${timeIn(shown)}|`,
  );
});

/** The moment as the file writes it; its form has tests of its own. */
const timeIn = (text: string) => /Creada\|([^|]+)\|/.exec(text)?.[1] ?? "";

test("an account has its roles, consents, sessions, factors, documents and acts under headings", () => {
  const at = timeIn(partOf({ accounts: [account] }, "Cuenta"));
  const whole = {
    ...account,
    ...{ cajaRole: "auditor", mobile: "+573001234567", endedAt: AT, idKind: null },
    memberships: [
      { company: "Tienda", role: "clerk", from: AT, to: null },
      { company: "Otra", role: "unheard", from: AT, to: AT },
    ],
    consents: [
      { purposes: ["account", "terms"], at: AT, ip: "10.0.0.1", browser: null, revokedAt: AT },
      { purposes: ["account"], at: AT, ip: null, browser: "Firefox", revokedAt: null },
    ],
    sessions: [{ from: AT, to: AT, ip: "10.0.0.2", browser: "Edge" }],
    factors: [{ kind: "totp", name: "Mi teléfono", at: AT }],
    documents: [{ name: "rut.pdf", request: "SOL-2026-000001", at: AT }],
    ...{ acts: [{ action: "unheard.act", at: AT, ip: "10.0.0.3" }], actCount: 1 },
  };
  const shown = partOf({ accounts: [whole] }, "Cuenta");
  for (const part of [
    "|Documento| 1042555318|",
    "|Celular|+573001234567|",
    `|Rol en la entidad|${esCO.admin.people.roles.auditor}|`,
    `|Acceso terminado|${at}|`,
    `|Comercios|Tienda|${esCO.account.team.roles.clerk}|${at} – …|Otra|unheard|${at} – ${at}|`,
    `|Autorizaciones que dio|${at}|account, terms|10.0.0.1|retirada ${at}|${at}|account|Firefox|`,
    `|Ingresos de los últimos 90 días|${at}|${at}|10.0.0.2|Edge|`,
    `|Segundos factores|totp|Mi teléfono|${at}|`,
    `|Documentos que envió|rut.pdf|SOL-2026-000001|${at}|`,
    `|Lo que hizo en el portal|${at}|unheard.act|10.0.0.3|`,
  ])
    expect(shown).toContain(part);
  const partial = partOf({ accounts: [{ ...whole, actCount: 31_402 }] }, "Cuenta");
  expect(partial).toContain(`|Lo que hizo en el portal (lo último: 1 de 31.402)|${at}|unheard.act|`);
  const withoutNumber = partOf({ accounts: [{ ...account, idNumber: null }] }, "Cuenta");
  expect(withoutNumber).not.toContain("Documento");
});

test("a company is told with its place, the end of its account and its days", () => {
  const heading = "Su comercio, si vende a nombre propio";
  expect(partOf({ companies: [company] }, heading)).toBe(
    "|Nombre|Tienda|NIT|900123456|Lugar|Cra 14 # 5-10, Barranquilla, Atlántico|Cuenta bancaria|… 4321|Desde|02/01/2026|",
  );
  const bare = {
    ...company,
    place: null,
    account: null,
    to: "2026-06-30",
    email: "t@t.co",
    phone: "3001234567",
  };
  expect(partOf({ companies: [bare] }, heading)).toBe(
    "|Nombre|Tienda|NIT|900123456|Correo|t@t.co|Teléfono|3001234567|Lugar|Cra 14 # 5-10|Desde|02/01/2026 – 30/06/2026|",
  );
});

test("an order is told with its uses, who looked it up, and what was reported of it", () => {
  const heading = "Órdenes de adelanto";
  expect(partOf({ orders: [order] }, heading)).toBe(
    "|Número|0004521|Tipo|Adelanto|Afiliado|Ana Pérez|Documento|CC 1042555318|Valor|$480.000|Saldo|$380.000" +
      "|Vigencia|24/11/2026 – 15/12/2026|Estado|Emitida|",
  );
  const at = timeIn(partOf({ accounts: [account] }, "Cuenta"));
  const whole = {
    ...order,
    ...{ concept: "Ropa", office: "Norte", state: "unheard", idNumber: null },
    uses: [
      { kind: "use", amount: 100_000, at: AT, company: "Tienda" },
      { kind: "undo", amount: 100_000, at: AT, company: null },
    ],
    lookups: [{ at: AT, company: "Tienda", outcome: "unheard" }],
    reports: [
      { id: "r", folio: "R-2026-000001", at: AT, words: "Se ve raro", photo: true },
      { id: "s", folio: "R-2026-000002", at: AT, words: null, photo: false },
    ],
  };
  const shown = partOf({ orders: [whole] }, heading);
  for (const part of [
    ...["|Concepto|Ropa|", "|Estado|unheard|", "|Oficina|Norte|"],
    `|Usos|${at}|$100.000|Tienda|${at}|-$100.000|`,
    `|Quién la consultó|${at}|Tienda|unheard|`,
    `|Novedades|R-2026-000001|${at}|Se ve raro|con foto del papel|R-2026-000002|${at}|`,
  ])
    expect(shown).toContain(part);
  expect(shown).not.toContain("Documento");
});

test("invitations, what was typed and requests have a line each", () => {
  const at = timeIn(partOf({ accounts: [account] }, "Cuenta"));
  const invitation = { name: "Ana", email: "a@b.co", company: "Tienda", at: AT };
  expect(partOf({ invitations: [invitation] }, "Invitaciones")).toBe(`|Ana|a@b.co|Tienda|${at}|`);
  const typed = partOf(
    { typed: [{ at: AT, company: "Tienda", number: "0004521" }] },
    "Consultas de las últimas 24 horas con su documento",
  );
  expect(typed).toBe(`|${at}|Tienda|0004521|`);
  const request = { number: "HD-2026-00000002", kind: "consult", at: AT, state: "unheard" };
  expect(partOf({ requests: [request] }, "Peticiones sobre sus datos")).toBe(
    `|HD-2026-00000002|${esCO.rights.form.kinds.consult}|${at}|unheard|`,
  );
});
