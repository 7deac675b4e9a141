/** Parts of what the caja decides on, as they are named when one of them changed (db/functions/seen.sql). */
export const adminSeenParts = {
  undone: "Anulado",
  settlement: "cómo va su liquidación",
  state: "el estado de la orden",
  reason: "el motivo",
  holds: "los motivos de la revisión",
  standing: "si está activo o suspendido",
  delivered: "Entregada",
  company: "los datos de la empresa",
  agreement_number: "el número del convenio",
  account: "la cuenta bancaria",
  photo: "la foto",
  sent: "la fecha de envío",
  papers: "los documentos",
  people: "las personas",
  agreements: "los convenios del NIT",
  rivals: "las otras solicitudes del mismo NIT",
};
