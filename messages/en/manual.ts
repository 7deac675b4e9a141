import type { Section } from "../es-CO";
import { desk } from "./manual-desk";
import { shop } from "./manual-shop";
import { verdicts } from "./manual-verdicts";

export const manual: Section<"manual"> = {
  title: (portal: string) => `${portal} manual: Providers`,
  deskTitle: (portal: string) => `${portal} manual: for the fund`,
  version: (version: string, date: string) => `Version ${version}, ${date}`,
  search: "Search the manual",
  find: "Search",
  inParts: { one: "In 1 part", many: "In # parts", none: "Not in the manual" },
  noneAdvice: "Try another word, or call customer service.",
  everything: "See the whole manual",
  contents: "Contents",
  pdf: "Download the manual as PDF",
  toDesk: "Second part: for the fund",
  toDeskHint: "The fund's people read it with their user.",
  toShop: "First part: for shops",
  deskOnlyTitle: "This part is for the fund",
  deskOnly:
    "It explains how to approve, issue, import and settle. The fund's people read it with their user.",
  deskOnlyOther: "You signed in with the user of a shop. What is yours is in the first part.",
  signIn: "Sign in as somebody of the fund",
  verdictsTitle: "What each answer means",
  verdictsText:
    "Each answer has a shape, a word and a colour. Green: go. Red: stop. Yellow: look again. Blue: information.",
  means: "What it means",
  act: "What you do",
  say: "What you tell the person",
  signals: { go: "Green: go", stop: "Red: stop", warn: "Yellow: look again", info: "Blue: information" },
  callTitle: "Talk to the fund",
  onPage: (page: string) => `Page ${page}`,
  pictures: {
    applications: "The page of applications, with the card PROVEEDORES and the button Acceder.",
    register:
      "The second step of the registration: NIT, DV, legal name, municipality, address and telephone.",
    request:
      "The request for CONVENIOS, with the fields to attach the RUT and the chamber of commerce certificate.",
    lookUp:
      "The page to look up, with Nit / Cédula, Tipo Documento, Nro Documento and the button LOOK UP ORDER.",
    found: "An order that was found, with its data to compare with the paper.",
    receipt: "The receipt of a registered use, with its number and the value.",
    history: "The history, with the look-ups and uses of each day.",
    today: "The page of today, with what waits for the fund.",
    decide: "A request to decide, with the shop's data and its documents.",
    issue: "The form of a new order.",
    import: "The preview of a file, with the lines that do not go in and why.",
    settle: "The uses of a provider in the settlement, with their state.",
  },
  shop,
  verdicts,
  desk,
};
