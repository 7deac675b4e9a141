/** Accounts into which providers are paid. */
export const bankAccount = {
  heading: "Cuenta para sus pagos",
  text: "La de la certificación, a nombre de la empresa.",
  optional: "Puede dejarla vacía y darla después.",
  known: (account: string) => `Ya tenemos ${account}. Para no cambiarla, deje esto vacío.`,
  stays: (account: string) =>
    `Se le sigue pagando en ${account}. Para cambiar de cuenta, llame a la entidad.`,
  bank: "Banco",
  bankEmpty: "Elija el banco",
  kind: "Tipo de cuenta",
  kindEmpty: "Elija el tipo",
  kinds: { savings: "Ahorros", current: "Corriente" },
  number: "Número de la cuenta",
  numberHint: "Solo los números, como están en la certificación.",
  label: "Cuenta para pagos",
  short: (bank: string, kind: string, lastFour: string) =>
    `${bank}, ${kind.toLowerCase()}, terminada en ${lastFour}`,
  whole: (bank: string, kind: string, number: string) => `${bank}, ${kind.toLowerCase()}, número ${number}`,
  none: "No la ha dado",
  ownLabel: "Le pagamos a la cuenta",
  ownNone: "No tenemos cuenta de su empresa. Comuníquese con la entidad para darla.",
  errors: {
    bankMissing: "Elija el banco de la cuenta",
    accountKindMissing: "Elija si la cuenta es de ahorros o corriente",
    accountNumberMissing: "Escriba el número de la cuenta",
    accountNumberWrong: "El número de la cuenta tiene entre 6 y 20 números. Revíselo en la certificación",
    unreadable: "El número tiene signos que no se pueden leer. Bórrelos y escríbalo de nuevo",
    reasonMissing: "Escriba el motivo, con 10 letras o más.",
    reasonLong: "Escriba el motivo en 600 letras o menos",
  },
  desk: {
    title: (company: string) => `Cuenta de ${company}`,
    text: "Una persona propone la cuenta con su motivo y otra la aprueba. A los dueños les llega un correo con los últimos cuatro números.",
    link: "Cambiar la cuenta",
    current: "Cuenta actual",
    proposed: "Cuenta propuesta",
    by: (name: string, when: string) => `${name}, ${when}`,
    proposedBy: "La propuso",
    decidedBy: "Decidió",
    reason: "Motivo",
    reasonHint: "Qué documento vio y quién pidió el cambio.",
    approve: "Aprobar esta cuenta",
    approving: "Aprobando…",
    ownProposal: "Usted la propuso. Debe aprobarla otra persona.",
    propose: "Proponer otra cuenta",
    submit: "Proponer",
    refuse: "Rechazar la cuenta propuesta",
    withdraw: "Retirar la cuenta propuesta",
    before: "Cuentas anteriores",
    noneBefore: "No hay cuentas anteriores.",
    states: { replaced: "Reemplazada", refused: "Rechazada" },
    account: "Cuenta",
    state: "Estado",
    when: "Fecha",
    proposedDone: "Listo. Falta que otra persona la apruebe.",
    approvedDone: "Listo. Desde ahora se paga a esta cuenta.",
    refusedDone: "Listo. La cuenta propuesta quedó sin efecto.",
  },
  payment: {
    caption: "Cuentas a las que se paga",
    provider: "Proveedor",
    account: "Cuenta",
    missing: "Sin cuenta",
    changed: "Cambió después de armar el pago",
    warnMissing: (count: string, one: boolean) =>
      one
        ? "Un proveedor no tiene cuenta. El archivo para el banco la lleva vacía."
        : `${count} proveedores no tienen cuenta. El archivo para el banco la lleva vacía.`,
    warnChanged: (count: string, one: boolean) =>
      one
        ? "La cuenta de un proveedor cambió después de armar el pago. Revísela abajo antes de aprobar."
        : `Las cuentas de ${count} proveedores cambiaron después de armar el pago. Revíselas abajo antes de aprobar.`,
  },
  email: {
    subject: (company: string) => `Cambió la cuenta para los pagos de ${company}`,
    text: (company: string, account: string, signature: string) =>
      `Desde hoy los pagos de ${company} van a esta cuenta:\n\n${account}\n\nSi su empresa no pidió el cambio, llame a la entidad hoy mismo.\n\n${signature}`,
  },
};
