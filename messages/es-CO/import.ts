import { longDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import type { Encoding } from "@/lib/table/encoding";
import type { TableFault } from "@/lib/table/fault";
import type { TableNotes } from "@/lib/table/notes";
import type { FaultCode, KeptBecause, Warning } from "@/model/import";

type Words = (fact: string) => string;

/** What a spreadsheet or an export left in a cell instead of the datum, by what was found there. */
function oddCell(found: string): string {
  const known: Readonly<Record<string, string>> = {
    result:
      "Es una fórmula que no dio nada, o el archivo no trae su resultado. Abra el libro en Excel y guárdelo de nuevo; si sigue igual, escriba el dato o borre la fórmula.",
    formula: "Es una fórmula y no el dato. Escriba el dato, o copie la columna y péguela como valores.",
    merged: "La celda está combinada con otra. Sepárelas y escriba el dato en cada fila.",
    day: "La hoja de cálculo puso una fecha donde no va. Ponga la columna como texto y escriba el dato.",
    rounded:
      "El número es más largo de lo que guarda una hoja de cálculo y quedó redondeado. Ponga la columna como texto y escríbalo completo.",
    apostrophe: "Comienza con un apóstrofo. Quítelo.",
  };
  if (known[found]) return known[found];
  if (/^#{3,}$/.test(found))
    return "Dice ###: la columna era muy angosta al exportar y el dato se perdió. Ensánchela y exporte de nuevo.";
  if (found)
    return `Dice ${found}: una fórmula de la hoja de cálculo dio error. Corrija la fórmula o escriba el dato.`;
  return "La celda tiene un error, o un formato que no va ahí. Escriba el dato como texto.";
}

/** Why nobody knows which is the day: a line of the file, days that a workbook turned round, or AM. */
function dayOrderWhy(why: string): string {
  const [, turned] = /^turned (\d+)$/.exec(why) ?? [];
  if (turned)
    return `unas celdas son fechas y otras, como la de la línea ${turned}, son texto: así queda cuando un Excel de otro país abre el archivo y cambia el día por el mes`;
  return why
    ? `la línea ${why} de este archivo parece tener el mes primero`
    : "AM lo escriben programas en inglés, que ponen el mes primero";
}

/** Why a cell is refused, and how to mend it. */
const faults: Record<FaultCode, Words> = {
  cells: (fact) =>
    `La fila tiene ${fact.split("/")[0]} de ${fact.split("/")[1]} columnas, o una comilla sin cerrar. Complete la fila o quite la comilla.`,
  empty: () => "Está vacío. Escriba el dato.",
  too_long: (fact) => `Es muy largo. Escriba máximo ${fact} caracteres.`,
  control_characters: () => "Tiene caracteres que no se ven. Escriba el texto de nuevo.",
  odd_cell: oddCell,
  no_data_word: (word) =>
    `${word ? `“${word}” es` : "Es"} la palabra con que un sistema dice que no hay dato. Escriba el dato o deje la celda vacía.`,
  not_a_name: () => "No tiene letras. Escriba el nombre del afiliado.",
  odd_letters: () =>
    "Tiene signos que ningún nombre lleva: el archivo se guardó con otras letras. Guárdelo como “CSV UTF-8”.",
  twice_encoded: () =>
    "Las tildes y las eñes están dañadas (Ã…): el archivo se convirtió dos veces. Expórtelo de nuevo como “CSV UTF-8”.",
  mixed_letters: () =>
    "Esta línea está guardada con otras letras que el resto del archivo. Exporte todo el archivo de una vez como “CSV UTF-8”.",
  paper_letters: (fact) => `El papel no puede mostrar estas letras: ${fact}. Escríbalas con letras latinas.`,
  negative: () => "Tiene un signo menos. Escriba solo el número.",
  decimals: () =>
    "Tiene decimales: otro programa lo trató como una cantidad. Escríbalo como texto, sin punto ni coma.",
  thousands: () => "Tiene puntos de miles. Escríbalo como texto, sin puntos.",
  zero_number: () =>
    "Es solo ceros: el sistema que exportó no tenía el número. Escriba el número que está en el papel.",
  scientific: () =>
    "Está en notación científica: el número está incompleto. Ponga la columna como texto y escríbalo de nuevo.",
  looks_like_day: () =>
    "Parece una fecha que puso la hoja de cálculo. Ponga la columna como texto y escriba el número.",
  letter_o: () => "Tiene la letra O entre los números. Escriba un cero.",
  kind_closed: (fact) =>
    `Ese tipo de documento ya no se usa para órdenes nuevas. Use uno de estos o ábralo en Ajustes: ${fact}.`,
  unknown_kind: (fact) => `No existe ese tipo de documento. Use uno de estos: ${fact}.`,
  number_shape: () =>
    "No es un número de orden. Use hasta 20 letras sin tilde y números, sin guiones ni puntos.",
  kind_digits: (length) =>
    `Los números de ese tipo de orden son solo cifras y su largo es ${length}. Escríbalo como está en la orden, con los ceros de adelante, o cambie la forma en Ajustes.`,
  kind_length: (length) =>
    `El largo de los números de ese tipo de orden es ${length}. Escríbalo como está en la orden, con los ceros de adelante, o cambie la forma en Ajustes.`,
  kind_code: (code) => `Trae delante el código del tipo de orden (${code}). Escriba el número sin él.`,
  own_series: (first) =>
    `Comienza como las órdenes que se emiten aquí, que se escriben así: ${first}. Escriba el número completo o, si es de otro sistema, cambie en Ajustes las letras de la numeración.`,
  other_zeros: (other) =>
    `Otra orden tiene el número ${other}, igual salvo por los ceros detrás de las letras. Escríbalo como está en la orden, o borre la línea que sobra.`,
  no_order: () =>
    "No trae número, identificación ni nombre: parece un total, un encabezado o una nota. Borre la línea.",
  example_row: () =>
    "Es la fila de ejemplo de la plantilla. Bórrela, o escriba en ella los datos de verdad; las demás líneas se leen igual.",
  other_data: (fact) =>
    `La línea ${fact} de este archivo ya trae el mismo número con otros datos. Deje solo la línea correcta.`,
  not_written: () =>
    "La orden no recibió lo que dice esta línea, aunque se intentó varias veces, y quedó como estaba. Importe el archivo otra vez; si se repite, avise a quien administra el portal.",
  unknown_id_kind: () =>
    "No existe ese tipo de identificación. Use CC, CE, TI, RC, PA, PPT, PEP, CD, SC o NIT.",
  id_shape: (fact) => `No es un número de ${fact}. Revise el número o el tipo de identificación.`,
  no_such_day: (order) =>
    order
      ? "Esa fecha tiene el mes primero. Escriba día/mes/año, por ejemplo 31/01/2027."
      : "Esa fecha no existe. Escriba día/mes/año, por ejemplo 31/01/2027.",
  day_shape: () =>
    "No es una fecha que se pueda leer. Escriba día/mes/año, con las cuatro cifras del año y sin hora: 31/01/2027.",
  day_order: (why) =>
    `No se sabe cuál es el día y cuál el mes: ${dayOrderWhy(why)}. Exporte las fechas como año-mes-día, por ejemplo 2027-01-31.`,
  day_too_early: (fact) => `Esa fecha es demasiado antigua: debe ser desde el ${fact}.`,
  day_too_late: (fact) => `Esa fecha está demasiado lejos: debe ser hasta el ${fact}.`,
  before_start: (fact) => `Es anterior a la fecha inicial (${fact}). Corrija una de las dos fechas.`,
  day_to_come: (fact) => `Esa fecha no ha llegado: hoy es ${fact}. Corríjala o deje la celda vacía.`,
  day_without_use: () =>
    "La fecha de uso va solo con el estado UTILIZADA. Corrija el estado o deje la celda vacía.",
  value_letter: () => "Tiene una letra entre los números. Escriba solo números, por ejemplo 135000.",
  value_not_positive: () => "No es mayor que cero. Escriba el valor de la orden.",
  value_not_whole: () => "Tiene centavos. Escriba pesos enteros, por ejemplo 135000.",
  value_shape: () => "No se entiende el valor. Escriba 135000, 135.000 o $135.000.",
  value_too_large: (fact) =>
    `Supera el máximo de este tipo de orden (${fact}). Revise el valor o cambie el máximo.`,
  nit_shape: () => "No es un NIT. Escriba de 6 a 10 números, sin dígito de verificación.",
  check_digit: () => "El dígito de verificación no corresponde al NIT. Revíselo en el RUT.",
  no_agreement: () =>
    "Ningún convenio tiene ese NIT. Importe primero los convenios o corrija el NIT: va sin dígito de verificación, o con él después de un guion.",
  unknown_state: () => "No existe ese estado. Use VIGENTE, ANULADA o UTILIZADA.",
  unknown_municipality: () =>
    "No existe ese municipio. Use el código DIVIPOLA de 5 números, por ejemplo 08001.",
  email_shape: () => "No es un correo electrónico. Corríjalo o deje la celda vacía.",
  phone_shape: () => "No es un teléfono de 10 números. Corríjalo o deje la celda vacía.",
};

/** Why a whole file is not read. */
const tableFaults: Record<TableFault["code"], Words> = {
  missing: () => "No existe el archivo.",
  unreadable: () => "No se pudo leer el archivo. Revise sus permisos.",
  changing: () => "El archivo cambió mientras se leía. Espere a que esté completo e impórtelo de nuevo.",
  empty: () => "El archivo está vacío.",
  no_rows: () =>
    "El archivo no trae ninguna línea buena. No cuenta como una importación: revise cómo se exportó.",
  old_workbook: () =>
    "Es un libro de Excel antiguo (.xls) o con contraseña. Guárdelo como .xlsx sin contraseña, o como CSV.",
  broken_workbook: () =>
    "El libro de Excel está dañado o no se entiende. Ábralo, guárdelo de nuevo e impórtelo.",
  other_program: () =>
    "Está comprimido o es de otro programa (.ods, .xlsb, .zip). Guárdelo como .xlsx o como CSV.",
  no_sheet: () =>
    "El libro no tiene ninguna hoja visible con datos. Las hojas ocultas no se leen: muéstrela y guárdelo.",
  hidden_sheet: (sheets) =>
    `Ninguna hoja a la vista trae las columnas. Las trae ${sheets}, que no se leyó porque está oculta. Muéstrela y guarde el libro, o pase los datos a una hoja a la vista.`,
  markup: () =>
    "Es una página web, aunque se llame .xls o .csv. Ábralo en Excel y guárdelo como .xlsx o como CSV.",
  long_line: (line) =>
    `La línea ${line} es demasiado larga para ser una fila. Revise cómo se exportó el archivo.`,
  not_text: () => "No es un archivo CSV ni un libro de Excel (.xlsx).",
  mixed_encodings: () =>
    "Una parte del archivo está en UTF-16 y la otra no: un programa, por ejemplo PowerShell, le agregó líneas. Expórtelo completo de una vez como “CSV UTF-8”.",
  too_large: () => "El archivo es muy grande. Divídalo en archivos de menos de 40 MB.",
  too_many_lines: (most) =>
    `El archivo tiene más de ${formatCount(Number(most))} líneas. Divídalo en varios.`,
  no_header: (said) =>
    `La primera línea no trae los nombres de las columnas${said ? `: dice “${said}”` : ""}. Ponga ahí los nombres, como en la plantilla.`,
  separator: () =>
    "Los nombres de las columnas están, pero no separados por punto y coma, coma, tabulación o barra. Guárdelo como “CSV UTF-8”.",
  too_wide: (most) =>
    `Una hoja tiene datos después de la columna ${most}. Borre lo que sobra a la derecha y guarde el libro.`,
  columns: (names) => `Estas columnas faltan o están dos veces en el encabezado: ${names}.`,
};

const many = (n: number, one: string, more: string) => `${formatCount(n)} ${n === 1 ? one : more}`;

/** What was assumed while a file was read, and what nobody would see in it. */
const notes = {
  title: "Así se leyó el archivo",
  encodings: {
    "utf-8": "UTF-8",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16",
    "windows-1252": "Windows-1252 (se supone)",
    cp850: "DOS, CP850 (se supone)",
    macintosh: "Mac antiguo (se supone)",
  } satisfies Record<Encoding, string>,
  encoding: (name: string) => `Letras: ${name}`,
  delimiters: { ";": "punto y coma", ",": "coma", "\t": "tabulación", "|": "barra" } as Readonly<
    Record<string, string>
  >,
  delimiter: (name: string) => `Separador: ${name}`,
  sheet: (name: string) => `Hoja: “${name}”`,
  above: (n: number) =>
    `Antes del encabezado se ${n === 1 ? "saltó" : "saltaron"} ${many(n, "línea", "líneas")}`,
  joined: (n: number) => `${many(n, "fila tiene", "filas tienen")} saltos de línea dentro de comillas`,
  assumed: "El archivo no está en UTF-8. Revise las tildes y las eñes de las primeras filas.",
  alike: (names: string) =>
    `Otras hojas traen las mismas columnas y no se leyeron: ${names}. Si van, impórtelas aparte.`,
  hiddenSheets: (n: number) =>
    `El libro tiene ${many(n, "hoja oculta que no se lee", "hojas ocultas que no se leen")}.`,
  hiddenRows: (n: number, lines: string) =>
    `${many(n, "fila oculta se lee", "filas ocultas se leen")} como las demás (líneas ${lines}). Si no van, bórrelas del libro.`,
  mixedDays: (columns: string) =>
    `En ${columns} unas celdas son fechas y otras son texto: un Excel de otro país pudo cambiar el día por el mes. Revise esas fechas.`,
  unsureDay: ({ said, day }: NonNullable<TableNotes["unsureDay"]>) =>
    `Ninguna fecha muestra si el día va antes que el mes. Se leyó el día primero: “${said}” es el ${longDate(day, "es-CO")}. Si no es así, exporte las fechas como año-mes-día.`,
  unended: ({ line, column }: NonNullable<TableNotes["unended"]>) =>
    `La línea ${line} no termina como las demás: si el archivo se cortó al copiarlo, a ${column} le puede faltar una parte. Compare esa línea, o exporte de nuevo.`,
  sample: "Las primeras filas, como se entendieron",
  days: (from: string, until: string) => `del ${from} al ${until}`,
  anyProvider: "Cualquier comercio con convenio",
};

const warnings: Record<Warning["code"], Words> = {
  agreement_ended: (nit) => `el convenio del NIT ${nit} ya terminó; la orden se importa así`,
  issued_long_ago: (day) => `la orden es del ${day}, hace años; revise la fecha`,
  valid_for_years: (years) => `la orden vale durante ${years} años; revise las fechas`,
  email_unread: () =>
    "no se pudo leer el correo del convenio: queda el que ya estaba, o ninguno; corríjalo en el archivo",
};

export const imports = {
  notes,
  warnings,
  faults,
  tableFaults,
  ordersTitle: (file: string) => `Órdenes de ${file}`,
  agreementsTitle: (file: string) => `Convenios de ${file}`,
  dryRun: "Simulación: no se guardó nada. Sin --dry-run el resultado es este mismo.",
  nothingDone: "No se guardó nada: hay líneas que no entran y se pidió --all-or-nothing.",
  noOrders: "El archivo no trae ninguna línea buena. No cuenta como una importación: revise cómo se exportó.",
  cancelled: "La importación se canceló desde la pantalla. Lo que ya había entrado queda así.",
  stopped: "Se interrumpió. Lo que ya había entrado queda así; importe el mismo archivo de nuevo.",
  movesTitle: "Convenios que cambian de empresa",
  move: (number: string, from: string, to: string) => `${number} pasa del NIT ${from} al NIT ${to}`,
  taken: (number: string, nit: string, name: string, known: string) =>
    `el NIT ${nit} de ${number} ya es de ${name} (convenio ${known})`,
  moveApplied: "se aplicó",
  moveHeld: "no se aplicó nada de esa línea (use --apply-nit-changes si es correcto)",
  bound: (orders: number, numbers: string) =>
    orders === 0
      ? "ninguna orden vigente depende del NIT anterior"
      : `${many(orders, "orden vigente sigue", "órdenes vigentes siguen")} a nombre del NIT anterior: ${numbers}`,
  shared: (orders: number, numbers: string) =>
    orders === 0
      ? "ninguna orden vigente depende de ese NIT"
      : `${many(orders, "orden vigente es", "órdenes vigentes son")} de ese NIT: ${numbers}`,
  boundSum: (amount: string, uses: number) => `por usar ${amount}, y ${many(uses, "uso", "usos")}`,
  readBefore: (when: string) => `Este mismo archivo ya se importó: ${when}`,
  lines: "Líneas leídas",
  inserted: "Nuevas",
  changed: "Cambiadas",
  repeated: "Repetidas, sin cambio",
  held: "Diferentes, sin aplicar",
  refused: "Rechazadas",
  faultsTitle: "Líneas rechazadas",
  line: (line: string) => `Línea ${line}`,
  changesTitle: "Registros conocidos que llegaron diferentes",
  applied: (columns: string) => `se aplicó ${columns}`,
  heldBack: (columns: string) => `no se aplicó ${columns} (use --apply-changes)`,
  stays: {
    used: (columns) =>
      `ya se usó, entera o en parte, y no cambia; lo que queda se anula en la plataforma (${columns})`,
    blocked: (columns) =>
      `la entidad la está revisando y no cambia: termine la revisión e importe otra vez (${columns})`,
    replaced: (columns) => `fue reemplazada y no cambia (${columns})`,
    issued_here: (columns) => `se emitió en esta plataforma y no cambia (${columns})`,
    voided_here: (columns) => `una persona de la entidad la anuló y no cambia (${columns})`,
    last_day: (columns) => `el tipo de orden no permite ese último día; no cambia (${columns})`,
    second_person: (columns) =>
      `por su valor la aprueban dos personas: súbala en la pantalla Importar y que otra la confirme (${columns})`,
    largest_value: (columns) => `el valor supera el máximo de su tipo de orden; no cambia (${columns})`,
    since_preview: (columns) =>
      `cambió aquí después de la vista previa: importe el archivo otra vez (${columns})`,
  } satisfies Record<KeptBecause, Words>,
  warning: "Aviso",
  warningsTitle: "Avisos",
  progress: (lines: string) => `${lines} líneas`,
  noFile: "Indique el archivo.",
  unknownOption: (option: string) => `No se entiende: ${option}`,
  ordersUsage: "Uso: npm run orders:import -- ARCHIVO [--dry-run] [--all-or-nothing] [--apply-changes]",
  agreementsUsage:
    "Uso: npm run convenios:import -- ARCHIVO [--dry-run] [--all-or-nothing] [--apply-nit-changes]",
  databaseDown: "La base de datos no responde. Revise DATABASE_URL y que el servidor esté encendido.",
  notMigrated: "La base de datos no está preparada. Ejecute primero: npm run db:migrate",
  otherKeys: "Las claves no son las que cifraron los datos. Revise AUTH_SECRET, DATA_KEYS e INDEX_KEY.",
  failed: (reason: string) => `No se pudo importar: ${reason}`,
};
