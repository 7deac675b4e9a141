import type { Section } from "@/messages/es-CO";

export const lists: Section<"lists"> = {
  sizeLabel: "Rows a page",
  page: (page, pages) => `Page ${page} of ${pages}`,
  steps: {
    agreements: { label: "Pages of convenios", previous: "Previous", next: "Next" },
    history: { label: "Pages of the history", previous: "Newer", next: "Older" },
    monthReport: { label: "Pages of providers", previous: "Previous", next: "Next" },
    orders: { label: "Pages of the list", previous: "Previous", next: "Next" },
    payments: { label: "Pages of payments", previous: "Newer", next: "Older" },
    reports: { label: "Pages of reports", previous: "Previous", next: "Next" },
    requests: { label: "Pages of requests", previous: "Previous", next: "Next" },
    settlement: { label: "Pages of the settlement", previous: "Earlier", next: "Later" },
    rights: { label: "Pages of data requests", previous: "Before", next: "Next" },
    undos: { label: "Pages of the list", previous: "Older", next: "Newer" },
  },
  chips: "Filters set",
  remove: "Remove",
  removeAll: "Remove all",
  files: {
    audit: {
      title: "Take the log along",
      text: "The file has what you see here, with the filters set, up to 50,000 entries. It is noted who asked for it.",
      formats: { csv: "Export CSV", xlsx: "Export XLSX" },
    },
    history: {
      title: "Take the history away",
      text: "The file has what you see here, with the filters set.",
      formats: { csv: "Export CSV", xlsx: "Export XLSX" },
    },
    monthReport: {
      title: "Take the report along",
      text: "The file has the month and the one before, with all providers. It has no data of affiliates.",
      formats: { pdf: "PDF", xlsx: "Excel", csv: "CSV" },
    },
    orders: {
      title: "Take the list away",
      text: "The file has the affiliates' data. The log keeps who asked for it.",
      formats: { csv: "Export CSV", xlsx: "Export XLSX" },
    },
    payment: {
      title: "Files of the payment",
      text: "The bank's has a line for each provider, the accountant's one for each receipt. Who downloaded them is in the log. Give the bank the CSV as it is downloaded: opened and saved in Excel, the accounts lose the zeros at their beginning. To look at it, open the XLSX.",
      formats: {
        "banco.csv": "Bank, CSV",
        "banco.xlsx": "Bank, XLSX",
        "contable.csv": "Accountant, CSV",
        "contable.xlsx": "Accountant, XLSX",
        pdf: "Receipts, PDF",
      },
    },
    paymentReversed: {
      title: "Files of the payment",
      text: "All of the payment is reversed: there is no file for the bank. Who downloaded the others is in the log.",
      formats: {
        "contable.csv": "Accountant, CSV",
        "contable.xlsx": "Accountant, XLSX",
        pdf: "Receipts, PDF",
      },
    },
    paymentUnapproved: {
      title: "Files of the payment",
      text: "The bank's file opens once the payment is approved. Who downloaded them is in the log.",
      formats: {
        "contable.csv": "Accountant, CSV",
        "contable.xlsx": "Accountant, XLSX",
        pdf: "Receipts, PDF",
      },
    },
    reversal: {
      title: "Files of the reversal",
      text: "The accountant's file has a line for each receipt. Who downloaded them is in the log.",
      formats: {
        "contable.csv": "Accountant, CSV",
        "contable.xlsx": "Accountant, XLSX",
        pdf: "Receipts, PDF",
      },
    },
    providers: {
      title: "Take the list along",
      text: "The file has all providers of the filter, not only those of this page.",
      formats: { csv: "CSV", xlsx: "Excel" },
    },
    settlement: {
      title: "Download the settlement",
      text: "It has all uses of the chosen period and state, with the receipts' numbers. The log keeps who took it.",
      formats: { csv: "CSV", xlsx: "Excel", pdf: "PDF" },
    },
    statement: {
      title: "Download the statement",
      text: "It has the receipts' numbers. The log keeps who took it.",
      formats: { csv: "CSV", xlsx: "Excel", pdf: "PDF" },
    },
  },
};
