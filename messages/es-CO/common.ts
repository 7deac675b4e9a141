import type { RefusalCode } from "@/domain/refusal";

const refusals: Record<RefusalCode, string> = {
  not_allowed: "Su usuario no tiene permiso para hacer esto.",
  bad_credentials: "El correo o la contraseña no coinciden. Revise mayúsculas.",
  too_many_attempts: "Hubo varios intentos seguidos. Espere un momento antes de intentar de nuevo.",
  link_not_usable: "Este enlace ya se usó, venció o hay uno más nuevo.",
  password_personal: "Esa contraseña contiene su NIT, su número de identificación o su correo. Escriba otra.",
  email_taken: "Ese correo ya tiene una cuenta. Ingrese con ella o escriba otro correo.",
  already_invited: "Ya hay una invitación pendiente para ese correo.",
  last_owner: "Usted es el único dueño de la cuenta. Nombre otro dueño primero.",
  member_not_found: "Esa persona ya no está en su equipo.",
  request_not_found: "No encontramos esa solicitud.",
  request_already_decided: "Esta solicitud ya fue decidida. Actualice la página para ver la decisión.",
  request_not_correctable: "Esta solicitud no está devuelta para corrección.",
  nit_has_owner: "Ese NIT ya tiene un proveedor aprobado.",
  no_agreement_in_force: "No se puede aprobar: ese NIT no tiene un convenio vigente.",
  documents_missing: "Faltan documentos.",
  provider_not_found: "No encontramos ese proveedor.",
  provider_state_changed: "El proveedor ya cambió de estado. Actualice la página.",
  caja_changed: "Alguien guardó otros cambios mientras usted escribía. Abra la página de nuevo.",
  wrong_password: "La contraseña no es la suya. Revise mayúsculas.",
  key_changed: "Alguien cambió las llaves antes que usted. Abra la página de nuevo.",
  keys_full: "Ya se hicieron 255 llaves y no caben más en el código.",
};

const frame = {
  skip: "Saltar al contenido",
  product: "Proveedores",
  siteTitle: (caja: string) => `Proveedores de ${caja}`,
  account: "Su cuenta",
  signIn: "Ingresar",
  signOut: "Salir",
  demonstration: "Datos de demostración",
  callUs: "¿Dudas? Llame al",
  footer: "Ayuda y datos",
  help: "Ayuda",
  accessibility: "Accesibilidad",
  privacy: "Privacidad",
  dataRights: "Hábeas data",
  otherLanguage: "English",
  back: "Volver",
  home: "Ir al inicio",
};

const nav = {
  provider: "Menú de su empresa",
  lookUp: "Consultar",
  applications: "Aplicaciones",
  team: "Equipo",
  admin: "Menú de la caja",
  today: "Hoy",
  requests: "Solicitudes",
  providers: "Proveedores",
  orders: "Órdenes",
  audit: "Bitácora",
  settings: "Ajustes",
};

export const common = { frame, nav, refusals };
