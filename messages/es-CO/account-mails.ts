import { sentence } from "@/lib/format/sentence";
/** Mails of accounts. The subject and the first line carry the message; everything is plain text. */
export const accountMails = {
  confirm: {
    subject: (portal: string) => `Confirme su correo para entrar a ${portal}`,
    text: (link: string, signature: string) =>
      `Abra este enlace para confirmar su correo y elegir su contraseña:\n${link}\n\nSirve una sola vez, durante una hora.\nSi usted no se registró, no haga nada.\n\n${signature}\n`,
  },
  known: {
    subject: (portal: string) => `Usted ya tiene una cuenta en ${portal}`,
    text: (add: string, signIn: string, recover: string, signature: string) =>
      `Alguien quiso registrar una empresa con este correo, que ya tiene una cuenta.\nSi fue usted y quiere agregar la empresa a su cuenta, abra este enlace y escriba su contraseña. Sirve una sola vez, durante una hora:\n${add}\n\nSi solo quiere entrar:\n${signIn}\n\nSi olvidó la contraseña:\n${recover}\n\nSi no fue usted, no haga nada.\n\n${signature}\n`,
  },
  barred: {
    subject: (portal: string) => `Este correo no puede registrar empresas en ${portal}`,
    text: (signature: string) =>
      `Alguien quiso registrar una empresa con este correo. Ya tiene una cuenta, pero no es de las que pueden registrar empresas: es de una persona de la entidad, o está desactivada.\nSi fue usted, regístrese con otro correo. Si cree que es un error, llámenos.\n\nSi no fue usted, no haga nada.\n\n${signature}\n`,
  },
  password: {
    subject: (portal: string) => `Elija su contraseña de ${portal}`,
    text: (link: string, signature: string) =>
      `Abra este enlace para elegir su contraseña:\n${link}\n\nSirve una sola vez, durante una hora.\nSi usted no lo pidió, no haga nada: su contraseña sigue igual.\n\n${signature}\n`,
  },
  passwordChanged: {
    subject: (when: string) => `Cambiaron su contraseña: ${when}`,
    text: (when: string, recover: string, signature: string) =>
      `${sentence(`La contraseña de su cuenta cambió el ${when}`)} Cerramos las demás sesiones.\nSi no fue usted, cámbiela ahora mismo:\n${recover}\n\n${signature}\n`,
  },
  factorAdded: {
    subject: (when: string) => `Agregaron un segundo factor a su cuenta: ${when}`,
    text: (when: string, recover: string, signature: string) =>
      `${sentence(`Su cuenta tiene un segundo factor nuevo desde el ${when}`)}
Si no fue usted, cambie su contraseña ahora mismo y avise a la entidad:
${recover}

${signature}
`,
  },
  factorEnded: {
    subject: (when: string) => `Quitaron un segundo factor de su cuenta: ${when}`,
    text: (when: string, recover: string, signature: string) =>
      `${sentence(`Un segundo factor de su cuenta dejó de servir el ${when}`)}
Si no fue usted, cambie su contraseña ahora mismo y avise a la entidad:
${recover}

${signature}
`,
  },
  codesCreated: {
    subject: (when: string) => `Hicieron códigos de papel para su cuenta: ${when}`,
    text: (when: string, recover: string, signature: string) =>
      `${sentence(`Su cuenta tiene diez códigos de papel nuevos desde el ${when}`)} Los anteriores ya no sirven.
Si no fue usted, cambie su contraseña ahora mismo y avise a la entidad:
${recover}

${signature}
`,
  },
  newDevice: {
    subject: (device: string) => `Entraron a su cuenta desde un dispositivo nuevo: ${device}`,
    noMore:
      "Hubo varios ingresos en esta hora. Si hay más antes de que termine, no le enviaremos otro correo: véalos en su cuenta, en “Dispositivos donde está dentro”.\n\n",
    text: (when: string, device: string, network: string, recover: string, signature: string) =>
      `${sentence(`Entraron a su cuenta el ${when}`)}\nDispositivo: ${device}\nRed: ${network}\n\nSi fue usted, no haga nada.\nSi no fue usted, cambie su contraseña ahora mismo; eso cierra todas las sesiones:\n${recover}\n\n${signature}\n`,
  },
  emailOld: {
    subject: (portal: string) => `¿Cambia el correo de su cuenta de ${portal}?`,
    text: (link: string, email: string, recover: string, signature: string) =>
      `Pidieron que su cuenta use otro correo: ${email}\nAbra este enlace para confirmarlo o detenerlo:\n${link}\n\nSirve durante una hora. Cambia solo si los dos correos lo confirman.\nSi usted no lo pidió, deténgalo y cambie su contraseña:\n${recover}\n\n${signature}\n`,
  },
  emailNew: {
    subject: (portal: string) => `Confirme este correo para su cuenta de ${portal}`,
    text: (link: string, signature: string) =>
      `Una cuenta pidió usar este correo.\nAbra este enlace para confirmarlo:\n${link}\n\nSirve durante una hora.\nSi usted no lo pidió, no haga nada, o deténgalo en el mismo enlace.\n\n${signature}\n`,
  },
  emailKnown: {
    subject: (portal: string) => `Este correo ya tiene una cuenta en ${portal}`,
    text: (signIn: string, signature: string) =>
      `Alguien pidió usar este correo en otra cuenta, pero ya tiene una. Nada cambió.\nSi fue usted, ingrese con la cuenta que ya tiene:\n${signIn}\n\nSi no fue usted, no haga nada.\n\n${signature}\n`,
  },
  emailChanged: {
    subject: (when: string) => `Cambió el correo de su cuenta: ${when}`,
    text: (when: string, signature: string) =>
      `${sentence(`El correo de su cuenta cambió el ${when}`)} Los dos correos lo confirmaron.\nSi no fue usted, llame a la entidad ahora mismo.\n\n${signature}\n`,
  },
  factorReset: {
    subject: (portal: string) => `Van a permitir otro segundo factor en su cuenta de ${portal}`,
    text: (link: string, signature: string) =>
      `Un administrador permitió inscribir otro segundo factor en su cuenta. Empieza a servir después de una espera.\nSi usted lo pidió en persona, no haga nada.\nSi no lo pidió, deténgalo aquí:\n${link}\n\n${signature}\n`,
  },
  invite: {
    subject: (inviter: string, provider: string) => `${inviter} lo invita a trabajar con ${provider}`,
    text: (link: string, name: string, role: string, portal: string, signature: string) =>
      `Abra este enlace para aceptar la invitación. Si ya tiene cuenta, acepte con su contraseña; si no, elija una:\n${link}\n\n${name}: su acceso a ${portal} será “${role}”.\nEl enlace sirve una sola vez, durante una hora.\nSi no conoce a quien lo invita, no haga nada.\n\n${signature}\n`,
  },
  inviteOfficial: {
    subject: (inviter: string, portal: string) => `${inviter} le da acceso a ${portal}`,
    text: (link: string, recover: string, name: string, role: string, signature: string) =>
      `Abra este enlace para elegir su contraseña y entrar:\n${link}\n\n${name}: su acceso será de “${role}”.\nLe pide un código que quien lo invita le dice en persona o por teléfono.\nEl enlace sirve una sola vez, durante una hora. Si se le pasa la hora, pida otro con este correo en:\n${recover}\nSi no conoce a quien lo invita, no haga nada.\n\n${signature}\n`,
  },
  inviteKnown: {
    subject: (inviter: string, provider: string) => `${inviter} quiso invitarlo a trabajar con ${provider}`,
    text: (portal: string, signature: string) =>
      `Este correo no puede usarse para trabajar con una empresa en ${portal}.\nDé otro correo a quien lo invita, para que le envíe la invitación allí.\n\n${signature}\n`,
  },
};
