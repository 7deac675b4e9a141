/** The second factor: enrolment, the second step of the sign-in, and asking again. */
export const factor = {
  form: {
    code: "Código",
    hint: "Seis números de su aplicación, que cambian cada 30 segundos, o uno de sus códigos de papel",
    paperHint: "Uno de sus códigos de papel",
    firstCode: "Código de seis números",
    password: "Contraseña",
    enter: "Entrar",
    confirm: "Confirmar",
    connect: "Conectar",
    resetCode: "Código que le entregaron",
    resetSubmit: "Inscribir otro segundo factor",
    passkeyName: "Nombre para reconocerla",
    passkeyHint: "Por ejemplo: huella del portátil, llave USB",
    passkeyAdd: "Agregar una llave de acceso",
    passkeyUse: "Usar mi llave de acceso",
    passkeyFailed: "No se leyó ninguna llave. Intente de nuevo.",
    passkeyScripts:
      "Las llaves de acceso necesitan JavaScript, y este navegador no lo ejecuta o no las conoce.",
  },
  step: {
    title: "Segundo paso",
    lead: "Su contraseña está bien. Escriba ahora el código de su aplicación.",
    leadHanded: "Su contraseña está bien. Escriba abajo el código que le entregaron.",
    leadKey: "Su contraseña está bien. Use ahora su llave de acceso.",
    leadKeyOrApp:
      "Su contraseña está bien. Use ahora su llave de acceso, o escriba el código de su aplicación.",
    lost: "No tengo mi segundo factor",
    lostPapers: (count: string) =>
      `Use uno de sus códigos de papel. ${count === "1" ? "Le queda uno" : `Le quedan ${count}`}.`,
    lostNoPapers: "No le quedan códigos de papel.",
    lostCaja:
      "Si tampoco los tiene, pídale a otro administrador de la entidad, en persona, que le permita inscribir otro. Nadie lo hace por teléfono ni por correo.",
    lostProvider:
      "Si tampoco los tiene, preséntese en la entidad con su documento de identidad: allí le permiten inscribir otro.",
    lostCode:
      "Si un administrador ya le entregó un código, escríbalo aquí. Sirve después de la espera que le dijo.",
    leave: "Salir",
  },
  again: {
    title: "Confirme que es usted",
    lead: "Esto se confirma cuando han pasado más de 5 minutos desde la última vez.",
    typedWaits: "Lo que escribió no se perdió: confirme y lo encontrará como lo dejó. Falta enviarlo.",
    byPassword: "Escriba su contraseña.",
    back: "Volver sin confirmar",
  },
  enrol: {
    title: "Proteja su cuenta",
    lead: "Su cuenta abre datos de personas y dinero. Por eso pide dos cosas: su contraseña y un segundo factor. Se inscribe una vez y toma dos minutos.",
    keyTitle: "Llave de acceso",
    keyText:
      "La huella, la cara o el PIN de este dispositivo, o una llave USB de seguridad. Es lo más seguro: nadie la puede copiar ni pedírsela por teléfono.",
    keyNeedsName:
      "Una llave de acceso se une al nombre del portal, y esta dirección es de números. Para agregar una, abra",
    appTitle: "Aplicación de códigos",
    appText:
      "Una aplicación gratuita en su celular, como Google Authenticator, Microsoft Authenticator o Aegis, muestra un código de seis números. Funciona sin internet.",
    appStart: "Usar una aplicación",
  },
  app: {
    title: "Conecte su aplicación",
    scan: "Abra la aplicación, elija agregar una cuenta y lea este código con la cámara.",
    picture: "Código para la aplicación",
    type: "Si no puede leerlo, escriba esta clave en la aplicación:",
    codeLead: "Escriba el código de seis números que muestra la aplicación.",
    over: "Esa clave ya no está. Empiece de nuevo.",
    again: "Empezar de nuevo",
  },
  codes: {
    title: "Sus códigos de papel",
    lead: "Imprímalos o cópielos, y guárdelos lejos de su celular. Cada uno sirve una vez, el día en que no tenga su segundo factor.",
    once: "No los volveremos a mostrar. Si tenía otros, ya no sirven.",
    of: (portal: string, email: string) => `${portal}: ${email}`,
    print: "Imprimir",
    goOn: "Ya los guardé",
    over: "Los códigos se muestran una sola vez y ya no están aquí. Si no los guardó, haga otros.",
  },
  security: {
    title: "Seguridad de su cuenta",
    caption: "Su segundo factor",
    required: "Su cuenta pide siempre un segundo factor después de la contraseña.",
    offered:
      "Un segundo factor protege su cuenta aunque alguien sepa su contraseña o abra su correo. No es obligatorio.",
    empty: "Todavía no tiene un segundo factor.",
    kind: "Qué es",
    added: "Agregado",
    used: "Usado por última vez",
    never: "Todavía no",
    actions: "Acciones",
    kinds: { totp: "Aplicación de códigos", passkey: "Llave de acceso" },
    remove: "Quitar",
    addApp: "Agregar una aplicación de códigos",
    addKey: "Agregar una llave de acceso",
    codesTitle: "Códigos de papel",
    codesLeft: (count: string) =>
      count === "1" ? "Le queda 1 de 10 códigos sin usar." : `Le quedan ${count} de 10 códigos sin usar.`,
    codesNone: "No tiene códigos de papel.",
    codesMake: "Hacer diez códigos nuevos",
    codesNote: "Los anteriores dejan de servir.",
    removed: "Listo: ya no sirve para entrar.",
  },
  objection: {
    title: "Detenga el restablecimiento",
    lead: "Un administrador permitió inscribir otro segundo factor en su cuenta. Si usted no lo pidió en persona, deténgalo: su segundo factor sigue como está.",
    submit: "No lo pedí: detenerlo",
    done: "Se detuvo. Avise a la entidad y cambie su contraseña.",
  },
  demo: {
    code: (code: string) =>
      `Demostración: el código de ahora es ${code}. Fuera de ella lo muestra su aplicación.`,
    wait: "Demostración: el código de ahora ya se usó. Espere 30 segundos y cargue la página de nuevo.",
  },
};
