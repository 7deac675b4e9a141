import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type SentencePart, sentenceOf } from "@/app/admin/bitacora/sentence";
import type { AuditLine } from "@/db/queries/audit";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";
import type { CajaActor } from "@/model/access";
import { type AuditAction, auditActions, isAuditAction } from "@/model/audit-action";

const actor: CajaActor = {
  kind: "caja",
  role: "auditor",
  personId: "p",
  sessionId: "s",
  name: "Lucía",
  email: "lucia@caja.example",
};
const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const [order, lookup, use, person, provider] = ["1", "2", "3", "4", "5"].map(id);
const names = {
  persons: new Map([[person, { id: person, name: "Édgar Orozco", cajaRole: "officer" }]]),
  providers: new Map([[provider, { id: provider, name: "Óptica Visión Caribe" }]]),
  lookups: new Map([[lookup, { id: lookup, orderId: order, numberTyped: "4521" }]]),
  uses: new Map([[use, { id: use, orderId: order, serial: 311, at: new Date("2026-11-26T21:15:00Z") }]]),
  requests: new Map(),
  orders: new Map([[order, { id: order, number: "0004521" }]]),
} as unknown as Parameters<typeof sentenceOf>[0]["names"];

function told(
  line: Partial<AuditLine> & { action: string },
  language: "es-CO" | "en" = "es-CO",
): SentencePart[] {
  const whole: AuditLine = {
    seq: 1,
    at: new Date(),
    actor: "Luis Barrios",
    provider: null,
    providerId: null,
    subjectKind: "x",
    subjectId: "x",
    channel: "web",
    ip: null,
    detail: {},
    ...line,
  };
  return sentenceOf({ line: whole, names, messages: language === "en" ? en : esCO, actor });
}
const textOf = (parts: SentencePart[]) => parts.map(({ text }) => text).join("");
const linksOf = (parts: SentencePart[]) => parts.flatMap(({ href }) => href ?? []);

test("a look-up is told with who, of which company, the order and the answer, each linked", () => {
  const parts = told({
    action: "order.looked_up",
    provider: "Ferretería El Tornillo",
    providerId: provider,
    subjectId: lookup,
    detail: { outcome: "current", kind: "AS", order },
  });
  expect(textOf(parts)).toBe("Luis Barrios, de Ferretería El Tornillo, consultó la orden 0004521: vigente");
  expect(linksOf(parts)).toEqual([`/admin/proveedores/${provider}`, `/admin/ordenes/${order}`]);
});

test("what was not found is told by what was typed, and leads to the look-up", () => {
  const parts = told({
    action: "order.compared",
    subjectId: lookup,
    detail: { result: "equal" },
  });
  expect(textOf(parts)).toBe("Luis Barrios comparó la orden 0004521 con el papel: igual a la orden");
  const missed = id("6");
  const unfound = sentenceOf({
    line: { ...lineOf("order.looked_up"), subjectId: missed, detail: { outcome: "not_found" } },
    names: { ...names, lookups: new Map([[missed, { id: missed, orderId: null, numberTyped: "0004999" }]]) },
    messages: esCO,
    actor,
  });
  expect(textOf(unfound)).toBe("Luis Barrios consultó la orden 0004999: no encontramos la orden");
  expect(linksOf(unfound)[0]).toMatch(/^\/admin\/consultas\?codigo=/);
});

const lineOf = (action: AuditAction): AuditLine => ({
  seq: 1,
  at: new Date(),
  action,
  actor: "Luis Barrios",
  provider: null,
  providerId: null,
  subjectKind: "x",
  subjectId: "x",
  channel: "web",
  ip: null,
  detail: {},
});

test("acts on people, money and requests name the person, the receipt and the provider", () => {
  expect(textOf(told({ action: "person.access_ended", subjectId: person }))).toBe(
    "Luis Barrios quitó el acceso de Édgar Orozco",
  );
  expect(
    textOf(
      told({ action: "person.role_changed", subjectId: person, detail: { from: "officer", to: "support" } }),
    ),
  ).toBe("Luis Barrios cambió el rol de Édgar Orozco: de Funcionario a Atención");
  expect(
    textOf(told({ action: "use.paid", subjectId: use, provider: "Papelería La Niña", providerId: provider })),
  ).toBe("Luis Barrios marcó como pagado el uso U-2026-000311 de Papelería La Niña");
  expect(
    textOf(
      told({
        action: "request.approved",
        providerId: provider,
        provider: "Droguería Boston",
        detail: { filing_number: "SOL-2026-000113" },
      }),
    ),
  ).toBe("Luis Barrios aprobó la solicitud SOL-2026-000113 de Droguería Boston");
  expect(
    textOf(
      told({ action: "order.extended", subjectId: order, detail: { from: "2026-11-27", to: "2026-12-12" } }),
    ),
  ).toBe("Luis Barrios prorrogó la orden 0004521 del 27/11/2026 al 12/12/2026");
  expect(textOf(told({ action: "order.issued", subjectId: order, actor: null }))).toBe(
    "El sistema emitió la orden 0004521",
  );
});

test("somebody whose invitation was erased has no name, and the sentence says so", () => {
  const erasedId = id("7");
  const erased = sentenceOf({
    line: { ...lineOf("person.access_ended"), subjectId: erasedId },
    names: {
      ...names,
      persons: new Map([[erasedId, { id: erasedId, name: "", cajaRole: "officer" as const }]]),
    },
    messages: esCO,
    actor,
  });
  expect(textOf(erased)).toBe(
    "Luis Barrios quitó el acceso de una persona cuya invitación venció y se borró",
  );
  expect(linksOf(erased)).toEqual([]);
});

test.each(auditActions)(
  "%s has a sentence in both languages without an empty brace or a code in English",
  (action) => {
    for (const language of ["es-CO", "en"] as const) {
      const text = textOf(told({ action }, language));
      expect(text).not.toMatch(/[{}]/);
      expect(text.length).toBeGreaterThan(5);
    }
  },
);

test("an event of an older version is told by its code, never left out", () => {
  expect(textOf(told({ action: "prueba.vieja" }))).toBe("Luis Barrios: prueba.vieja");
});

test("every event that a SQL function writes by name is one of the list", () => {
  const source = readdirSync("db/functions")
    .map((file) => readFileSync(`db/functions/${file}`, "utf8"))
    .join("\n");
  const written = [...source.matchAll(/p_action => (?:case [^;]*? end|'[^']*')/g)]
    .flatMap(([text]) => [...text.matchAll(/(?:p_action => |then |else )'([a-z_]+\.[a-z_]+)'/g)])
    .map(([, action = ""]) => action);
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((action) => !isAuditAction(action))).toEqual([]);
});

test("a convenio that was changed is linked, a proof's number is not", () => {
  const [edited, proof] = [
    told({ action: "agreement.edited", subjectId: order, detail: { number: "CV-1", to: "2026-12-05" } }),
    told({ action: "proof.given", detail: { number: "C-2026-000001" } }),
  ];
  expect(textOf(edited)).toBe("Luis Barrios cambió el convenio CV-1: termina el 05/12/2026");
  expect(linksOf(edited)).toEqual([`/admin/convenios/${order}`]);
  expect(linksOf(proof)).toEqual([]);
});

test("what somebody was denied is told in words, whichever permission it needed", () => {
  const source = readFileSync("model/access.ts", "utf8");
  const [, table = ""] = /const rolesThatMay = \{(.*?)\n\} as const/s.exec(source) ?? [];
  const permissions = [...table.matchAll(/^ {2}"([a-z_.]+)":/gm)].map(([, name = ""]) => name);
  expect(permissions.length).toBeGreaterThan(30);
  for (const language of ["es-CO", "en"] as const)
    for (const subjectId of permissions) {
      const text = textOf(told({ action: "access.denied", subjectKind: "permission", subjectId }, language));
      expect(text).not.toContain(subjectId);
    }
});
