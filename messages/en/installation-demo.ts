import type { Section } from "../es-CO";

export const demo: Section<"demo"> = {
  papers: {
    title: "Papers of the demonstration",
    link: "See the papers of the orders, to scan them",
    back: "Mailbox of the demonstration",
    lead: "Each button opens the PDF of an invented order. Open it on another screen or print it, and read it with the camera in Look up.",
    digits:
      "After the code is read, the last four digits of the ID are asked for. They are in this list, which only exists in the demonstration.",
    empty: "There are no orders to print",
    emptyText: "Issue an order as an officer and it will appear here.",
    order: "Order",
    affiliate: "Affiliate",
    id: "ID number",
    value: "Value",
    paper: "Paper",
    open: (number: string) => `Open the paper of ${number}`,
  },
};
