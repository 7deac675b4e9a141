import type { Verdict } from "@/model/verdict";

type Tree = {
  heading: string;
  line: string;
  /** The page title, which contains the order's number if there is one. */
  title?: RegExp;
  /** Everything between the line and what can be done, in the accessibility tree. */
  facts: string[];
  actions: string[];
};

const DAY = "\\d{1,2} de [a-z]+ de \\d{4}";
const sheet = `region "Así es la orden"`;
const call = "link /^Llamar a Caja de Compensación Demo/";
const another = `link "Consultar otra orden"`;
const odd = `link "Reportar una novedad"`;
const phone = "paragraph: /^Llame al 605 000 0000/";
const keep = "paragraph: No retenga el papel ni la cédula.";
const advice = (sentence: string) =>
  `region "Qué puede decirle a la persona":\n    - heading [level=2]\n    - blockquote:\n      - paragraph: ${sentence}`;
const stopped = (fact: string, sentence: string) => [
  `term: ${fact}`,
  "definition",
  "term: Orden",
  "definition: /^ADELANTO POR SUBSIDIOS \\d+$/",
  keep,
  advice(sentence),
];
const rows = ["El valor", "El nombre y la cédula", "El número y la fecha de expedición"].map(
  (row) => `group "${row}":\n    - radio "Igual"\n    - radio "Distinto"`,
);

const trees: Readonly<Record<Exclude<Verdict, "current">, Tree>> = {
  authentic: {
    heading: "Auténtica y sin usar",
    line: "El papel coincide.",
    facts: ["paragraph: Los tres datos coinciden", sheet, "paragraph: Todavía no está registrada."],
    actions: [`link "Registrar el uso"`, `link "Reportar una novedad"`, `link "Solo era una consulta"`],
  },
  asked_before: {
    heading: "/^Consulta (de las?|hecha ayer a las?) \\d{1,2}:\\d\\d [ap]\\.\\sm\\.$/",
    line: "Consulte de nuevo para saber cómo está ahora.",
    facts: ["paragraph: /^Esta respuesta ya no es de este momento/"],
    actions: [`link "Consultar de nuevo"`, call, odd],
  },
  mismatch: {
    heading: "El papel dice otra cosa",
    line: "No entregue todavía.",
    facts: [
      `heading "Lo que no coincide" [level=2]`,
      'paragraph: "Usted respondió que es distinto:"',
      "list:\n    - listitem: El valor\n    - listitem: El nombre y la cédula",
      "paragraph: Puede ser un error de impresión. Llame a la entidad antes de entregar.",
      phone,
      keep,
      sheet,
    ],
    actions: [call, odd, another],
  },
  unread: {
    heading: "Orden registrada",
    line: "Usted no la comparó.",
    facts: [
      sheet,
      `paragraph:\n    - button "Leer en voz alta"`,
      "paragraph: /^Para registrar el uso sin comparar, la entidad debe confirmar la orden/",
      'paragraph: "Por qué no la comparó: El papel está roto, mojado o borroso"',
    ],
    actions: [another, call, odd],
  },
  registered: {
    heading: "Usted ya la registró",
    line: "/^Hoy a las? \\d{1,2}:\\d\\d [ap]\\.\\sm\\.$/",
    facts: ["paragraph: No la registre otra vez.", "term: Orden", "definition"],
    actions: [`link "Ver comprobante"`, another, call, odd],
  },
  used: {
    heading: "Ya fue usada",
    line: "No entregue con esta orden.",
    facts: stopped("Aparece usada desde", "/^“La orden aparece usada/"),
    actions: [call, another, odd],
  },
  annulled: {
    heading: "La entidad la anuló",
    line: "No entregue con esta orden.",
    facts: stopped("Anulada desde", "/^“A veces se anula [^”]+”$/"),
    actions: [call, another, odd],
  },
  expired: {
    heading: "Se venció",
    line: `/^Valía hasta el ${DAY}\\. No entregue con esta orden\\.$/`,
    facts: stopped("Valía hasta", "“Puede pedir una orden nueva en la entidad.”"),
    actions: [call, another, odd],
  },
  replaced: {
    heading: "Fue reemplazada",
    line: "No entregue con esta orden.",
    facts: stopped("Reemplazada desde", "“Hay otra orden en lugar de esta. ¿La trae?”"),
    actions: [call, another, odd],
  },
  superseded: {
    heading: "Hay un papel más nuevo",
    line: "No entregue con este papel. Pida el nuevo.",
    facts: stopped("El papel nuevo se imprimió", "/^“Este papel es de Caja de Compensación Demo, pero/"),
    actions: [another, call, odd],
  },
  not_yet: {
    heading: "Todavía no empieza",
    line: `/^Vale desde el ${DAY}\\. No entregue todavía\\.$/`,
    facts: stopped("Vale desde", "“Puede usarla desde ese día.”"),
    actions: [another, call, odd],
  },
  blocked: {
    heading: "La entidad la está revisando",
    line: "No la reciba por ahora.",
    facts: stopped("En revisión desde", "/^“La entidad está revisando [^”]+”$/"),
    actions: [another, call, odd],
  },
  claimed: {
    heading: "Está en otro punto de pago",
    line: "Otro punto de pago la está registrando en este momento.",
    facts: ["paragraph: Consulte de nuevo en unos minutos."],
    actions: [another, call, odd],
  },
  other_provider: {
    heading: "Es para otro comercio",
    line: "No entregue con esta orden.",
    facts: [
      ...["term: Lo que se consultó", "definition: /^ADELANTO POR SUBSIDIOS \\d+$/"],
      "paragraph: La orden existe, pero no es para su convenio.",
      keep,
      advice("/^“Esta orden es para otro comercio/"),
    ],
    actions: [another, call, odd],
  },
  not_found: {
    heading: "No la encontramos",
    line: "Casi siempre es un número mal escrito.",
    facts: [
      'paragraph: "Esto no quiere decir que el papel sea falso. Revise en este orden:"',
      [
        "list:",
        "listitem: /El número de arriba a la derecha/",
        "listitem: /La cédula/",
        "listitem: /El tipo de documento/",
        "listitem: /Que el papel sea de/",
      ].join("\n    - "),
      "paragraph: /^Si todo está igual, comuníquese con nuestras oficinas/",
      phone,
      advice("“El sistema no muestra la orden; la entidad la confirma por teléfono.”"),
      "paragraph: /^Última actualización/",
    ],
    actions: [`link "Corregir los números"`, call, odd],
  },
  waiting: {
    heading: "/^Espere \\d+ minutos?$/",
    line: "Hubo varias consultas seguidas sin resultado.",
    facts: [
      "paragraph: /^Puede volver a consultar/",
      "status",
      "paragraph: /^Pausamos las consultas para proteger/",
      "paragraph: /^Si el papel trae código de control/",
      phone,
    ],
    actions: [another, call, odd],
  },
  paused: {
    heading: "Su convenio está en pausa",
    line: `/^Desde el ${DAY}\\. Por ahora no puede consultar órdenes\\.$/`,
    facts: [
      "paragraph: /^Prueba S\\.A\\.S\\., NIT/",
      "paragraph: /^Comuníquese con Caja de Compensación Demo:\\s605\\s000\\s0000/",
    ],
    actions: [`link "Ver sus aplicaciones"`, call, odd],
  },
  digits: {
    heading: "Código leído",
    line: "Falta la cédula de la persona.",
    title: /^Código leído · /,
    facts: [
      "text: Escriba los últimos cuatro números o letras del documento de la persona",
      "paragraph: Mire el documento original de la persona, no el papel de la orden.",
      `textbox "Escriba los últimos cuatro números o letras del documento de la persona"`,
      `button "Ver la orden"`,
      "paragraph: Así solo ve la orden quien tiene a la persona al frente.",
    ],
    actions: [another, call, odd],
  },
  forged: {
    heading: "No es de la entidad",
    line: "El código fue cambiado.",
    title: /^No es de la entidad · /,
    facts: ['paragraph: "No acuse a la persona: pudo recibirlo así. Llame al 605 000 0000."', keep, phone],
    actions: [call, another, odd],
  },
  foreign: {
    heading: "Ese código no es de una orden",
    line: "/^Ninguna orden de .+ trae ese código\\.$/",
    title: /^Ese código no es de una orden · /,
    facts: [
      "paragraph: Puede ser de un comprobante, de una factura o de otro papel. No abrimos el enlace. Si es una orden, escriba su número.",
    ],
    actions: [`link "Escribir los números"`, call, odd],
  },
  picture: {
    heading: "Esto es una imagen, no el papel",
    line: "Pida el papel original.",
    facts: [sheet],
    actions: [another, call, odd],
  },
};

const proof = ["button /^Pedir constancia de esta consulta Un documento firmado/"];
const lookup = "paragraph: /^Consultó. .+ · código [0-9A-Z]{4}-[0-9A-Z]{4}$/";

/** A found order asks for the comparison first, so its tree has another order. */
const toCompare = [
  `heading "Encontramos la orden" [level=1]`,
  "paragraph: Ahora compárela con el papel.",
  [
    `region "Así es la orden":`,
    "/children: contain",
    `heading "Así es la orden" [level=2]`,
    ...rows.map((row) => row.replaceAll("\n", "\n  ")),
  ].join("\n    - "),
  ...[`link "No puedo leer el papel"`, another, call, odd, ...proof],
  "paragraph: /^Si algo no coincide, no entregue y llame/",
  lookup,
];

/** The whole accessibility tree of `main`, in order. */
export function treeOf(verdict: Verdict): string {
  if (verdict === "current") return listed(toCompare);
  const { heading, line, facts, actions } = trees[verdict];
  const name = heading.startsWith("/") ? heading : `"${heading}"`;
  const ways = verdict === "digits" ? actions : [...actions, ...proof];
  return listed([`heading ${name} [level=1]`, `paragraph: ${line}`, ...facts, ...ways, lookup]);
}

const listed = (parts: string[]) =>
  `- main:\n  - /children: equal\n${parts.map((part) => `  - ${part}`).join("\n")}`;

/** The page's title, which begins with the verdict. */
export function titleOf(verdict: Verdict): RegExp {
  if (verdict === "current") return /^Encontramos la orden \d+: falta comparar/;
  return trees[verdict].title ?? /: orden \d+ · /;
}
