import { expect, test, vi } from "vitest";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";

vi.mock("server-only", () => ({}));
vi.mock("@/domain/notify/emails", async () => {
  const { messagesIn } = await import("@/messages");
  // Whoever reads this request has chosen English; of who reads the e-mail nothing is known.
  return {
    mailTexts: async (language = "en") => ({
      ...{ mails: messagesIn(language === "es-CO" ? language : "en").mails, signature: "La firma" },
    }),
  };
});

const { decisionEmails, filingEmail, renewalEmail } = await import("@/domain/notify/request-emails");

const links = {
  applications: () => "https://hanna.example/aplicaciones",
  request: (filingNumber: string) => `https://hanna.example/solicitudes/${filingNumber}`,
};
type Links = Parameters<typeof filingEmail>[1];
const request = {
  ...{
    filingNumber: "SOL-2026-000114",
    company: "Ferretería El Tornillo",
    applicationCode: "Consultar",
    opensLookUp: true,
    renews: false,
  },
};
const LIST = `\n${links.applications()}\n`;
const OWN = `\n${links.request(request.filingNumber)}\n`;

test("who files a request or a renewal is told in their language where its state is seen", async () => {
  const filed = await filingEmail("Consultar", links as Links);
  expect(filed.subject).toBe(en.mails.requests.submitted.subject("Consultar"));
  const renewed = await renewalEmail("Consultar", links as Links);
  expect(renewed.subject).toBe(en.mails.requests.renewal.submitted.subject("Consultar"));
  for (const { text } of [filed, renewed]) {
    expect(text).toContain(LIST);
    expect(text).toMatch(/\n\nLa firma\n$/);
  }
});

test.each([
  ["approved", {}, null, "Solicitud SOL-2026-000114: aprobada", "y consultar órdenes", LIST],
  ["approved", { opensLookUp: false }, null, "Solicitud SOL-2026-000114: aprobada", "Consultar:\n", LIST],
  ["returned", {}, "el RUT", "Solicitud SOL-2026-000114: falta corregir algo", "Qué falta: el RUT\n", OWN],
  ["returned", {}, null, "Solicitud SOL-2026-000114: falta corregir algo", "Qué falta: \n", OWN],
  ["rejected", {}, "ya tiene", "Solicitud SOL-2026-000114: no fue aprobada", "Motivo: ya tiene\n", OWN],
  ["approved", { renews: true }, null, "Renovación SOL-2026-000114: aprobada", "al día", OWN],
  [
    ...(["returned", { renews: true }, "el RUT", "Renovación SOL-2026-000114: falta corregir algo"] as const),
    ...(["Qué falta: el RUT\n", OWN] as const),
  ],
  [
    ...(["rejected", { renews: true }, null, "Renovación SOL-2026-000114: no fue aprobada"] as const),
    ...(["Motivo: \n", OWN] as const),
  ],
] as const)("the e-mail of a request that is %s, with %j and the reason %j", async (...row) => {
  const [decision, changes, reason, subject, says, address] = row;
  const { compose, closingReason } = await decisionEmails(links);
  const mail = compose(decision, { ...request, ...changes }, reason);
  expect(mail.subject).toBe(subject);
  expect(mail.text).toContain(says);
  // Who works for several companies has to know which one it is about.
  expect(mail.text).toContain("Ferretería El Tornillo");
  expect(mail.text).toContain(address);
  expect(mail.text).toMatch(/\n\nLa firma\n$/);
  expect(closingReason).toBe(esCO.mails.requests.closingReason);
});

test("only an approval of the look-up says that orders can be looked up", async () => {
  const { compose } = await decisionEmails(links);
  const other = compose("approved", { ...request, opensLookUp: false }, null);
  expect(other.text).not.toContain("consultar órdenes");
});
