import type { AnswerContent, UseContent } from "@/model/proof";

const common = {
  version: 1,
  givenAt: "2026-11-25T15:43:10.250Z",
  caja: { name: "Caja de Compensación de Prueba", nit: "890.100.100-1" },
  provider: { name: "Ferretería El Tornillo & Cía.", nit: "900123456-8" },
  person: "Ana Ruiz",
  branch: "Centro",
  counter: "Caja 2",
} as const;
const order = {
  kindCode: "AS",
  kindName: "ADELANTO POR SUBSIDIOS",
  number: "0004521",
  value: 480_000,
} as const;

export function makeAnswerContent(shape: Partial<AnswerContent> = {}): AnswerContent {
  return {
    ...common,
    kind: "comparison",
    number: "C-2026-000001",
    askedAt: "2026-11-25T15:42:07.000Z",
    channel: "typed",
    order,
    outcome: "current",
    outcomeNow: "current",
    balance: 480_000,
    comparison: { result: "equal", at: "2026-11-25T15:42:40.000Z", differing: [] },
    ...shape,
  };
}

export function makeUseContent(shape: Partial<UseContent> = {}): UseContent {
  return {
    ...common,
    kind: "use",
    number: "U-2026-018733",
    order,
    at: "2026-11-25T15:43:00.000Z",
    amount: 480_000,
    balance: 0,
    invoice: "FE-2041",
    undoes: null,
    ...shape,
  };
}
