import type { RefusalCode } from "@/model/refusal";

const refusals: Record<RefusalCode, string> = {
  not_allowed: "Su usuario no tiene permiso para hacer esto.",
  other_provider:
    "No se registró nada: usted abrió este formulario en {partes} y después pasó a otra empresa. Vuelva a esa empresa desde el menú, o abra de nuevo esta página.",
  unexpected:
    "El problema es nuestro. Intente de nuevo en unos minutos. Si sigue igual, llame a la entidad y dé este código: {codigo}",
  unreadable: "Tiene signos que no se pueden leer. Bórrelo y escríbalo de nuevo.",
  bad_credentials: "El correo o la contraseña no coinciden. Revise mayúsculas.",
  last_attempt:
    "El correo o la contraseña no coinciden. Revise mayúsculas. Le queda un intento: si falla, tendrá que esperar {minutos} minutos.",
  too_many_attempts: "Hubo varios intentos seguidos. Espere un momento antes de intentar de nuevo.",
  busy: "En este momento hay muchas personas en el portal. Espere unos segundos e intente de nuevo.",
  link_not_usable: "Este enlace ya se usó, venció o hay uno más nuevo.",
  password_personal:
    "Esa contraseña está hecha de su nombre, su empresa, la entidad, su NIT, su número de identificación o su correo. Escriba otra.",
  password_same: "La contraseña nueva es igual a la de ahora. Escriba otra.",
  password_common:
    "Esa contraseña es muy común o se arma con una muy común. Escriba otra: una frase de cuatro palabras que nadie espere sirve.",
  email_taken: "Ese correo ya tiene una cuenta. Ingrese con ella o escriba otro correo.",
  email_same: "Ese es el correo que ya usa. Escriba otro.",
  already_invited: "Ya hay una invitación pendiente para ese correo.",
  team_not_approved:
    "Podrá invitar a su equipo cuando la entidad apruebe la primera solicitud de su empresa.",
  last_owner: "Usted es el único dueño de la cuenta. Nombre otro dueño primero.",
  own_access: "Su rol y su acceso los cambia otro administrador.",
  official_not_found: "Esa persona ya no está en la lista.",
  official_changed:
    "Este acceso cambió después de que usted abrió esta página. Abra la lista otra vez y mire cómo quedó.",
  official_email_taken:
    "Ese correo ya es de una persona de la entidad o de un proveedor. Si ya no tiene acceso, devuélvaselo en la lista; si no, escriba otro correo.",
  member_not_found: "Esa persona ya no está en su equipo.",
  request_not_found: "No encontramos esa solicitud.",
  request_already_decided: "Esta solicitud ya se decidió. No cambió nada: vea la decisión en su página.",
  nothing_to_renew: "Ya no hay ningún documento por renovar.",
  request_not_correctable: "Esta solicitud no está devuelta para corrección.",
  nit_has_owner: "Ese NIT ya tiene un proveedor aprobado.",
  agreement_number_taken: "Ese número ya es de otro convenio. Búsquelo en la lista.",
  agreement_changed:
    "Este convenio cambió después de que usted abrió esta página. Ábrala otra vez: lo que escribió no se guardó.",
  agreement_not_found: "Ese convenio ya no está.",
  no_agreement_in_force: "No se puede aprobar: ese NIT no tiene un convenio vigente.",
  wrong_check_digit: "No se puede aprobar: el dígito de verificación no corresponde al NIT.",
  decision_stands:
    "Ya no se puede deshacer: pasaron los 10 segundos, el correo salió o la decisión es de otra persona.",
  decision_carries_another:
    "No se puede deshacer: después se aprobó otra solicitud de la misma empresa. Primero debe deshacerse esa.",
  application_changed: "Esta lista cambió después de que usted la abrió. Ábrala de nuevo.",
  document_name_taken: "Esa aplicación ya pide un documento con ese nombre.",
  documents_full: "Una aplicación pide hasta 6 documentos. Deje de pedir uno para pedir otro.",
  documents_missing: "Faltan documentos.",
  provider_not_found: "No encontramos ese proveedor.",
  provider_state_changed: "El proveedor ya cambió de estado. Actualice la página.",
  same_data: "Los datos son los mismos. Cambie lo que esté mal y guarde.",
  owner_needed:
    "Es el último dueño y la empresa puede trabajar. Suspenda la empresa primero, o cambie el dueño.",
  request_waits: "La empresa tiene una solicitud por decidir. Decídala primero.",
  member_gone: "Esa persona ya no trabaja en la empresa.",
  owner_remains: "La empresa tiene más de un dueño: ellos mismos cambian el equipo.",
  owner_email_barred: "Ese correo es de una persona de la entidad o está desactivado. Use otro.",
  owner_already: "Esa persona ya es la dueña.",
  owner_named: "Ya hay una persona nombrada que no ha aceptado. Retírela primero.",
  owner_not_named: "Esa persona ya aceptó o ya se retiró. Actualice la página.",
  wrong_owner_code:
    "Ese no es el código que le dio la entidad. Después de cinco intentos la invitación se cierra.",
  wrong_entry_code:
    "Ese no es el código que le dio quien lo invitó. Después de cinco intentos hay que pedirle otra invitación.",
  day_outside: "Elija un día desde hoy hasta dentro de un año.",
  suspension_unread: "Así lo leerán. Revíselo abajo y confirme.",
  import_ticks_changed:
    "Las marcas de este archivo cambiaron después de que usted abrió esta página. Abra la página otra vez, mire las marcas y confirme.",
  import_moved_on:
    "Esa importación ya se confirmó, se canceló o terminó. Si esta página todavía la ofrece, ábrala de nuevo.",
  caja_changed: "Alguien guardó otros cambios mientras usted escribía. Abra la página de nuevo.",
  order_missing: "No encontramos esa orden.",
  order_delivered: "El afiliado ya tiene esta orden. Un papel perdido se reemplaza por otra orden.",
  order_not_issued: "Solo se imprime una orden emitida. Mire su estado.",
  nothing_ticked: "Marque al menos una orden, y no más de 100.",
  order_unprintable:
    "No se puede imprimir: las fechas, el valor o las letras del nombre no caben en el papel. Reemplace la orden con el dato corregido.",
  order_expired: "Esta orden ya venció. Prorróguela primero.",
  order_changed: "Esta orden cambió en este momento. Imprímala de nuevo.",
  wrong_password: "La contraseña no es la suya. Revise mayúsculas.",
  last_password:
    "Esa no es su contraseña. Le queda un intento: si falla, tendrá que esperar {minutos} minutos.",
  wrong_pin: "El PIN no es ese, o no es de esa persona.",
  last_pin: "El PIN no es ese. Le queda un intento: si falla, tendrá que esperar {minutos} minutos.",
  pin_closed:
    "Ese PIN se cerró por muchos intentos. Ingrese con su correo y su contraseña, y ponga otro en Mi cuenta.",
  wrong_code: "Ese código no es el de ahora. Espere el siguiente y escríbalo, o use uno de papel sin usar.",
  wrong_first_code:
    "Ese código no es el de ahora. Espere el siguiente y escríbalo. Si tampoco sirve, ponga en hora su celular.",
  reset_over:
    "Ya no hay qué detener: se usó, se retiró o venció. Si usted no inscribió otro segundo factor y el suyo dejó de servir, llame a la entidad ahora.",
  last_code: "Ese código no es. Le queda un intento: si falla, tendrá que esperar {minutos} minutos.",
  passkeys_full:
    "Ya tiene 20 llaves de acceso, o agregó 20 desde ayer. Quite una que no use, o espere hasta mañana.",
  code_used: "Ese código ya se usó. Espere el siguiente: cambia cada 30 segundos.",
  factor_gone: "Ese segundo factor ya cambió. Abra la página de nuevo.",
  passkey_refused: "Esa llave no sirvió. Intente de nuevo, o use otra que haya agregado a su cuenta.",
  wrong_reset_code: "Ese no es el código que le entregaron. Después de cinco intentos deja de servir.",
  no_reset:
    "Todavía no hay un restablecimiento que sirva. Empieza a servir después de la espera que le dijeron, y sirve durante un día.",
  last_factor: "Es su único segundo factor. Agregue otro antes de quitarlo.",
  proof_needed:
    "Pasaron más de 5 minutos desde que confirmó que es usted. Abra esta página de nuevo para confirmarlo: lo que escribió queda aquí.",
  key_changed: "Alguien cambió las llaves antes que usted. Abra la página de nuevo.",
  keys_full: "Ya se hicieron 255 llaves y no caben más en el código.",
  code_cut: "El código llegó incompleto. Léalo otra vez.",
  kind_changed: "Alguien guardó otros cambios en este tipo mientras usted escribía. Abra la página de nuevo.",
  kind_code_taken: "Ese código ya es de otro tipo de orden. Escriba otro.",
  kinds_full: "Ya hay 255 tipos de orden, y no caben más.",
  kind_closed: "Ese tipo de orden no está en uso. Elija otro.",
  value_too_large: "El valor supera el máximo de este tipo de orden. Escriba uno menor.",
  provider_needed: "Este tipo de orden es para un solo proveedor. Escriba su NIT.",
  provider_open: "Este tipo de orden vale con cualquier proveedor. Borre el NIT.",
  provider_name_shared: "Varias empresas con convenio se llaman así. Escriba más del nombre, o el NIT.",
  provider_without_agreement: "Ese NIT no tiene un convenio vigente. Revise el número.",
  dates_outside_rule: "Las fechas no caben en la regla de este tipo de orden. Revíselas.",
  starts_in_past:
    "El primer día ya pasó, quizás porque abrió esta página otro día. En “Primer día” escriba hoy o uno que venga.",
  starts_too_far: "El primer día queda demasiado lejos. En “Primer día” escriba uno más cercano.",
  ends_outside_rule:
    "El último día no cabe en la regla de este tipo de orden. En “Último día” escriba uno que sí quepa, o déjelo vacío.",
  order_state_changed: "La orden cambió mientras usted la miraba. Abra la página de nuevo.",
  order_now:
    "Mientras usted miraba esta página la orden cambió y ya no permite este paso. Ahora está así: {partes}. No se guardó nada. Vuelva a la orden para ver qué puede hacer.",
  draft_exists:
    "Esta orden ya está guardada como borrador con otros datos, quizás desde otra pestaña, y ese borrador no cambió. Para corregirlo ábralo en “Sus borradores”. Para emitir otra orden abra de nuevo “Emitir una orden”.",
  other_form_kept:
    "Ya tiene guardada otra orden sin terminar y no se reemplazó. Ábrala en otra pestaña con “Emitir una orden” y termínela o elija “Empezar otra”. Después guarde esta: aquí sigue lo que escribió.",
  draft_changed: "El borrador cambió después de que usted lo abrió. Revíselo otra vez.",
  needs_second_person:
    "Por su valor, o por lo que suma lo de hoy, otra persona debe aprobar esta orden. Pida la aprobación.",
  repeats_order: "El afiliado ya tiene una orden igual. Mírela y escriba por qué emite otra.",
  change_waits: "Esta orden ya tiene un cambio que espera a otra persona. Apruébelo o retírelo primero.",
  change_lapsed: "La orden cambió después de pedir ese cambio. Pídalo otra vez si todavía hace falta.",
  same_person: "Usted hizo la orden o pidió el cambio. Debe aprobarlo otra persona.",
  order_undo_waits:
    "Un proveedor pidió anular un uso de esta orden. Decida primero esa solicitud en Novedades › Anulaciones pedidas.",
  order_use_objected:
    "La entidad objetó un uso de esta orden. Legalícelo o anúlelo primero en Liquidación; así el papel nuevo lleva el valor correcto.",
  holds_more: "Esta orden está en revisión por varios motivos. Elija cuál termina.",
  paper_value_differs:
    "Ese valor no es igual al de la orden. Mire otra vez el papel y escríbalo de nuevo: le queda un intento.",
  amount_not_left: "Ese valor no se puede usar. Mire cuánto queda en la orden.",
  use_settled:
    "Este uso ya no se puede anular: la entidad lo legalizó para pagarlo. Si es un error, la entidad debe objetarlo primero.",
  use_not_objected: "Solo se anula así un uso objetado. Objételo primero en Liquidación.",
  settlement_too_many:
    "Son más de 5.000 usos y no caben en un solo envío. No se movió ninguno: acorte el período. Una factura cobra hasta 5.000 usos: si cobra más, pídale dos facturas al proveedor.",
  settlement_changed:
    "Alguno de esos usos cambió, se anuló o ya se pagó. No se movió ninguno: mire la lista otra vez.",
  undo_waits:
    "El proveedor pidió anular alguno de esos usos. Decida primero esa solicitud en Novedades › Anulaciones pedidas; no cambió nada.",
  changed_since:
    "Mientras usted miraba esta página cambió: {partes}. No se guardó nada. Revise cómo está ahora y decida otra vez.",
  cufe_taken: "Ese CUFE ya es de otra factura. Cópielo completo de la factura de este proveedor.",
  invoice_other_cufe:
    "Esa factura de este proveedor ya tiene otro CUFE. Revise el número y el CUFE. Si el prefijo termina en número, escríbalo con su guion: FE1-10 es una factura y FE-110 es otra. Si la anterior quedó sin guion, escriba con guion su número en uno de sus usos.",
  invoice_sum: "No cuadra: {partes}. No se guardó nada. Marque o quite usos, o devuelva la factura.",
  in_payment:
    "Alguno de esos usos está en un pago que espera la aprobación de otra persona. No se movió ninguno: devuelva primero ese pago.",
  payment_changed:
    "Alguna de esas facturas cambió o ya está en otro pago. No se guardó nada: mire la lista otra vez.",
  payment_reversed: "Todo este pago está reversado: no queda nada que el banco deba pagar.",
  payment_decided: "Este pago ya se decidió. Abra la página de nuevo para ver cómo quedó.",
  bank_account_decided: "Esa cuenta ya se decidió. Recargue la página.",
  bank_account_same_person: "Usted propuso esta cuenta. Debe aprobarla otra persona.",
  bank_account_waits: "Ya hay una cuenta propuesta. Primero apruébela o rechácela.",
  payment_same_person: "Usted armó este pago. Debe aprobarlo otra persona.",
  payment_legalizer: "Usted legalizó usos de este pago. Debe aprobarlo otra persona.",
  reversal_waits: "Ya hay una reversión de alguna de esas facturas que espera la aprobación de otra persona.",
  undo_decided: "Esa solicitud ya fue decidida. Actualice la página para ver la decisión.",
  report_decided: "Esa novedad ya fue cerrada. Actualice la página para ver la respuesta.",
  report_unconfirmed:
    "Esa razón deja la orden en revisión y nadie la puede usar. Marque la casilla si está seguro, o elija otra razón.",
  report_withdraw_late:
    "Pasaron más de 15 minutos desde que la envió: ya no se puede retirar. Llame a la entidad y dé el número de la novedad.",
  incident_changed:
    "Este incidente cambió después de lo que muestra esta página. Ábralo en la lista de incidentes y corríjalo ahí.",
  incident_closed: "Ese paso ya se hizo, o el incidente está cerrado. Ábralo de nuevo.",
  incident_reported_early:
    "El reporte quedaría antes del día en que se detectó el incidente. No se guardó nada: revise los dos días.",
  incident_gone: "No encontramos ese incidente.",
  rights_unknown: "Ese radicado y ese código no son de la misma petición. Cópielos del correo.",
  rights_changed: "Esta petición cambió después de que usted la abrió. No se guardó nada: ábrala de nuevo.",
  rights_closed: "Esta petición ya se cerró. Ábrala de nuevo para ver cómo quedó.",
  rights_incomplete: "Falta algo de parte de la persona. Espere a que llegue.",
  rights_extended: "Esta petición ya se prorrogó una vez, y la ley no permite otra.",
  rights_term_over:
    "El plazo ya se venció, y una prórroga se avisa antes. No se guardó nada: conteste cuanto antes.",
  rights_unproven: "Nadie ha anotado que vio la identidad. Anótela primero.",
  rights_other_number:
    "Esa cuenta tiene el documento de otra persona. Si está mal escrito, corríjalo primero en la ficha del proveedor.",
  rights_not_erasing:
    "Solo se olvidan los datos de quien pidió borrarlos o retirar su autorización, y no si decide que no se hace. Quite la marca y responda.",
  rights_no_consent: "En este portal no hay una autorización vigente de esa persona. Dígalo en la respuesta.",
  rights_early: "Todavía no han pasado los dos meses.",
  rights_late: "Pasaron los dos meses. Haga otra petición.",
  rights_gone: "Esa petición no existe, o lo escrito en ella ya se borró.",
  too_many_reports: "Hoy su empresa ya envió muchas novedades. Llame a la entidad.",
  own_provider: "Usted trabaja o trabajó para ese proveedor. Decide otra persona de la entidad.",
  name_taken: "Ya hay uno abierto con ese nombre. Escriba otro.",
  place_closed: "Ese lugar ya está cerrado o no es de su empresa.",
  too_many_places: "Ya tiene 50 abiertos. Cierre uno primero.",
};

const frame = {
  skip: "Saltar al contenido",
  siteTitle: (portal: string, caja: string) => `${portal} · Proveedores de ${caja}`,
  menu: "Menú",
  account: "Su cuenta",
  signIn: "Ingresar",
  signOut: "Salir",
  demonstration: "Datos de demostración",
  callUs: "¿Dudas? Llame al",
  footer: "Ayuda y datos",
  ownAccount: "Mi cuenta",
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
  history: "Historial",
  applications: "Aplicaciones",
  team: "Equipo",
  admin: "Menú de la entidad",
  today: "Hoy",
  requests: "Solicitudes",
  providers: "Proveedores",
  agreements: "Convenios",
  orders: "Órdenes",
  imports: "Importar",
  settlement: "Liquidación",
  payments: "Pagos",
  monthReport: "Informe del mes",
  reports: "Novedades",
  lookups: "Consultas",
  waiting: "Espera",
  waits: "en espera",
  find: "Consultar",
  money: "Dinero",
  control: "Control",
  undos: "Anulaciones",
  rights: "Datos personales",
  incidents: "Incidentes",
  audit: "Bitácora",
  people: "Personas de la entidad",
  settings: "Ajustes",
};

/** Keys beside a field that bring another keyboard. */
const keypad = { keypadLetters: "Escribir letras", keypadDigits: "Escribir solo números" };

/** In a list of kinds: papers of before have the old names. */
const kindChoice = ({ name, oldNames }: { name: string; oldNames: readonly string[] }) =>
  oldNames.length > 0 ? `${name} (antes: ${oldNames.join(", ")})` : name;

/** Below that list, where no width cuts it: what the renamed kinds are called on papers of before. */
const kindsRenamed = (kinds: readonly { name: string; oldNames: readonly string[] }[]) =>
  kinds
    .filter(({ oldNames }) => oldNames.length > 0)
    .map(({ name, oldNames }) => `Si el papel dice ${oldNames.join(" o ")}, escoja ${name}.`)
    .join(" ");

export const common = { frame, keypad, kindChoice, kindsRenamed, nav, refusals };
