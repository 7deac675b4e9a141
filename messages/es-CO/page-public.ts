import { fault } from "./page-fault";
import { unavailable } from "./page-unavailable";

const home = {
  greeting: (portal: string) =>
    portal === "Plataforma Hanna"
      ? "Bienvenido a nuestra plataforma de Servicios Hanna"
      : `Bienvenido a ${portal}`,
  pageTitle: (portal: string, caja: string) =>
    `${portal} · Proveedores de ${caja}: confirme órdenes de adelanto por subsidios`,
  description: "Portal para los comercios con convenio: consulte la orden de papel antes de entregar.",
  title: "Confirme la orden antes de entregar",
  lead: "Para comercios con convenio. Escriba los números del papel y vea la orden que hizo la entidad.",
  signIn: "Ingresar",
  register: "Registrar mi negocio",
  sampleCaption: "Así es una orden. El número que se escribe está arriba a la derecha.",
  sampleTitle: "ORDEN",
  sampleKind: "Adelanto por subsidios",
  sampleNumber: "Nro Documento",
  sampleAffiliate: "Afiliado",
  sampleValue: "Valor",
  sampleSign: "Firma del funcionario",
  howTitle: "Cómo funciona",
  steps: {
    register: { title: "Regístrese", text: "Con el NIT de su negocio y un correo que usted revise." },
    request: {
      title: "Pida la aplicación CONVENIOS",
      text: "Suba el RUT y la Cámara de Comercio, en foto o PDF. La entidad le responde por correo.",
    },
    check: {
      title: "Consulte cada orden",
      text: "Escriba la cédula, el tipo y el número. Compare lo que ve con el papel.",
    },
  },
  needTitle: "Para registrarse necesita",
  needs: {
    nit: "El NIT con su dígito de verificación. Está en el RUT.",
    documents: "RUT y Cámara de Comercio. Se piden después, con la solicitud.",
    mail: "Un correo que usted revise. Allí le llega el enlace para entrar.",
  },
};

const contact = {
  phone: "Teléfono",
  otherPhone: "Otro teléfono",
  hours: "Horario",
  mail: "Correo",
  address: "Oficina",
};

const accessibility = {
  title: "Accesibilidad",
  goal: "Queremos que cualquier persona pueda usar este portal. Nuestra meta es la norma WCAG 2.2, nivel AA.",
  doneTitle: "Qué puede esperar",
  done: {
    reader: "Funciona con lector de pantalla y con teclado.",
    zoom: "Puede agrandar la letra al 400 % sin perder nada.",
    color: "Cada respuesta tiene forma, palabra y color. El color nunca va solo.",
    dark: "Sigue los ajustes de su dispositivo: claro u oscuro, más contraste, sin movimiento.",
    script: "Las páginas funcionan también si su navegador no ejecuta JavaScript.",
  },
  missingTitle: "Qué falta",
  missing:
    "Lo revisamos con pruebas automáticas en cada página. Todavía no lo hemos probado con suficientes personas.",
  askTitle: "Si algo no le funciona",
  ask: "Cuéntenos qué quería hacer y en qué página. También puede hacer su consulta por teléfono.",
};

const privacy = {
  title: "Privacidad",
  lead: (caja: string) => `Esta es la política de tratamiento de datos personales de ${caja}.`,
  version: (id: number, date: string) => `Versión ${id}, publicada el ${date}`,
  none: "La entidad todavía no ha publicado su política en este portal. Pídala por teléfono.",
  rights: "Ver, corregir o borrar sus datos",
  keptTitle: "Qué guarda este portal en su navegador",
  kept: {
    session: "Su sesión, hasta 7 días: así no tiene que ingresar en cada página. Se borra cuando usted sale.",
    device:
      "Que su cuenta ya ingresó en este dispositivo, 180 días: así los intentos de otros no lo dejan por fuera.",
    visitor: "Un número al azar, un día: así no lo confundimos con otras personas de su misma red.",
    counter: "El punto de pago de este dispositivo, si lo eligió, 400 días.",
    paired: "Que este dispositivo está emparejado con un punto de pago, 30 días.",
    provider: "Con cuál empresa trabajó la última vez en este dispositivo, si tiene varias, 400 días.",
    settings: "Su idioma, si quiere sonido y en qué tamaño de papel imprime, un año.",
    typed: "Lo que va escribiendo en un formulario, para que no lo pierda, y lo que busca en una lista.",
    registration: "Su registro, mientras lo termina, 8 días; y su petición de hábeas data, 30 minutos.",
    offline:
      "En Consultar, lo que hace falta para leer órdenes sin internet, lo que falta por preguntar y sus últimas respuestas, cifradas.",
  },
  keptNote: "Nada de esto es publicidad ni va a otras empresas.",
};

const dataRights = {
  title: "Hábeas data",
  lead: "Los datos son suyos. La Ley 1581 de 2012 le permite pedir esto:",
  rights: {
    know: "Saber qué datos suyos tenemos y para qué los usamos.",
    correct: "Corregir o actualizar lo que esté mal.",
    proof: "Ver la autorización que usted dio.",
    withdraw: "Retirar la autorización o pedir que los borremos, si la ley no obliga a guardarlos.",
    free: "Consultar sus datos gratis.",
  },
  howTitle: "Cómo pedirlo",
  how: "Pídalo aquí mismo, sin cuenta. También puede escribir o llamar a la entidad: diga su nombre, su número de documento y qué necesita.",
  whenTitle: "Cuándo le respondemos",
  query: "Una consulta: en 10 días hábiles. Si hace falta más, le avisamos y son 5 más.",
  claim: "Un reclamo: en 15 días hábiles. Si hace falta más, le avisamos y son 8 más.",
  authority: "Si la respuesta no le sirve, puede quejarse ante la Superintendencia de Industria y Comercio.",
  controller: "Responsable",
  policy: "Leer la política completa",
};

const notSignedIn = {
  title: "Ingrese para ver esto",
  text: "Su sesión terminó o todavía no ha ingresado. Ingrese con su correo y su contraseña y vuelva a abrirlo.",
};

const notAllowed = {
  title: "Esta página no es para su usuario",
  text: "Su cuenta está bien. Lo que buscaba lo puede hacer otra persona con más permisos.",
  ask: "Pídale al dueño de la cuenta de su empresa, o al administrador de la entidad.",
};

const notFound = {
  title: "No encontramos esta página",
  text: "Revise la dirección. También puede ser una página que ya no existe.",
};

/** After a form that was sent while the database did not answer. */
const unknownSave = {
  title: "No supimos si quedó guardado",
  what: "El sistema no respondió a tiempo.",
  todo: "Espere unos segundos y mire si quedó, o si le llegó nuestro correo. Envíelo otra vez solo si no quedó.",
  again: "Ver qué pasó",
};

export const publicPages = {
  fault,
  home,
  contact,
  accessibility,
  privacy,
  dataRights,
  notSignedIn,
  notAllowed,
  notFound,
  unavailable: { ...unavailable, call: "¿Urgente? Llame al", again: "Intentar de nuevo" },
  unknownSave,
};
