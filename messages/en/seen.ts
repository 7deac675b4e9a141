/** Parts of what the caja decides on, as they are named when one of them changed (db/functions/seen.sql). */
export const adminSeenParts = {
  undone: "Taken back",
  settlement: "how far its settlement is",
  state: "the state of the order",
  reason: "the reason",
  holds: "the reasons of the review",
  standing: "whether it is active or suspended",
  delivered: "Delivered",
  company: "the company's data",
  agreement_number: "the number of the convenio",
  account: "the bank account",
  photo: "the photo",
  sent: "the day it was sent",
  papers: "the documents",
  people: "the people",
  agreements: "the convenios of the NIT",
  rivals: "the other requests of the same NIT",
};
