const intro = (filingNumber: string) => `Solicitud ${filingNumber}`;
const renewal = (filingNumber: string) => `Renovación ${filingNumber}`;
const stays = "Su acceso sigue igual.";

export const requestMails = {
  reasons: {
    document: {
      D1: (document: string) => `${document}: no se lee. Envíe el archivo otra vez, completo y con luz.`,
      D2: (document: string) => `${document}: está vencido o es viejo. Envíe uno reciente.`,
      D3: (document: string) => `${document}: falta una página. Envíe el documento completo.`,
      D4: (document: string) => `${document}: es de otra empresa o persona. Envíe el de su empresa.`,
      D5: (document: string) => `${document}: falta. Envíe el documento.`,
    },
    data: {
      E1: "El dígito de verificación (DV) no corresponde al NIT. Llame a la entidad para corregirlo.",
      E2: "La dirección no es la del RUT. Envíe el RUT nuevo o llame a la entidad para corregirla.",
      E3: "La razón social no es la de los documentos. Envíe los documentos de su empresa o llame a la entidad.",
    },
    reject: {
      N1: "La empresa no tiene un convenio con la entidad.",
      N2: "Los documentos no son de la empresa que hace la solicitud.",
      N3: "La persona no demostró que trabaja para la empresa.",
      N4: "La empresa ya tiene una cuenta. Pídale una invitación al dueño de esa cuenta.",
    },
  },
  closingReason: "Otro registro con el mismo NIT fue aprobado. Pida una invitación a su empresa.",
  submitted: {
    subject: (application: string) => `Recibimos su solicitud de ${application}`,
    text: (application: string, url: string, signature: string) =>
      `Recibimos su solicitud de la aplicación ${application}. La entidad la revisa y le responde por correo.\n\nVea el número de radicado y el estado aquí:\n${url}\n\n${signature}\n`,
  },
  approved: {
    subject: (filingNumber: string) => `${intro(filingNumber)}: aprobada`,
    text: (company: string, application: string, url: string, signature: string) =>
      `La solicitud de ${company} fue aprobada. Ya puede ingresar a la aplicación ${application} y consultar órdenes:\n${url}\n\n${signature}\n`,
    other: (company: string, application: string, url: string, signature: string) =>
      `La solicitud de ${company} fue aprobada. Ya puede ingresar a la aplicación ${application}:\n${url}\n\n${signature}\n`,
  },
  returned: {
    subject: (filingNumber: string) => `${intro(filingNumber)}: falta corregir algo`,
    text: (company: string, reason: string, url: string, signature: string) =>
      `La solicitud de ${company} fue devuelta para corrección.\n\nQué falta: ${reason}\n\nCorrija y envíela de nuevo aquí:\n${url}\n\n${signature}\n`,
  },
  rejected: {
    subject: (filingNumber: string) => `${intro(filingNumber)}: no fue aprobada`,
    text: (company: string, reason: string, url: string, signature: string) =>
      `La solicitud de ${company} no fue aprobada.\n\nMotivo: ${reason}\n\nPuede presentar una nueva solicitud o llamar a la entidad:\n${url}\n\n${signature}\n`,
  },
  /** Of documents that a provider with the application gives again. */
  renewal: {
    due: {
      subject: (company: string) => `${company}: hay documentos por renovar`,
      text: (company: string, documents: string, url: string, signature: string) =>
        `La entidad pide cada cierto tiempo un documento nuevo. De ${company} hay que renovar:\n\n${documents}\n\nYa lo puede enviar; envíe solo eso. ${stays}\n${url}\n\n${signature}\n`,
      line: (document: string, day: string) => `- ${document}, desde el ${day}`,
    },
    submitted: {
      subject: (application: string) => `Recibimos los documentos que renovó para ${application}`,
      text: (application: string, url: string, signature: string) =>
        `Recibimos los documentos que renovó para la aplicación ${application}. La entidad los revisa y le responde por correo. ${stays}\n\nVea el número de radicado y el estado aquí:\n${url}\n\n${signature}\n`,
    },
    approved: {
      subject: (filingNumber: string) => `${renewal(filingNumber)}: aprobada`,
      text: (company: string, _reason: string, url: string, signature: string) =>
        `La renovación de ${company} fue aprobada: sus documentos están al día. Usted no debe hacer nada más.\n${url}\n\n${signature}\n`,
    },
    returned: {
      subject: (filingNumber: string) => `${renewal(filingNumber)}: falta corregir algo`,
      text: (company: string, reason: string, url: string, signature: string) =>
        `La renovación de ${company} fue devuelta para corrección. ${stays}\n\nQué falta: ${reason}\n\nCorrija y envíela de nuevo aquí:\n${url}\n\n${signature}\n`,
    },
    rejected: {
      subject: (filingNumber: string) => `${renewal(filingNumber)}: no fue aprobada`,
      text: (company: string, reason: string, url: string, signature: string) =>
        `La renovación de ${company} no fue aprobada. ${stays}\n\nMotivo: ${reason}\n\nPuede enviar el documento otra vez o llamar a la entidad:\n${url}\n\n${signature}\n`,
    },
  },
};
