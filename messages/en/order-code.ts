import type { Section } from "@/messages/es-CO";

export const publicCode: Section<"publicCode"> = {
  product: "Public check",
  pageTitle: (caja) => `Code of ${caja}`,
  genuine: {
    title: (caja) => `This code is ${caja}'s`,
    line: "That is not enough to take the order.",
    text: "This page does not say whether the order was used or is still good. Only the look-up of a business with an agreement does.",
  },
  superseded: {
    title: (caja) => `This code is of ${caja}, but there is a newer paper`,
    line: "Use the newer paper of the order.",
    text: "The fund printed another paper after this one. Merchants take the newer one. If you do not have it, ask the fund for it.",
  },
  unknown: {
    title: "We do not know that code",
    line: "Check that it is complete.",
    text: "A part may be missing, or it may be somebody else's. This does not mean that the paper is false.",
    again: "Type the code",
  },
  wait: {
    title: "Wait a moment",
    line: "There were many tries in a row from this connection.",
    text: (time) => `You can open the page again after this time: ${time}`,
    moment: (seconds, time) =>
      `There are many visits from the network that you are in. Wait ${seconds} seconds and open it again. If your browser keeps no cookies, open it after this time: ${time}`,
    again: "Open again",
  },
  warning: "Did they show you this page on another phone? Not enough. Open it yourself.",
  address: (host) => `Look above: the address is ${host}`,
  providerTitle: "Are you a business with an agreement?",
  providerAction: "Sign in and compare",
  ownerTitle: "Is the order yours?",
  ownerAction: "How to use it",
  form: {
    title: "Check a code",
    lead: "Point the phone's camera at the square of dots on the paper. If a reader gave you the text, paste it here.",
    code: "Code or whole address",
    codeHint: "That of an order has 148 letters and figures. That of a proof is like C-2026-000001-1R674T5R",
    submit: "Check",
    errors: {
      codeMissing: "Paste or type the code",
      codeForeign: "That code is not of an order or a proof of this fund",
      codeMalformed: "Something is missing or too much. Copy the whole code",
    },
  },
};
