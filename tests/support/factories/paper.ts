import type { PaperCaja, PaperOrder } from "@/domain/print/order-sheet";

export const paperCaja: PaperCaja = {
  name: "Caja de Compensación de Prueba",
  legalName: "Caja de Compensación Familiar de Prueba",
  nit: "890.000.000-1",
  phone: "(605) 323 5000",
  hours: "lunes a viernes de 7 a. m. a 5 p. m.",
  lookUpAt: "proveedores.caja.example/consultar",
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A code as long as a real one, 148 characters, that differs from order to order. */
function paperCode(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 148 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return alphabet[state >>> 27] ?? "A";
  }).join("");
}

export function makePaperOrder(changes: Partial<PaperOrder> = {}, seed = 4521): PaperOrder {
  return {
    kindName: "ADELANTO POR SUBSIDIOS",
    number: String(seed).padStart(7, "0"),
    checkCode: "7K3M9QXT5",
    codeUrl: `HTTPS://PROVEEDORES.CAJA.EXAMPLE/V/${paperCode(seed)}`,
    affiliateName: "MARÍA ESPERANZA PÉREZ CASTAÑEDA",
    affiliateIdKind: "CC",
    affiliateId: "1042555318",
    value: 480_000,
    partialUse: false,
    concept: "Adelanto de cuota monetaria",
    issuedOn: "2026-11-24",
    validUntil: "2026-12-15",
    provider: null,
    office: "Sede Centro",
    ...changes,
  };
}
