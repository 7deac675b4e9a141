import type { Section } from "../es-CO";

export const ownAccount: Section<"ownAccount"> = {
  title: "My account",
  factor: "Second factor and paper codes",
  form: {
    presentPassword: "Present password",
    newPassword: "New password",
    changePassword: "Change password",
  },
  password: {
    title: "Change the password",
    lead: "Changing it ends your sessions on all other devices, and an e-mail tells you so.",
  },
  done: {
    clave: "Your password has changed. The sessions on all other devices have ended.",
    sesion: "The session has ended.",
  },
  sessions: {
    title: "Devices on which you are signed in",
    lead: "If you do not recognise one, end its session and change the password.",
    caption: "Open sessions",
    columns: {
      device: "Device",
      network: "Network",
      since: "Signed in",
      used: "Last used",
      actions: "Session",
    },
    device: ({ browser, system }) =>
      browser && system ? `${browser} on ${system}` : (browser ?? system ?? "Unknown device"),
    own: "This device",
    end: "End this session",
    endOthers: "End all others",
  },
};
