const one = (count: number, singular: string, plural: string) => (count === 1 ? singular : plural);

export const adminToday = {
  title: "Hoy",
  waiting: {
    title: "Espera ahora",
    caption: "Lo que espera, lo más antiguo primero",
    facts: (shown: number, total: string, late: number) => {
      const overdue = `${late === 0 ? "ninguno" : late} con el plazo vencido`;
      if (shown === 0) return `${total} en total.`;
      if (total === String(shown)) return `${total} en total, ${overdue}.`;
      return `${total} en total. De ${one(shown, "el primero", `los ${shown} primeros`)}, ${overdue}.`;
    },
    nothing: "Nada espera por usted.",
    nothingText: "Lo que haya que decidir o revisar aparece aquí.",
    due: "Vence",
    what: "Qué",
    who: "De quién",
    since: "Desde",
    amount: "Valor",
    overdue: (days: number) => (days === 1 ? "Venció hace 1 día" : `Venció hace ${days} días`),
    dueToday: "Vence hoy",
    own: (name: string) => `${name} (la pidió usted)`,
    nobody: "un programa de la entidad",
    mails: (count: number) =>
      count === 1 ? "1 correo que no se entregó" : `${count} correos que no se entregaron`,
    kinds: {
      request: "Solicitud",
      renewal: "Renovación de documentos",
      correction: "Solicitud corregida",
      report: "Novedad",
      undo: "Anulación de un uso",
      draft: "Orden por aprobar",
      change: "Cambio por aprobar",
      payment: "Pago por aprobar",
      reversal: "Reversión de un pago por aprobar",
      bank_account: "Cuenta bancaria por aprobar",
      import: "Importación por revisar",
      agreement_import: "Importación de convenios por revisar",
      incident: "Incidente por reportar",
      rights: "Petición sobre datos personales",
      mail: "Correo",
    },
    all: {
      request: (count: string, n: number) => `${count} ${one(n, "solicitud nueva", "solicitudes nuevas")}`,
      renewal: (count: string, n: number) => `${count} ${one(n, "renovación", "renovaciones")}`,
      correction: (count: string, n: number) =>
        `${count} ${one(n, "solicitud corregida", "solicitudes corregidas")}`,
      report: (count: string, n: number) => `${count} ${one(n, "novedad", "novedades")}`,
      undo: (count: string, n: number) => `${count} ${one(n, "anulación", "anulaciones")}`,
      draft: (count: string, n: number) => `${count} ${one(n, "orden por aprobar", "órdenes por aprobar")}`,
      change: (count: string, n: number) => `${count} ${one(n, "cambio por aprobar", "cambios por aprobar")}`,
      payment: (count: string, n: number) => `${count} ${one(n, "pago por aprobar", "pagos por aprobar")}`,
      reversal: (count: string, n: number) =>
        `${count} ${one(n, "reversión por aprobar", "reversiones por aprobar")}`,
      bank_account: (count: string, n: number) =>
        `${count} ${one(n, "cuenta bancaria", "cuentas bancarias")} por aprobar`,
      import: (count: string, n: number) =>
        `${count} ${one(n, "importación por revisar", "importaciones por revisar")}`,
      agreement_import: (count: string, n: number) =>
        `${count} ${one(n, "importación de convenios", "importaciones de convenios")} por revisar`,
      incident: (count: string, n: number) =>
        `${count} ${one(n, "incidente por reportar", "incidentes por reportar")}`,
      rights: (count: string, n: number) =>
        `${count} ${one(n, "petición sobre datos", "peticiones sobre datos")}`,
      mail: (count: string, n: number) => `${count} ${one(n, "correo sin entregar", "correos sin entregar")}`,
    },
  },
  money: {
    title: "El dinero del mes",
    issued: "Emitidas",
    used: "Usadas",
    unpaid: "Por pagar",
    expired: "Vencidas sin usar",
    voided: "Anuladas",
    orders: (count: string, n: number) => `${count} ${one(n, "orden", "órdenes")} este mes`,
    uses: (count: string, n: number) => `${count} ${one(n, "uso", "usos")} este mes`,
  },
  charts: {
    title: "El mes en gráficas",
    table: "Ver la tabla",
    none: "Todavía no hay datos este mes.",
    day: "Día",
    count: "Usos",
    amount: "Valor",
    answer: "Respuesta",
    lookups: "Consultas",
    workingDays: "Días hábiles",
    requests: "Solicitudes",
    uses: (count: string, n: number, highest: string | null) =>
      `Usos por día: ${count}${highest && n > 0 ? `, el mayor fue el ${highest}` : ""}`,
    usesCaption: "Usos por día",
    answers: (count: string, n: number, missing: number) =>
      `Respuestas: ${count} ${one(n, "consulta", "consultas")}${n > 0 ? `, no se encontró el ${missing} %` : ""}`,
    answersCaption: "Respuestas por clase",
    decided: (count: string, n: number, late: number) =>
      `Tiempo para decidir: ${count} ${one(n, "solicitud", "solicitudes")}${n > 0 ? `, ${late} tarde` : ""}`,
    decidedCaption: (days: number) => `Días hábiles hasta la decisión. El plazo es de ${days}.`,
    days: (days: number, orMore: boolean) =>
      orMore ? `${days} o más` : days === 0 ? "El mismo día" : days === 1 ? "1 día" : `${days} días`,
    daysShort: (days: number, orMore: boolean) => (orMore ? `${days} o +` : `${days} d`),
    otherAnswers: "Otras",
    outcomes: {
      current: "Vigente",
      used: "Ya usada",
      annulled: "Anulada",
      expired: "Vencida",
      not_yet: "Todavía no empieza",
      blocked: "En revisión",
      replaced: "Reemplazada",
      claimed: "En otro punto de pago",
      other_provider: "De otro comercio",
      not_found: "No la encontramos",
      waiting: "Debía esperar",
      paused: "Convenio en pausa",
      digits: "Código leído, sin cédula",
      forged: "Código cambiado",
      foreign: "Código que no es de una orden",
      superseded: "Con un papel más nuevo",
    },
  },
};
