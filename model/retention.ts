/** Retention rules; the periods are in db/functions/retention.sql. */
export const retentionRules = [
  "typed_ids",
  "faces",
  "closed_use_keys",
  "budgets",
  "registrations",
  "sessions",
  "email_changes",
  "abandoned_imports",
  "import_pieces",
  "import_faults",
  "report_photos",
  "order_forms",
  "kept_files",
  "mails",
  "given_up_mails",
  "miss_alerts",
] as const;
export type RetentionRule = (typeof retentionRules)[number];
