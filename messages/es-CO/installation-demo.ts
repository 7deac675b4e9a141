export const demo = {
  papers: {
    title: "Papeles de la demostración",
    link: "Ver los papeles de las órdenes, para escanearlos",
    back: "Buzón de la demostración",
    lead: "Cada botón abre el PDF de una orden inventada. Ábralo en otra pantalla o imprímalo, y léalo con la cámara en Consultar.",
    digits:
      "Después de leer el código se piden las últimas cuatro cifras de la cédula. Están en esta lista, que solo existe en la demostración.",
    empty: "No hay órdenes para imprimir",
    emptyText: "Emita una orden como funcionario y aparecerá aquí.",
    order: "Orden",
    affiliate: "Afiliado",
    id: "Cédula",
    value: "Valor",
    paper: "Papel",
    open: (number: string) => `Abrir el papel de la ${number}`,
  },
};
