import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
vi.mock("@/domain/notify/emails", () => ({ mailTexts: async () => ({ signature: "La firma" }) }));

const { objectionEmail } = await import("@/domain/notify/settlement-emails");

test("an objection names the company, and its link is of that company's statement", async () => {
  const statement = vi.fn(
    (days: { from: string; to: string }, of: string) => `${days.from} ${days.to} ${of}`,
  );
  const compose = await objectionEmail({ statement } as unknown as Parameters<typeof objectionEmail>[0]);
  const of = { providerId: "b", company: "Papelería B" };
  const mail = compose(["H-1", "H-2"], "Sin firma.", { from: "2026-11-01", to: "2026-11-30" }, of);
  expect(mail.subject).toBe("La entidad objetó 2 comprobantes");
  expect(mail.text).toContain("estos comprobantes de Papelería B:\nH-1\nH-2\n");
  expect(mail.text).toContain("Motivo:\nSin firma.\n");
  expect(mail.text).toContain("\n2026-11-01 2026-11-30 b\n");
});
