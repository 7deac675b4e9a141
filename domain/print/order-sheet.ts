import type { OrderTexts } from "@/model/order-field";
import type { paperWords } from "./words";

/** Content of a paper, ready to be drawn. */
export type PaperOrder = OrderTexts & {
  kindName: string;
  /** The number as people read it, with its leading zeros. */
  number: string;
  /** Nine characters; the paper shows them in three groups of three. */
  checkCode: string;
  /** What the QR holds: an upper-case address. */
  codeUrl: string;
  affiliateName: string;
  affiliateIdKind: string;
  affiliateId: string;
  /** The value in whole pesos. */
  value: number;
  /** Its kind lets it be used in parts, until nothing is left of the value. */
  partialUse: boolean;
  /** Calendar days, "2026-12-15". */
  issuedOn: string;
  validUntil: string;
  /** The only shop that may take it; null is any with a convenio. */
  provider: string | null;
};

/** An order of a batch that could not be printed, and why. */
export type LeftOut = { number: string; why: keyof typeof paperWords.leftOut.why };

/** The issuing fund, and where a shop can look the order up. */
export type PaperCaja = {
  name: string;
  legalName: string;
  nit: string;
  phone: string;
  hours: string;
  /** Where a person types an order, as it is typed: "proveedores.caja.co/consultar". */
  lookUpAt: string;
};
