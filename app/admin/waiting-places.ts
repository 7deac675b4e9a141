import type { WaitingItem, WaitingKind } from "@/domain/caja/waiting";
import { PAYMENTS_PATH, paymentWords } from "./_payments/address";

const paymentsOf = (tab: "payment" | "reversal") => `${PAYMENTS_PATH}?ver=${paymentWords[tab]}`;

type Place = { one: (item: WaitingItem) => string; all: string };

/** Where each kind is looked at one by one, and the list of all of it and of nothing else. */
export const waitingPlaces: Readonly<Record<WaitingKind, Place>> = {
  request: { one: ({ ref }) => `/admin/solicitudes/${ref}`, all: "/admin/solicitudes?ver=nuevas" },
  renewal: { one: ({ ref }) => `/admin/solicitudes/${ref}`, all: "/admin/solicitudes?ver=renovaciones" },
  correction: { one: ({ ref }) => `/admin/solicitudes/${ref}`, all: "/admin/solicitudes?ver=corregidas" },
  report: { one: ({ ref }) => `/admin/novedades/${ref}`, all: "/admin/novedades" },
  undo: { one: ({ ref }) => `/admin/novedades/anulaciones/${ref}`, all: "/admin/novedades/anulaciones" },
  draft: {
    one: ({ ref, own }) => `/admin/ordenes/${ref}/${own ? "emitir" : "aprobar"}`,
    all: "/admin/ordenes#por-aprobar",
  },
  change: { one: ({ ref }) => `/admin/ordenes/${ref}/cambio`, all: "/admin/ordenes#por-aprobar" },
  payment: { one: ({ ref }) => `${PAYMENTS_PATH}/${ref}`, all: paymentsOf("payment") },
  reversal: { one: ({ ref }) => `${PAYMENTS_PATH}/${ref}`, all: paymentsOf("reversal") },
  bank_account: {
    one: ({ ref }) => `/admin/proveedores/${ref}/cuenta`,
    all: "/admin/proveedores?estado=account_waits",
  },
  import: {
    one: ({ ref }) => `/admin/ordenes/importar/${ref}`,
    all: "/admin/ordenes/importar?ver=por-revisar",
  },
  agreement_import: {
    one: ({ ref }) => `/admin/convenios/importar/${ref}`,
    all: "/admin/convenios/importar?ver=por-revisar",
  },
  incident: { one: ({ ref }) => `/admin/incidentes/${ref}`, all: "/admin/incidentes?ver=por-reportar" },
  rights: { one: ({ ref }) => `/admin/habeas-data/${ref}`, all: "/admin/habeas-data" },
  mail: { one: () => "#correos-perdidos", all: "#correos-perdidos" },
};
