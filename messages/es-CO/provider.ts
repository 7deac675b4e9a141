const standings = { active: "Activo", waiting: "Sin aprobar", suspended: "Suspendido" };

export const adminProviders = {
  title: "Proveedores",
  search: "Buscar por NIT o razón social",
  find: "Buscar",
  empty: "Ningún proveedor coincide.",
  caption: "Proveedores registrados",
  legalName: "Razón social",
  nit: "NIT",
  standing: "Estado",
  since: "Registrado",
  more: "Más proveedores",
  page: (page: string) => `Página ${page}`,
  previous: "Anterior",
  next: "Siguiente",
  back: "Volver a proveedores",
  standings,
  phone: "Teléfono",
  address: "Dirección",
  reason: "Motivo",
  reasonHint: "El proveedor lo lee tal cual, en su pantalla y en su correo.",
  suspendHeading: "Suspender",
  suspendText: "El proveedor deja de consultar órdenes desde su próxima acción.",
  suspend: "Suspender proveedor",
  reactivateHeading: "Reactivar",
  reactivateText: "El proveedor vuelve a consultar órdenes desde su próxima acción.",
  reactivate: "Reactivar proveedor",
  errors: {
    reasonMissing: "Escriba el motivo, con 10 letras o más.",
    reasonLong: "Escriba el motivo en 600 letras o menos.",
  },
  emails: {
    suspended: (company: string) => `Suspendimos a ${company}`,
    suspendedText: (company: string, reason: string, signature: string) =>
      `Suspendimos a ${company} en la plataforma de proveedores.\n\nMotivo: ${reason}\n\nSi tiene dudas, llámenos.\n\n${signature}`,
    reactivated: (company: string) => `Reactivamos a ${company}`,
    reactivatedText: (company: string, reason: string, signature: string) =>
      `${company} puede consultar órdenes de nuevo.\n\nMotivo: ${reason}\n\n${signature}`,
  },
};
