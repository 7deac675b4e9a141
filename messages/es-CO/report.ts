import { theTime } from "@/lib/format/date";
import { sentence } from "@/lib/format/sentence";

/** A provider tells the caja what does not match. Never of fraud: of what can be seen on a paper. */
export const report = {
  title: "Cuéntenos qué no coincide",
  errorTitle: (title: string) => `Error: ${title}`,
  intro: (days: number) =>
    `La entidad lo revisa en ${days} días hábiles y le responde aquí y por correo. No retenga el papel ni la cédula.`,
  already: "De esta consulta ya se envió una novedad. Lo que envíe ahora será otra.",
  see: (folio: string) => `Ver la novedad ${folio}`,
  aboutTitle: "La consulta",
  order: "Orden",
  typed: "Lo que se consultó",
  verdict: "Respuesta",
  when: "Cuándo",
  differs: "Lo que usted marcó distinto",
  paperSays: "Lo que dice el papel",
  reason: "¿Qué no coincide?",
  reasons: {
    value_changed: "El valor o un dato está cambiado",
    forged: "El papel parece hecho por otro",
    holder: "El nombre no coincide",
    damaged: "El papel está tachado o borroso",
    another_person: "Otra persona trae la orden",
    other: "Otra cosa",
  },
  holds: (name: string, days: number, minutes: number) =>
    `Nadie podrá usar esta orden mientras ${name} la revisa: hasta ${days} días hábiles. Si se equivocó, puede retirar la novedad durante ${minutes} minutos.`,
  confirm: "Volví a mirar el papel y estoy seguro",
  leaves: (name: string, days: number) =>
    `La orden sigue igual: esta novedad no la detiene. ${name} le responde en ${days} días hábiles.`,
  chooseFirst: "Elija qué no coincide para poder enviar",
  tickFirst: "Marque la casilla para poder enviar",
  submitHold: "Enviar y dejar la orden en revisión",
  words: "Cuéntenos más (opcional)",
  wordsHint: "Hasta 500 letras. No escriba números de cédula.",
  photo: "Foto del papel (opcional)",
  photoHint: "JPG o PNG, hasta 10 MB. Tape la cédula si aparece.",
  withoutPhotoTick: "Enviar sin esa foto",
  photoAgain: "Elija la foto otra vez, si la quiere enviar.",
  submit: (name: string) => `Enviar a ${name}`,
  back: "Volver a la respuesta",
  errors: {
    reason: {
      reasonMissing: "Elija qué no coincide",
      keyMissing: "El envío llegó incompleto. Revise lo que escribió y envíe otra vez",
    },
    words: {
      wordsMissing: "Escriba qué no coincide",
      unreadable: "El texto tiene signos que no se pueden leer. Bórrelos y escríbalos de nuevo",
      wordsLong: "Escriba 500 letras o menos",
    },
    photo: {
      photoEmpty: "La foto está vacía. Elija otra",
      photoTooBig: "La foto pesa más de 10 MB. Elija una más liviana",
      photoNotReadable: "Elija una foto JPG o PNG que se pueda abrir",
    },
  },
  links: {
    authentic: "Reportar una novedad",
    mismatch: "Reportar una novedad",
    any: "Reportar una novedad",
  },
  pageTitle: (folio: string) => `Novedad ${folio}`,
  now: "Qué sigue",
  received: "Ya la recibimos.",
  reviewedBefore: (day: string) =>
    `La entidad lo revisa a más tardar el ${day}. Le avisamos aquí y por correo.`,
  late: (day: string) => `La entidad debía responder a más tardar el ${day}. Disculpe la demora.`,
  lateCall: (phone: string) => `Puede llamar al ${phone} y dar el número de la novedad.`,
  inReview: "La orden quedó en revisión. Nadie la puede usar mientras tanto.",
  withdraw: "Retirar la novedad",
  withdrawing: "Retirando…",
  withdrawUntil: (time: string, minutes: number) =>
    `¿Se equivocó? Puede retirarla hasta ${theTime(time)}: ${minutes === 1 ? "queda 1 minuto" : `quedan ${minutes} minutos`}.`,
  withdrawFrees: "Si la orden quedó en revisión solo por esta novedad, vuelve a como estaba.",
  withdrawOnlyReporter: (time: string) =>
    sentence(`Solo quien la envió la puede retirar, hasta ${theTime(time)}`),
  withdrawLate: (phone: string) =>
    `Pasaron 15 minutos desde que se envió: ya no se puede retirar. Si fue un error, llame al ${phone} y dé el número de la novedad.`,
  withdrawnTitle: "La novedad se retiró",
  withdrawnText:
    "La entidad no la va a responder. Si la orden estaba en revisión solo por ella, volvió a como estaba.",
  withdrawn: "Retirada",
  answered: "La entidad respondió",
  yourReport: "Lo que usted contó",
  whatHappened: "Qué no coincide",
  yourWords: "Con sus palabras",
  photoFact: "Foto",
  withPhoto: "La enviamos con la novedad",
  withoutPhoto: "Sin foto",
  sent: "Enviada",
  outcomes: {
    print_error: "Error de impresión",
    typing_error: "Error de digitación",
    altered: "Papel alterado",
    nothing: "Sin novedad",
  },
  seeAnswer: "Ver la respuesta de la consulta",
  askAnother: "Consultar otra orden",
  listTitle: "Novedades enviadas",
  listCaption: "Las más nuevas primero",
  listEmpty: "Aquí verá las novedades que envíe a la entidad.",
  folio: "Número de la novedad",
  state: "Estado",
  waiting: "Por revisar",
};
