/**
 * Where a provider in Colombia can have an account: participants of ACH Colombia, by the code of four digits that files
 * for banks name them by. Compared on 2026-11-29 with the public list of a payment network
 * (docs.v3.localpayment.com, "Bank Account Validations: Colombia"); banks come and go seldom, and a code stays with an
 * account that names it.
 */
export const banks: Readonly<Record<string, string>> = {
  "1040": "Banco Agrario",
  "1052": "Banco AV Villas",
  "1032": "Banco Caja Social",
  "1066": "Banco Cooperativo Coopcentral",
  "1001": "Banco de Bogotá",
  "1023": "Banco de Occidente",
  "1062": "Banco Falabella",
  "1063": "Banco Finandina",
  "1012": "Banco GNB Sudameris",
  "1047": "Banco Mundo Mujer",
  "1060": "Banco Pichincha",
  "1002": "Banco Popular",
  "1065": "Banco Santander",
  "1069": "Banco Serfinanza",
  "1053": "Banco W",
  "1059": "Bancamía",
  "1007": "Bancolombia",
  "1061": "Bancoomeva",
  "1013": "BBVA Colombia",
  "1009": "Citibank",
  "1370": "Coltefinanciera",
  "1292": "Confiar",
  "1283": "Cooperativa Financiera de Antioquia",
  "1289": "Cotrafa",
  "1051": "Davivienda",
  "1551": "Daviplata",
  "1121": "Financiera Juriscoop",
  "1006": "Itaú",
  "1070": "Lulo Bank",
  "1067": "Mibanco",
  "1507": "Nequi",
  "1019": "Scotiabank Colpatria",
};

/** What a bank is called; its code, if the list does not have it any more. */
export const bankName = (code: string): string =>
  Object.entries(banks).find(([known]) => known === code)?.[1] ?? code;

export const accountKinds = ["savings", "current"] as const;
export type AccountKind = (typeof accountKinds)[number];
