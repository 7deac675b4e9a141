import { desk } from "./manual-desk";
import { shop } from "./manual-shop";
import { verdicts } from "./manual-verdicts";

/** The manual at /ayuda and its PDF. */
export const manual = {
  title: (portal: string) => `Instructivo ${portal}: Proveedores`,
  deskTitle: (portal: string) => `Instructivo ${portal}: para la entidad`,
  version: (version: string, date: string) => `Versión ${version}, ${date}`,
  search: "Buscar en el instructivo",
  find: "Buscar",
  /** "#" is how many. */
  inParts: { one: "Está en 1 parte", many: "Está en # partes", none: "No está en el instructivo" },
  noneAdvice: "Pruebe con otra palabra, o llame a la central de atención al cliente.",
  everything: "Ver todo el instructivo",
  contents: "Contenido",
  pdf: "Descargar el instructivo en PDF",
  toDesk: "Segunda parte: para la entidad",
  toDeskHint: "La leen las personas de la entidad con su usuario.",
  toShop: "Primera parte: para los comercios",
  deskOnlyTitle: "Esta parte es para la entidad",
  deskOnly:
    "Aquí se explica cómo aprobar, emitir, importar y liquidar. La leen las personas de la entidad con su usuario.",
  deskOnlyOther: "Usted ingresó con el usuario de un comercio. Lo suyo está en la primera parte.",
  signIn: "Ingresar como persona de la entidad",
  verdictsTitle: "Qué quiere decir cada respuesta",
  verdictsText:
    "Cada respuesta tiene una forma, una palabra y un color. Verde: siga. Rojo: pare. Amarillo: revise. Azul: información.",
  means: "Qué quiere decir",
  act: "Qué hace usted",
  say: "Qué le dice a la persona",
  signals: { go: "Verde: siga", stop: "Rojo: pare", warn: "Amarillo: revise", info: "Azul: información" },
  callTitle: "Hable con la entidad",
  onPage: (page: string) => `Página ${page}`,
  pictures: {
    applications: "La página Aplicaciones, con la tarjeta PROVEEDORES y el botón Acceder.",
    register: "El segundo paso del registro: NIT, DV, razón social, municipio, dirección y teléfono.",
    request: "La solicitud de CONVENIOS, con los campos para adjuntar el RUT y la Cámara de Comercio.",
    lookUp: "La página Consultar, con Nit / Cédula, Tipo Documento, Nro Documento y CONSULTAR ORDEN.",
    found: "Una orden encontrada, con sus datos para comparar con el papel.",
    receipt: "El comprobante de un uso registrado, con su número y el valor.",
    history: "El historial, con las consultas y los usos de cada día.",
    today: "La página Hoy, con lo que espera a la entidad.",
    decide: "Una solicitud por decidir, con los datos del comercio y sus documentos.",
    issue: "El formulario de una orden nueva.",
    import: "La vista previa de un archivo, con las líneas que no entran y por qué.",
    settle: "Los usos de un proveedor en la liquidación, con su estado.",
  },
  shop,
  verdicts,
  desk,
};
