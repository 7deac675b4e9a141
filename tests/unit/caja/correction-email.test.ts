import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
vi.mock("@/domain/notify/emails", () => ({ mailTexts: async () => ({ signature: "La firma" }) }));
vi.mock("@/messages", async () => {
  const { esCO } = await import("@/messages/es-CO");
  return { messagesIn: () => esCO };
});

const { correctionEmail } = await import("@/domain/notify/correction-email");

test("the e-mail of a correction says what was and is, and of a person's document only that it changed", async () => {
  const compose = await correctionEmail();
  const { subject, text } = compose(
    "Tienda Sol",
    [
      { part: "phone", was: "+576053234567", is: "+576053235000" },
      { part: "person_document", was: "CC 1", is: "CC 1042555318" },
    ],
    "El certificado dice otra cosa.",
  );
  expect(subject).toBe("Corregimos los datos de Tienda Sol");
  expect(text).toContain("Teléfono: antes “(605) 323 4567”, ahora “(605) 323 5000”.");
  expect(text).toContain("Identificación de quien responde por la empresa.");
  expect(text).not.toContain("1042555318");
  expect(text).toContain("El certificado dice otra cosa.");
  expect(text).toContain("La firma");
});
