import { expect, test, vi } from "vitest";
import { publicProofPage } from "@/app/c/[numero]/html";
import type { ProofContent } from "@/model/proof";
import { makeAnswerContent, makeUseContent } from "../../support/factories/proof";

// Only Next knows what this package is for.
vi.mock("server-only", () => ({}));

const caja = {
  name: "Caja de Prueba",
  shortName: null,
  portalName: "Plataforma Hanna",
  legalName: "Caja de Prueba",
  nit: "1",
  phone: "(605) 323 5000",
  otherPhone: null,
  hours: "",
  email: "",
  address: "",
  city: "",
};
const frame = {
  language: "es-CO" as const,
  caja,
  host: "proveedores.caja.example",
  path: "/c/x",
  nonce: "n",
  demonstration: false,
};
const page = (content: ProofContent, undoneAt: Date | null = null) =>
  publicProofPage({ answer: "given", facts: content, undoneAt }, frame);

test("a public proof shows the shop, the last digits and the answer, and no person or whole number", () => {
  const html = page(makeAnswerContent());
  expect(html).toContain(
    'Ferretería El Tornillo &amp; Cía. (NIT <span class="number">900.123.456-8</span>) consultó la orden terminada en …521.',
  );
  expect(html).toContain("La respuesta fue: La orden existe y está vigente.");
  expect(html).toContain("Expedida el 25 de noviembre de 2026, 10:43\u00a0a.\u00a0m.");
  for (const hidden of ["Ana Ruiz", "0004521", "480.000", "Caja 2"]) expect(html).not.toContain(hidden);
  expect(html).toContain('data-signal="info"');
  expect(Buffer.byteLength(html)).toBeLessThan(14 * 1_024);
});

test("a reversed use is stated first, in yellow", () => {
  expect(page(makeUseContent())).toContain("registró un uso de $480.000 de la orden terminada en …521.");
  const html = page(makeUseContent(), new Date("2026-11-25T16:00:00Z"));
  expect(html).toContain("<h1>Ese uso fue anulado</h1>");
  expect(html).toContain('data-signal="warn"');
});

test("an unknown proof is yellow and shows the right spelling", () => {
  const html = publicProofPage({ answer: "unknown" }, frame);
  expect(html).toContain("<h1>No conocemos esa constancia</h1>");
  expect(html).toContain('data-signal="warn"');
});

test("a provider's name is escaped in the HTML", () => {
  const provider = { name: '<script src="//x">', nit: "900123456-8" };
  const order = { ...makeAnswerContent().order, number: '"><i>' };
  expect(page(makeAnswerContent({ provider, order }))).not.toMatch(/<script|<i>/);
});
