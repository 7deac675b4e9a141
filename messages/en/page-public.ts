import type { Section } from "@/messages/es-CO";
import { fault } from "./page-fault";
import { unavailable } from "./page-unavailable";

export const publicPages: Section<"publicPages"> = {
  fault,
  home: {
    greeting: (portal) =>
      portal === "Plataforma Hanna" ? "Welcome to our Hanna services platform" : `Welcome to ${portal}`,
    pageTitle: (portal, caja) =>
      `${portal} · Providers of ${caja}: look up orders for an advance on subsidies`,
    description: "For merchants with an agreement: look the paper order up before you hand anything over.",
    title: "Look the order up before you hand over",
    lead: "For merchants with an agreement. Type the numbers on the paper and see the order the fund made.",
    signIn: "Sign in",
    register: "Register my business",
    sampleCaption: "This is an order. The number to type is at the top right.",
    sampleTitle: "ORDEN",
    sampleKind: "Adelanto por subsidios",
    sampleNumber: "Nro Documento",
    sampleAffiliate: "Afiliado",
    sampleValue: "Valor",
    sampleSign: "Firma del funcionario",
    howTitle: "How it works",
    steps: {
      register: { title: "Register", text: "With your business's NIT and an e-mail that you read." },
      request: {
        title: "Ask for the application CONVENIOS",
        text: "Upload the RUT and the Cámara de Comercio, photo or PDF. The fund answers by e-mail.",
      },
      check: {
        title: "Look up every order",
        text: "Type the ID, the kind and the number. Compare what you see with the paper.",
      },
    },
    needTitle: "To register you need",
    needs: {
      nit: "The NIT with its check digit. It is on the RUT.",
      documents: "RUT and Cámara de Comercio. They are asked for later, with the request.",
      mail: "An e-mail that you read. The link to come in arrives there.",
    },
  },
  contact: {
    phone: "Phone",
    otherPhone: "Other phone",
    hours: "Hours",
    mail: "E-mail",
    address: "Office",
  },
  accessibility: {
    title: "Accessibility",
    goal: "We want anybody to be able to use this portal. Our goal is the standard WCAG 2.2, level AA.",
    doneTitle: "What you can expect",
    done: {
      reader: "It works with a screen reader and with the keyboard.",
      zoom: "You can enlarge the text to 400 % and lose nothing.",
      color: "Each answer has a shape, a word and a colour. Colour never stands alone.",
      dark: "It follows your device's settings: light or dark, more contrast, no motion.",
      script: "The pages also work when your browser does not run JavaScript.",
    },
    missingTitle: "What is missing",
    missing: "We check every page with automatic tests. We have not yet tried it with enough people.",
    askTitle: "If something does not work for you",
    ask: "Tell us what you wanted to do and on which page. You can also have an order looked up by phone.",
  },
  privacy: {
    title: "Privacy",
    lead: (caja) => `This is ${caja}'s policy on the treatment of personal data, in Spanish.`,
    version: (id, date) => `Version ${id}, published on ${date}`,
    none: "The fund has not yet published its policy in this portal. Ask for it by phone.",
    rights: "See, correct or erase your data",
    keptTitle: "What this portal keeps in your browser",
    kept: {
      session:
        "Your session, for up to 7 days, so that you need not sign in on every page. Signing out deletes it.",
      device:
        "That your account has signed in on this device, for 180 days, so that others' attempts do not lock you out.",
      visitor: "A random number, for one day, so that we do not take you for other people on your network.",
      counter: "The point of payment of this device, if you chose one, for 400 days.",
      paired: "That this device is paired with a point of payment, for 30 days.",
      provider: "Which company you last worked with on this device, if you have several, for 400 days.",
      settings: "Your language, whether you want sound and the size of paper that you print on, for a year.",
      typed: "What you are typing in a form, so that you do not lose it, and what you search for in a list.",
      registration:
        "Your registration, while you finish it, for 8 days; and your request about personal data, for 30 minutes.",
      offline:
        "In Look up, what is needed to read orders without internet, what is still to be asked and your last answers, encrypted.",
    },
    keptNote: "None of this is advertising or goes to other companies.",
  },
  dataRights: {
    title: "Your data rights",
    lead: "The data are yours. Law 1581 of 2012 lets you ask for this:",
    rights: {
      know: "Know which data of yours we have and what we use them for.",
      correct: "Correct or update what is wrong.",
      proof: "See the authorisation that you gave.",
      withdraw: "Withdraw the authorisation or have them erased, unless the law says to keep them.",
      free: "Look at your data free of charge.",
    },
    howTitle: "How to ask",
    how: "Ask for it here, without an account. You may also write to the fund or call it: give your name, your ID number and what you need.",
    whenTitle: "When we answer",
    query: "A query: within 10 working days. If more is needed, we tell you and it is 5 more.",
    claim: "A claim: within 15 working days. If more is needed, we tell you and it is 8 more.",
    authority:
      "If the answer does not help, you may complain to the Superintendencia de Industria y Comercio.",
    controller: "Responsible",
    policy: "Read the whole policy",
  },
  notSignedIn: {
    title: "Sign in to see this",
    text: "Your session has ended or you have not signed in yet. Sign in with your e-mail and password and open it again.",
  },
  notAllowed: {
    title: "This page is not for your user",
    text: "Your account is fine. What you looked for can be done by somebody with more permissions.",
    ask: "Ask the owner of your company's account, or the fund's administrator.",
  },
  notFound: {
    title: "We could not find this page",
    text: "Check the address. It may also be a page that no longer exists.",
  },
  unknownSave: {
    title: "It is not known whether it was saved",
    what: "The system did not answer in time.",
    todo: "Wait some seconds and look whether it was saved, or whether our e-mail has come. Send it again only if it was not.",
    again: "See what happened",
  },
  unavailable: { ...unavailable, call: "Urgent? Call", again: "Try again" },
};
