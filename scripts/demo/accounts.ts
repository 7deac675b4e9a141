import type { CajaRole } from "@/model/access";

/** All demonstration accounts share one password, because they give access to invented data only. */
const password = "demostracion de la caja";

/** The demonstration's accounts, as `npm start` prints them. */
export const demoAccounts = [
  { role: "Administrador de la entidad", email: "administrador@caja.example", name: "Marta Ríos", password },
  { role: "Funcionario de la entidad", email: "funcionario@caja.example", name: "Jorge Páez", password },
  { role: "Revisora de la entidad", email: "revisor@caja.example", name: "Diana Mercado", password },
  { role: "Atención de la entidad", email: "atencion@caja.example", name: "Óscar Mendoza", password },
  { role: "Tesorería de la entidad", email: "tesoreria@caja.example", name: "Nubia Charris", password },
  { role: "Auditor de la entidad", email: "auditor@caja.example", name: "Lucía Vengoechea", password },
  { role: "Dueña, con CONVENIOS", email: "duena@eltornillo.example", name: "Ana Ruiz Díaz", password },
  { role: "Cajero, con CONVENIOS", email: "caja@eltornillo.example", name: "Luis Barrios", password },
  { role: "Dueño, con CONVENIOS", email: "dueno@lanina.example", name: "Pedro Cervantes", password },
  { role: "Cajera, con CONVENIOS", email: "caja@lanina.example", name: "Rosa Torregrosa", password },
  { role: "Cajera de dos empresas", email: "dos@empresas.example", name: "Sofía Manotas", password },
  { role: "Dueña, sin CONVENIOS", email: "duena@visioncaribe.example", name: "Inés De la Hoz", password },
  { role: "Cajero, sin CONVENIOS", email: "caja@visioncaribe.example", name: "Hernán Polo", password },
] as const;

type Email = (typeof demoAccounts)[number]["email"];

/** The accounts of the caja. */
export const demoOfficials: { email: Email; role: CajaRole }[] = [
  { email: "administrador@caja.example", role: "administrator" },
  { email: "funcionario@caja.example", role: "officer" },
  { email: "revisor@caja.example", role: "reviewer" },
  { email: "atencion@caja.example", role: "support" },
  { email: "tesoreria@caja.example", role: "treasurer" },
  { email: "auditor@caja.example", role: "auditor" },
];

/** The providers and their accounts. Each has a convenio in force (convenios.csv). */
export const demoProviders: {
  nit: string;
  legalName: string;
  address: string;
  phone: string;
  approved: boolean;
  owner: Email;
  clerk: Email;
}[] = [
  {
    nit: "900765432",
    legalName: "Ferretería El Tornillo S.A.S.",
    address: "Calle 45 # 20-11",
    phone: "+576053325127",
    approved: true,
    owner: "duena@eltornillo.example",
    clerk: "caja@eltornillo.example",
  },
  {
    nit: "901234567",
    legalName: "Papelería La Niña Ltda.",
    address: "Carrera 21 # 30-08",
    phone: "+576053352353",
    approved: true,
    owner: "dueno@lanina.example",
    clerk: "caja@lanina.example",
  },
  {
    nit: "830112233",
    legalName: "Óptica Visión Caribe S.A.S.",
    address: "Calle 72 # 46-05",
    phone: "+576053190122",
    approved: false,
    owner: "duena@visioncaribe.example",
    clerk: "caja@visioncaribe.example",
  },
];

/** Works for two of them with one account, and chooses in the menu. */
export const demoOfTwo: { email: Email; nits: readonly string[] } = {
  email: "dos@empresas.example",
  nits: ["900765432", "901234567"],
};

/** A NIT with a convenio in force that nobody has registered: for whoever tries the way of a newcomer. */
export const freeNit = "900481516";

/**
 * Shops whose request waits for the caja's decision, with their owners. Not among `demoAccounts`: a newcomer of the
 * demonstration signs in as nobody of them, but their password is the same.
 */
export const demoApplicants = [
  {
    nit: "900623114",
    legalName: "Calzado Paso Firme S.A.S.",
    address: "Carrera 43 # 72-18",
    phone: "+576053681200",
    email: "duena@pasofirme.example",
    name: "Gloria Consuegra Mejía",
    sentDaysAgo: 9,
  },
  {
    nit: "901350027",
    legalName: "Miscelánea El Arroyo Ltda.",
    address: "Calle 84 # 51-30",
    phone: "+576053784411",
    email: "dueno@elarroyo.example",
    name: "Rafael Ospino Charris",
    sentDaysAgo: 0,
  },
] as const;
