/** A first text of data treatment (Ley 1581 de 2012). The caja's own takes its place at /admin/ajustes/caja. */
export const firstPolicy = `Política de tratamiento de datos personales

1. Responsable. La caja de compensación que presta este portal es la responsable de los datos que usted escribe aquí.

2. Datos. Tratamos su identificación, nombre, correo, celular, dirección IP y los registros de uso del portal. No pedimos datos sensibles ni datos de menores de edad.

3. Finalidades. Usamos los datos para: crear y administrar su usuario; verificar su vínculo con el proveedor y estudiar sus solicitudes; permitir y registrar la consulta de órdenes; prevenir el fraude y cumplir obligaciones legales y requerimientos de autoridades; y enviarle notificaciones del servicio. Si usted lo autoriza aparte, también para enviarle otros avisos.

4. Derechos. Usted puede conocer, actualizar, rectificar y suprimir sus datos, pedir prueba de esta autorización, saber cómo se han usado, revocarla y presentar quejas ante la Superintendencia de Industria y Comercio. Puede ejercerlos en los canales de atención de la entidad.

5. Plazos. Las consultas se responden en diez días hábiles y los reclamos en quince.

6. Conservación. Guardamos los datos mientras dure el vínculo y el tiempo que exija la ley. Las consultas de órdenes son soporte de recursos parafiscales y se conservan diez años.

7. Seguridad. Los datos de los afiliados se guardan cifrados y toda consulta queda registrada.`;
