import type { PracticeVerdict } from "@/domain/practice/practice";

/** Names of the practice orders in the address. */
export const addressWords: Readonly<Record<PracticeVerdict, string>> = {
  current: "encontrada",
  authentic: "autentica",
  mismatch: "papel-distinto",
  unread: "no-se-lee",
  registered: "ya-la-registro",
  used: "usada",
  annulled: "anulada",
  expired: "vencida",
  not_yet: "no-empieza",
  replaced: "reemplazada",
  blocked: "en-revision",
  claimed: "en-otra-caja",
  other_provider: "otro-comercio",
  not_found: "no-esta",
  waiting: "espere",
  paused: "convenio-en-pausa",
  asked_before: "consulta-vieja",
  digits: "codigo",
  picture: "imagen",
  foreign: "codigo-ajeno",
  forged: "codigo-cambiado",
  superseded: "papel-viejo",
  unconfirmed: "sin-internet",
  unavailable: "sin-respuesta",
};

/** Address of a practice order's page or of a page below it. */
export const practicePath = (code: PracticeVerdict, below?: string | number) =>
  below === undefined ? `/practica/${addressWords[code]}` : `/practica/${addressWords[code]}/${below}`;
