import { theTime } from "@/lib/format/date";
import { accountErrors as errors } from "./account-errors";

const form = {
  continue: "Continuar",
  sending: "Enviando…",
  errorSummary: "Revise esto",
  wait: "Puede intentar de nuevo desde {hora}",
  show: "Ver",
  hide: "Ocultar",
  errors,
};

const back = "Volver";
const step = (number: number) => `Paso ${number} de 4`;

const consent = {
  stepTitle: "Sus datos",
  lead: (caja: string) => `${caja} usará estos datos para:`,
  uses: {
    review: "crear su usuario y revisar las solicitudes de su empresa",
    lookups: "saber quién consultó cada orden y prevenir fraudes",
    notices: "enviarle por correo los avisos del servicio",
  },
  rights:
    "Puede conocerlos, corregirlos, pedir que los borremos y retirar esta autorización cuando quiera. Es la Ley 1581 de 2012.",
  policy: "Leer la política de tratamiento de datos",
  rules: "Leer las reglas de uso",
  rulesText:
    "Use este portal solo para validar órdenes que le presenten en su establecimiento. Cada consulta queda registrada con su nombre. Usar mal los datos de otras personas es sancionable (Ley 1581 de 2012 y artículo 269F del Código Penal).",
  treatment: (caja: string) => `Autorizo a ${caja} a tratar mis datos para esto`,
  terms: "Acepto las reglas de uso",
  messages: "Quiero recibir otros avisos por mensaje (opcional)",
  without: (phone: string) => `Si no quiere dar la autorización, puede llamar al ${phone}.`,
};

const company = {
  stepTitle: "Su empresa",
  form: {
    nit: "NIT",
    nitHint: "Como aparece en el RUT, sin el número después del guion",
    checkDigit: "DV",
    checkDigitHint: "Después del guion",
    legalName: "Razón social",
    legalNameHint: "Si es persona natural, su nombre completo",
    municipality: "Municipio",
    municipalityHint: "Escriba municipio y departamento. Ejemplo: Barranquilla, Atlántico",
    address: "Dirección del negocio",
    phone: "Teléfono",
    phoneHint: "Diez números. Ejemplo: 605 323 5000",
  },
};

const person = {
  stepTitle: "Usted",
  form: {
    name: "Nombres y apellidos",
    idKind: "Tipo de identificación",
    idKindEmpty: "Elija uno",
    idNumber: "Número de identificación",
    email: "Correo",
    emailHint: "Le enviaremos un enlace para confirmarlo",
    mobile: "Celular",
  },
  idKinds: {
    CC: "Cédula de ciudadanía",
    CE: "Cédula de extranjería",
    PPT: "Permiso por Protección Temporal",
    PA: "Pasaporte",
    CD: "Carné diplomático",
  },
};

const review = {
  stepTitle: "Revise sus respuestas",
  companyHeading: "Su empresa",
  personHeading: "Usted",
  consentHeading: "Su autorización",
  consented: "Autorizó el tratamiento de sus datos y aceptó las reglas de uso",
  messages: "Otros avisos por mensaje",
  yes: "Sí",
  no: "No",
  change: "Cambiar",
  the: (label: string) => label.toLowerCase(),
  submit: "Crear la cuenta",
};

const sent = {
  title: "Confirme su correo",
  mailed: (email: string) => `Le enviamos un correo a ${email}`,
  next: "Qué sigue",
  steps: {
    open: "Abra el correo. Mire también en “no deseados”.",
    press: "Abra el enlace y elija su contraseña. El enlace sirve durante una hora.",
    request: "Ingrese y solicite la aplicación CONVENIOS.",
  },
  several: "¿Le llegaron varios? Abra el más reciente en este mismo dispositivo.",
  again: "Enviar de nuevo",
  againAfter: (time: string) => `Si no llega, después de ${theTime(time)} puede pedir otro.`,
  changeEmail: "Cambiar el correo",
};

const nitTaken = {
  title: "Este NIT ya tiene cuenta",
  text: "Pida una invitación a su empresa: la envía un dueño de la cuenta desde “Equipo”.",
  recover: "Si usted ya tenía acceso, puede cambiar la contraseña.",
  recoverLink: "Recuperar el acceso",
  other: "Escribir otro NIT",
};

const link = {
  used: "Este enlace ya se usó",
  usedText: "Si su cuenta ya existe, ingrese con su correo y su contraseña.",
  expired: "El enlace venció",
  expiredText: "Los enlaces sirven durante una hora.",
  superseded: "Hay un enlace más nuevo",
  supersededText: "Le enviamos un correo más reciente. Use el enlace del último.",
  cancelled: "La invitación fue cancelada",
  cancelledText: "Pida una nueva al dueño de la cuenta de su empresa.",
  inviter_left: "La invitación ya no vale",
  inviterLeftText: "Quien la envió ya no puede invitar. Pida una nueva a su empresa o a la entidad.",
  unknown: "No encontramos este enlace",
  unknownText: "Ábralo de nuevo desde el correo, completo.",
  sendAnother: "Enviar otro",
  another: "Le enviamos otro enlace. Revise su correo.",
  signIn: "Ingresar",
  register: "Registrar mi negocio",
};

const password = {
  label: "Contraseña",
  hint: "Mínimo 15 letras o números. Una frase así sirve, pero no esta: “los lunes surto la vitrina”.",
};

const confirm = {
  title: "Elija su contraseña",
  company: (name: string, nit: string) => `Se crea la cuenta de ${name}, NIT ${nit}.`,
  lead: (email: string) => `Con ella y con su correo ${email} entrará al portal.`,
  submit: "Confirmar y entrar",
};

const further = {
  title: "Agregue la empresa a su cuenta",
  company: (name: string, nit: string) => `Se agrega ${name}, NIT ${nit}.`,
  known: (email: string) =>
    `Usted ya tiene una cuenta con el correo ${email}. Escriba su contraseña de siempre: seguirá con una sola cuenta y escogerá con qué empresa trabaja.`,
  submit: "Agregar y entrar",
};

const signIn = {
  title: "Ingresar",
  form: {
    email: "Correo electrónico",
    password: "Contraseña",
    submit: "Ingresar",
    forgot: "Olvidé la contraseña",
    noAccount: "¿No tiene cuenta?",
    register: "Regístrese",
  },
  /** Why somebody must sign in again. */
  ended: {
    idle: "Cerramos la sesión porque pasó mucho tiempo sin usarse.",
    too_old: "Cerramos la sesión porque llegó a su tiempo máximo.",
    closed:
      "Cerramos la sesión porque usted salió, la cerró o cambió la contraseña en otro dispositivo, o entró en demasiados.",
    moved:
      "Cerramos la sesión porque llegó desde otro dispositivo u otro navegador. Si no fue usted, cambie su contraseña.",
    no_access: "Cerramos la sesión porque esta cuenta ya no tiene acceso.",
    gone: "En este navegador ya no hay una sesión abierta.",
  },
  typedWaits: "Lo que escribió no se perdió: ingrese y lo encontrará como lo dejó.",
  goOn: "Ingrese y seguirá donde iba.",
  saved: "Su contraseña quedó guardada. Ingrese con ella.",
};

const recover = {
  title: "Recuperar el acceso",
  lead: "Escriba su correo. Le enviaremos un enlace para elegir otra contraseña.",
  email: "Correo",
  submit: "Enviar el enlace",
  sentTitle: "Revise su correo",
  sentText:
    "Si ese correo tiene cuenta, le enviamos un enlace. Llega en unos minutos; mire también en “no deseados”. Si ya pidió varios, use el último que le llegó.",
};

const reset = {
  title: "Elija una contraseña nueva",
  lead: (email: string) => `Es para ${email}. Cerraremos las demás sesiones abiertas.`,
  submit: "Guardar la contraseña",
};

const team = {
  title: "Equipo",
  lead: "Invite a su equipo. Cada quien con su propio acceso: así se sabe quién consultó cada orden.",
  members: "Personas con acceso",
  you: "(usted)",
  pending: "Invitaciones pendientes",
  sentOn: (when: string) => `Enviada el ${when}`,
  resend: "Enviar de nuevo",
  cancel: "Cancelar la invitación",
  remove: "Quitar",
  inviteHeading: "Invitar a una persona",
  form: {
    name: "Nombres y apellidos",
    email: "Correo",
    role: "Qué puede hacer",
    submit: "Enviar la invitación",
  },
  roles: {
    owner: "Dueño",
    clerk: "Registra",
    viewer: "Solo consulta",
  },
  roleHints: {
    owner: "Todo: solicita aplicaciones y maneja el equipo",
    clerk: "Consulta órdenes y registra su uso",
    viewer: "Consulta y compara órdenes, y reporta novedades",
  },
  removeTitle: (name: string) => `¿Quitar a ${name}?`,
  removeText: "Perderá de inmediato el acceso a su empresa. Lo que consultó sigue en los registros.",
  removeConfirm: "Sí, quitar",
  keep: "No, volver",
};

const invitation = {
  title: "Acepte la invitación",
  lead: (inviter: string, provider: string) =>
    `${inviter} lo invita a trabajar con ${provider} en este portal.`,
  ownerLead: (caja: string, provider: string) =>
    `${caja} lo nombró dueño de ${provider} en este portal. Al aceptar, quien era el dueño deja de serlo.`,
  code: "Código que le dio la entidad",
  codeHint: "Ocho letras y números. Si no lo tiene, llame a la entidad.",
  as: (role: string) => `Su acceso será: ${role}.`,
  known: (email: string) =>
    `Usted ya tiene una cuenta con el correo ${email}. Acepte con su contraseña de siempre: seguirá con una sola cuenta y escogerá con qué empresa trabaja.`,
  submit: "Aceptar y entrar",
};

const mailbox = {
  title: "Buzón de la demostración",
  lead: "Estos son los correos que se habrían enviado. Aquí no sale ninguno.",
  empty: "Todavía no hay correos",
  emptyText: "Regístrese o haga una solicitud y aparecerán aquí.",
  to: (email: string) => `Para: ${email}`,
};

export const account = {
  form,
  back,
  step,
  registration: "Registro",
  consent,
  company,
  person,
  review,
  sent,
  nitTaken,
  link,
  password,
  confirm,
  further,
  signIn,
  recover,
  reset,
  team,
  invitation,
  mailbox,
};
