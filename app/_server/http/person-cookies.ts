/**
 * Cookies that hold what a person did, each sealed for that person and sent to its own pages alone. Signing out takes
 * them away; what a device keeps for everybody who uses it (its name, counter, language, sound) stays.
 */
export const personCookies = {
  paperCodes: { name: "codigos", path: "/cuenta/seguridad/codigos" },
  orderSearch: { name: "busqueda", path: "/admin/ordenes" },
  rightsAccount: { name: "busqueda_cuenta", path: "/admin/habeas-data" },
  search: { name: "busqueda_general", path: "/admin/buscar" },
} as const;
