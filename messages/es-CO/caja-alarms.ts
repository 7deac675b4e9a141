import { sentence } from "@/lib/format/sentence";

export const adminAlarms = {
  title: "Requiere atención",
  jobs: {
    retention: "No se están borrando los datos que ya cumplieron su plazo.",
    mail: "No están saliendo los correos.",
    sealing: "No se están cifrando los datos que guardó una versión anterior.",
    audit: "Nada fuera de la base prueba los últimos eventos de la bitácora.",
    settlement: "No se están resumiendo las cifras de la liquidación. Siguen siendo correctas.",
    import: "No se están revisando las importaciones de órdenes.",
  },
  key: (id: number, since: string) =>
    `La llave ${id}, que firma las órdenes${since ? ` desde el ${since}` : ""}, está cerca de su fin. Rótela este mes.`,
  renewals: (providers: number, since: string) =>
    `${providers === 1 ? "1 proveedor tiene documentos por renovar y no los ha enviado" : `${providers} proveedores tienen documentos por renovar y no los han enviado`}; el más antiguo, desde el ${since}. Su acceso sigue igual.`,
  seeRenewals: "Ver los proveedores",
  seeKeys: "Ver las llaves",
  otherJob: "No está funcionando una tarea del sistema.",
  since: (when: string) => sentence(`La última vez que funcionó fue el ${when}`),
  never: "Todavía no ha funcionado.",
  tellSystems: (what: string) => `Avise a sistemas y dé este dato: ${what}.`,
  mails: "Correos que no se pudieron entregar",
  mailsAdvice: "Llame a la persona y revise su correo. Estos avisos se quitan solos después de 30 días.",
  mailAbout: {
    registration: "Confirmación de un registro",
    password: "Cambio de contraseña",
    factor: "Aviso de un segundo factor",
    invitation: "Invitación a un equipo",
    request: "Aviso de una solicitud",
    orders: "Aviso de importaciones de órdenes",
    desk: "Aviso a una persona de la entidad",
    report: "Aviso de una novedad",
    order: "Aviso de un uso que se pidió anular",
    use: "Aviso de un uso objetado o devuelto",
    provider: "Aviso del estado de un proveedor",
    account: "Aviso sobre una cuenta",
    rights: "Aviso de una petición sobre datos personales",
    payment: "Aviso de un pago",
    agreement: "Aviso de un convenio que termina",
    agreements: "Aviso de convenios que terminan",
    audit: "Cabeza de la bitácora",
  },
  /** Of an event that an earlier version had. */
  otherMail: "Correo",
  unknownAddress: "una dirección que ya no se puede leer",
  mailNumber: (about: string, number: string) => `${about}, ${number},`,
  mail: (about: string, to: string, when: string, error: string) =>
    `${sentence(`${about} a ${to}, ${when}`)}${error ? ` El otro correo no lo recibió. Dé este dato a sistemas: ${error}.` : ""}`,
  misses: "Muchas consultas sin resultado",
  missesAdvice:
    "Puede ser alguien que busca adivinar, o un papel mal impreso. Ningún otro proveedor quedó bloqueado. Hable con los proveedores y revise las órdenes.",
  missSubjects: {
    affiliate: () => "sobre una misma identificación",
    order: (number: string) => `sobre el número ${number}`,
    person: (name: string) => `de ${name}`,
    provider: () => "de un mismo proveedor",
    network: (address: string) => `desde la conexión ${address}`,
  },
  missOfNoOrder: "sobre un mismo número que ninguna orden tiene",
  miss: (misses: number, about: string, when: string, providers: string) =>
    sentence(`${misses} consultas sin resultado ${about}, ${when}: ${providers}`),
  seeOrder: "Ver una de sus órdenes",
};
