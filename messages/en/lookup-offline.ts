import type { Section } from "@/messages/es-CO";

export const offline: Section<"offline"> = {
  appDescription: "Confirm in seconds whether an order is authentic.",
  scanShortcut: "Scan a code",
  title: "No internet",
  intro:
    "You can check the paper's code on this device. Whether the order was used only the fund knows: the question is kept and asked by itself when the signal returns.",
  neverSaved: "This device does not have the fund's keys yet. Connect once, sign in and open Look up.",
  serverFails:
    "The fund does not answer well right now, and this device does not have its keys yet. It is tried again every few seconds.",
  keysMissing:
    "The fund has not made its keys yet. It is neither this device nor you: it is tried again every few seconds.",
  signInForKeys:
    "This device has internet, but nobody is signed in here. Sign in once, and the keys and the fund's list are saved.",
  nobodyKeeps:
    "The question was not saved: nobody is signed in on this device. Once there is a signal, sign in and read the code again.",
  notKept:
    "The question was not saved: this device is full or lets nothing be saved. Once there is a signal, read the code again.",
  lastTitle: "What you looked up last",
  lastWarning:
    "This is how they were then. They may have changed: look them up again once there is a signal.",
  lastAt: "Looked up {cuando}",
  keysOf: "The fund's keys and list: {cuando}",
  stale: "They are more than a day old. Connect once to refresh them.",
  ahead:
    "The date or the time of this device is behind, so they may be more than a day old. Correct it and connect once.",
  byPhoneDay:
    "By the date of this device, {fecha}. If it is not today's, correct it and read the code again.",
  retry: "Try again",
  online: "There is internet again.",
  goOnline: "Go on in Look up",
  verdicts: {
    unconfirmed: {
      heading: "Authentic code, not confirmed",
      line: "Without internet we do not know whether it was used. Do not deliver yet.",
    },
    superseded: {
      heading: "There is a newer paper",
      line: "This paper is the fund's, but it printed another one later. Do not deliver with it: ask for the newer one.",
    },
    dead: { heading: "No longer good", line: "The fund's list says that it was used, voided or replaced." },
    expired: {
      heading: "It expired",
      line: "Do not deliver. If the fund extended it, that shows with internet.",
    },
    not_yet: { heading: "Not yet", line: "Do not deliver yet." },
    forged: {
      heading: "Not from the fund",
      line: "The code was changed. Do not accuse the person: they may have got it so.",
    },
    unknown_key: {
      heading: "We do not know the key",
      line: "This device cannot check that code. Wait for the signal.",
    },
    malformed: { heading: "The code is not complete", line: "Bring the paper closer and read it again." },
    foreign: { heading: "That code is not of an order", line: "We did not open the link." },
  },
  picture: "This is a picture, not the paper.",
  valueInCode: "Value in the code",
  periodInCode: "Valid",
  period: "from {desde} to {hasta}",
  compare: "Compare value and dates with the paper. If they differ, do not deliver.",
  saved: "The question is kept on this device. It is asked by itself when the signal returns.",
  savedDouble: "That question was kept already.",
  readAnother: "Read another code",
  waitingTitle: "To be confirmed",
  waitingNone: "Nothing to be confirmed.",
  waitingAt: "Code read {cuando}",
  late: {
    sending: "Internet is back. We ask about the codes that were kept…",
    mustSignIn: "There are codes to be confirmed. Sign in to ask about them.",
    notSent: "We could not ask about the codes yet. We will try again.",
    attentionOne: "1 code needs your attention",
    attentionMany: "{n} codes need your attention",
    attentionWhy: "This device read them without internet. Now the fund answers otherwise.",
    settledOne: "1 code read without internet has its answer",
    settledMany: "{n} codes read without internet have their answer",
    wasPicture: "You read a picture: ask for the paper.",
    stillCurrent: "Still in force",
    readAt: "Code read {cuando}",
    seeAnswer: "See the answer",
    understood: "Understood",
    understoodAll: "Understood, take them off the list",
    othersWait:
      "On this device, codes that were read without internet wait for who read them, at the shop where they did.",
    lookAtThem: "See them in Look up",
    answers: {
      current: {
        heading: "The fund says that it is good",
        todo: "Compare it with the paper before delivering.",
      },
      used: {
        heading: "Already used",
        todo: "Do not deliver with this order. If you already did, keep the paper and call the fund.",
      },
      registered: {
        heading: "You already registered it",
        todo: "Do not register it again. The receipt is in the history.",
      },
      annulled: {
        heading: "The fund voided it",
        todo: "Do not deliver with this order. If you already did, call the fund.",
      },
      replaced: {
        heading: "It was replaced",
        todo: "Do not deliver with this order. Ask the person for the order in force.",
      },
      expired: { heading: "It expired", todo: "Do not deliver. The person can ask the fund for a new one." },
      not_yet: { heading: "Not yet", todo: "Do not deliver yet. The answer says from which day." },
      blocked: {
        heading: "The fund is looking at it",
        todo: "Do not take it for now. Call the fund to ask.",
      },
      claimed: {
        heading: "At another point of payment",
        todo: "Another point of payment is registering it right now. Ask again in a few minutes.",
      },
      other_provider: {
        heading: "For another shop",
        todo: "Do not deliver: this order is not for your convenio.",
      },
      not_found: {
        heading: "We do not find it",
        todo: "Do not deliver yet. The code is the fund's, but the order does not show: call.",
      },
      waiting: { heading: "It could not be asked", todo: "Do not deliver yet. Read the paper's code again." },
      paused: { heading: "Your convenio is paused", todo: "Do not deliver yet. Call the fund." },
      forged: {
        heading: "Not from the fund",
        todo: "The code was changed. Do not deliver, and do not accuse the person.",
      },
      foreign: { heading: "That code is not of an order", todo: "Do not deliver with that paper." },
      superseded: {
        heading: "There is a newer paper",
        todo: "Do not deliver with that paper. Ask the person for the newer one and read it.",
      },
    },
  },
  leave: {
    title: "Codes wait for an answer",
    back: "Do not sign out yet",
    one: "You read 1 code without internet that has no answer yet.",
    many: "You read {n} codes without internet that have no answer yet.",
    send: "Ask now",
    sending: "Asking…",
    notSent: "We could not ask. Try again, or leave them for later.",
    sent: "All of them were asked. The answer is in Look up.",
    see: "See the answer",
    leave: "Leave them until I sign in again, and sign out",
    throwAway: "Delete them, and sign out",
    signOut: "Sign out",
  },
  chipOffline: "No internet",
  chipOnline: "Online",
  backOnline: "Internet is back",
  typedStays: "No internet. What you typed stays.",
  secretAgain: "No internet. What you typed stays. A password and a PIN are typed again.",
  useCode: "Without internet you can only check the code.",
  readCode: "Read the code",
  install: {
    title: "Put “Look up” on your phone's screen",
    text: "It opens faster and reads codes without internet.",
    accept: "Install",
    decline: "Not now",
    ios: "Tap Share, then “Add to Home Screen”.",
  },
};
