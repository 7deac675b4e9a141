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
  claimed: "en-otro-punto",
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

/** Words of addresses from before a counter was no longer called by the word of the fund. */
export const formerWords: Readonly<Record<string, PracticeVerdict>> = { "en-otra-caja": "claimed" };

/** Address of a practice order's page or of a page below it. */
export const practicePath = (code: PracticeVerdict, below?: string | number) =>
  below === undefined ? `/practica/${addressWords[code]}` : `/practica/${addressWords[code]}/${below}`;
