/** The manual's second part, for the caja's people. Marked as in manual-shop.ts. */
export const desk = {
  today: {
    title: "Hoy: lo que espera",
    text: `
Al entrar, la página **Hoy** dice qué espera: solicitudes por decidir, novedades, anulaciones pedidas y órdenes por aprobar. Al lado o debajo de la lista salen las alarmas: algo que lleva demasiado tiempo o que no funciona.
- Cada quien ve lo que puede hacer según su rol. Los seis están en [Personas de la entidad](#people).
- **Mis avisos por correo**, al final de la página, dice de qué se le escribe: de una vez, en el resumen del día o nunca.
! today`,
  },
  approve: {
    title: "Aprobar solicitudes",
    text: `
1. Abra [Solicitudes](deskRequests). Primero están las que esperan; las vencidas lo dicen. El plazo es de tres días hábiles.
1. Abra una. Compare cada documento con los datos y márquelo **Bien**, y mire si el NIT tiene un convenio vigente.
1. Presione **Aprobar y seguir**, **Corregir**, que la devuelve con lo que falta, o **Rechazar**, con el motivo. El comercio lee las frases tal como están en la pantalla, y solo envía otra vez el documento que usted pidió corregir.
1. Se abre la siguiente. Por diez segundos **Deshacer** quita su decisión; después sale el correo.
! decide
- Sin un convenio vigente para ese NIT no se puede aprobar. Un convenio se crea en [Convenios](deskAgreements), o llega en un archivo, como dice [Importar](#imports).
- Al aprobar, las otras solicitudes del mismo NIT se cierran solas.
- Una **renovación** trae de nuevo un documento de quien ya está aprobado. Se decide igual; su acceso sigue igual, sea cual sea la decisión. **Hoy** dice cuántos proveedores tienen documentos por renovar.
- Si dos personas deciden a la vez, vale la primera; a la otra la página le dice qué cambió.`,
  },
  providers: {
    title: "Proveedores",
    text: `
En [Proveedores](deskProviders) está cada comercio, con su convenio y sus personas.
- **Cambiar la cuenta** (administrador o tesorería): una persona propone la cuenta a la que se le paga, con un motivo, y otra la aprueba. A los dueños les llega un correo con los últimos cuatro números.
- **Cambiar el dueño**, debajo de sus personas, nombra otro dueño cuando ya no queda quien pueda hacerlo: le llega un enlace por correo y, aparte, un código que usted le entrega después de ver su documento y el certificado de la Cámara de Comercio.
- **Suspender** detiene sus consultas desde hoy o desde un día más adelante, con un motivo; antes de confirmar se ve el correo y lo que leerá el punto de pago. Hasta ese día trabaja y ve el aviso. **Levantar la suspensión** la termina: consulta de nuevo si su convenio está vigente.
- **Corregir datos** cambia razón social, municipio, dirección y teléfono, y los datos de quien responde por la empresa, con un motivo que los dueños reciben por correo.
- Quien trabaja o trabajó en un comercio no decide lo de ese comercio: lo hace otra persona.
- En [Consultas](deskLookups) se encuentra una consulta por su código de ocho letras y números mientras el comercio está al teléfono.`,
  },
  issue: {
    title: "Emitir órdenes",
    text: `
1. Abra [Emitir una orden](deskNewOrder). Elija el tipo y escriba los datos del afiliado, el valor, el concepto y la vigencia.
1. Revise el borrador y presione **Emitir la orden**. El número se da solo.
1. Si el valor llega al que pide otra persona, solo o con lo emitido hoy, presione **Pedir aprobación**: el borrador queda **por aprobar** y lo aprueba alguien distinto de quien lo hizo.
! issue
- Si hay otra orden parecida del mismo afiliado, la página lo dice antes de emitir.
- Un borrador se puede devolver con una razón, o descartar.`,
  },
  print: {
    title: "Imprimir y entregar",
    text: `
1. En la ficha de la orden, presione **Imprimir**: carta o media carta.
1. Varias a la vez: [Imprimir órdenes](deskPrint), hasta 1.000 en un solo PDF.
1. Cuando el afiliado la reciba, presione **Entregar al afiliado** y **La entregué**.
- Una orden entregada no se reimprime: se **reemplaza**, y el papel viejo deja de valer.
- Cada impresión queda en la bitácora.`,
  },
  change: {
    title: "Anular, revisar, prorrogar, reemplazar",
    text: `
Todo se hace en la ficha de la orden, con una razón que queda escrita.
- **Anular**: la orden no se usa más. No se deshace.
- **Poner en revisión**: nadie la puede usar hasta que se quite la última razón.
- **Prorrogar**: cambia el último día. El papel anterior queda con fecha vieja: imprima uno nuevo. Si la orden ya se entregó, no se reimprime: después de prorrogarla, **reemplácela**.
- **Reemplazar**: hace otra orden con los mismos datos, por ejemplo si se perdió el papel.
- Algunas piden una segunda persona, como al emitir.`,
  },
  imports: {
    title: "Importar",
    text: `
1. Abra [Importar](deskImports) y suba el archivo del sistema de la entidad: CSV o Excel (.xlsx). La página ofrece una plantilla; su última columna, FECHA_USO, se puede omitir y dice qué día usó ese sistema una orden UTILIZADA.
1. Espere la **vista previa**: cuántas líneas entran, cuáles no y por qué, y qué cambiaría. Mire cómo se leyeron las fechas.
1. Descargue las líneas con error, corríjalas en ese archivo (y en el sistema de la entidad) y súbalo. Repetir no daña nada.
1. Confirme con el botón que dice cuántas órdenes entran o, si solo hay cambios, con **Confirmar**. Puede detenerlo mientras trabaja.
! import
- Nada se adivina: un valor dañado por Excel, una fecha imposible o un tipo desconocido se rechazan con su línea y su columna.
- Los **convenios** se importan igual, desde [Convenios](deskAgreements). Un archivo muy grande lo importa quien administra el servidor, con un comando.
- Si pasan muchas horas sin un archivo nuevo, todas las páginas lo dicen y sale un correo.`,
  },
  reports: {
    title: "Novedades y anulaciones",
    text: `
En [Novedades](deskReports) está lo que reportan los comercios, con foto si la mandaron. Se responden en tres días hábiles.
1. Abra la novedad, mire la orden y las otras novedades parecidas.
1. Elija qué encontró, qué pasa con la orden y qué le responde al comercio.
En [Anulaciones](deskUndos) están los usos que un comercio pide anular después de 15 minutos. Elija **Anular el uso** o **No anularlo**, con un motivo que el comercio lee. Si la orden ya tenía otro papel, el valor vuelve en una orden nueva.
Un uso legalizado, facturado o pagado ya no se anula: primero se objeta, y uno pagado, después de reversar su pago.`,
  },
  settle: {
    title: "Liquidar",
    text: `
1. Abra [Liquidación](deskSettlement), elija el período y un proveedor.
1. Compare con la relación de usos y la factura que él envió.
1. Marque los usos y diga qué pasa: **legalizar**, **poner en una factura** con su número, valor y CUFE, u **objetar** con un motivo. También puede elegir todos los de un estado en el período, no solo los de la página.
1. Para pagar, en **Pagos** arme un pago con las facturas, la fecha y la referencia del banco. Lo aprueba otra persona, de tesorería o administrador, que no haya legalizado esos usos.
! settle
- Todos los marcados cambian juntos, o ninguno.
- Una factura tiene un solo CUFE, y un CUFE una sola factura. Su valor debe ser igual a la suma de sus usos. Escriba su número con el guion después del prefijo: FE1-10 es una factura y FE-110 es otra.
- De una vez se mueven hasta 5.000 usos: si son más, acorte el período. Una factura cobra hasta 5.000 usos: si cobra más, pídale dos facturas al proveedor.
- Un pago no se cambia. El que está mal se devuelve; lo pagado por error se reversa con un motivo y otra persona.
- Cada pago tiene archivo para el banco, con la cuenta de cada proveedor y sin lo que ya se reversó, y para contabilidad, y PDF con los comprobantes. Antes de aprobar, la página dice qué proveedor no tiene cuenta y cuál la cambió después de armar el pago. El dueño del comercio recibe un correo.
- De una objeción el dueño del comercio recibe un correo. Se devuelve a legalizada cuando se aclara.
- Un uso que el comercio pidió anular espera primero esa decisión.`,
  },
  keys: {
    title: "Llaves del código",
    text: `
Cada papel lleva una firma. Las llaves que firman están en [Llaves de las órdenes](deskKeys), y su lista pública la puede leer cualquiera.
- **Rotar**: la llave siguiente empieza a firmar. Los papeles anteriores siguen valiendo. Hágalo una vez al año.
- **Revocar** una llave retirada: sale de la lista pública y no vuelve. Los papeles que la entidad imprimió con ella siguen siendo suyos, pero solo se comprueban con internet; ningún otro código de esa llave vale. Solo si alguien pudo copiarla: rote primero.
- Las dos piden su contraseña, y rotar, además, la palabra ROTAR.
- Guarde las claves del servidor aparte de la copia de la base: sin ellas no se leen los datos ni se firman órdenes.`,
  },
  rights: {
    title: "Peticiones sobre datos personales",
    text: `
Cualquier persona pide en **Hábeas data**, sin cuenta, saber, corregir o borrar sus datos o retirar su autorización. Cada petición espera en [Datos personales](deskRights) con el día en que vence: 10 días hábiles una consulta, 15 un reclamo (Ley 1581 de 2012).
1. Si falta algo, pídalo en los primeros cinco días hábiles. El plazo de un reclamo se detiene y empieza de nuevo cuando llegue; si no llega en dos meses, se cierra. El de una consulta sigue: respóndala en su día aunque falte algo. Si lo trajeron o lo enviaron por otro medio, presione **Anotar que llegó**.
1. Antes de entregar o borrar datos, vea el documento de la persona y presione **Anotar la identidad**. Sin eso el portal no entrega ni olvida nada.
1. Con **Descargar para revisar** mire lo que el portal tiene. Lo que se corrige en el sistema de la entidad, corríjalo allá.
1. Presione **Responder**, con el archivo si lo pidió. **Olvidar ahora lo que se puede** borra de una vez lo que la ley permite; la tabla de la página dice qué se guarda y hasta cuándo, para que lo diga en la respuesta.
- Quien **retira su autorización**: después de ver la identidad, anote que la retiró y responda qué obliga a guardar la ley.
- Mientras un reclamo se decide, cada pantalla y archivo con datos de esa persona dice “Reclamo en trámite” y qué pide.
- **Prorrogar** se puede una vez, con el motivo: 5 días hábiles una consulta, 8 un reclamo.
- La persona lee la respuesta con el radicado y el código de su correo. Nadie más la ve. Si perdió el código o no le llegó, presione **Enviar otro código**.`,
  },
  people: {
    title: "Personas de la entidad",
    text: `
- Quien administra invita a cada persona desde [Personas](deskPeople), con su correo, su nombre y su rol. Le llega un enlace de un solo uso, que sirve una hora, para elegir su contraseña; el enlace pide además un código, que ve quien invita y dice en persona o por teléfono.
- **Roles**: administrador (todo), revisor (solicitudes y convenios), funcionario (órdenes, novedades, liquidación, datos personales e incidentes), atención (lee para responder llamadas), tesorería (liquidación, pagos y cuentas de los proveedores), auditor (lee todo y no cambia nada). La tabla de esa página dice qué puede cada quien.
- Si alguien se va, quítele el acceso ese mismo día, en su ficha: se cierran todas sus sesiones. Nadie cambia su propio rol, y siempre queda una persona que administra.
- **Segundo factor**: al entrar por primera vez, cada persona inscribe una aplicación de códigos o una llave de acceso (huella, cara, PIN o llave USB), y guarda diez códigos de papel. Desde entonces se pide después de la contraseña, y otra vez cuando han pasado más de cinco minutos y se va a decidir, aprobar, anular, pagar o descargar datos de personas.
- Si alguien perdió su segundo factor y sus códigos, otro administrador lo restablece en su ficha, con un motivo y en persona. A la persona le llega un correo con el que puede detenerlo; el código que usted le entrega sirve después de la espera que dice [Personas](deskPeople), y por un día.
- La primera persona la crea quien administra el servidor.
- La sesión se cierra sola después de media hora sin uso y, como mucho, a las 12 horas.
- No se comparte un usuario: la bitácora dice quién hizo cada cosa, y una segunda persona debe ser otra de verdad.`,
  },
  settings: {
    title: "Ajustes y bitácora",
    text: `
- [Datos de la entidad](deskProfile): el nombre, el teléfono y el horario que ven los comercios y que salen en el papel.
- [Comparación con el papel](deskCompareMode): si el comercio ve el valor y responde, o lo escribe primero.
- [Tipos de orden](deskKinds): días de vigencia, valor máximo, desde qué valor se pide otra persona, si se puede usar por partes. Un cambio no toca las órdenes ya emitidas.
- [Bitácora](deskAudit): el administrador y el auditor leen, en frases, quién hizo qué y cuándo, de una persona, un proveedor, una orden o unos días, y se la llevan en un archivo. No se puede cambiar ni borrar.
- [Incidentes](deskIncidents): si alguien vio, copió o perdió datos personales, regístrelo ese mismo día. El portal cuenta los 15 días hábiles para reportarlo a la SIC y prepara el reporte.
- **Buscar en todo**: el campo de arriba encuentra una orden, un código, un comprobante, un radicado, una novedad, un NIT, una factura, un pago o un nombre. La tecla / lleva a él.`,
  },
};
