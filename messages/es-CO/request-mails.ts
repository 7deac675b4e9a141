const intro = (filingNumber: string) => `Solicitud ${filingNumber}`;

export const requestMails = {
  closingReason: "Otro registro con el mismo NIT fue aprobado. Pida una invitación a su empresa.",
  submitted: {
    subject: (application: string) => `Recibimos su solicitud de ${application}`,
    text: (application: string, url: string, signature: string) =>
      `Recibimos su solicitud de la aplicación ${application}. La entidad la revisa y le responde por correo.\n\nVea el número de radicado y el estado aquí:\n${url}\n\n${signature}\n`,
  },
  approved: {
    subject: (filingNumber: string) => `${intro(filingNumber)}: aprobada`,
    text: (url: string, signature: string) =>
      `Su solicitud fue aprobada. Ya puede ingresar a la aplicación CONVENIOS y consultar órdenes:\n${url}\n\n${signature}\n`,
  },
  returned: {
    subject: (filingNumber: string) => `${intro(filingNumber)}: falta corregir algo`,
    text: (reason: string, url: string, signature: string) =>
      `Su solicitud fue devuelta para corrección.\n\nQué falta: ${reason}\n\nCorrija y envíela de nuevo aquí:\n${url}\n\n${signature}\n`,
  },
  rejected: {
    subject: (filingNumber: string) => `${intro(filingNumber)}: no fue aprobada`,
    text: (reason: string, url: string, signature: string) =>
      `Su solicitud no fue aprobada.\n\nMotivo: ${reason}\n\nPuede presentar una nueva solicitud o llamar a la entidad:\n${url}\n\n${signature}\n`,
  },
};
