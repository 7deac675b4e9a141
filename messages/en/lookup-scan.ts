import type { Section } from "@/messages/es-CO";

export const scan: Section<"scan"> = {
  title: "Scan the order's code",
  back: "Back to the look-up",
  door: "Scan the code",
  scanner: {
    before: "We use the camera only to read the code. We keep no pictures.",
    useCamera: "Use the camera",
    typeNumbers: "Type the numbers",
    close: "Close",
    preparing: "Preparing the camera…",
    instruction: "Put the code inside the square",
    opened: "Camera open. The code is read by itself.",
    read: "Code read.",
    asking: "Looking it up…",
    slowRead: "Not reading? Bring the paper closer, flatten it or turn on the torch.",
    foreignMore: "What to do with that code",
    torch: "Torch",
    torchOn: "Torch on",
    torchOff: "Torch off",
    zoom: "Zoom",
    deniedChromium:
      "The camera is blocked. To allow it: tap the padlock beside the address › Permissions › Camera › Allow.",
    deniedSafari:
      "The camera is blocked. To allow it: tap the button beside the address › Website settings › Camera › Allow.",
    deniedFirefox:
      "The camera is blocked. To allow it: tap the padlock beside the address › Camera › remove the block.",
    typeInstead: "Meanwhile, type the numbers.",
    busy: "Another application is using the camera. Close it and try again.",
    none: "We found no camera. If another application is using it, close it and try again.",
    retry: "Try again",
    paused: "We turned the camera off while you were elsewhere.",
    pictureTitle: "Were you sent a picture?",
    pictureLabel: "Read a photo of the code",
    pictureHint:
      "The photo does not leave this device. You can also paste it here. Do not deliver on a picture: ask for the paper.",
    pictureReading: "Reading the photo…",
    pictureEmpty: "We see no code in that picture. Try one that is closer and straight.",
  },
  foreign: (caja) => `That code is not of an order of ${caja}.`,
  withoutScript: "In this browser we cannot open the camera or read photos. Type the numbers on the paper.",
  reader: {
    ready: "Code reader ready. Point it at the code on the paper.",
    away: "Reader paused. Tap this page to go on.",
    read: "Code read.",
  },
  digits: {
    label: "Type the last four of the ID that you have in your hand",
    hint: "Look at the person's original document, not at the order's paper.",
    submit: "See the order",
    submitting: "Looking it up…",
    wrong: "Those are not it. Look at the document again.",
    last: (minutes) =>
      minutes > 60
        ? "You have one attempt left: if it fails, you will have to wait until tomorrow."
        : `You have one attempt left: if it fails, you will have to wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    errors: {
      digitsMissing: "Type the last four of the ID",
      digitsShape: "They are the last four digits or letters of the ID number",
    },
    why: "So only those who have the person before them see the order.",
  },
  picture: {
    title: "This is a picture, not the paper",
    text: "Do not deliver on a picture. Ask for the original paper and scan it or type its numbers.",
  },
  forged: {
    text: (phone) => `Do not accuse the person: they may have got it like this. Call ${phone}.`,
    keep: "Do not keep the paper or the ID.",
  },
  foreignPage: {
    line: (caja) => `No order of ${caja} has that code.`,
    text: "It may be of a receipt, an invoice or another paper. We do not open the link. If it is an order, type its number.",
  },
  notFound: {
    text: "The fund made the code, but the order is not in the system. Type the numbers on the paper.",
  },
};
