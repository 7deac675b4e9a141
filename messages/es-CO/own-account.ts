import { theTime } from "@/lib/format/date";

/** A person's own account: password, second factor, and the devices on which they are signed in. */
export const ownAccount = {
  title: "Mi cuenta",
  factor: "Segundo factor y códigos de papel",
  form: {
    presentPassword: "Contraseña de ahora",
    newPassword: "Contraseña nueva",
    changePassword: "Cambiar contraseña",
    name: "Nombres y apellidos",
    mobile: "Celular",
    mobileHint: "Diez números. Si no quiere dejar uno, borre lo que está escrito.",
    saveProfile: "Guardar",
    newEmail: "Correo nuevo",
    newEmailHint: "Le enviaremos un enlace allí, y otro al correo de ahora",
    askEmail: "Enviar los enlaces",
    confirmEmail: "Confirmar el cambio",
    stopEmail: "No lo pedí: detenerlo",
  },
  who: {
    name: "Nombre",
    email: "Correo",
    mobile: "Celular",
    none: "Sin celular",
    language: "Idioma en este dispositivo",
    sound: "Sonido en este dispositivo",
    languageNow: "Español",
    soundOn: "Las respuestas suenan",
    soundOff: "Las respuestas no suenan",
    change: "Cambiar",
    the: (label: string) => label.toLowerCase(),
    emailWaits: (time: string) =>
      `Hay un cambio de correo sin confirmar. Hasta ${theTime(time)} sirven los dos enlaces.`,
  },
  profile: {
    title: "Su nombre y su celular",
    lead: "Así lo verán su equipo y la entidad en lo que usted haga.",
  },
  email: {
    title: "Cambiar el correo",
    lead: "El correo cambia cuando lo confirman los dos: el de ahora y el nuevo. Desde cualquiera se puede detener. Los enlaces sirven durante una hora.",
    now: (email: string) => `Correo de ahora: ${email}`,
    lost: "Si ya no puede abrir el correo de ahora, llame a la entidad.",
    back: "Mi cuenta",
  },
  emailLink: {
    title: "Cambio de correo",
    lead: (from: string, to: string) => `La cuenta de ${from} pasará a usar ${to}.`,
    leadNew: (to: string) => `Una cuenta pidió usar el correo ${to}.`,
    both: "Cambia cuando lo confirman los dos correos.",
    waiting: "Este correo ya lo confirmó. Falta el otro: abra allí su enlace.",
    done: "El correo cambió. Desde ahora ingrese con el nuevo.",
    stopped: "El cambio se detuvo. La cuenta sigue con el correo de siempre.",
    over: {
      used: "Este cambio ya se hizo.",
      cancelled: "Este cambio se detuvo, o hay uno más nuevo. Nada cambió.",
      expired: "El enlace venció. Nada cambió: puede pedir el cambio de nuevo en su cuenta.",
      unknown: "No encontramos este enlace. Ábralo de nuevo desde el correo, completo.",
    },
    toAccount: "Ir a mi cuenta",
  },
  password: {
    title: "Cambiar la contraseña",
    lead: "Al cambiarla se cierran sus sesiones en los demás dispositivos, y le llega un correo que lo dice.",
  },
  done: {
    clave: "Su contraseña cambió. Las sesiones en los demás dispositivos se cerraron.",
    sesion: "La sesión se cerró.",
    sesiones: "Las demás sesiones se cerraron.",
    pin: "Su PIN quedó guardado.",
    datos: "Sus datos quedaron guardados.",
    correo:
      "Enviamos un enlace a cada correo. El suyo cambia cuando los dos lo confirmen; mire también en “no deseados”.",
  },
  sessions: {
    title: "Dispositivos donde está dentro",
    lead: "Si no reconoce alguno, cierre su sesión y cambie la contraseña.",
    caption: "Sesiones abiertas",
    columns: { device: "Dispositivo", network: "Red", since: "Entró", used: "Último uso", actions: "Sesión" },
    device: ({ browser, system }: { browser: string | null; system: string | null }): string =>
      browser && system ? `${browser} en ${system}` : (browser ?? system ?? "Dispositivo desconocido"),
    own: "Este dispositivo",
    end: "Cerrar esta sesión",
    endOthers: "Cerrar todas las demás",
  },
};
