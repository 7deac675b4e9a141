/** Kept apart from the other pages: the server says these words before anything else is loaded. */
export const refused = {
  title: "No recibimos lo que envió",
  home: "Ir al inicio",
  what: {
    400: "La dirección o el formulario traen signos que no se pueden leer. Vuelva a la página anterior y escríbalo de nuevo.",
    403: "El formulario no salió de una página de este portal. Abra la página de nuevo y envíelo desde ahí.",
    405: "Esta dirección no se usa de esa manera. Entre por el inicio.",
    408: "El envío tardó demasiado y se detuvo. Revise su conexión e intente de nuevo.",
    411: "El envío no dice cuánto pesa. Envíelo de nuevo desde la página.",
    413: "Lo que envió pesa demasiado. Vuelva a la página anterior y envíe menos texto.",
    414: "La dirección es demasiado larga. Entre por el inicio.",
    429: "Hay muchos intentos de ingreso desde su conexión. Espere un minuto y vuelva a la página de ingreso.",
    503: "En este momento llegan muchos archivos a la vez. Espere unos segundos y envíelo de nuevo.",
    421: "Esta no es la dirección del portal. Revise la dirección y entre de nuevo.",
  },
};
