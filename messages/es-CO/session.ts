/** For which provider a person of several works now. */
export const session = {
  choice: {
    title: "Su empresa",
    now: (provider: string) =>
      `Está trabajando con ${provider}: cada consulta y cada uso queda a nombre de esa empresa.`,
    lead: "Toque otra para pasar a ella. Solo cambia en este navegador.",
    onlyOne:
      "Su cuenta es de una sola empresa. Si trabaja con otra, pídale al dueño de la cuenta que lo invite desde “Equipo”, con este mismo correo.",
    workingFor: "Trabaja con",
    switched: (provider: string) =>
      `En otra pestaña pasó a otra empresa. Esta página todavía es de ${provider}: lo que envíe aquí no se registra.`,
    reload: "Cargar la página de nuevo",
    another: "Registrar otra empresa con esta cuenta",
    here: "Está aquí",
    switchTo: "Pasar a",
    elsewhere: (provider: string) => `Lo que abrió es de ${provider}. Para verlo, pase a esa empresa.`,
    notRegistered: (provider: string) =>
      `No se registró nada: usted abrió ese formulario en ${provider} y después pasó a otra empresa. Vuelva a ${provider} y envíelo de nuevo.`,
  },
};
