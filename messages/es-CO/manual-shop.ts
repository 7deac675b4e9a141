/**
 * The manual's first part, for shops. A line that begins with "1. " is a step, with "- " a point, with "! " a picture;
 * **so** is strong, [words](name) a link to a chapter or a page by its name (app/(publico)/ayuda/places.ts).
 */
export const shop = {
  start: {
    title: "Para empezar",
    text: `
Bienvenido a nuestra plataforma de Servicios Hanna.
Si su entidad **NO** tiene cuenta registrada en nuestra plataforma y desea realizar una solicitud de aplicación, usted deberá seguir los siguientes pasos:
1. Acceda a [Plataforma Hanna](signIn) con su usuario y contraseña. Si aún no tiene usuario de acceso, aquí le decimos cómo hacerlo ([Creación de Usuario](#register)).
1. Si aún no realizó la solicitud de aplicación, aquí le decimos cómo hacerlo ([Solicitud Aplicaciones](#request)).
1. Una vez todo esté diligenciado y aprobado, al ingresar a la plataforma debe mostrarle la Aplicación **CONVENIOS**.
1. Haga clic en el botón **Acceder**, se mostrará la siguiente vista en la que deberá digitar la cédula del afiliado que solicita el uso de los servicios, digite el tipo de documento y el número que aparece en la parte superior derecha de la orden que el afiliado le proporcionó.
1. Inmediatamente ingrese los datos anteriormente solicitados, podrá observar en pantalla el documento valor que fue generado por el funcionario de la Caja de Compensación Familiar, para que pueda verificar que la información en este concuerde con lo que el afiliado le esté presentando.
! applications
Si al digitar el documento, no recibe información de respuesta o el documento no existe, por favor comuníquese con nuestras oficinas, para confirmar la información de la orden recibida y presentada por el cliente.
Si quiere ensayar antes de atender a alguien, hay órdenes de práctica en [Práctica](#practice).`,
  },
  register: {
    title: "Creación de Usuario",
    text: `
Tenga a la mano el RUT, con el NIT y su dígito de verificación, y un correo que usted revise. Son cuatro pasos.
1. Abra [Registrar mi negocio](registration). Lea para qué se usan sus datos, autorice y acepte las reglas de uso.
1. Escriba los datos de la empresa: NIT, DV, razón social, municipio, dirección y teléfono. Si el DV no concuerda, mire otra vez el RUT.
1. Escriba sus datos: nombres y apellidos, tipo y número de identificación, correo y celular.
1. Revise y presione **Crear la cuenta**. Le llega un correo con un enlace.
1. Abra el enlace, elija una contraseña y ya está adentro.
! register
- El correo puede tardar unos minutos. Mire también en “no deseados”. Si no llega, la página deja pedirlo otra vez.
- Si la página dice que ese NIT ya tiene cuenta, no cree otra: pídale al dueño que lo invite desde [Equipo](#team).
- Quien se registra es el **dueño** de la cuenta: hace la solicitud, invita al equipo y descarga la relación de usos.`,
  },
  request: {
    title: "Solicitud Aplicaciones",
    text: `
La aplicación **CONVENIOS** es la que deja consultar órdenes. La pide el dueño de la cuenta, una sola vez.
1. Entre y abra [Aplicaciones](applications). En la tarjeta de CONVENIOS presione **Solicitar**.
1. Adjunte el RUT y el certificado de Cámara de Comercio, en PDF o en foto, de hasta 10 MB cada uno. La página dice si pide otros documentos, cuáles son opcionales y qué tan nuevos deben ser.
1. Si quiere que le paguen a una cuenta, escríbala con su certificación bancaria. También se puede después.
1. Si sabe el número de su convenio, escríbalo. Si no, déjelo vacío.
1. Presione **Enviar solicitud**. La solicitud queda con un número de radicado, como SOL-2026-000012.
! request
La entidad responde en tres días hábiles, aquí y por correo.
- **Aprobada**: al volver a entrar, la tarjeta de CONVENIOS trae el botón **Acceder**.
- **Devuelta**: falta algo. La página dice qué. Corríjalo y envíe otra vez; lo que no cambie se conserva.
- **Rechazada**: la página dice por qué, y puede hacer una solicitud nueva.
- Si su NIT no tiene un convenio vigente, primero hable con la entidad: sin convenio no se puede aprobar.
- Cada cierto tiempo la tarjeta y un correo piden **renovar** un documento, como mucho 30 días antes de su día. El dueño envía solo ese, y se sigue trabajando mientras la entidad lo revisa.`,
  },
  lookUp: {
    title: "Consultar una orden",
    text: `
Si usted desea validar la autenticidad de una orden, a continuación digite el número de cédula de nuestro afiliado, el tipo y número de la orden.
1. Pida el papel y la cédula. Tenga los dos a la vista.
1. Abra [Consultar](lookUp). En **Nit / Cédula** escriba el documento del afiliado.
1. En **Tipo Documento** elija el que dice el papel, por ejemplo ADELANTO POR SUBSIDIOS.
1. En **Nro Documento** escriba el número que está arriba a la derecha del papel. Si empieza con una letra, escríbala.
1. Presione **CONSULTAR ORDEN**.
! lookUp
- Los puntos, los espacios y los ceros del comienzo no importan.
- Si el papel trae un **código de control** de nueve letras y números, también puede escribirlo. Puede servir cuando hay que esperar.
- Cada consulta queda registrada con su nombre y un código de ocho letras y números. Si llama a la entidad, dé ese código.
- No consulte por curiosidad: se usa solo para órdenes presentadas en su establecimiento.`,
  },
  scan: {
    title: "Escanear el código",
    text: `
Los papeles impresos aquí traen un código cuadrado. Leerlo evita escribir y dice si el papel fue hecho por la entidad.
1. En Consultar, presione **Escanear el código** y permita usar la cámara.
1. Ponga el código dentro del cuadro. Se lee solo. Si no lee, acerque el papel, alíselo o encienda la linterna.
1. Escriba los últimos cuatro de la cédula que tiene en la mano. Mire el documento de la persona, no el papel.
1. Compare y siga como siempre.
- Con un lector de códigos conectado al computador basta abrir Consultar y disparar.
- Si le mandaron una foto, puede leerla con **Leer una foto del código**. Con una imagen no se entrega: pida el papel.
- Si la cámara está bloqueada, toque el candado junto a la dirección y permita la cámara. Mientras tanto, escriba los números.`,
  },
  compare: {
    title: "Comparar el papel con la pantalla",
    text: `
Encontrar la orden no basta: falta ver que el papel diga lo mismo. Recuerde que si la información visualizada en la pantalla siguiente no concuerda con la orden física, debe comunicarse con nuestra central de atención al cliente para obtener mayor información.
1. Mire en el papel el valor, el nombre y la cédula, el número y la fecha de expedición.
1. Al lado de cada dato responda **Igual** o **Distinto**. En algunas entidades el valor no se muestra: primero se escribe el del papel.
1. Con la última respuesta aparece el botón. Si todo es igual, la pantalla queda verde por tres minutos: **Auténtica y sin usar**.
1. Si algo es distinto, no entregue. La pantalla dice qué hacer.
! found
- Mire de verdad: un número repisado se nota si lo lee dígito por dígito.
- Si el papel está roto o no se lee, use **No puedo leer el papel**. Así nadie registra un uso sin comparar.`,
  },
  use: {
    title: "Registrar el uso",
    text: `
Una orden se usa una sola vez. Se registra cuando usted entrega, no antes.
1. Con la pantalla verde, presione **Registrar el uso**.
1. Revise el valor. Si la orden deja usar una parte, escriba cuánto. Si quiere, escriba el número de su factura.
1. Confirme. Queda el comprobante con su número, como U-2026-000123.
! receipt
- Dos toques, una señal que se cae o dos personas a la vez dan un solo uso.
- Si no sabe si quedó, abra la orden otra vez: dice **Usted ya la registró**. Si la orden se usa por partes, dice que su empresa ya registró una parte, y a qué hora. Si no dice nada de eso, no quedó.
- Si se equivocó, el mismo punto de pago lo puede anular en los primeros 15 minutos: en el comprobante, presione **Me equivoqué**.
- Después de 15 minutos, pida la anulación con el mismo botón. La decide la entidad; la respuesta queda en el comprobante y le llega por correo al dueño.`,
  },
  report: {
    title: "Reportar una novedad",
    text: `
Una novedad le cuenta a la entidad lo que usted ve en el papel. No acusa a nadie.
1. En la respuesta, presione **Reportar una novedad**.
1. Elija qué no coincide. Ninguna razón viene elegida. Si la suya deja la orden en revisión, la página lo dice y pide marcar una casilla: nadie la puede usar hasta que respondan.
1. Si quiere, cuente más y adjunte una foto del papel. Tape la cédula si aparece.
1. Envíe. La novedad queda con su número, como R-2026-000004.
- Si se equivocó, quien la envió la puede retirar en los primeros 15 minutos: en la página de la novedad, presione **Retirar la novedad**.
La entidad responde en tres días hábiles, en [Novedades](reports) y por correo. No retenga el papel ni la cédula de la persona.`,
  },
  offline: {
    title: "Sin internet",
    text: `
Si se cae la señal, el dispositivo puede revisar la firma del código, pero no saber si la orden ya se usó. Por eso nunca muestra verde.
1. Abra Consultar cuando tenga internet y haya entrado, una vez en cada dispositivo. Así quedan guardadas las llaves.
1. Sin señal, escanee el código. La pantalla dice si la firma es de la entidad y que falta confirmar.
1. No entregue todavía. Si la persona puede esperar o volver, es lo mejor.
1. Cuando vuelve la señal, la pregunta se hace sola y la respuesta aparece arriba en Consultar.
- Si el código está dañado, escriba los números cuando haya señal.
- Para confirmar por teléfono, llame a la central de atención al cliente.`,
  },
  history: {
    title: "Historial, comprobantes y constancias",
    text: `
En [Historial](history) está todo lo que su empresa consultó y usó, por días.
- Busque por número de orden, persona, punto de pago, fechas o respuesta.
- El nombre del afiliado se ve por 24 horas. Después quedan sus iniciales, y el valor solo de lo que se comparó con el papel o se usó.
- El dueño puede descargar el historial en un archivo.
De cada consulta, uso y anulación se saca una **constancia** firmada, para imprimir en carta o en rollo de 80 o 58 mm. Cualquiera la comprueba en [Verificar](verify) con su número y las ocho letras y números que lo siguen, sin pedirle permiso a nadie. Sáquela el mismo día: pasadas 24 horas, la de una consulta que no se comparó con el papel no dice el valor.
! history`,
  },
  settlement: {
    title: "Relación de usos, factura y pago",
    text: `
La **relación de usos** es la lista de lo que su empresa usó en un período, sin lo anulado. Se adjunta a la factura.
1. El dueño abre [Relación para facturar](statement), elige las fechas y descarga el PDF o la hoja de cálculo.
1. Envíela con su factura electrónica a la entidad.
1. La entidad revisa cada uso y lo pasa por estos estados.
- **Sin legalizar**: nadie lo ha revisado todavía.
- **Legalizado**: la entidad lo aceptó.
- **Facturado**: quedó en una factura, con su número y su CUFE.
- **Pagado**: la entidad lo pagó.
- **Objetado**: la entidad pide algo. El motivo llega por correo y está en la relación. Responda o corrija, y vuelve a legalizado.
Desde que un uso está legalizado ya no se anula desde el punto de pago.`,
  },
  team: {
    title: "Equipo y puntos de pago",
    text: `
Cada persona entra con su propio correo. No comparta contraseñas: la constancia dice quién hizo cada cosa.
1. El dueño abre [Equipo](team) y escribe el nombre, el correo y qué puede hacer la persona, y presiona **Enviar la invitación**.
1. La persona abre el enlace del correo, autoriza el uso de sus datos y elige su contraseña.
- **Dueño**: todo, también el equipo, las solicitudes y la relación de usos.
- **Registra**: consulta, compara y registra usos.
- **Solo consulta**: consulta y compara, y reporta novedades.
- Si la persona ya trabaja con otra empresa, invítela con el mismo correo: acepta con su contraseña de siempre y sigue con una sola cuenta. Su empresa no ve nada de la otra.
- Quien trabaja con varias empresas ve arriba con cuál está y pasa a otra desde el menú. Cada consulta y cada uso queda a nombre de esa empresa.
- Quien se va se quita del equipo, y deja de entrar en ese momento. El historial conserva lo que hizo.
Los **puntos de pago** dicen dónde se atendió cada orden.
1. En Equipo, agregue un establecimiento y, con **Cambiar**, sus puntos de pago.
1. En cada dispositivo, abra [Este dispositivo](device) y diga en cuál punto de pago está.`,
  },
  practice: {
    title: "Práctica",
    text: `
En [Práctica](practice) hay órdenes de práctica que dan todas las respuestas. Nada queda registrado, y puede repetir.
- Es el mejor modo de enseñarle a alguien nuevo: diez minutos bastan.
- La pantalla dice siempre que es práctica.
- No use ahí los números de una orden verdadera.`,
  },
  account: {
    title: "Su cuenta",
    text: `
- Si olvidó la contraseña, pida un enlace en [Olvidé la contraseña](recover). Vale por una hora y una sola vez.
- La sesión se cierra sola después de 12 horas sin uso y, como mucho, a los siete días. Es normal: vuelva a entrar.
- En Mi cuenta, en el menú, puede corregir el nombre y el celular, cambiar el correo y la contraseña, agregar un segundo factor y ver en qué dispositivos está dentro. Si no reconoce alguno, cierre su sesión y cambie la contraseña.
- En un dispositivo emparejado, que consulta sin que nadie entre, diga quién es con su PIN antes de comparar o registrar: toque “Decir quién soy”. Lo pone en Mi cuenta. Después de diez minutos sin uso lo pide de nuevo.
- El dueño de la cuenta empareja un dispositivo en Equipo, “Decir en cuál punto de pago está este dispositivo”, y lo quita en Equipo.
- Otro correo empieza a servir cuando lo confirman los dos, el de ahora y el nuevo. Si alguien entra desde un dispositivo nuevo, le llega un correo que lo dice.
- Después de varias contraseñas equivocadas hay que esperar unos minutos. La página dice cuánto.
- Nadie de la entidad le pide su contraseña, ni por teléfono ni por correo.
- Las letras se pueden agrandar con su navegador, y el sonido se apaga en el menú.
- Qué datos suyos hay y cómo pedir que se corrijan o se borren: [Hábeas data](dataRights).`,
  },
};
