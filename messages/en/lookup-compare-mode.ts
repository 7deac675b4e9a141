import type { Messages } from "@/messages/es-CO";

export const adminCounter: Messages["admin"]["counter"] = {
  title: "Comparing with the paper",
  intro: "This is how a provider compares the paper with the order, before registering the use.",
  link: "Whether the order is shown, or its value typed before it is seen.",
  saved: "Saved. New look-ups are compared this way.",
  known: {
    title: "What is known of each way",
    caption: "To choose knowingly",
    how: "How",
    finds: "Altered papers that pass",
    takes: "What it takes at the point of payment",
    show: {
      finds: "From 6 to 72 of 100, depending on how it was shown, when 661 people compared by eye.",
      takes: "Four taps. It is the manual's way.",
    },
    type: {
      finds:
        "The order's value is not on the screen: who does not read it on the paper cannot type it. Name, ID, number and date are compared by eye.",
      takes: "Four taps and the digits of the value.",
    },
    type_from: {
      finds: "As “Type” from that value on, and as “Show” below it.",
      takes: "The digits of the value, for large orders only.",
    },
    source:
      "The figures come from a study in which keys were compared, not orders: Tan et al., “Can Unicorns Help Users Compare Crypto Key Fingerprints?”, CHI 2017. They say how far eyes can be trusted, not how many orders are altered.",
  },
  mode: "How to compare",
  modes: {
    show: {
      label: "Show",
      hint: "The order is shown whole. The provider answers Same or Different beside each datum.",
    },
    type: {
      label: "Type",
      hint: "The value is hidden until the provider types the paper's. There are two tries. The rest is compared as usual.",
    },
    type_from: {
      label: "Type from a value on",
      hint: "Orders of that value or more are typed. The others are shown.",
    },
  },
  from: "From which value it is typed",
  fromHint: "Only for the last choice. Example: $500.000",
  save: "Save",
  saving: "Saving…",
  undo: {
    title: "Uses to take back",
    intro:
      "A provider asks to take back a use that it can no longer take back itself. Somebody not of it decides.",
    caption: "To decide, the oldest first",
    empty: "Nothing to decide.",
    requested: "Asked",
    provider: "Provider",
    receipt: "Receipt",
    order: "Order",
    amount: "Value",
    decide: "Decide",
    decideTitle: (receipt) => `Take back receipt ${receipt}`,
    used: "Registered",
    who: "Who asks",
    why: "What happened",
    back: "Back to the list",
    waiting: (count) => `${count} to decide`,
    decision: "Decision",
    approve: "Take the use back",
    approveHint: "The value goes back to the order, by an entry against the use. Nothing is deleted.",
    toNewOrder: (value) =>
      `The order was replaced: a new order of ${value} is issued with the same data. Print it and hand it to the affiliate.`,
    toNobody:
      "The order is annulled and stays so: the value goes back to nobody. The provider is not paid for it.",
    objected: {
      title: "Take back a use that was objected to",
      back: "Back to the objected uses",
      why: "Why it was objected to",
      link: (receipt) => `Take back ${receipt}`,
      heading: "Objected uses of this page",
      meaning: "An objected use is legalised if it was right, or taken back here if it was wrong.",
    },
    refuse: "Leave it",
    refuseHint: "The use stays as it is.",
    reason: "Reason",
    reasonHint: "The provider reads it in the mail and on the receipt",
    submit: "Save the decision",
    sending: "Saving…",
    decider: "Who decided it",
    decidedAt: "Decided",
    decidedApproved: "This use was taken back.",
    decidedRefused: "This use was not taken back.",
    emails: {
      approved: (receipt) => `The fund took back receipt ${receipt}`,
      approvedText: (receipt, reason, url, signature) =>
        `The fund took back the use of receipt ${receipt}, as your company asked.\n\nReason:\n${reason}\n\nLeave that receipt out of your invoice.\n\nSee it here:\n${url}\n\n${signature}\n`,
      objectedText: (receipt, reason, url, signature) =>
        `The fund had objected to receipt ${receipt} and has now taken that use back.\n\nReason:\n${reason}\n\nLeave that receipt out of your invoice.\n\nSee it here:\n${url}\n\n${signature}\n`,
      refused: (receipt) => `The fund did not take back receipt ${receipt}`,
      refusedText: (receipt, reason, url, signature) =>
        `The fund looked at your request to take back receipt ${receipt} and did not.\n\nReason:\n${reason}\n\nThe use stays as it is.\n\nSee it here:\n${url}\n\n${signature}\n`,
    },
  },
};
