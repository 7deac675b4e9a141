export const adminAlarms = {
  title: "Requiere atención",
  jobs: {
    retention: "No se están borrando los datos que ya cumplieron su plazo.",
    mail: "No están saliendo los correos.",
    import: "No se están revisando las cargas de órdenes.",
  },
  otherJob: "No está funcionando una tarea del sistema.",
  since: (when: string) => `La última vez que funcionó fue el ${when}.`,
  never: "Todavía no ha funcionado.",
  tellSystems: (what: string) => `Avise a sistemas y dé este dato: ${what}.`,
};
