export const offline = {
  appDescription: "Confirme en segundos si una orden es auténtica.",
  scanShortcut: "Escanear un código",
  title: "Sin internet",
  intro:
    "Puede revisar el código del papel en este dispositivo. Si la orden ya fue usada solo lo sabe la entidad: la pregunta queda guardada y se hace sola cuando vuelva la señal.",
  neverSaved:
    "Este dispositivo todavía no tiene las llaves de la entidad. Conéctese una vez, ingrese y abra Consultar.",
  serverFails:
    "La entidad no responde bien en este momento, y este dispositivo todavía no tiene sus llaves. Se intenta de nuevo cada pocos segundos.",
  keysMissing:
    "La entidad todavía no ha preparado sus llaves. No es por este dispositivo ni por usted: se intenta de nuevo cada pocos segundos.",
  signInForKeys:
    "Este dispositivo tiene internet, pero aquí no hay una sesión abierta. Ingrese una vez y se guardan las llaves y la lista de la entidad.",
  nobodyKeeps:
    "La pregunta no quedó guardada: en este dispositivo no hay una sesión abierta. Cuando haya señal, ingrese y lea otra vez el código.",
  notKept:
    "La pregunta no quedó guardada: este dispositivo no tiene espacio o no deja guardar. Cuando haya señal, lea otra vez el código.",
  lastTitle: "Lo último que consultó",
  lastWarning: "Así estaban entonces. Pueden haber cambiado: consulte de nuevo cuando vuelva la señal.",
  lastAt: "Consultada {cuando}",
  keysOf: "Llaves y lista de la entidad: {cuando}",
  stale: "Tienen más de un día. Conéctese una vez para actualizar.",
  ahead:
    "La fecha o la hora de este dispositivo está atrasada, y no se sabe si tienen más de un día. Corríjala y conéctese una vez.",
  byPhoneDay:
    "Según la fecha de este dispositivo, {fecha}. Si no es la de hoy, corríjala y lea otra vez el código.",
  retry: "Intentar de nuevo",
  online: "Ya hay internet.",
  goOnline: "Seguir en Consultar",
  verdicts: {
    unconfirmed: {
      heading: "Código auténtico, falta confirmar",
      line: "Sin internet no sabemos si ya fue usada. No entregue todavía.",
    },
    superseded: {
      heading: "Hay un papel más nuevo",
      line: "Este papel es de la entidad, pero se imprimió otro después. No entregue con este: pida el nuevo.",
    },
    dead: {
      heading: "Ya no sirve",
      line: "La lista de la entidad dice que fue usada, anulada o reemplazada.",
    },
    expired: { heading: "Se venció", line: "No entregue. Si la entidad la prorrogó, se sabrá con internet." },
    not_yet: { heading: "Todavía no empieza", line: "No entregue todavía." },
    forged: {
      heading: "No es de la entidad",
      line: "El código fue cambiado. No acuse a la persona: pudo recibirlo así.",
    },
    unknown_key: {
      heading: "No conocemos la llave",
      line: "Este dispositivo no puede revisar ese código. Espere la señal.",
    },
    malformed: { heading: "El código no está completo", line: "Acerque el papel y léalo otra vez." },
    foreign: { heading: "Ese código no es de una orden", line: "No abrimos el enlace." },
  },
  picture: "Esto es una imagen, no el papel.",
  valueInCode: "Valor en el código",
  periodInCode: "Vale",
  period: "del {desde} al {hasta}",
  compare: "Compare el valor y las fechas con el papel. Si son distintos, no entregue.",
  saved: "La pregunta quedó guardada en este dispositivo. Se hace sola cuando vuelva la señal.",
  savedDouble: "Esa pregunta ya estaba guardada.",
  readAnother: "Leer otro código",
  waitingTitle: "Por confirmar",
  waitingNone: "Nada por confirmar.",
  waitingAt: "Código leído {cuando}",
  late: {
    sending: "Volvió internet. Preguntamos por los códigos guardados…",
    mustSignIn: "Hay códigos por confirmar. Ingrese para preguntar por ellos.",
    notSent: "Todavía no pudimos preguntar por los códigos guardados. Lo intentamos de nuevo.",
    attentionOne: "1 código necesita su atención",
    attentionMany: "{n} códigos necesitan su atención",
    attentionWhy: "Este dispositivo los leyó sin internet. Ahora la entidad responde otra cosa.",
    settledOne: "1 código leído sin internet ya tiene respuesta",
    settledMany: "{n} códigos leídos sin internet ya tienen respuesta",
    wasPicture: "Usted leyó una imagen: pida el papel.",
    stillCurrent: "Sigue vigente",
    readAt: "Código leído {cuando}",
    seeAnswer: "Ver la respuesta",
    understood: "Entendido",
    understoodAll: "Entendido, quitar de la lista",
    lookAtThem: "Verlos en Consultar",
    othersWait:
      "En este dispositivo hay códigos leídos sin internet que esperan a quien los leyó, en el comercio en que los leyó.",
    answers: {
      current: { heading: "La entidad dice que sí vale", todo: "Compárela con el papel antes de entregar." },
      used: {
        heading: "Ya fue usada",
        todo: "No entregue con esta orden. Si ya entregó, guarde el papel y llame a la entidad.",
      },
      registered: {
        heading: "Usted ya la registró",
        todo: "No la registre otra vez. El comprobante está en Historial.",
      },
      annulled: {
        heading: "La entidad la anuló",
        todo: "No entregue con esta orden. Si ya entregó, llame a la entidad.",
      },
      replaced: {
        heading: "Fue reemplazada",
        todo: "No entregue con esta orden. Pida a la persona la orden vigente.",
      },
      expired: { heading: "Se venció", todo: "No entregue. La persona puede pedir una nueva en la entidad." },
      not_yet: {
        heading: "Todavía no empieza",
        todo: "No entregue todavía. La respuesta dice desde qué día.",
      },
      blocked: {
        heading: "La entidad la está revisando",
        todo: "No la reciba por ahora. Llame a la entidad para preguntar.",
      },
      claimed: {
        heading: "Está en otro punto de pago",
        todo: "Otro punto de pago la está registrando en este momento. Consulte de nuevo en unos minutos.",
      },
      other_provider: {
        heading: "Es para otro comercio",
        todo: "No entregue: esta orden no es para su convenio.",
      },
      not_found: {
        heading: "No la encontramos",
        todo: "No entregue todavía. El código es de la entidad, pero la orden no aparece: llame.",
      },
      waiting: {
        heading: "No se pudo preguntar",
        todo: "No entregue todavía. Lea otra vez el código del papel.",
      },
      paused: { heading: "Su convenio está en pausa", todo: "No entregue todavía. Llame a la entidad." },
      forged: {
        heading: "No es de la entidad",
        todo: "El código fue cambiado. No entregue, y no acuse a la persona.",
      },
      foreign: { heading: "Ese código no es de una orden", todo: "No entregue con ese papel." },
      superseded: {
        heading: "Hay un papel más nuevo",
        todo: "No entregue con ese papel. Pida a la persona el papel nuevo y léalo.",
      },
    },
  },
  leave: {
    title: "Hay códigos por confirmar",
    back: "No salir todavía",
    one: "Usted leyó 1 código sin internet y todavía no tiene respuesta.",
    many: "Usted leyó {n} códigos sin internet y todavía no tienen respuesta.",
    send: "Preguntar ahora",
    sending: "Preguntando…",
    notSent: "No pudimos preguntar. Intente de nuevo, o déjelos para después.",
    sent: "Ya preguntamos por todos. La respuesta está en Consultar.",
    see: "Ver la respuesta",
    leave: "Dejarlos para cuando vuelva a ingresar, y salir",
    throwAway: "Borrarlos, y salir",
    signOut: "Salir",
  },
  chipOffline: "Sin internet",
  chipOnline: "En línea",
  backOnline: "Volvió internet",
  typedStays: "Sin internet. Lo que escribió no se pierde.",
  secretAgain: "Sin internet. Lo que escribió no se pierde. La contraseña y el PIN se escriben otra vez.",
  useCode: "Sin internet solo puede revisar el código.",
  readCode: "Leer el código",
  install: {
    title: "Ponga Consultar en la pantalla de su celular",
    text: "Abre más rápido y lee códigos sin internet.",
    accept: "Instalar",
    decline: "Ahora no",
    ios: "Toque Compartir y luego “Agregar a inicio”.",
  },
};
