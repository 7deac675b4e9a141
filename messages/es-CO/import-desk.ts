import { formatCount } from "@/lib/format/money";
import { sentence } from "@/lib/format/sentence";

const count = (n: number, one: string, many: string) => `${formatCount(n)} ${n === 1 ? one : many}`;

export const adminImports = {
  title: "Importar órdenes",
  intro:
    "Suba el archivo del sistema de la entidad: CSV o Excel (.xlsx), con hasta 200.000 líneas y 40 MB. Ninguna orden entra antes de que usted confirme.",
  template: "Descargar la plantilla",
  file: "Archivo de órdenes",
  fileHint: "La primera línea lleva los nombres de las columnas, como en la plantilla.",
  upload: "Subir y revisar",
  errorTitle: (title: string) => `Error: ${title}`,
  fileMissing: "Elija el archivo.",
  uploadFailed: "El archivo no llegó completo. Súbalo de nuevo.",
  past: "Importaciones",
  tabsLabel: "Ver",
  all: "Todas",
  toLookAt: "Por revisar",
  noneToLookAt: "Ninguna importación está por revisar.",
  none: "Todavía no se ha importado ningún archivo.",
  more: (shown: number) => `Se muestran las ${shown} más recientes.`,
  when: "Cuándo",
  who: "Quién",
  byCommand: "Línea de comandos",
  fileName: "Archivo",
  digest: "Huella (SHA-256)",
  state: "Estado",
  states: {
    uploading: "Subiendo",
    preview_queued: "En revisión",
    previewed: "Por confirmar",
    import_queued: "Importando",
    running: "Importando",
    finished: "Terminada",
    cancelled: "Cancelada",
    failed: "No se pudo",
  },
  outcome: "Resultado",
  outcomeOf: (inserted: number, changed: number, refused: number) =>
    `${count(inserted, "nueva", "nuevas")}, ${count(changed, "cambiada", "cambiadas")}, ${count(refused, "con error", "con error")}`,
  back: "Volver a importar",
  runTitle: (state: string) => `Importación: ${state.toLowerCase()}`,
  uploaded: "Subido",
  lines: "Líneas leídas",
  good: "Listas para entrar",
  moves: "Cambian de estado",
  movesHint: "Anuladas o utilizadas en el sistema de la entidad. Se aplican al confirmar.",
  different: "Con datos diferentes",
  repeated: "Repetidas, ya están",
  refused: "Con error, no entran",
  inserted: "Entraron nuevas",
  changed: "Cambiadas",
  held: "Diferentes, sin aplicar",
  progressReading: "Revisando el archivo",
  progressLoading: "Importando las órdenes",
  /** Carry `{hechas}`, `{todas}` and `{cuanto}`. */
  progressSome: "{hechas} líneas",
  progressOf: "{hechas} de {todas} líneas",
  progressText: "Va en el {cuanto} %",
  progressNote: "Puede cerrar esta página: el trabajo sigue. Vuelva cuando quiera.",
  readBefore: (when: string) => sentence(`Este archivo ya se importó el ${when}`),
  readBeforeText: "Si lo importa otra vez, lo que ya está no cambia ni se repite.",
  faultsTitle: "Líneas con error",
  faultsCaption: (shown: number, all: number) =>
    shown < all
      ? `Las primeras ${formatCount(shown)} de ${formatCount(all)} líneas con error. Todas están en la descarga.`
      : `${count(all, "línea con error", "líneas con error")}`,
  line: "Línea",
  surplus: (nth: number) => `SOBRA_${nth}`,
  column: "Columna",
  cell: "Decía",
  why: "Qué pasa y cómo se arregla",
  wholeLine: "Toda la línea",
  download: (lines: number) => `Descargar ${count(lines, "línea con error", "líneas con error")}`,
  downloadHint: "Corrija ahí esas líneas y suba ese mismo archivo.",
  forgotten: "Lo que decían las líneas ya se borró: se guarda un día.",
  changesTitle: "Órdenes que llegaron diferentes",
  changesCaption: (shown: number, all: number) =>
    shown < all
      ? `Las primeras ${formatCount(shown)} de ${formatCount(all)}`
      : `${count(all, "orden", "órdenes")}`,
  number: "Nro Documento",
  applies: "Se aplica",
  applied: "Se aplicó",
  stays: "Queda como está",
  staysBecause: {
    used: "ya se usó, entera o en parte; lo que queda se anula en su ficha",
    blocked: "la entidad la está revisando: termine la revisión e importe otra vez",
    replaced: "fue reemplazada",
    issued_here: "se emitió aquí",
    voided_here: "una persona de la entidad la anuló",
    largest_value: "el valor supera el máximo de su tipo de orden",
    since_preview: "cambió después de la vista previa: suba el archivo otra vez",
    last_day: "el tipo de orden no permite ese último día",
    second_person: "por su valor, la confirma otra persona, no quien subió el archivo",
  },
  warningsTitle: "Avisos",
  warning: (line: string, text: string) => `Línea ${line}: ${text}.`,
  moreWarnings: (more: number) => `Y ${count(more, "aviso más", "avisos más")}.`,
  applyChanges: (orders: number) =>
    `Aplicar también los datos diferentes de ${count(orders, "orden", "órdenes")}`,
  applyHint: "Sin esta marca, esas órdenes quedan como están.",
  confirm: (orders: number) => `Importar ${count(orders, "orden", "órdenes")}`,
  confirmChanges: "Confirmar",
  cancel: "Cancelar",
  sending: "Enviando…",
  nothing: "No hay nada que importar.",
  nothingText: "Todas las líneas buenas ya están en el sistema.",
  finishedText: (when: string) => `Terminó el ${when}; los proveedores ya consultan estas órdenes.`,
  cancelledText: (orders: number) =>
    orders === 0
      ? "No se importó nada. El archivo se borró."
      : `Se canceló mientras se importaba: ${count(orders, "orden ya había entrado y queda", "órdenes ya habían entrado y quedan")} así. El archivo se borró.`,
  cancelWorking: "Detener la importación",
  cancelHint: "Lo que ya entró queda así; el resto no entra.",
  understood: "Comercio",
  affiliate: "Afiliado",
  identity: "Identificación",
  value: "Valor",
  issuedOn: "Fecha",
  validUntil: "Vence",
  failures: {
    gave_up:
      "El archivo detuvo tres veces el programa que lo lee, y no se intenta más. Lo que haya entrado, entró bien. Divídalo en varios, o ábralo y guárdelo como CSV UTF-8, y súbalo de nuevo.",
    too_slow:
      "El archivo tardó más de 15 minutos en leerse y se detuvo. Lo que haya entrado, entró bien. Divídalo en varios y súbalo de nuevo.",
    interrupted:
      "La importación se interrumpió antes de terminar. Lo que haya entrado, entró bien; importe el mismo archivo de nuevo.",
    all_or_nothing: "No entró nada: el archivo tenía líneas con error y se pidió todo o nada.",
    unexpected: "Hubo un error nuestro. Lo que haya entrado, entró bien; suba el archivo de nuevo.",
  },
  faultReason: "MOTIVO",
  staleLabel: "Órdenes sin actualizar",
  stale: (when: string, hours: number) =>
    `Las órdenes no se actualizan desde el ${when}; el límite es de ${count(hours, "hora", "horas")}.`,
  staleAction: "Importar un archivo",
  email: {
    staleSubject: "Las órdenes no se han actualizado",
    staleText: (when: string, hours: number, signature: string) =>
      `El último archivo con algo distinto se importó el ${when}; pasaron más de ${count(hours, "hora", "horas")}, el límite de sus ajustes. Si después llegó otra vez el mismo archivo, no trajo nada nuevo.\n\nMientras no se importe otro, los proveedores no ven las órdenes nuevas ni las anuladas. Revise el envío del sistema de la entidad.\n\n${signature}`,
  },
};
