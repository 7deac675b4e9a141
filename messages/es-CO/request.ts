const rut = "RUT";
const chamber = "Certificado de Cámara de Comercio";
const representative = "Cédula del representante legal";
const bank = "Certificación bancaria";
const largest = "Pesa más de 10 MB. Tome la foto de nuevo o envíe un PDF más liviano.";

export const requests = {
  launcher: {
    title: "Sus aplicaciones",
    company: (name: string, nit: string) => `${name}, NIT ${nit}`,
    application: (code: string) => `Aplicación ${code}`,
    openSuffix: (title: string) => ` a ${title}`,
    states: {
      none: "Sin solicitar",
      submitted: "En revisión",
      returned: "Falta algo",
      rejected: "No aprobada",
      suspended: "Suspendida",
      paused: "En pausa",
    },
    pausedUntil: (day: string) =>
      `El convenio de su empresa terminó el ${day}. Por ahora no puede consultar ni usar órdenes.`,
    pausedBefore: (day: string) =>
      `El convenio de su empresa empieza el ${day}. Antes de ese día no puede consultar ni usar órdenes.`,
    pausedNone: "Su empresa no tiene convenio vigente. Por ahora no puede consultar ni usar órdenes.",
    pausedSuspended: "Su empresa está suspendida. Por ahora no puede consultar ni usar órdenes.",
    suspensionTitle: "Aviso de suspensión",
    suspensionComing: (day: string) =>
      `Su empresa queda suspendida desde el ${day}. Hasta el día anterior puede consultar y usar órdenes.`,
    none: "Para usar esta aplicación, su empresa la solicita y la entidad la aprueba.",
    askOwner: "Pídale a un dueño de la cuenta que la solicite.",
    askOwnerCorrect: "Pídale a un dueño de la cuenta que la corrija.",
    filed: (filingNumber: string, day: string) =>
      `Radicado ${filingNumber}. La entidad responde a más tardar el ${day}.`,
    late: (filingNumber: string) => `Radicado ${filingNumber}. Estamos atrasados con la respuesta.`,
    reason: (reason: string) => `Motivo: ${reason}`,
    suspendedCall: (name: string, phone: string) => `Comuníquese con ${name}: ${phone}.`,
    empty: "La entidad todavía no ofrece aplicaciones.",
    request: "Solicitar",
    seeState: "Ver estado",
    correct: "Corregir ahora",
    requestAgain: "Solicitar de nuevo",
    renewal: {
      due: (documents: string, day: string) => `Por renovar desde el ${day}: ${documents}.`,
      soon: (documents: string, day: string) =>
        `Se renueva desde el ${day}: ${documents}. Ya lo puede enviar.`,
      dueText: "Envíe solo eso. Su acceso sigue igual mientras se revisa.",
      askOwner: "Pídale a un dueño de la cuenta que lo envíe.",
      send: "Renovar documentos",
      filed: (filingNumber: string, day: string) =>
        `Renovación ${filingNumber} en revisión. La entidad responde a más tardar el ${day}. Su acceso sigue igual.`,
      late: (filingNumber: string) =>
        `Renovación ${filingNumber} en revisión. Estamos atrasados con la respuesta. Su acceso sigue igual.`,
      returned: (filingNumber: string) =>
        `A la renovación ${filingNumber} le falta algo. Su acceso sigue igual.`,
      rejected: (filingNumber: string, reason: string) =>
        `La renovación ${filingNumber} no fue aprobada. Motivo: ${reason}`,
    },
  },
  form: {
    title: (code: string) => `Solicitar ${code}`,
    lead: (needed: number, days: number) =>
      `${needed === 0 ? "No falta ningún documento." : needed === 1 ? "Adjunte un documento." : needed === 2 ? "Adjunte dos documentos." : `Adjunte ${needed} documentos.`} La entidad responde en ${days} días hábiles.`,
    companyHeading: "Su empresa",
    legalName: "Razón social",
    nit: "NIT",
    municipality: "Municipio",
    address: "Dirección",
    phone: "Teléfono",
    wrongData: (name: string, phone: string) =>
      `Si un dato está mal, llame a ${name} antes de enviar: ${phone}.`,
    documentsHeading: "Documentos",
    documentsHint: "Foto o PDF, de 10 MB o menos cada uno.",
    standing: "Estos ya los tenemos y están bien. No los envíe otra vez.",
    standingIs: (fileName: string, day: string) => `${fileName}, del ${day}`,
    optional: (name: string) => `${name} (opcional)`,
    age: (days: string, one: boolean) => (one ? "Del último día." : `De los últimos ${days} días.`),
    example: (example: string) => `Ejemplo: ${example}`,
    tooOld: (fileName: string, day: string, days: string) =>
      `El que está, ${fileName}, es del ${day}. Envíe uno de los últimos ${days} días.`,
    isOld: (fileName: string, day: string) => `El que está, ${fileName}, es del ${day}. Envíe uno nuevo.`,
    agreement: "Número del convenio (si lo sabe)",
    agreementHint: "Está en el contrato con la entidad. Puede dejarlo vacío.",
    submit: "Enviar solicitud",
    back: "Volver",
    arriving: {
      arrived: "Ya llegó {nombre}. No tiene que elegirlo otra vez.",
      another: "Si quiere cambiarlo, elija otro.",
      sending: "Enviando el archivo…",
    },
    errorTitle: (title: string) => `Error: ${title}`,
  },
  renewal: {
    title: (code: string) => `Renovar documentos de ${code}`,
    lead: (needed: number, days: number) =>
      `${needed === 1 ? "Envíe el documento que se pide" : "Envíe los documentos que se piden"}; los demás siguen bien. La entidad responde en ${days} días hábiles. Mientras tanto su acceso sigue igual.`,
    submit: "Enviar renovación",
  },
  documents: { rut, chamber, representative_id: representative, bank_certificate: bank },
  documentHints: {
    rut: "Registro Único Tributario de la DIAN. Que se lean el NIT y el nombre.",
    chamber: "Que se lea la primera página.",
    representative_id: "Los dos lados en una foto o en un PDF.",
    bank_certificate: "Del banco, con el nombre o el NIT de la empresa. En esa cuenta se le paga.",
  },
  documentExamples: { bank_certificate: "el PDF que se baja de la página del banco." },
  anyDocument: {
    missing: (name: string) => `Adjunte este documento: ${name}`,
    empty: (name: string) => `${name}: el archivo está vacío. Elija otro`,
    tooBig: (name: string) => `${name}: ${largest}`,
    oneTooBig: (_name: string) => "Uno de los archivos pesa más de 10 MB. Envíe uno más liviano",
    notReadable: (name: string) =>
      `${name}: ese archivo no se puede abrir. Envíe una foto (JPG, PNG) o un PDF`,
  },
  errors: {
    rut: {
      missing: "Adjunte el RUT",
      empty: "El archivo del RUT está vacío. Elija otro",
      tooBig: `RUT: ${largest}`,
      notReadable: "RUT: ese archivo no se puede abrir. Envíe una foto (JPG, PNG) o un PDF",
    },
    camara: {
      missing: "Adjunte el certificado de Cámara de Comercio",
      empty: "El archivo de Cámara de Comercio está vacío. Elija otro",
      tooBig: `Cámara de Comercio: ${largest}`,
      notReadable: "Cámara de Comercio: ese archivo no se puede abrir. Envíe una foto (JPG, PNG) o un PDF",
    },
    agreementNumber: {
      unreadable: "El texto tiene signos que no se pueden leer. Bórrelos y escríbalos de nuevo",
      agreementLong: "Escriba el número del convenio en 40 caracteres o menos",
    },
    note: {
      unreadable: "La nota tiene signos que no se pueden leer. Bórrelos y escríbala de nuevo",
      noteLong: "Escriba la nota en 600 letras o menos",
      nothingChanged: "Cambie algo antes de enviar: un archivo, el convenio o una nota",
    },
  },
  detail: {
    title: (filingNumber: string) => `Solicitud ${filingNumber}`,
    renewalTitle: (filingNumber: string) => `Renovación ${filingNumber}`,
    application: (code: string) => `Aplicación ${code}`,
    now: "Ahora",
    reviewing: "La entidad está revisando.",
    answersBy: (day: string) => `Responde a más tardar el ${day}. Usted no debe hacer nada.`,
    late: (day: string) => `Estamos atrasados: debíamos responder el ${day}.`,
    lateCall: (name: string, phone: string) => `Puede llamar a ${name}: ${phone}.`,
    returned: "Falta algo. Le toca a su empresa.",
    returnedNext: "Corrija y envíe de nuevo cuando pueda. Después la entidad revisa en 3 días hábiles.",
    approved: "Aprobada. Ya puede usar la aplicación.",
    approvedNext: "Usted no debe hacer nada más.",
    renewed: "Aprobada. Sus documentos están al día.",
    accessStays: "Su acceso sigue igual.",
    renewalRejectedNext: (name: string, phone: string) =>
      `Puede enviar el documento otra vez o llamar a ${name}: ${phone}.`,
    goToApplications: "Ir a sus aplicaciones",
    rejected: "No fue aprobada.",
    rejectedNext: (name: string, phone: string) =>
      `Puede presentar otra solicitud o llamar a ${name}: ${phone}.`,
    reason: (reason: string) => `Motivo: ${reason}`,
    history: "Qué ha pasado",
    events: {
      submitted: "Enviada",
      returned: "Devuelta para corregir",
      corrected: "Corregida y enviada de nuevo",
      approved: "Aprobada",
      rejected: "No aprobada",
    },
    byCompany: "Su empresa",
    byCaja: "La entidad",
    documents: "Documentos",
    megabytes: (size: string) => `${size} MB`,
    kilobytes: (size: string) => `${size} kB`,
    agreement: "Número del convenio",
    unknown: "No lo indicó",
  },
  correction: {
    title: (filingNumber: string) => `Corregir la solicitud ${filingNumber}`,
    reasonTitle: "Esto falta",
    lead: "Adjunte solo lo que cambia. Lo demás queda como está.",
    current: (fileName: string) => `Ahora está: ${fileName}`,
    note: "¿Algo que deba saber la entidad? (opcional)",
    submit: "Enviar corrección",
  },
};
