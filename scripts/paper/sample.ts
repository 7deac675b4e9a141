import { CODE_BYTES } from "@/domain/order-code/code";
import type { PaperCaja, PaperOrder } from "@/domain/print/order-sheet";
import { encodeBase32 } from "@/lib/encoding/base32";

export const sampleCaja: PaperCaja = {
  name: "Caja de Compensación Demo",
  legalName: "Caja de Compensación Familiar Demo",
  nit: "890.000.000-1",
  phone: "(605) 323 5000",
  hours: "lunes a viernes de 7:00 a. m. a 5:00 p. m.",
  lookUpAt: "proveedores.caja.example/consultar",
};

/** An order with a code as long as a real one; the same seed gives the same order. */
export function sampleOrder(serial: number, random: () => number): PaperOrder {
  const code = Uint8Array.from({ length: CODE_BYTES }, () => Math.floor(random() * 256));
  return {
    kindName: "ADELANTO POR SUBSIDIOS",
    number: String(serial).padStart(7, "0"),
    checkCode: "7K3M9QXT5",
    codeUrl: `HTTPS://PROVEEDORES.CAJA.EXAMPLE/V/${encodeBase32(code)}`,
    affiliateName: "María Ñúñez de la Peña",
    affiliateIdKind: "CC",
    affiliateId: String(1_042_000_000 + serial),
    value: 1_000 + Math.floor(random() * 2_000_000),
    partialUse: serial % 3 === 0,
    concept: "Adelanto de cuota monetaria, materiales escolares",
    issuedOn: "2026-11-24",
    validUntil: "2026-12-15",
    provider: serial % 2 ? null : "Ferretería El Tornillo S.A.S., NIT 900.123.456-8",
    office: "Sede Centro",
  };
}
