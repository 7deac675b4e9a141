import { formatCount } from "@/lib/format/money";

const convenios = (n: number) => `${formatCount(n)} ${n === 1 ? "convenio" : "convenios"}`;

/** The convenios of the entity: their ends, and what hangs on each. */
export const adminAgreements = {
  title: "Convenios",
  lead: (count: number) =>
    `${convenios(count)}. A la empresa y a la entidad se les avisa 90, 30 y 7 días antes del fin.`,
  add: "Nuevo convenio",
  importFile: "Importar un archivo",
  addText: "Vale desde el primer día hasta el último, los dos incluidos. El NIT no se puede cambiar después.",
  one: "Convenio",
  oneTitle: (number: string) => `Convenio ${number}`,
  editText:
    "Para renovarlo, cambie el último día. El número y el NIT no cambian: otra empresa es otro convenio.",
  saved: "Quedó guardado.",
  tabs: { all: "Todos", in30: "Vencen en 30 días", in90: "Vencen en 90 días", ended: "Vencidos" },
  search: "Empresa, NIT o número",
  find: "Buscar convenios",
  found: (typed: string) => `Convenios con “${typed}”`,
  empty: "Ningún convenio.",
  endsOn: "Termina",
  left: "Le queda",
  company: "Empresa",
  nit: "NIT",
  number: "Convenio",
  portal: "Portal",
  account: "Con cuenta",
  unapproved: "Sin aprobar",
  noAccount: "Sin cuenta",
  orders: "Órdenes suyas",
  amount: "Valor",
  seeOrders: "Ver las órdenes vigentes que solo esta empresa puede recibir",
  days: (days: number) => (days === 0 ? "Hoy es el último" : days === 1 ? "1 día" : `${days} días`),
  ended: (days: number) => (days === 1 ? "Venció ayer" : `Venció hace ${days} días`),
  notBegun: "No ha empezado",
  followed: "Sigue en otro",
  /** What importing convenios says otherwise than importing orders, and its own words. */
  imports: {
    title: "Importar convenios",
    intro:
      "Suba el archivo del sistema de la entidad: CSV o Excel (.xlsx), con hasta 200.000 líneas y 40 MB. Ningún convenio cambia antes de que usted confirme.",
    file: "Archivo de convenios",
    none: "Todavía no se ha importado ningún archivo.",
    moves: "Cambian de datos",
    movesHint: "Nombre, correo, teléfono, municipio o fechas. Se aplican al confirmar.",
    different: "Esperan su marca",
    held: "Sin aplicar",
    progressLoading: "Importando los convenios",
    changesTitle: "Convenios que llegaron diferentes",
    changesCaption: (shown: number, all: number) =>
      shown < all ? `Los primeros ${formatCount(shown)} de ${formatCount(all)}` : convenios(all),
    number: "Convenio",
    confirm: (agreements: number) => `Importar ${convenios(agreements)}`,
    finishedText: (when: string) => `Terminó el ${when}; los convenios ya valen así.`,
    cancelledText: (agreements: number) =>
      agreements === 0
        ? "No se importó nada. El archivo se borró."
        : `Se canceló mientras se importaba: ${convenios(agreements)} ya ${agreements === 1 ? "había entrado y queda" : "habían entrado y quedan"} así. El archivo se borró.`,
    lineOf: (line: number) => `Línea ${line}`,
    asksTitle: (all: number) =>
      all === 1 ? "Un convenio cambia de empresa" : `${formatCount(all)} convenios cambian de empresa`,
    asksHint:
      "Las órdenes siguen al NIT. Marque solo lo que confirmó con el sistema de la entidad; lo que no se marca queda como está.",
    goes: (number: string, from: string, to: string) => `${number} pasa del NIT ${from} a ${to}.`,
    newOne: (number: string, to: string) => `${number} es nuevo y dice ser de ${to}.`,
    known: (name: string, number: string) => `Ese NIT ya es de ${name}, convenio ${number}.`,
    nothingHangs: (nit: string) => `Del NIT ${nit} no depende ninguna orden vigente ni ningún uso.`,
    hang: (nit: string, orders: number, amount: string, uses: number) =>
      `Del NIT ${nit} ${orders === 1 ? "depende" : "dependen"} ${orders === 1 ? "1 orden vigente" : `${formatCount(orders)} órdenes vigentes`} por ${amount} y ${uses === 1 ? "1 uso" : `${formatCount(uses)} usos`}`,
    seeOrders: (nit: string) => `Ver las órdenes vigentes del NIT ${nit}`,
    ticked: (count: number) => `${convenios(count)} con marca en todas las páginas.`,
    pagesHint: "Al pasar de página se guardan las marcas de esta.",
    keepAndGoOn: "Guardar marcas y seguir",
    keepAndGoBack: "Guardar marcas y volver",
    keep: "Guardar marcas",
    movesCaption: "Convenios que cambian de empresa",
    what: "Qué cambia",
    hangs: "Qué depende de eso",
    accepted: "Marcado",
    stayed: "Queda como está",
  },
  form: {
    number: "Número del convenio",
    nit: "NIT",
    nitHint: "Con su dígito. Ejemplo: 900765432-6",
    legalName: "Razón social",
    email: "Correo (opcional)",
    startsOn: "Primer día",
    endsOn: "Último día",
    reason: "Motivo",
    reasonHint: "Queda en la bitácora. Mínimo 10 letras",
    save: "Guardar el convenio",
  },
  errors: {
    agreementNumberMissing: "Escriba el número del convenio",
    nitMissing: "Escriba el NIT",
    nitShape: "Escriba el NIT completo, con su dígito. Ejemplo: 900765432-6",
    nitCheckDigit: "El dígito de verificación no es el de ese NIT. Revise los números",
    legalNameMissing: "Escriba la razón social",
    emailShape: "Escriba el correo completo. Ejemplo: nombre@empresa.com",
    dayShape: "Escriba el día completo. Ejemplo: 31/12/2027",
    endBeforeStart: "El último día es anterior al primero",
    agreementReasonMissing: "Escriba el motivo, con 10 letras o más",
    textLong: "El texto es más corto y sin signos raros",
    paperLetters: "Tiene letras que el papel no puede mostrar. Escríbalo con letras latinas",
  },
  emails: {
    endsSubject: (company: string, days: string) => `El convenio de ${company} termina ${days}`,
    endsText: (company: string, number: string, day: string, caja: string, signature: string) =>
      `El convenio ${number} de ${company} con ${caja} termina el ${day}.\n\nDesde el día siguiente sus puntos de pago no pueden consultar ni usar órdenes. Lo que ya usó no cambia.\n\nPara renovarlo, comuníquese con ${caja}.\n\n${signature}`,
    deskSubject: (count: string) =>
      count === "1" ? "Un convenio está por terminar" : `${count} convenios están por terminar`,
    deskText: (lines: string, signature: string) =>
      `Estos convenios terminan pronto y nada los sigue:\n\n${lines}\n\nA las empresas con cuenta también se les avisó. La lista está en Convenios.\n\n${signature}`,
    deskLine: (company: string, number: string, day: string) => `- ${day}: ${company}, convenio ${number}`,
    in: { "90": "en menos de 90 días", "30": "en menos de 30 días", "7": "en menos de 7 días" },
  },
};
