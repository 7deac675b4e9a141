import { expect, test } from "vitest";
import { readStep, stepWithForm } from "@/app/admin/solicitudes/[radicado]/open-step";

const desk = "/admin/solicitudes/SOL-2026-000114";
const document = "018f0000-0000-4000-8000-000000000001";
const taken = (href: string) => readStep(desk, new URL(stepWithForm(href), "https://p.example").searchParams);

test("a step that takes a form along leads where its address leads, with the open panel and the place on the page", () => {
  for (const href of [
    desk,
    `${desk}?hacer=corregir&doc=${document}`,
    `${desk}?ver=limpias&aplicacion=CONVENIOS&hacer=corregir&doc=${document}#corregir-bank_certificate`,
  ])
    expect(taken(href), href).toEqual({ place: href, mark: null });
  expect(stepWithForm(`${desk}?doc=x`)).toBe(`${desk}/abrir?doc=x`);
});

test("a step leads nowhere else, whatever is in its address", () => {
  for (const href of [
    `${desk}?volver=https://otro.example&hacer=aprobar&doc=x&aviso=x`,
    `${desk}?en=${encodeURIComponent("x y")}&hacer=`,
    `${desk}?en=${encodeURIComponent("//otro")}`,
  ])
    expect(taken(href), href).toEqual({ place: desk, mark: null });
});

test("a step marks a document only where it says which and how", () => {
  const mark = (query: string) => taken(`${desk}?${query}`).mark;
  expect(mark(`marcar=${document}&como=good`)).toEqual({ document, mark: "good" });
  expect(mark(`marcar=${document}&como=none`)).toEqual({ document, mark: "none" });
  for (const query of [
    `marcar=${document}`,
    `marcar=${document}&como=fix`,
    "marcar=x&como=good",
    "como=good",
  ])
    expect(mark(query), query).toBeNull();
});
