import { formatCount } from "@/lib/format/money";
import { sentence } from "@/lib/format/sentence";
import type { Section } from "@/messages/es-CO";

const count = (n: number, one: string, many: string) => `${formatCount(n)} ${n === 1 ? one : many}`;

export const adminImports: Section<"admin">["imports"] = {
  title: "Import orders",
  intro:
    "Upload the file of the fund's system: CSV or Excel (.xlsx), up to 200,000 lines and 40 MB. No order goes in before you confirm.",
  template: "Download the template",
  file: "File of orders",
  fileHint: "Its first line has the names of the columns, as in the template.",
  upload: "Upload and check",
  errorTitle: (title) => `Error: ${title}`,
  fileMissing: "Choose the file.",
  uploadFailed: "The file did not arrive whole. Upload it again.",
  past: "Imports",
  tabsLabel: "Show",
  all: "All",
  toLookAt: "To look at",
  noneToLookAt: "No import is to be looked at.",
  none: "No file has been imported yet.",
  more: (shown) => `The ${shown} newest are shown.`,
  when: "When",
  who: "Who",
  byCommand: "Command line",
  fileName: "File",
  digest: "Digest (SHA-256)",
  state: "State",
  states: {
    uploading: "Uploading",
    preview_queued: "Being checked",
    previewed: "To be confirmed",
    import_queued: "Loading",
    running: "Loading",
    finished: "Finished",
    cancelled: "Cancelled",
    failed: "Failed",
  },
  outcome: "Outcome",
  outcomeOf: (inserted, changed, refused) =>
    `${count(inserted, "new", "new")}, ${count(changed, "changed", "changed")}, ${count(refused, "with errors", "with errors")}`,
  back: "Back to imports",
  runTitle: (state) => `Import: ${state.toLowerCase()}`,
  uploaded: "Uploaded",
  lines: "Lines read",
  good: "Ready to go in",
  moves: "Change their state",
  movesHint: "Void or used in the fund's system. Applied when you confirm.",
  different: "With other data",
  repeated: "Repeated, already in",
  refused: "With errors, stay out",
  inserted: "New ones in",
  changed: "Changed",
  held: "Different, not applied",
  progressReading: "Checking the file",
  progressLoading: "Loading the orders",
  progressSome: "{hechas} lines",
  progressOf: "{hechas} of {todas} lines",
  progressText: "{cuanto} % done",
  progressNote: "You may close this page: the work goes on. Come back when you like.",
  readBefore: (when) => sentence(`This file was imported before, on ${when}`),
  readBeforeText: "If you load it again, what is in neither changes nor repeats.",
  faultsTitle: "Lines with errors",
  faultsCaption: (shown, all) =>
    shown < all
      ? `The first ${formatCount(shown)} of ${formatCount(all)} lines with errors. All of them are in the download.`
      : `${count(all, "line with errors", "lines with errors")}`,
  line: "Line",
  surplus: (nth) => `SURPLUS_${nth}`,
  column: "Column",
  cell: "It said",
  why: "What is wrong and how to mend it",
  wholeLine: "The whole line",
  download: (lines) => `Download ${count(lines, "line with errors", "lines with errors")}`,
  downloadHint: "Correct those lines there and upload that same file.",
  forgotten: "What the lines said was deleted: it is kept for a day.",
  changesTitle: "Orders that came back different",
  changesCaption: (shown, all) =>
    shown < all
      ? `The first ${formatCount(shown)} of ${formatCount(all)}`
      : `${count(all, "order", "orders")}`,
  number: "Nro Documento",
  applies: "Is applied",
  applied: "Was applied",
  stays: "Stays as it is",
  staysBecause: {
    used: "used, whole or in part; what is left is annulled on its page",
    blocked: "in review: end the review and load it again",
    replaced: "replaced",
    issued_here: "issued here",
    voided_here: "annulled by a person of the fund",
    largest_value: "its value is over the limit of its kind of order",
    since_preview: "it changed after the preview: upload the file again",
    last_day: "the kind of order does not allow that last day",
    second_person: "because of its value, another person than who uploaded the file confirms it",
  },
  warningsTitle: "Warnings",
  warning: (line, text) => `Line ${line}: ${text}.`,
  moreWarnings: (more) => `And ${count(more, "more warning", "more warnings")}.`,
  applyChanges: (orders) => `Also apply the other data of ${count(orders, "order", "orders")}`,
  applyHint: "Without this tick those orders stay as they are.",
  confirm: (orders) => `Import ${count(orders, "order", "orders")}`,
  confirmChanges: "Confirm",
  cancel: "Cancel",
  sending: "Sending…",
  nothing: "There is nothing to import.",
  nothingText: "All the good lines are in the system already.",
  finishedText: (when) => `Finished on ${when}; providers look these orders up already.`,
  cancelledText: (orders) =>
    orders === 0
      ? "Nothing was imported. The file was deleted."
      : `It was cancelled while it was imported: ${count(orders, "order was in and stays", "orders were in and stay")}. The file was deleted.`,
  cancelWorking: "Stop the import",
  cancelHint: "What is in stays; the rest does not go in.",
  understood: "Shop",
  affiliate: "Affiliate",
  identity: "ID",
  value: "Value",
  issuedOn: "Issued",
  validUntil: "Last day",
  failures: {
    gave_up:
      "The file stopped the program that reads it three times, and it is not tried again. What went in is right. Split it, or open it and save it as CSV UTF-8, and upload it again.",
    too_slow:
      "The file took more than 15 minutes to read and was stopped. What went in is right. Split it and upload it again.",
    interrupted:
      "The import was interrupted before its end. What went in is right; load the same file again.",
    all_or_nothing: "Nothing went in: the file had lines with errors and all or nothing was asked for.",
    unexpected: "Something failed on our side. What went in is right; upload the file again.",
  },
  faultReason: "REASON",
  staleLabel: "Orders not updated",
  stale: (when, hours) =>
    `Orders have not been updated since ${when}; the limit is ${count(hours, "hour", "hours")}.`,
  staleAction: "Import a file",
  email: {
    staleSubject: "The orders have not been updated",
    staleText: (when, hours, signature) =>
      `The last file that said something else was imported on ${when}; more than ${count(hours, "hour", "hours")} have passed, the limit in your settings. If the same file came again since, it brought nothing new.\n\nUntil another one is imported, providers see neither new nor voided orders. Check what the fund's system sends.\n\n${signature}`,
  },
};
