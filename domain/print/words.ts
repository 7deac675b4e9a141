import { sentence } from "@/lib/format/sentence";
import { counter } from "@/messages/es-CO/lookup";
import { mapTexts } from "@/model/order-field";

/**
 * Words on the paper, always in Spanish, because the shop and the affiliate read it. The labels are those of
 * the answer's screen, so that both can be compared.
 */
export const paperWords = {
  number: counter.sheetNumber,
  checkCode: "Código de control",
  affiliate: counter.affiliate,
  identity: counter.identity,
  value: counter.value,
  ...mapTexts((name) => counter[name]),
  issuedOn: counter.issuedOn,
  validUntil: counter.validUntil,
  provider: "Se usa en",
  anyProvider: "Cualquier comercio con convenio",
  inWords: (words: string) => `${words.toLocaleUpperCase("es-CO")} M/CTE`,
  once: "Solo vale una vez. No acepte pantallazos ni fotocopias.",
  parts: "Se puede usar por partes. No acepte pantallazos ni fotocopias.",
  verifyTitle: "Cómo verificar",
  verify: (place: string) => `Entre a ${place} o escanee este código.`,
  compare: "Antes de entregar, compare el número, el nombre y el valor con la pantalla.",
  contact: (phone: string, hours: string) => sentence(`Dudas: ${[phone, hours].filter(Boolean).join(", ")}`),
  qrAlt: "Código QR para verificar la orden",
  affiliateSigns: "Afiliado: recibí a satisfacción",
  providerSigns: "Proveedor: firma y sello",
  leftOut: {
    title: "Órdenes que no se imprimieron",
    text: "Estas órdenes no están en este archivo. Cada una dice por qué. Si un dato no cabe en el papel, reemplace la orden con el dato corregido e imprímala de nuevo.",
    why: {
      dates: "sus fechas no caben en el código del papel (desde 2020)",
      value: "su valor no cabe en el código del papel",
      letters: "tiene letras que el papel no puede mostrar",
      data: "sus datos no se pudieron abrir; avise a soporte",
      delivered: "el afiliado ya la tiene; un papel perdido se reemplaza por otra orden",
      not_issued: "no está vigente; mire su estado",
      expired: "ya venció; prorróguela primero",
      changed: "cambió en este momento; imprímala de nuevo",
      missing: "no se encontró",
    },
  },
  nit: (nit: string) => `NIT ${nit}`,
  fileTitle: (first: string, count: number, caja: string) =>
    count === 1 ? `Orden ${first} · ${caja}` : `Órdenes · ${caja}`,
};
