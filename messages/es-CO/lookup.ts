import { sentence } from "@/lib/format/sentence";
import type { NumberShape } from "@/model/order-number";

export const counter = {
  title: "Consultar una orden",
  idLabel: "Nit / Cédula",
  idHint: "del afiliado",
  kindLabel: "Tipo Documento",
  numberLabel: "Nro Documento",
  numberHint: "arriba a la derecha",
  checkTitle: "Código de control, si el papel lo trae",
  checkLabel: "Código de control",
  checkHint: "Nueve letras y números, en tres grupos. Está junto al número",
  submit: "CONSULTAR ORDEN",
  submitting: "Consultando…",
  panelTitle: "¡Información importante!",
  panelText:
    "Si usted desea validar la autenticidad de una orden, a continuación digite el número de cédula de nuestro afiliado, el tipo y número de la orden. Recuerde que si la información visualizada en la pantalla siguiente no concuerda con la orden física, debe comunicarse con nuestra central de atención al cliente para obtener mayor información.",
  panelCall: (phone: string, hours: string) => sentence(`Central de atención al cliente: ${phone}, ${hours}`),
  useWarning:
    "Uso exclusivo para validar órdenes presentadas en su establecimiento. Cada consulta queda registrada (Ley 1581 de 2012 y artículo 269F del Código Penal).",
  errors: {
    idMissing: "Escriba la cédula del afiliado",
    idShape: "Ese no parece un número de documento. Escríbalo como está en el documento",
    kindMissing: "Elija el tipo de documento",
    numberMissing: "Escriba el número de la orden. Está arriba a la derecha",
    numberShape: "El número de la orden es más corto. Mire otra vez el papel",
    checkShape: "El código de control tiene nueve letras y números. Cópielo del papel",
    checkWrong: "Una letra o un número del código de control no es. Mire otra vez el papel",
  },
  pageTitle: (heading: string, number: string) => `${heading}: orden ${number}`,
  lookedUp: (at: string) => sentence(`Consultó ${at}`),
  lookedUpBy: (who: string, at: string, code: string) => `Consultó: ${who}, ${at} · código ${code}`,
  lookedUpUnnamed: (who: string) => `nadie identificado; la última persona fue ${who}`,
  answerOf: (when: string) => sentence(`La respuesta es de ${when}`),
  verdicts: {
    current: { heading: "Encontramos la orden", line: "Ahora compárela con el papel." },
    used: { heading: "Ya fue usada", line: "No entregue con esta orden." },
    annulled: { heading: "La entidad la anuló", line: "No entregue con esta orden." },
    expired: { heading: "Se venció", line: "No entregue con esta orden." },
    not_yet: { heading: "Todavía no empieza", line: "No entregue todavía." },
    blocked: { heading: "La entidad la está revisando", line: "No la reciba por ahora." },
    replaced: { heading: "Fue reemplazada", line: "No entregue con esta orden." },
    claimed: {
      heading: "Está en otro punto de pago",
      line: "Otro punto de pago la está registrando en este momento.",
    },
    other_provider: { heading: "Es para otro comercio", line: "No entregue con esta orden." },
    not_found: { heading: "No la encontramos", line: "Casi siempre es un número mal escrito." },
    waiting: { heading: "Espere un momento", line: "Hubo varias consultas seguidas sin resultado." },
    paused: { heading: "Su convenio está en pausa", line: "Por ahora no puede consultar órdenes." },
    digits: { heading: "Código leído", line: "Falta la cédula de la persona." },
    forged: { heading: "No es de la entidad", line: "El código fue cambiado." },
    foreign: { heading: "Ese código no es de una orden", line: "No entregue todavía." },
    superseded: { heading: "Hay un papel más nuevo", line: "No entregue con este papel. Pida el nuevo." },
  },
  dayLines: {
    expired: (day: string) => `Valía hasta el ${day}. No entregue con esta orden.`,
    not_yet: (day: string) => `Vale desde el ${day}. No entregue todavía.`,
  },
  pausedLine: (day: string) => `Desde el ${day}. Por ahora no puede consultar órdenes.`,
  waitMinutes: (minutes: number) => (minutes === 1 ? "Espere 1 minuto" : `Espere ${minutes} minutos`),
  sheetTitle: "Así es la orden",
  sheetNumber: "Nro Documento",
  affiliate: "Afiliado",
  identity: "Identificación",
  value: "Valor",
  concept: "Concepto",
  issuedOn: "Fecha de expedición",
  validUntil: "Se puede usar hasta",
  office: "Sede que la generó",
  compareCall: (phone: string, hours: string) =>
    sentence(
      `Si algo no coincide, no entregue y llame a la central de atención al cliente: ${phone}, ${hours}`,
    ),
  orderFact: "Orden",
  requestedFact: "Lo que se consultó",
  usedFact: "Aparece usada desde",
  annulledFact: "Anulada desde",
  expiredFact: "Valía hasta",
  blockedFact: "En revisión desde",
  replacedFact: "Reemplazada desde",
  supersededFact: "El papel nuevo se imprimió",
  adviceSuperseded: (name: string, phone: string) =>
    `“Este papel es de ${name}, pero hay otro más nuevo de la misma orden. Con ese sí la recibo. Si no lo tiene, puede pedirlo en el ${phone}.”`,
  startsFact: "Vale desde",
  adviceTitle: "Qué puede decirle a la persona",
  adviceUsed: (phone: string) => `“La orden aparece usada. En el ${phone} le pueden decir qué pasó.”`,
  adviceAnnulled: "“A veces se anula porque se hizo una nueva. ¿Trae otra orden?”",
  adviceExpired: "“Puede pedir una orden nueva en la entidad.”",
  adviceBlocked: "“La entidad está revisando esta orden. Por ahora no la puedo recibir.”",
  adviceReplaced: "“Hay otra orden en lugar de esta. ¿La trae?”",
  adviceClaimed: "Consulte de nuevo en unos minutos.",
  adviceNotYet: "“Puede usarla desde ese día.”",
  adviceOther: (phone: string) => `“Esta orden es para otro comercio. En el ${phone} le dicen cuál.”`,
  otherProvider: "La orden existe, pero no es para su convenio.",
  adviceNotFound: "“El sistema no muestra la orden; la entidad la confirma por teléfono.”",
  keepNothing: "No retenga el papel ni la cédula.",
  notFoundCalm: "Esto no quiere decir que el papel sea falso.",
  notFoundCheck: "Revise en este orden:",
  notFoundNumber: "El número de arriba a la derecha:",
  notFoundLetters: (number: string) =>
    `¿Le faltó la letra del comienzo? Si el papel la trae, escríbala: ${number}.`,
  numbersAre: (kind: string, { digitsOnly, shortest, longest, own }: NumberShape) => {
    const length =
      shortest === longest
        ? `${longest}`
        : shortest === 1
          ? `hasta ${longest}`
          : `de ${shortest} a ${longest}`;
    const signs = digitsOnly ? "cifras" : "letras o números";
    return `En ${kind} el número lleva ${length} ${signs}${own ? `, o es como ${own}` : ""}.`;
  },
  notFoundId: "La cédula:",
  notFoundKind: "El tipo de documento:",
  notFoundCaja: (caja: string) => `Que el papel sea de ${caja}`,
  notFoundAdvice:
    "Si todo está igual, comuníquese con nuestras oficinas, para confirmar la información de la orden recibida y presentada por el cliente.",
  phoneAndHours: (phone: string, hours: string) => sentence(`Llame al ${phone}, ${hours}`),
  dataUpdated: (when: string) => sentence(`Última actualización: ${when}`),
  waitingUntil: (when: string) => sentence(`Puede volver a consultar ${when}`),
  waitsNow: (when: string) =>
    sentence(`Hubo varias consultas seguidas sin resultado. Puede volver a consultar ${when}`),
  lastBeforeWait: (minutes: number) =>
    minutes > 60
      ? "Si la próxima consulta tampoco tiene resultado, tendrá que esperar hasta mañana."
      : `Si la próxima consulta tampoco tiene resultado, tendrá que esperar ${minutes} ${minutes === 1 ? "minuto" : "minutos"}.`,
  waitingOver: "Ya puede consultar",
  waitingLeft: { five: "Faltan 5 minutos.", one: "Falta 1 minuto.", over: "Ya puede consultar." },
  waitingWhy:
    "Pausamos las consultas para proteger los datos de los afiliados. Nada de lo que usted hizo está mal.",
  waitingCheck:
    "Si el papel trae código de control, escríbalo en la consulta: puede que no tenga que esperar.",
  pausedNote: "Su convenio está en pausa",
  pausedWhy: (name: string, nit: string) =>
    `${name}, NIT ${nit}: el convenio con la entidad no está vigente hoy o está suspendido.`,
  pausedCall: (name: string, phone: string, hours: string) =>
    sentence(`Comuníquese con ${name}: ${phone}, ${hours}`),
  call: (name: string) => `Llamar a ${name}`,
  fixNumbers: "Corregir los números",
  askAnother: "Consultar otra orden",
  seeApplications: "Ver sus aplicaciones",
};
