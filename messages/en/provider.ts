import type { adminProviders as spanish } from "@/messages/es-CO/provider";

const standings = { active: "Active", waiting: "Not approved", suspended: "Suspended" };

export const adminProviders: typeof spanish = {
  title: "Providers",
  search: "Find by NIT or company name",
  find: "Find",
  empty: "No provider matches.",
  caption: "Registered providers",
  legalName: "Company",
  nit: "NIT",
  standing: "State",
  since: "Registered",
  more: "More providers",
  page: (page: string) => `Page ${page}`,
  previous: "Previous",
  next: "Next",
  back: "Back to providers",
  standings,
  phone: "Phone",
  address: "Address",
  reason: "Reason",
  reasonHint: "The provider reads it as it stands, on screen and by e-mail.",
  suspendHeading: "Suspend",
  suspendText: "From its next action the provider can no longer check orders.",
  suspend: "Suspend provider",
  reactivateHeading: "Reactivate",
  reactivateText: "From its next action the provider can check orders again.",
  reactivate: "Reactivate provider",
  errors: {
    reasonMissing: "Write the reason, 10 letters or more.",
    reasonLong: "Write the reason in 600 letters or fewer.",
  },
  emails: {
    suspended: (company: string) => `We suspended ${company}`,
    suspendedText: (company: string, reason: string, signature: string) =>
      `We suspended ${company} on the providers' platform.\n\nReason: ${reason}\n\nIf in doubt, call us.\n\n${signature}`,
    reactivated: (company: string) => `We reactivated ${company}`,
    reactivatedText: (company: string, reason: string, signature: string) =>
      `${company} can check orders again.\n\nReason: ${reason}\n\n${signature}`,
  },
};
