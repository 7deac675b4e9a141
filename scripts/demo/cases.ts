import type { Outcome } from "@/model/verdict";

export type DemoCase = {
  outcome: Outcome;
  /** E-mail of the account that looks the order up. */
  email: string;
  idNumber: string;
  kindCode: string;
  number: string;
  /** Heading of the answer page. */
  heading: string;
  valueShown?: string;
  wordsShown?: string;
};

const till = "caja@eltornillo.example";

/** One look-up for each answer that the demonstration can give; README.md in db/demo lists them. */
export const demoCases: DemoCase[] = [
  {
    outcome: "current",
    email: till,
    idNumber: "1042555318",
    kindCode: "AS",
    number: "0004521",
    heading: "Encontramos la orden",
    valueShown: "$480.000",
    wordsShown: "cuatrocientos ochenta mil pesos",
  },
  {
    outcome: "current",
    email: till,
    idNumber: "1042555318",
    kindCode: "BE",
    number: "317",
    heading: "Encontramos la orden",
    valueShown: "$105.000",
    wordsShown: "ciento cinco mil pesos",
  },
  {
    outcome: "used",
    email: till,
    idNumber: "1042555318",
    kindCode: "AS",
    number: "0004410",
    heading: "Ya fue usada",
  },
  {
    outcome: "annulled",
    email: till,
    idNumber: "72145890",
    kindCode: "AS",
    number: "0004402",
    heading: "La entidad la anuló",
  },
  {
    outcome: "expired",
    email: till,
    idNumber: "22661734",
    kindCode: "AS",
    number: "0004380",
    heading: "Se venció",
  },
  {
    outcome: "not_yet",
    email: till,
    idNumber: "4821973",
    kindCode: "AS",
    number: "0004533",
    heading: "Todavía no empieza",
  },
  {
    outcome: "other_provider",
    email: till,
    idNumber: "1129574008",
    kindCode: "AS",
    number: "0004527",
    heading: "Es para otro comercio",
  },
  {
    outcome: "current",
    email: till,
    idNumber: "1140812345",
    kindCode: "AS",
    number: "H0000001",
    heading: "Encontramos la orden",
    valueShown: "$260.000",
    wordsShown: "doscientos sesenta mil pesos",
  },
  {
    outcome: "blocked",
    email: till,
    idNumber: "1129501234",
    kindCode: "AS",
    number: "H0000002",
    heading: "La entidad la está revisando",
  },
  {
    outcome: "replaced",
    email: till,
    idNumber: "1045709876",
    kindCode: "AS",
    number: "H0000003",
    heading: "Fue reemplazada",
  },
  {
    outcome: "not_found",
    email: till,
    idNumber: "1042555319",
    kindCode: "AS",
    number: "0004521",
    heading: "No la encontramos",
  },
];
