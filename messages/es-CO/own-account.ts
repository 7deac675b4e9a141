/** A person's own account: password, second factor, and the devices on which they are signed in. */
export const ownAccount = {
  title: "Mi cuenta",
  factor: "Segundo factor y códigos de papel",
  form: {
    presentPassword: "Contraseña de ahora",
    newPassword: "Contraseña nueva",
    changePassword: "Cambiar contraseña",
  },
  password: {
    title: "Cambiar la contraseña",
    lead: "Al cambiarla se cierran sus sesiones en los demás equipos, y le llega un correo que lo dice.",
  },
  done: {
    clave: "Su contraseña cambió. Las sesiones en los demás equipos se cerraron.",
    sesion: "La sesión se cerró.",
  },
  sessions: {
    title: "Equipos donde está dentro",
    lead: "Si no reconoce alguno, cierre su sesión y cambie la contraseña.",
    caption: "Sesiones abiertas",
    columns: { device: "Equipo", network: "Red", since: "Entró", used: "Último uso", actions: "Sesión" },
    device: ({ browser, system }: { browser: string | null; system: string | null }): string =>
      browser && system ? `${browser} en ${system}` : (browser ?? system ?? "Equipo desconocido"),
    own: "Este equipo",
    end: "Cerrar esta sesión",
    endOthers: "Cerrar todas las demás",
  },
};
