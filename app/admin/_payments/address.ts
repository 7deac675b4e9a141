import type { PaymentTab } from "@/domain/payment/read-payments";

export const PAYMENTS_PATH = "/admin/liquidacion/pagos";

/** What of the payments is shown, as an address says it; of all of them it says nothing. */
export const paymentWords: Readonly<Record<PaymentTab, string>> = {
  all: "",
  payment: "pagos-por-aprobar",
  reversal: "reversiones-por-aprobar",
};

/** What an address asks for. */
export const paymentTabOf = (word: string): PaymentTab =>
  (Object.keys(paymentWords) as PaymentTab[]).find((tab) => paymentWords[tab] === word) ?? "all";
