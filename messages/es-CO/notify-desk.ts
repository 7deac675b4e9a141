const company = (who: string) => who || "Un proveedor";

/** Correos a las personas de la entidad y lo que cada una escoge. */
export const adminNotices = {
  title: "Mis avisos por correo",
  link: "Mis avisos por correo",
  back: "Hoy",
  intro:
    "Escoja de qué le escribimos y cuándo. El resumen sale los días hábiles a las 7:00 a. m., con lo que espera a esa hora; lo que llega después va en el siguiente.",
  nothingToSend: "Su rol consulta y no decide: no hay nada de qué escribirle.",
  keys: "La tecla / lleva a la búsqueda; en las solicitudes hay otras. Si le estorban, apáguelas aquí.",
  save: "Guardar",
  saved: "Listo. Así le escribimos desde ahora.",
  kinds: {
    request: "Solicitud o renovación nueva",
    correction: "Solicitud corregida",
    report: "Novedad de un proveedor",
    undo: "Anulación de un uso",
    approval: "Orden o cambio por aprobar",
    payment: "Pago, reversión o cuenta bancaria por aprobar",
    rights: "Petición sobre datos personales",
    overdue: "Plazos vencidos",
  },
  ways: { now: "De una vez", digest: "En el resumen del día", off: "No me escriban" },
  errors: { wayMissing: "Escoja cuándo le escribimos" },
  emails: {
    subjects: {
      request: (ref: string) => `Solicitud nueva: ${ref}`,
      renewal: (ref: string) => `Renovación de documentos: ${ref}`,
      correction: (ref: string) => `Solicitud corregida: ${ref}`,
      undo: () => "Un proveedor pide anular un uso",
      approval: () => "Una orden espera su aprobación",
      payment: () => "Un pago espera su aprobación",
      reversal: () => "La reversión de un pago espera su aprobación",
      bank_account: () => "Una cuenta bancaria espera su aprobación",
      rights: (ref: string) => `Petición sobre datos personales: ${ref}`,
    },
    texts: {
      request: (who: string) => `${company(who)} envió una solicitud.`,
      renewal: (who: string) => `${company(who)} envió documentos para renovarlos.`,
      correction: (who: string) => `${company(who)} corrigió su solicitud y la envió otra vez.`,
      undo: (who: string) => `${company(who)} pide anular un uso.`,
      approval: (who: string) => `${who} pide que otra persona apruebe una orden o un cambio.`,
      payment: (who: string) => `${who} armó un pago y pide que otra persona lo apruebe.`,
      reversal: (who: string) => `${who} pidió reversar un pago y pide que otra persona lo apruebe.`,
      bank_account: (who: string) =>
        `${who} propuso otra cuenta bancaria de un proveedor y pide que otra persona la apruebe.`,
      rights: () => "Alguien pidió algo sobre sus datos personales. La ley da un plazo.",
    },
    due: (day: string) => `El plazo es hasta el ${day}.`,
    overdueSubject: (count: number) =>
      count === 1 ? "1 asunto con el plazo vencido" : `${count} asuntos con el plazo vencido`,
    overdueText: "Esto ya pasó de su plazo:",
    digestSubject: (day: string) => `Lo que espera hoy, ${day}`,
    digestText: "Esto espera por usted:",
    late: (count: number) => (count === 1 ? "1 con el plazo vencido" : `${count} con el plazo vencido`),
    open: (url: string) => `Ábralo aquí:\n${url}`,
    choose: (url: string) => `Para cambiar o quitar estos avisos:\n${url}`,
  },
};
