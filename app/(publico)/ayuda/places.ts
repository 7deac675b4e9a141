import type { Messages } from "@/messages/es-CO";
import type { Verdict } from "@/model/verdict";

type Names = keyof Messages["manual"]["shop"] | keyof Messages["manual"]["desk"] | "verdicts" | "call";

/** Anchors of the chapters, the same in every language, so that links stay valid. */
export const anchors: Readonly<Record<Names, string>> = {
  start: "para-empezar",
  register: "creacion-de-usuario",
  request: "solicitud-aplicaciones",
  lookUp: "consultar",
  scan: "escanear",
  compare: "comparar",
  use: "registrar-el-uso",
  verdicts: "respuestas",
  report: "reportar",
  offline: "sin-internet",
  history: "historial",
  settlement: "relacion-de-usos",
  team: "equipo",
  practice: "practica",
  account: "cuenta",
  call: "llamar",
  today: "hoy",
  approve: "aprobar",
  providers: "proveedores",
  issue: "emitir",
  print: "imprimir",
  change: "cambiar-una-orden",
  imports: "importar",
  reports: "novedades",
  settle: "liquidar",
  keys: "llaves",
  rights: "datos-personales",
  people: "personas",
  settings: "ajustes",
};

/** Anchor of each verdict's section. A new verdict without one does not compile. */
export const verdictAnchors: Readonly<Record<Verdict, string>> = {
  authentic: "respuesta-autentica",
  current: "respuesta-encontrada",
  used: "respuesta-usada",
  annulled: "respuesta-anulada",
  expired: "respuesta-vencida",
  not_yet: "respuesta-todavia-no",
  blocked: "respuesta-en-revision",
  replaced: "respuesta-reemplazada",
  claimed: "respuesta-reservada",
  other_provider: "respuesta-otro-comercio",
  not_found: "respuesta-no-encontrada",
  waiting: "respuesta-espere",
  paused: "respuesta-en-pausa",
  digits: "respuesta-codigo-leido",
  forged: "respuesta-codigo-cambiado",
  foreign: "respuesta-codigo-ajeno",
  superseded: "respuesta-papel-nuevo",
  asked_before: "respuesta-vieja",
  mismatch: "respuesta-distinta",
  unread: "respuesta-sin-comparar",
  registered: "respuesta-registrada",
  picture: "respuesta-imagen",
};

const pages: Readonly<Record<string, string>> = {
  signIn: "/ingresar",
  registration: "/registro",
  recover: "/recuperar",
  applications: "/aplicaciones",
  lookUp: "/consultar",
  history: "/historial",
  statement: "/historial/relacion",
  reports: "/novedades",
  team: "/equipo",
  device: "/equipo/este-dispositivo",
  practice: "/practica",
  verify: "/verificar",
  dataRights: "/habeas-data",
  deskRequests: "/admin/solicitudes",
  deskProviders: "/admin/proveedores",
  deskAgreements: "/admin/convenios",
  deskLookups: "/admin/consultas",
  deskNewOrder: "/admin/ordenes/nueva",
  deskPrint: "/admin/ordenes/imprimir",
  deskImports: "/admin/ordenes/importar",
  deskReports: "/admin/novedades",
  deskUndos: "/admin/novedades/anulaciones",
  deskSettlement: "/admin/liquidacion",
  deskKeys: "/admin/ajustes/llaves",
  deskProfile: "/admin/ajustes/caja",
  deskCompareMode: "/admin/ajustes/cotejo",
  deskKinds: "/admin/ajustes/tipos-de-orden",
  deskAudit: "/admin/bitacora",
  deskRights: "/admin/habeas-data",
  deskIncidents: "/admin/incidentes",
  deskPeople: "/admin/personas",
};

/** Address of a link named in the text. @throws Error when nothing has that name */
export function addressNamed(name: string): string {
  const chapter = name.startsWith("#") ? anchors[name.slice(1) as Names] : undefined;
  const address = chapter ? `#${chapter}` : pages[name];
  if (!address) throw new Error(`the manual links to nothing called ${name}`);
  return address;
}
