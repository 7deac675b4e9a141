/** What the form of the caja's profile sends when nothing in it is wrong. */
export const cajaProfile = {
  version: "1",
  name: "Caja Demo",
  portalName: "Plataforma Hanna",
  legalName: "Caja de Compensación Demo",
  nit: "890101994",
  phone: "605 323 5000",
  hours: "Lunes a viernes",
  email: "contacto@caja.example",
  address: "Calle 1 # 2-3",
  city: "Barranquilla",
  importMaxAgeHours: "24",
  policy: "x".repeat(40),
};
