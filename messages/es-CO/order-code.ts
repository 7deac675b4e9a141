export const publicCode = {
  product: "Verificación pública",
  pageTitle: (caja: string) => `Código de ${caja}`,
  genuine: {
    title: (caja: string) => `Este código es de ${caja}`,
    line: "Eso no basta para recibir la orden.",
    text: "Esta página no dice si la orden ya se usó o si todavía sirve. Solo lo dice la consulta de un comercio con convenio.",
  },
  superseded: {
    title: (caja: string) => `Este código es de ${caja}, pero hay un papel más nuevo`,
    line: "Use el papel nuevo de la orden.",
    text: "Después de este se imprimió otro papel. Los comercios reciben el nuevo. Si no lo tiene, pídalo en la entidad.",
  },
  unknown: {
    title: "No conocemos ese código",
    line: "Revise que esté completo.",
    text: "Puede faltarle una parte, o ser de otra entidad. Esto no quiere decir que el papel sea falso.",
    again: "Escribir el código",
  },
  wait: {
    title: "Espere un momento",
    line: "Hubo varios intentos seguidos desde esta conexión.",
    text: (time: string) => `Puede abrir la página otra vez después de esta hora: ${time}`,
    moment: (seconds: number, time: string) =>
      `Hay muchas consultas desde la misma red que la suya. Espere ${seconds} segundos y ábrala de nuevo. Si su navegador no guarda cookies, ábrala después de esta hora: ${time}`,
    again: "Abrir de nuevo",
  },
  warning: "¿Le mostraron esta página en otro dispositivo? No basta. Ábrala usted mismo.",
  address: (host: string) => `Mire arriba: la dirección es ${host}`,
  providerTitle: "¿Es comercio con convenio?",
  providerAction: "Ingresar y comparar",
  ownerTitle: "¿La orden es suya?",
  ownerAction: "Cómo usarla",
  form: {
    title: "Verificar un código",
    lead: "Apunte la cámara del celular al cuadro de puntos del papel. Si un lector le dio el texto, péguelo aquí.",
    code: "Código o dirección completa",
    codeHint:
      "El de una orden tiene 148 letras y números. El de una constancia es como C-2026-000001-1R674T5R",
    submit: "Verificar",
    errors: {
      codeMissing: "Pegue o escriba el código",
      codeForeign: "Ese código no es de una orden ni de una constancia de esta entidad",
      codeMalformed: "Al código le falta o le sobra algo. Cópielo completo",
    },
  },
};
