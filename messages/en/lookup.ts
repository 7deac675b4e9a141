import { sentence } from "@/lib/format/sentence";
import type { Section } from "@/messages/es-CO";

export const counter: Section<"counter"> = {
  title: "Check an order",
  idLabel: "Nit / Cédula",
  idHint: "of the affiliate",
  kindLabel: "Tipo Documento",
  numberLabel: "Nro Documento",
  numberHint: "at the top right",
  checkTitle: "Check code, if the paper has one",
  checkLabel: "Check code",
  checkHint: "Nine letters and figures in three groups. It is beside the number",
  submit: "CHECK ORDER",
  submitting: "Checking…",
  panelTitle: "Important information!",
  panelText:
    "If you want to validate that an order is authentic, type the ID number of our affiliate, the kind and the number of the order. Remember that if the information on the next screen does not agree with the paper order, you must contact our customer service centre for more information.",
  panelCall: (phone, hours) => sentence(`Customer service centre: ${phone}, ${hours}`),
  useWarning:
    "Only to validate orders presented in your shop. Every look-up is recorded (Ley 1581 de 2012 and article 269F of the Penal Code).",
  errors: {
    idMissing: "Type the affiliate's ID number",
    idShape: "That does not look like an ID number. Type it as it is on the document",
    kindMissing: "Choose the kind of document",
    numberMissing: "Type the number of the order. It is at the top right",
    numberShape: "The number of the order is shorter. Look at the paper again",
    checkShape: "The check code has nine letters and figures. Copy it from the paper",
    checkWrong: "One letter or figure of the check code is wrong. Look at the paper again",
  },
  pageTitle: (heading, number) => `${heading}: order ${number}`,
  lookedUp: (at, readAt) => sentence(`You asked ${at}; answer updated ${readAt}`),
  asker: (who, code) => `Asked by: ${who} · code ${code}`,
  reload: "Update the answer",
  verdicts: {
    current: { heading: "We found the order", line: "Now compare it with the paper." },
    used: { heading: "Already used", line: "Do not deliver with this order." },
    annulled: { heading: "The fund annulled it", line: "Do not deliver with this order." },
    expired: { heading: "It has expired", line: "Do not deliver with this order." },
    not_yet: { heading: "Not valid yet", line: "Do not deliver yet." },
    blocked: { heading: "The fund is reviewing it", line: "Do not take it for now." },
    replaced: { heading: "It was replaced", line: "Do not deliver with this order." },
    claimed: {
      heading: "At another point of payment",
      line: "Another point of payment is registering it right now.",
    },
    other_provider: { heading: "It is for another shop", line: "This order is not for your agreement." },
    not_found: { heading: "We did not find it", line: "It is nearly always a mistyped number." },
    waiting: { heading: "Wait a moment", line: "There were several look-ups in a row without a result." },
    paused: { heading: "Your agreement is paused", line: "You cannot check orders for now." },
    digits: { heading: "Code read", line: "The person's ID is missing." },
    forged: { heading: "It is not the fund's", line: "The code was changed." },
    foreign: { heading: "That code is not ours", line: "Do not deliver yet." },
    superseded: {
      heading: "There is a newer paper",
      line: "Do not deliver with this paper. Ask for the newer one.",
    },
  },
  dayLines: {
    expired: (day) => `It was valid until ${day}. Do not deliver with this order.`,
    not_yet: (day) => `It is valid from ${day} on. Do not deliver yet.`,
  },
  pausedLine: (day) => `Since ${day}. You cannot check orders for now.`,
  waitMinutes: (minutes) => (minutes === 1 ? "Wait 1 minute" : `Wait ${minutes} minutes`),
  sheetTitle: "This is the order",
  sheetNumber: "Nro Documento",
  affiliate: "Affiliate",
  identity: "ID",
  value: "Value",
  concept: "Concept",
  issuedOn: "Issued on",
  validUntil: "Can be used until",
  office: "Issuing office",
  compareCall: (phone, hours) =>
    sentence(`If anything differs, do not deliver and call the customer service centre: ${phone}, ${hours}`),
  orderFact: "Order",
  usedFact: "Shown as used since",
  annulledFact: "Annulled since",
  expiredFact: "Was valid until",
  blockedFact: "In review since",
  replacedFact: "Replaced since",
  supersededFact: "The newer paper was printed",
  adviceSuperseded: (name, phone) =>
    `“This paper is of ${name}, but there is a newer one of the same order. I can take that one. If you do not have it, ask the fund for it at ${phone}.”`,
  startsFact: "Valid from",
  adviceTitle: "What you can tell the person",
  adviceUsed: (phone) => `“The order is shown as used. The fund can find out what happened at ${phone}.”`,
  adviceAnnulled: "“Sometimes an order is annulled because a new one was made. Do you have another order?”",
  adviceExpired: "“You can ask the fund for a new order.”",
  adviceBlocked: "“The fund is reviewing this order. I cannot take it for now.”",
  adviceReplaced: "“There is another order in place of this one. Do you have it?”",
  adviceClaimed: "Ask again in a few minutes.",
  adviceNotYet: "“You can use it from that day on.”",
  adviceOther: (phone) => `“This order is for another shop. The fund tells you which at ${phone}.”`,
  adviceNotFound: "“The system does not show the order; the fund confirms it by telephone.”",
  keepNothing: "Do not keep the paper or the ID.",
  notFoundCalm: "This does not mean that the paper is false.",
  notFoundCheck: "Check in this order:",
  notFoundNumber: "The number at the top right:",
  notFoundLetters: (number: string) =>
    `Did you leave out the letter at the start? If the paper has it, type it: ${number}.`,
  numbersAre: (kind, { digitsOnly, shortest, longest, own }) => {
    const length =
      shortest === longest ? `${longest}` : shortest === 1 ? `up to ${longest}` : `${shortest} to ${longest}`;
    const signs = digitsOnly ? "digits" : "letters or digits";
    return `In ${kind} the number has ${length} ${signs}${own ? `, or is like ${own}` : ""}.`;
  },
  notFoundId: "The ID number:",
  notFoundKind: "The kind of document:",
  notFoundCaja: (caja) => `That the paper is from ${caja}`,
  notFoundAdvice:
    "If everything is the same, contact our offices to confirm the information of the order received and presented by the customer.",
  phoneAndHours: (phone, hours) => sentence(`Call ${phone}, ${hours}`),
  dataUpdated: (when) => sentence(`Last update: ${when}`),
  waitingUntil: (when) => sentence(`You can check again ${when}`),
  waitsNow: (when: string) =>
    sentence(`There were several look-ups in a row without a result. You can look up again ${when}`),
  lastBeforeWait: (minutes: number) =>
    minutes > 60
      ? "If the next look-up has no result either, you will have to wait until tomorrow."
      : `If the next look-up has no result either, you will have to wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
  waitingOver: "You can check now",
  waitingLeft: { five: "5 minutes left.", one: "1 minute left.", over: "You can check now." },
  waitingWhy: "We pause look-ups to protect the affiliates' data. You did nothing wrong.",
  waitingCheck: "If the paper has a check code, type it with the number: you may not have to wait.",
  pausedWhy: (name, nit) =>
    `${name}, NIT ${nit}: the agreement with the fund is not in force today or is suspended.`,
  pausedCall: (name, phone, hours) => sentence(`Contact ${name}: ${phone}, ${hours}`),
  call: (name) => `Call ${name}`,
  fixNumbers: "Correct the numbers",
  askAnother: "Check another order",
  seeApplications: "See your applications",
};
