export const scan = {
  title: "Escanear el código de la orden",
  back: "Volver a consultar",
  door: "Escanear el código",
  scanner: {
    before: "Vamos a usar la cámara solo para leer el código. No guardamos fotos.",
    useCamera: "Usar la cámara",
    typeNumbers: "Escribir los números",
    close: "Cerrar",
    preparing: "Preparando la cámara…",
    instruction: "Ponga el código dentro del cuadro",
    opened: "Cámara abierta. El código se lee solo.",
    read: "Código leído.",
    asking: "Consultando…",
    slowRead: "¿No lee? Acerque el papel, alíselo o encienda la linterna.",
    foreignMore: "Qué hacer con ese código",
    torch: "Linterna",
    torchOn: "Linterna encendida",
    torchOff: "Linterna apagada",
    zoom: "Acercar",
    deniedChromium:
      "La cámara está bloqueada. Para activarla: toque el candado junto a la dirección › Permisos › Cámara › Permitir.",
    deniedSafari:
      "La cámara está bloqueada. Para activarla: toque el botón junto a la dirección › Ajustes del sitio web › Cámara › Permitir.",
    deniedFirefox:
      "La cámara está bloqueada. Para activarla: toque el candado junto a la dirección › Cámara › quite el bloqueo.",
    typeInstead: "Mientras tanto, escriba los números.",
    busy: "Otra aplicación está usando la cámara. Ciérrela e intente de nuevo.",
    none: "No encontramos una cámara. Si otra aplicación la está usando, ciérrela e intente de nuevo.",
    retry: "Intentar de nuevo",
    paused: "Apagamos la cámara mientras usted estaba en otra parte.",
    pictureTitle: "¿Le mandaron una imagen?",
    pictureLabel: "Leer una foto del código",
    pictureHint:
      "La foto no sale de este dispositivo. También puede pegarla aquí. Con una imagen no se entrega: pida el papel.",
    pictureReading: "Leyendo la foto…",
    pictureEmpty: "No vemos un código en esa imagen. Pruebe con otra más cercana y derecha.",
  },
  foreign: (caja: string) => `Ese código no es de una orden de ${caja}.`,
  withoutScript: "En este navegador no podemos abrir la cámara ni leer fotos. Escriba los números del papel.",
  reader: {
    ready: "Lector de códigos listo. Apunte al código del papel.",
    away: "Lector en pausa. Toque esta página para seguir.",
    read: "Código leído.",
  },
  digits: {
    label: "Escriba los últimos cuatro números o letras del documento de la persona",
    hint: "Mire el documento original de la persona, no el papel de la orden.",
    submit: "Ver la orden",
    submitting: "Consultando…",
    wrong: "Esos no son. Mire otra vez el documento.",
    last: (minutes: number) =>
      minutes > 60
        ? "Le queda un intento: si falla, tendrá que esperar hasta mañana."
        : `Le queda un intento: si falla, tendrá que esperar ${minutes} ${minutes === 1 ? "minuto" : "minutos"}.`,
    errors: {
      digitsMissing: "Escriba los últimos cuatro números o letras del documento",
      digitsShape: "Son los últimos cuatro números o letras del documento",
    },
    why: "Así solo ve la orden quien tiene a la persona al frente.",
  },
  picture: {
    title: "Esto es una imagen, no el papel",
    text: "No entregue con una imagen. Pida el papel original y escanéelo o escriba sus números.",
  },
  forged: {
    text: (phone: string) => `No acuse a la persona: pudo recibirlo así. Llame al ${phone}.`,
    keep: "No retenga el papel ni la cédula.",
  },
  foreignPage: {
    line: (caja: string) => `Ninguna orden de ${caja} trae ese código.`,
    text: "Puede ser de un comprobante, de una factura o de otro papel. No abrimos el enlace. Si es una orden, escriba su número.",
  },
  notFound: {
    text: "El código es de la entidad, pero la orden no aparece en el sistema. Escriba los números del papel.",
  },
};
