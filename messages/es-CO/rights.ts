const what = {
  consult: "Saber qué datos míos tienen",
  correct: "Corregir o actualizar mis datos",
  erase: "Que borren mis datos",
  revoke: "Retirar mi autorización",
};

/** Peticiones sobre los datos propios (hábeas data): lo público, los correos y el archivo de la respuesta. */
export const rights = {
  start: "Hacer una petición",
  follow: "Seguir una petición",
  errors: {
    keyMissing: "Abra la página de nuevo",
    rightsKindMissing: "Elija qué pide",
    askerMissing: "Elija quién es usted",
    holderNameMissing: "Escriba el nombre de la persona de los datos",
    proofMissing: "Escriba qué documento lo demuestra",
    correctionMissing: "Escriba qué está mal y cómo es lo correcto",
    numberMissing: "Escriba el radicado",
    numberWrong: "El radicado es como HD-2026-12345678. Está en el correo",
    rightsCodeWrong: "El código tiene dieciséis letras y números. Está en el correo",
    textMissing: "Escriba lo que le pidieron",
    missingMissing: "Escriba qué falta",
    cameMissing: "Escriba qué llegó, cómo y cuándo",
    reasonMissing: "Escriba por qué hace falta más tiempo",
    identityMissing: "Escriba qué documento vio, cuándo y cómo",
    resultMissing: "Elija qué se decidió",
    answerMissing: "Escriba la respuesta",
  },
  form: {
    title: "Su petición",
    lead: "No necesita cuenta y no cuesta nada. Le respondemos al correo que escriba aquí.",
    kind: "¿Qué pide?",
    kinds: what,
    asker: "¿Quién es usted?",
    askers: {
      affiliate: "Afiliado de la entidad, o su familiar a cargo",
      provider_person: "Trabajo o trabajé en un comercio o en la entidad",
      heir: "Heredero de la persona",
      representative: "Represento a la persona (padre o madre de un menor, apoderado)",
    },
    name: "Su nombre completo",
    idKind: "Tipo de documento de la persona de los datos",
    idKindEmpty: "Elija uno",
    idNumber: "Número de documento de la persona de los datos",
    idHint: "Si pide por otra persona, el documento de ella.",
    email: "Su correo",
    emailHint: "Allí llegan el radicado, el código y la respuesta. Revise que esté bien escrito.",
    another: "Solo si pide por otra persona",
    holderName: "Nombre de la persona de los datos",
    proof: "Qué documento lo demuestra",
    proofHint: "Por ejemplo: registro civil, poder, sentencia. No lo envíe aquí: le diremos cómo mostrarlo.",
    words: "Cuéntenos lo que haga falta",
    wordsHint:
      "Para corregir: qué está mal y cómo es lo correcto. No escriba datos de salud ni de otras personas.",
    submit: "Enviar la petición",
    sending: "Enviando…",
    use: "Usamos estos datos solo para responderle (Ley 1581 de 2012).",
  },
  received: {
    title: "Recibimos su petición",
    number: "Radicado",
    due: "Le respondemos a más tardar el",
    mail: (email: string) =>
      `Enviamos a ${email} un correo con un código. Guárdelo: con el radicado y el código ve aquí cómo va y lee la respuesta.`,
    notMailed: (email: string) =>
      `No enviamos el código a ${email}: a ese correo ya le enviamos muchos en la última hora. Su petición está recibida y el plazo corre. Anote el radicado, llame a la entidad y pida que le envíen el código.`,
    none: "Si no llega en unos minutos, revise el correo no deseado. La petición ya está recibida.",
  },
  open: {
    title: "Seguir una petición",
    lead: "El radicado y el código están en el correo que le enviamos.",
    number: "Radicado",
    code: "Código",
    submit: "Ver mi petición",
    lost: "Si perdió el código o no le llegó, llame a la entidad y diga el radicado: le envían otro.",
  },
  status: {
    title: (number: string) => `Petición ${number}`,
    kind: "Qué pidió",
    state: "Cómo va",
    filed: "Recibida",
    due: "Le respondemos a más tardar",
    extended: "con la prórroga",
    missingUntil: "Puede enviar lo que falta hasta",
    closed: "Cerrada",
    result: "Decisión",
    states: {
      open: "En trámite",
      incomplete: "Falta algo de su parte",
      answered: "Respondida",
      abandoned: "Cerrada: no llegó lo que faltaba",
    },
    results: {
      granted: "Se hizo lo que pidió",
      partly: "Se hizo una parte",
      refused: "No se hizo",
    },
    words: "Lo que se ha escrito",
    events: {
      filed: "Usted envió la petición",
      missing: "La entidad pidió lo que falta",
      completed: "Llegó lo que faltaba",
      extended: "La entidad necesita más tiempo",
      revoked: "La entidad anotó que usted retiró su autorización",
      answered: "La entidad respondió",
      abandoned: "La entidad cerró la petición",
      code_sent: "La entidad le envió otro código",
    },
    complete: "Lo que le pidieron",
    completeSubmit: "Enviar",
    file: "Descargar los datos que tenemos",
    fileText:
      "Es un archivo que se abre en el navegador y se puede imprimir. Tiene datos personales: guárdelo bien.",
    authority:
      "Si la respuesta no le sirve, puede quejarse ante la Superintendencia de Industria y Comercio (sic.gov.co).",
    leave: "Cerrar esta petición en este dispositivo",
  },
  mails: {
    received: {
      subject: (number: string) => `Recibimos su petición ${number}`,
      text: (
        kind: keyof typeof what,
        number: string,
        day: string,
        code: string,
        url: string,
        signature: string,
      ) =>
        `Recibimos su petición sobre datos personales: ${what[kind].toLowerCase()}.

Radicado: ${number}
Le respondemos a más tardar el ${day}.

Para ver cómo va y leer la respuesta, abra
${url}
y escriba el radicado y este código:

${code}

No le dé el código a nadie. Si usted no pidió nada, no haga nada: sin el código nadie lee la respuesta.

${signature}
`,
    },
    missing: {
      subject: (number: string) => `Falta algo en su petición ${number}`,
      claim: (number: string, day: string, url: string, signature: string) =>
        `Para responder su petición ${number} falta algo. Léalo y envíelo hasta el ${day} en

${url}

con el radicado y el código que le enviamos. Si no llega hasta ese día, la ley entiende que ya no la quiere. También puede llevarlo a la entidad: diga el radicado.

${signature}
`,
      question: (number: string, day: string, url: string, signature: string) =>
        `Para responder bien su petición ${number} falta algo. Léalo y envíelo lo antes posible en

${url}

con el radicado y el código que le enviamos. También puede llevarlo a la entidad: diga el radicado. El plazo no cambia: le respondemos a más tardar el ${day} con lo que tengamos.

${signature}
`,
    },
    completed: {
      subject: (number: string) => `Llegó lo que faltaba en su petición ${number}`,
      text: (number: string, day: string, url: string, signature: string) =>
        `Recibimos lo que faltaba en su petición ${number}. La respondemos a más tardar el ${day}. Vea cómo va en

${url}

con el radicado y el código que le enviamos.

${signature}
`,
    },
    code: {
      subject: (number: string) => `Otro código para su petición ${number}`,
      text: (number: string, code: string, url: string, signature: string) =>
        `Para ver cómo va su petición ${number} y leer la respuesta, abra
${url}
y escriba el radicado y este código:

${code}

El código anterior ya no sirve. No le dé este a nadie.

${signature}
`,
    },
    extended: {
      subject: (number: string) => `Su petición ${number} necesita más tiempo`,
      text: (number: string, day: string, url: string, signature: string) =>
        `No alcanzamos a responder su petición ${number} en el primer plazo. La respondemos a más tardar el ${day}. Lea por qué en

${url}

con el radicado y el código que le enviamos.

${signature}
`,
    },
    answered: {
      subject: (number: string) => `Respondimos su petición ${number}`,
      text: (number: string, url: string, signature: string) =>
        `Ya respondimos su petición ${number}. Lea la respuesta en

${url}

con el radicado y el código que le enviamos.

Si no le sirve, puede quejarse ante la Superintendencia de Industria y Comercio (sic.gov.co).

${signature}
`,
    },
    abandoned: {
      subject: (number: string) => `Cerramos su petición ${number}`,
      text: (number: string, signature: string) =>
        `Pasaron dos meses sin que llegara lo que faltaba en su petición ${number}, y la cerramos (Ley 1581 de 2012, artículo 15). Puede hacer otra cuando quiera.

${signature}
`,
    },
  },
  file: {
    title: (number: string) => `Datos personales de la petición ${number}`,
    lead: (portal: string, day: string) => `Lo que ${portal} guardaba el ${day} de esta persona.`,
    about: "Persona",
    none: "No guardamos nada de esto.",
    accounts: "Cuenta",
    account: {
      email: "Correo",
      name: "Nombre",
      id: "Documento",
      mobile: "Celular",
      role: "Rol en la entidad",
      created: "Creada",
      ended: "Acceso terminado",
    },
    memberships: "Comercios",
    consents: "Autorizaciones que dio",
    revoked: "retirada",
    sessions: "Ingresos de los últimos 90 días",
    factors: "Segundos factores",
    documents: "Documentos que envió",
    acts: "Lo que hizo en el portal",
    lastActs: (shown: string, all: string) => `Lo que hizo en el portal (lo último: ${shown} de ${all})`,
    invitations: "Invitaciones",
    companies: "Su comercio, si vende a nombre propio",
    company: {
      name: "Nombre",
      nit: "NIT",
      email: "Correo",
      phone: "Teléfono",
      place: "Lugar",
      account: "Cuenta bancaria",
      since: "Desde",
    },
    orders: "Órdenes de adelanto",
    order: {
      number: "Número",
      kind: "Tipo",
      concept: "Concepto",
      value: "Valor",
      balance: "Saldo",
      dates: "Vigencia",
      state: "Estado",
      office: "Oficina",
      states: { issued: "Emitida", delivered: "Entregada" },
      name: "Afiliado",
      id: "Documento",
    },
    uses: "Usos",
    lookups: "Quién la consultó",
    reports: "Novedades",
    photo: "con foto del papel",
    typed: "Consultas de las últimas 24 horas con su documento",
    requests: "Peticiones sobre sus datos",
    stays: "Qué se borra y qué se guarda",
    columns: { what: "Qué", until: "Se guarda hasta", why: "Por qué" },
    also: "No se puede buscar por persona lo que se está escribiendo en un registro sin terminar (se borra a los 30 días), los correos por enviar (30 días) ni las copias de seguridad (según la entidad).",
  },
  stays: {
    typed: {
      what: "El documento que alguien escribió al consultar",
      until: "24 horas",
      why: "el comercio compara lo que escribió",
    },
    misplaced: {
      what: "Un documento que alguien escribió en el campo del número de la orden",
      until: "24 horas, o hasta que se responda la novedad de esa consulta",
      why: "está cifrado y no se puede buscar por persona",
    },
    accounts: {
      what: "Correo, documento, celular y contraseña de una cuenta sin acceso, e invitaciones",
      until: "3 años después de perder el acceso",
      why: "la acción de la autoridad caduca a los 3 años (Ley 1437 de 2011, art. 52)",
    },
    working: {
      what: "Los mismos datos de una cuenta que todavía trabaja",
      until: "mientras trabaje; primero se le quita el acceso",
      why: "contrato vigente",
    },
    orders: {
      what: "Órdenes, usos y quién las consultó, con nombre y documento sellados",
      until: "por lo menos 10 años",
      why: "papeles de comercio (Código de Comercio, art. 60; Ley 962 de 2005, art. 28)",
    },
    reports: {
      what: "Palabras y foto de una novedad",
      until: "2 años después de cerrarla",
      why: "prueba de la decisión",
    },
    documents: {
      what: "Documentos de la solicitud de un comercio",
      until:
        "2 años si no se aprobó; si se aprobó, 10 años después de reemplazarlos o de que se fue el último del comercio",
      why: "prueban a quién se le dio acceso",
    },
    consents: {
      what: "La autorización que dio, con fecha y dirección IP",
      until: "mientras se guarden datos suyos",
      why: "la ley obliga a conservarla (Decreto 1074 de 2015, 2.2.2.25.2.5)",
    },
    log: {
      what: "La bitácora: qué se hizo y cuándo, con el nombre",
      until: "por lo menos 10 años; la dirección de internet, 2 años",
      why: "prueba de quién hizo qué; nadie puede cambiarla",
    },
    requests: {
      what: "Esta petición y su respuesta",
      until: "3 años después de cerrarla; el archivo, 90 días",
      why: "la acción de la autoridad caduca a los 3 años (Ley 1437 de 2011, art. 52)",
    },
  },
};
