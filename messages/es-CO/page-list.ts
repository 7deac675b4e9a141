/** What every list says around its rows; what is said of one list only has its name. */
export const lists = {
  sizeLabel: "Filas por página",
  page: (page: string, pages: string) => `Página ${page} de ${pages}`,
  steps: {
    agreements: { label: "Páginas de convenios", previous: "Anterior", next: "Siguiente" },
    history: { label: "Páginas del historial", previous: "Más nuevas", next: "Más antiguas" },
    monthReport: { label: "Páginas de proveedores", previous: "Anteriores", next: "Siguientes" },
    orders: { label: "Páginas de la lista", previous: "Anterior", next: "Siguiente" },
    payments: { label: "Páginas de pagos", previous: "Más nuevos", next: "Más antiguos" },
    reports: { label: "Páginas de novedades", previous: "Anteriores", next: "Siguientes" },
    requests: { label: "Páginas de solicitudes", previous: "Anterior", next: "Siguiente" },
    settlement: { label: "Páginas de la liquidación", previous: "Anteriores", next: "Siguientes" },
    rights: { label: "Páginas de peticiones", previous: "Anteriores", next: "Siguientes" },
    undos: { label: "Páginas de anulaciones", previous: "Más antiguas", next: "Más nuevas" },
  },
  chips: "Filtros puestos",
  remove: "Quitar",
  removeAll: "Quitar todos",
  files: {
    audit: {
      title: "Llevarse la bitácora",
      text: "El archivo trae lo que ve aquí, con los filtros puestos, hasta 50.000 registros. Queda anotado quién lo pidió.",
      formats: { csv: "Exportar CSV", xlsx: "Exportar XLSX" },
    },
    history: {
      title: "Llevarse el historial",
      text: "El archivo trae lo mismo que ve aquí, con los filtros puestos.",
      formats: { csv: "Exportar CSV", xlsx: "Exportar XLSX" },
    },
    monthReport: {
      title: "Llevarse el informe",
      text: "El archivo trae el mes y el anterior, con todos los proveedores. No lleva datos de afiliados.",
      formats: { pdf: "PDF", xlsx: "Excel", csv: "CSV" },
    },
    orders: {
      title: "Llevarse la lista",
      text: "El archivo trae los datos de los afiliados. Queda en la bitácora quién lo pidió.",
      formats: { csv: "Exportar CSV", xlsx: "Exportar XLSX" },
    },
    payment: {
      title: "Archivos del pago",
      text: "El del banco tiene un renglón por proveedor; el contable, uno por comprobante. Queda en la bitácora quién los descargó. El CSV del banco entréguelo como se descarga: si lo abre y lo guarda en Excel, las cuentas pierden los ceros del comienzo. Para mirarlo, abra el XLSX.",
      formats: {
        "banco.csv": "Banco, CSV",
        "banco.xlsx": "Banco, XLSX",
        "contable.csv": "Contable, CSV",
        "contable.xlsx": "Contable, XLSX",
        pdf: "Comprobantes, PDF",
      },
    },
    paymentReversed: {
      title: "Archivos del pago",
      text: "Todo el pago está reversado: no hay archivo para el banco. Queda en la bitácora quién descargó los demás.",
      formats: {
        "contable.csv": "Contable, CSV",
        "contable.xlsx": "Contable, XLSX",
        pdf: "Comprobantes, PDF",
      },
    },
    paymentUnapproved: {
      title: "Archivos del pago",
      text: "El del banco se abre cuando el pago esté aprobado. Queda en la bitácora quién los descargó.",
      formats: {
        "contable.csv": "Contable, CSV",
        "contable.xlsx": "Contable, XLSX",
        pdf: "Comprobantes, PDF",
      },
    },
    reversal: {
      title: "Archivos de la reversión",
      text: "El contable tiene un renglón por comprobante. Queda en la bitácora quién los descargó.",
      formats: {
        "contable.csv": "Contable, CSV",
        "contable.xlsx": "Contable, XLSX",
        pdf: "Comprobantes, PDF",
      },
    },
    providers: {
      title: "Llevarse la lista",
      text: "El archivo trae todos los proveedores del filtro, no solo los de esta página.",
      formats: { csv: "CSV", xlsx: "Excel" },
    },
    settlement: {
      title: "Descargar la liquidación",
      text: "Trae todos los usos del período y del estado escogidos, con los números de los comprobantes. Queda anotado quién la descargó.",
      formats: { csv: "CSV", xlsx: "Excel", pdf: "PDF" },
    },
    statement: {
      title: "Descargar la relación",
      text: "Lleva los números de los comprobantes. Queda anotado quién la descargó.",
      formats: { csv: "CSV", xlsx: "Excel", pdf: "PDF" },
    },
  },
};
