/** Payment runs: invoices of many providers, made by one person and approved by another. */
export const payment = {
  title: "Pagos",
  intro: "Un pago reúne facturas de muchos proveedores. Lo arma una persona y lo aprueba otra.",
  link: "Pagos",
  make: "Armar un pago",
  toAll: "Todos los pagos",
  toSettlement: "Liquidación",
  caption: "Pagos",
  tabsLabel: "Ver",
  tabs: { all: "Todos", payment: "Pagos por aprobar", reversal: "Reversiones por aprobar" },
  empty: "Todavía no hay pagos.",
  noneWaits: "Nada espera aprobación.",
  columns: {
    number: "Pago",
    state: "Estado",
    payOn: "Fecha del pago",
    reference: "Referencia",
    uses: "Usos",
    amount: "Valor",
    maker: "Lo armó",
    mark: "Marcar",
    provider: "Proveedor",
    invoice: "Factura",
    invoiceValue: "Valor de la factura",
    sum: "Suma de los usos",
    difference: "Diferencia",
    days: "Usos del",
    reversed: "Reversado",
  },
  states: { pending: "Por aprobar", approved: "Pagado", returned: "Devuelto" },
  reversalStates: {
    pending: "Reversión por aprobar",
    approved: "Reversión aprobada",
    returned: "Reversión devuelta",
  },
  reversalOf: (payment: string) => `Reversa el pago ${payment}`,
  between: (from: string, to: string) => (from === to ? from : `${from} al ${to}`),
  unknownValue: "No se anotó",
  matches: "Igual",
  makeTitle: "Armar un pago",
  makeIntro: "Facturas que ya se pueden pagar. Lo que marque queda reservado para este pago.",
  payable: "Facturas por pagar",
  nothingPayable: "No hay facturas por pagar. Primero ponga usos en una factura, en Liquidación.",
  scopeTitle: "Cuáles facturas",
  scopeMarked: "Las que marque en esta página",
  scopeAll: (invoices: string, amount: string) => `Todas: ${invoices}, ${amount}`,
  invoices: (count: string, one: boolean) => (one ? `${count} factura` : `${count} facturas`),
  onlyFirst: (count: string) =>
    `Se muestran las primeras ${count}. Arme un pago con ellas y luego otro con las demás.`,
  markInvoice: (invoice: string, provider: string) => `Marcar la factura ${invoice} de ${provider}`,
  markAll: "Marcar o desmarcar todas",
  ticked: "Facturas: {cuantos}. Suman {valor}.",
  payOn: "Fecha del pago",
  payOnHint: "El día en que paga el banco",
  reference: "Referencia del banco",
  referenceHint: "Como la escribirá en el banco. Ejemplo: NOV-2026-B",
  submit: "Armar el pago",
  /** What differs between a payment and what takes one back. */
  of: {
    payment: {
      created: "El pago quedó armado. Debe aprobarlo otra persona.",
      approved: "Listo. El pago quedó aprobado y los proveedores reciben un correo.",
      returned: "Listo. El pago quedó devuelto y sus facturas están libres.",
      maker: "Lo armó",
      decidedBy: { approved: "Lo aprobó", returned: "Lo devolvió" },
      invoices: "Facturas del pago",
      approveTitle: "Aprobar el pago",
      approve: (amount: string) => `Aprobar ${amount}`,
      bars: {
        role: "Espera a otra persona. Lo aprueba un administrador o tesorería.",
        same_person: "Usted lo armó. Debe aprobarlo otra persona.",
        legalizer: "Usted legalizó usos de este pago. Debe aprobarlo otra persona.",
      },
      mails: "Al aprobarlo sale un correo a los dueños de cada proveedor.",
      returnTitle: "Devolver el pago",
      withdrawTitle: "Retirar el pago",
    },
    reversal: {
      created: "La reversión quedó pedida. Debe aprobarla otra persona.",
      approved: "Listo. La reversión quedó aprobada y los proveedores reciben un correo.",
      returned: "Listo. La reversión quedó devuelta y el pago sigue como estaba.",
      maker: "La pidió",
      decidedBy: { approved: "La aprobó", returned: "La devolvió" },
      invoices: "Facturas que se reversan",
      approveTitle: "Aprobar la reversión",
      approve: (amount: string) => `Reversar ${amount}`,
      bars: {
        role: "Espera a otra persona. La aprueba un administrador o tesorería.",
        same_person: "Usted la pidió. Debe aprobarla otra persona.",
        legalizer: "Usted legalizó usos de este pago. Debe aprobarla otra persona.",
      },
      mails: "Al aprobarla sale un correo a los dueños de cada proveedor.",
      returnTitle: "Devolver la reversión",
      withdrawTitle: "Retirar la reversión",
    },
  },
  total: { pending: "A pagar", approved: "Pagado", returned: "Valor del pago" },
  totalOfReversal: "Valor de la reversión",
  ofProviders: (providers: string, uses: string) => `${providers}, ${uses}`,
  madeBy: (person: string, when: string) => `${person}, ${when}`,
  decision: "Motivo de la devolución",
  reversalReason: "Motivo de la reversión",
  approving: "Aprobando…",
  mayNotMatch: "Mire la columna Diferencia: alguna factura no es igual a la suma de sus usos.",
  returnReason: "Motivo",
  returnHint: "Queda en la bitácora y en esta página. 10 letras o más",
  return: "Devolver",
  withdraw: "Retirar",
  reverse: "Reversar una parte o todo",
  reverseTitle: "Reversar un pago",
  reverseIntro:
    "Para lo que se pagó por error. El pago no se cambia: queda un movimiento contrario con su motivo, que otra persona aprueba. Después esos usos se pueden objetar o pagar otra vez.",
  reverseReason: "Por qué se reversa",
  reverseHint: "10 letras o más. Lo lee el proveedor",
  reverseSubmit: "Pedir la reversión",
  reversals: "Reversiones",
  bankLeft: (reversed: string, left: string) =>
    `De este pago se reversaron ${reversed}. El archivo del banco trae solo lo que queda: ${left}.`,
  bankNothingLeft: "Todo este pago está reversado: no queda nada que el banco deba pagar.",
  bankWaits: (amount: string) =>
    `Hay una reversión por aprobar, de ${amount}. Mientras no se apruebe, el archivo del banco también paga eso: espere la decisión antes de enviarlo.`,
  sending: "Guardando…",
  file: { bank: "banco", accountant: "contable", receipts: "comprobantes", totalOf: "Total" },
  emails: {
    paid: (amount: string) => `La entidad le pagó ${amount}`,
    paidText: (facts: {
      payment: string;
      day: string;
      reference: string;
      invoices: string;
      amount: string;
      url: string;
      signature: string;
    }) =>
      `La entidad aprobó el pago ${facts.payment} por ${facts.amount}.\n\nFecha del pago: ${facts.day}\nReferencia: ${facts.reference}\n\n${facts.invoices}\n\nPuede ver cada comprobante en su relación de usos:\n${facts.url}\n\n${facts.signature}\n`,
    reversed: (amount: string) => `La entidad reversó un pago de ${amount}`,
    reversedText: (facts: {
      payment: string;
      of: string;
      reason: string;
      invoices: string;
      amount: string;
      url: string;
      signature: string;
    }) =>
      `La entidad reversó ${facts.amount} del pago ${facts.of}, con el movimiento ${facts.payment}.\n\nMotivo:\n${facts.reason}\n\n${facts.invoices}\n\nEsos usos quedan facturados y sin pagar. Si tiene dudas, llame a la entidad.\n\nPuede verlos en su relación de usos:\n${facts.url}\n\n${facts.signature}\n`,
    invoiceLine: (invoice: string, uses: string, days: string, amount: string) =>
      `Factura ${invoice}: ${uses}, del ${days}, ${amount}`,
  },
  errors: {
    invoicesMissing: "Marque una o más facturas",
    invoicesMany: "Marque 500 facturas o menos",
    payOnShape: "Escriba la fecha del pago",
    payOnFar: "La fecha del pago está a más de 60 días de hoy",
    referenceMissing: "Escriba la referencia, con 3 letras o números o más",
    referenceLong: "Escriba la referencia en 40 letras o menos",
    referenceSigns: "Use letras, números, espacios, puntos, guiones y barras",
    reasonMissing: "Escriba el motivo, con 10 letras o más",
    reasonLong: "Escriba el motivo en 600 letras o menos",
  },
};
