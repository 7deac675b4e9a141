import "server-only";
import { companyKey } from "@/domain/account/other-company";
import type { MailLinks } from "@/domain/notify/links";
import { pathWith } from "@/lib/http/query";
import { publicAddress } from "@/lib/mail/address";
import { periodQuery } from "./http/period-params";

/** Targets of the links in e-mails. */
export const mailLinks: MailLinks = {
  confirmation: (token) => publicAddress(`/confirmar-correo/${token}`),
  signIn: () => publicAddress("/ingresar"),
  recovery: () => publicAddress("/recuperar"),
  newPassword: (token) => publicAddress(`/contrasena/${token}`),
  emailChange: (token) => publicAddress(`/cambio-de-correo/${token}`),
  objection: (token) => publicAddress(`/objetar/${token}`),
  invitation: (token) => publicAddress(`/invitacion/${token}`),
  rights: () => publicAddress("/habeas-data/estado"),
  applications: () => publicAddress("/aplicaciones"),
  request: (filingNumber) => publicAddress(`/solicitudes/${filingNumber}`),
  reportsToDecide: () => publicAddress("/admin/novedades"),
  report: (folio) => publicAddress(`/novedades/${folio}`),
  receipt: (useId) => publicAddress(`/comprobantes/${useId}`),
  statement: (days, provider) =>
    publicAddress(pathWith("/historial/relacion", { ...periodQuery(days), empresa: companyKey(provider) })),
};
