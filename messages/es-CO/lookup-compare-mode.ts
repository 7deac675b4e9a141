/** How the counter compares, and the desk where uses are taken back. */
export const adminCounter = {
  title: "Comparación con el papel",
  intro: "Así compara el proveedor el papel con la orden, antes de registrar el uso.",
  link: "Si la orden se muestra o el valor se escribe antes de verlo.",
  saved: "Guardado. Las consultas nuevas ya se comparan así.",
  known: {
    title: "Qué se sabe de cada forma",
    caption: "Para elegir sabiendo",
    how: "Cómo",
    finds: "Papeles cambiados que pasan",
    takes: "Lo que toma en el punto de pago",
    show: {
      finds: "De 6 a 72 de cada 100, según cómo se mostraba, cuando 661 personas compararon a simple vista.",
      takes: "Cuatro toques. Es la forma del instructivo.",
    },
    type: {
      finds:
        "El valor de la orden no está en la pantalla: quien no lo lee en el papel no puede escribirlo. El nombre, la cédula, el número y la fecha se comparan a simple vista.",
      takes: "Cuatro toques y las cifras del valor.",
    },
    type_from: {
      finds: "Como “Escribir” desde ese valor, y como “Mostrar” por debajo.",
      takes: "Las cifras del valor, solo en las órdenes grandes.",
    },
    source:
      "Las cifras son de un estudio en que se comparaban claves, no órdenes: Tan y otros, “Can Unicorns Help Users Compare Crypto Key Fingerprints?”, CHI 2017. Dicen cuánto se puede confiar en la vista, no cuántas órdenes se alteran.",
  },
  mode: "Cómo se compara",
  modes: {
    show: {
      label: "Mostrar",
      hint: "La orden aparece completa. El proveedor responde Igual o Distinto al lado de cada dato.",
    },
    type: {
      label: "Escribir",
      hint: "El valor no aparece hasta que el proveedor escribe el del papel. Tiene dos intentos. Los demás datos se comparan igual.",
    },
    type_from: {
      label: "Escribir desde un valor",
      hint: "Las órdenes de ese valor en adelante se escriben. Las demás se muestran.",
    },
  },
  from: "Desde qué valor se escribe",
  fromHint: "Solo para la última opción. Ejemplo: $500.000",
  save: "Guardar",
  saving: "Guardando…",
  undo: {
    title: "Anulaciones pedidas",
    intro:
      "Un proveedor pide anular un uso que ya no puede anular solo. Decide una persona que no sea de él.",
    caption: "Por decidir, la más antigua primero",
    empty: "No hay anulaciones por decidir.",
    requested: "La pidió",
    provider: "Proveedor",
    receipt: "Comprobante",
    order: "Orden",
    amount: "Valor",
    decide: "Decidir",
    decideTitle: (receipt: string) => `Anular el comprobante ${receipt}`,
    used: "Se registró",
    who: "Quién la pide",
    why: "Qué pasó",
    back: "Volver a las anulaciones",
    waiting: (count: string) => `${count} por decidir`,
    decision: "Decisión",
    approve: "Anular el uso",
    approveHint: "El valor vuelve a la orden, con un asiento en contra. Nada se borra.",
    toNewOrder: (value: string) =>
      `La orden ya se reemplazó: por los ${value} se emite una orden nueva con los mismos datos. Imprímala y entréguela al afiliado.`,
    toNobody: "La orden está anulada y sigue así: el valor no vuelve al afiliado. El proveedor no lo cobra.",
    objected: {
      title: "Anular un uso objetado",
      back: "Volver a los usos objetados",
      why: "Por qué se objetó",
      link: (receipt: string) => `Anular el uso ${receipt}`,
      heading: "Usos objetados de esta página",
      meaning: "Un uso objetado se legaliza si estaba bien, o se anula aquí si estaba mal.",
    },
    refuse: "No anularlo",
    refuseHint: "El uso queda como está.",
    reason: "Motivo",
    reasonHint: "Lo lee el proveedor en el correo y en el comprobante",
    submit: "Guardar la decisión",
    sending: "Guardando…",
    decider: "Quién la decidió",
    decidedAt: "Se decidió",
    decidedApproved: "Este uso se anuló.",
    decidedRefused: "Este uso no se anuló.",
    emails: {
      approved: (receipt: string) => `La entidad anuló el comprobante ${receipt}`,
      approvedText: (receipt: string, reason: string, url: string, signature: string) =>
        `La entidad anuló el uso del comprobante ${receipt}, como lo pidió su empresa.\n\nMotivo:\n${reason}\n\nNo incluya ese comprobante en su factura.\n\nPuede verlo aquí:\n${url}\n\n${signature}\n`,
      objectedText: (receipt: string, reason: string, url: string, signature: string) =>
        `La entidad había objetado el comprobante ${receipt} y ahora anuló ese uso.\n\nMotivo:\n${reason}\n\nNo incluya ese comprobante en su factura.\n\nPuede verlo aquí:\n${url}\n\n${signature}\n`,
      refused: (receipt: string) => `La entidad no anuló el comprobante ${receipt}`,
      refusedText: (receipt: string, reason: string, url: string, signature: string) =>
        `La entidad revisó su solicitud de anular el comprobante ${receipt} y no lo anuló.\n\nMotivo:\n${reason}\n\nEl uso queda como está.\n\nPuede verlo aquí:\n${url}\n\n${signature}\n`,
    },
  },
};
