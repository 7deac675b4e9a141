// Generated from the database's catalogue by `npm run db:types`, and compared with it by a test. Do not edit.

export type AccessEndOutcome = "done" | "not_allowed" | "provider_not_found" | "changed" | "member_not_found" | "owner_needed" | "request_waits";
export type AccountOutcome = "done" | "unknown" | "used" | "superseded" | "expired" | "cancelled" | "inviter_left" | "email_taken" | "nit_has_owner" | "wrong_code";
export type AgreementOutcome = "done" | "not_allowed" | "number_taken" | "agreement_changed" | "agreement_not_found";
export type ApplicationOutcome = "done" | "not_allowed" | "not_found" | "changed" | "name_taken" | "documents_full";
export type ApprovalReason = "value" | "person_day" | "affiliate_day";
export type AskUndoOutcome = "done" | "asked" | "undone" | "settled" | "not_found";
export type BankAccountOutcome = "done" | "not_allowed" | "own_provider" | "not_found" | "changed" | "decided" | "same_person" | "waits";
export type CajaOutcome = "done" | "not_allowed" | "changed";
export type CajaPeopleOutcome = "done" | "not_allowed" | "own_access" | "not_found" | "changed" | "email_taken" | "waiting";
export type CajaRole = "administrator" | "reviewer" | "officer" | "support" | "treasurer" | "auditor";
export type ClaimHolder = "none" | "mine" | "other";
export type ClaimOutcome = "done" | "claimed" | "uncompared" | "not_asked" | "paused" | "not_found" | "other_provider" | "draft" | "used" | "annulled" | "replaced" | "blocked" | "expired" | "not_yet";
export type CompareMode = "show" | "type";
export type ComparisonOutcome = "equal" | "different" | "unreadable" | "again" | "stale" | "picture" | "not_current" | "changed" | "other_way" | "not_found";
export type ComparisonResult = "equal" | "different" | "unreadable";
export type CompleteRightsOutcome = "done" | "changed" | "late";
export type CorrectRequestOutcome = "done" | "not_allowed" | "not_returned" | "documents_missing";
export type DecideReportOutcome = "done" | "decided" | "changed" | "own_provider" | "not_allowed" | "not_found" | "state_changed";
export type DecideRequestOutcome = "done" | "already_decided" | "not_found" | "no_agreement" | "nit_has_owner" | "wrong_check_digit" | "not_allowed" | "changed";
export type DecideUndoOutcome = "done" | "decided" | "own_provider" | "not_allowed" | "changed" | "settled" | "not_found";
export type DeferredAnswer = "registered" | "current" | "used" | "annulled" | "expired" | "not_yet" | "blocked" | "replaced" | "claimed" | "other_provider" | "not_found" | "waiting" | "paused" | "forged" | "foreign" | "superseded";
export type DeskNotice = "request" | "correction" | "report" | "undo" | "approval" | "payment" | "rights" | "overdue";
export type DocumentDue = "missing" | "fix" | "old" | "optional" | "none";
export type DraftOutcome = "done" | "not_allowed" | "not_found" | "state_changed" | "draft_changed" | "same_person" | "needs_second_person" | "repeats" | "kind_closed" | "value_too_large" | "provider_needed" | "provider_open" | "provider_without_agreement" | "dates_outside_rule" | "other_form_kept";
export type EmailChangeOutcome = "done" | "not_allowed" | "unproven" | "same" | "waiting" | "gone" | "taken";
export type EmailSide = "old" | "new";
export type FactorKind = "totp" | "passkey";
export type FactorOutcome = "done" | "not_allowed" | "unproven" | "used" | "gone" | "last_factor" | "full";
export type FileRenewalOutcome = "done" | "open_already" | "not_allowed" | "not_found" | "nothing_due" | "documents_missing";
export type FileReportOutcome = "done" | "not_allowed" | "not_found" | "too_many" | "unconfirmed";
export type FileRequestOutcome = "done" | "open_already" | "not_allowed" | "not_found" | "nit_has_owner" | "documents_missing";
export type FileRightsOutcome = "done" | "waiting" | "number_taken";
export type HistoryOutcome = "done" | "not_allowed";
export type ImportEndOutcome = "done" | "no_orders" | "lost";
export type ImportOutcome = "done" | "not_allowed" | "moved_on" | "changed";
export type ImportPhase = "preview_queued" | "import_queued";
export type ImportSubject = "orders" | "agreements";
export type IncidentOutcome = "done" | "not_allowed" | "not_found" | "changed" | "closed" | "reported_early";
export type KeepFileOutcome = "done" | "not_allowed" | "not_asked";
export type KeyOutcome = "done" | "not_allowed" | "changed" | "full";
export type KindOutcome = "done" | "not_allowed" | "changed" | "code_taken" | "kinds_full";
export type LeaseOutcome = "done" | "lost";
export type LedgerEntry = "use" | "undo";
export type LinkState = "ok" | "used" | "superseded" | "expired" | "cancelled" | "inviter_left";
export type LookupAnswer = "current" | "used" | "annulled" | "expired" | "not_yet" | "blocked" | "replaced" | "claimed" | "other_provider" | "not_found" | "waiting" | "paused" | "digits" | "forged" | "foreign" | "superseded";
export type LookupChannel = "typed" | "check_code" | "scan" | "picture";
export type MarkDocumentOutcome = "done" | "not_allowed" | "not_found" | "already_decided";
export type NoticeChoiceOutcome = "done" | "not_allowed";
export type NoticeOutcome = "done" | "already_sent";
export type NoticeWay = "now" | "digest" | "off";
export type OpenRightsOutcome = "done" | "waiting" | "unknown";
export type OrderListOutcome = "done" | "not_allowed";
export type OrderOutcome = "done" | "asked" | "not_allowed" | "not_found" | "state_changed" | "changed" | "order_expired" | "holds_more" | "dates_outside_rule" | "order_undo_waits" | "order_use_objected" | "change_waits" | "change_lapsed" | "same_person";
export type OwnThing = "request" | "report" | "use";
export type OwnerOutcome = "done" | "not_allowed" | "provider_not_found" | "changed" | "owner_remains" | "email_barred" | "owner_already" | "owner_named" | "owner_not_named" | "waiting";
export type PaymentOutcome = "done" | "not_allowed" | "own_provider" | "not_found" | "changed" | "decided" | "same_person" | "legalizer" | "reversal_waits";
export type PinState = "none" | "open" | "closed";
export type PlaceOutcome = "done" | "not_allowed" | "name_taken" | "place_closed" | "too_many_places";
export type PrintResult = "printed" | "delivered" | "not_issued" | "expired" | "changed" | "missing";
export type ProviderOutcome = "done" | "not_allowed" | "provider_not_found" | "changed" | "provider_state_changed" | "day_outside" | "same_data";
export type ProviderRole = "owner" | "clerk" | "viewer";
export type ProviderStanding = "works" | "suspended" | "unapproved" | "ended" | "not_started" | "without_agreement";
export type RegistrationOutcome = "done" | "closed" | "waiting" | "just_sent";
export type RightsOutcome = "done" | "not_allowed" | "not_found" | "changed" | "closed" | "not_whole" | "extended" | "term_over" | "unproven" | "too_early" | "no_consent" | "not_erasing" | "other_number";
export type SearchKind = "order" | "affiliate" | "lookup" | "receipt" | "proof" | "request" | "report" | "rights" | "provider" | "agreement" | "person" | "official" | "invoice" | "payment";
export type SeenKind = "order" | "use" | "undo" | "report" | "request" | "provider";
export type SessionEnd = "idle" | "too_old" | "closed" | "moved" | "no_access";
export type SettleOutcome = "done" | "not_allowed" | "own_provider" | "changed" | "state_changed" | "undo_waits" | "cufe_taken" | "invoice_other_cufe" | "invoice_sum" | "in_payment";
export type SettlementState = "open" | "legalized" | "invoiced" | "paid" | "objected";
export type SwitchOutcome = "done" | "not_allowed";
export type TakeBackOutcome = "done" | "not_allowed" | "not_found" | "not_yours" | "too_late" | "carries_another";
export type TeamOutcome = "done" | "not_allowed" | "team_not_approved" | "email_taken" | "already_invited" | "waiting" | "member_not_found" | "last_owner";
export type UndoObjectedOutcome = "done" | "undone" | "not_objected" | "undo_waits" | "changed" | "own_provider" | "not_allowed" | "not_found";
export type UndoOutcome = "done" | "same" | "key_reused" | "undone" | "too_late" | "other_counter" | "replaced" | "settled" | "not_found";
export type UnreadableReason = "damaged" | "sight" | "other";
export type UseOutcome = "done" | "same" | "yours" | "key_reused" | "key_closed" | "claimed" | "uncompared" | "unclaimed" | "not_registered" | "amount" | "paused" | "not_found" | "other_provider" | "draft" | "used" | "annulled" | "replaced" | "blocked" | "expired" | "not_yet";
export type WaitingKind = "request" | "renewal" | "correction" | "report" | "undo" | "draft" | "change" | "payment" | "reversal" | "bank_account" | "import" | "agreement_import" | "rights" | "incident" | "mail";
export type WayBack = "self" | "caja" | "asked" | "undone" | "settled";
export type WithdrawReportOutcome = "done" | "not_allowed" | "not_found" | "decided" | "late";

/** The closed sets of words that functions answer, by the name of their SQL domain. */
export type Domains = {
  access_end_outcome: AccessEndOutcome;
  account_outcome: AccountOutcome;
  agreement_outcome: AgreementOutcome;
  application_outcome: ApplicationOutcome;
  approval_reason: ApprovalReason;
  ask_undo_outcome: AskUndoOutcome;
  bank_account_outcome: BankAccountOutcome;
  caja_outcome: CajaOutcome;
  caja_people_outcome: CajaPeopleOutcome;
  caja_role: CajaRole;
  claim_holder: ClaimHolder;
  claim_outcome: ClaimOutcome;
  compare_mode: CompareMode;
  comparison_outcome: ComparisonOutcome;
  comparison_result: ComparisonResult;
  complete_rights_outcome: CompleteRightsOutcome;
  correct_request_outcome: CorrectRequestOutcome;
  decide_report_outcome: DecideReportOutcome;
  decide_request_outcome: DecideRequestOutcome;
  decide_undo_outcome: DecideUndoOutcome;
  deferred_answer: DeferredAnswer;
  desk_notice: DeskNotice;
  document_due: DocumentDue;
  draft_outcome: DraftOutcome;
  email_change_outcome: EmailChangeOutcome;
  email_side: EmailSide;
  factor_kind: FactorKind;
  factor_outcome: FactorOutcome;
  file_renewal_outcome: FileRenewalOutcome;
  file_report_outcome: FileReportOutcome;
  file_request_outcome: FileRequestOutcome;
  file_rights_outcome: FileRightsOutcome;
  history_outcome: HistoryOutcome;
  import_end_outcome: ImportEndOutcome;
  import_outcome: ImportOutcome;
  import_phase: ImportPhase;
  import_subject: ImportSubject;
  incident_outcome: IncidentOutcome;
  keep_file_outcome: KeepFileOutcome;
  key_outcome: KeyOutcome;
  kind_outcome: KindOutcome;
  lease_outcome: LeaseOutcome;
  ledger_entry: LedgerEntry;
  link_state: LinkState;
  lookup_answer: LookupAnswer;
  lookup_channel: LookupChannel;
  mark_document_outcome: MarkDocumentOutcome;
  notice_choice_outcome: NoticeChoiceOutcome;
  notice_outcome: NoticeOutcome;
  notice_way: NoticeWay;
  open_rights_outcome: OpenRightsOutcome;
  order_list_outcome: OrderListOutcome;
  order_outcome: OrderOutcome;
  own_thing: OwnThing;
  owner_outcome: OwnerOutcome;
  payment_outcome: PaymentOutcome;
  pin_state: PinState;
  place_outcome: PlaceOutcome;
  print_result: PrintResult;
  provider_outcome: ProviderOutcome;
  provider_role: ProviderRole;
  provider_standing: ProviderStanding;
  registration_outcome: RegistrationOutcome;
  rights_outcome: RightsOutcome;
  search_kind: SearchKind;
  seen_kind: SeenKind;
  session_end: SessionEnd;
  settle_outcome: SettleOutcome;
  settlement_state: SettlementState;
  switch_outcome: SwitchOutcome;
  take_back_outcome: TakeBackOutcome;
  team_outcome: TeamOutcome;
  undo_objected_outcome: UndoObjectedOutcome;
  undo_outcome: UndoOutcome;
  unreadable_reason: UnreadableReason;
  use_outcome: UseOutcome;
  waiting_kind: WaitingKind;
  way_back: WayBack;
  withdraw_report_outcome: WithdrawReportOutcome;
};

export type Functions = {
  abandon_rights_request: {
    args: { actor: string; number: string; version: number; step: string; today: string; mails: unknown; ip: string };
    answer: RightsOutcome;
  };
  accept_import: {
    args: { run: string; actor: string; apply: boolean; ip: string; moves?: string[] | null; first?: number | null; last?: number | null; version?: string | null };
    answer: ImportOutcome;
  };
  accept_invitation: {
    args: { linkHash: Buffer; name: string; passwordHash: string; policy: number; purposes: string[]; ip: string; userAgent: string; language: string; codeHash?: Buffer | null; mails?: unknown | null };
    answer: { outcome: AccountOutcome; personId: string | null; providerId: string | null };
  };
  add_import_findings: {
    args: { run: string; worker: string; faults: unknown; changes: unknown; moves?: unknown | null };
    answer: undefined;
  };
  add_order_key: {
    args: { id: number; public: Buffer; private: Buffer };
    answer: KeyOutcome;
  };
  add_passkey: {
    args: { tokenHash: Buffer; newHash: Buffer; factor: string; name: string; credentialId: string; publicKey: Buffer; counter: number; transports: string[]; mails: unknown; ip: string };
    answer: FactorOutcome;
  };
  add_receipt_key: {
    args: { id: number; public: Buffer; private: Buffer };
    answer: KeyOutcome;
  };
  agreement_ending_days: {
    args: Record<string, never>;
    answer: number;
  };
  agreements_in_force: {
    args: { nit: string; at: Date | string };
    answer: { id: string; number: string; nit: string; checkDigit: number; legalName: string; email: string | null; phone: string | null; municipality: string | null; startsOn: string; endsOn: string; updatedAt: Date }[];
  };
  annul_order: {
    args: { order: string; actor: string; reason: string; note: string; ip: string; seen?: unknown | null };
    answer: OrderOutcome;
  };
  answer_digits: {
    args: { lookup: string; person: string; provider: string; ip: string; tailIndex: Buffer | null; budgets: unknown; readings?: unknown | null };
    answer: LookupAnswer | null;
  };
  answer_registration: {
    args: { tokenHash: Buffer; answers: Buffer };
    answer: RegistrationOutcome;
  };
  answer_rights_request: {
    args: { actor: string; number: string; version: number; step: string; result: string; text: Buffer; file: Buffer | null; forget: unknown | null; mails: unknown; ip: string };
    answer: RightsOutcome;
  };
  answers_by_outcome: {
    args: { from: string; to: string };
    answer: { outcome: string; answers: number }[];
  };
  approval_obstacle: {
    args: { request: string };
    answer: string | null;
  };
  approve_account: {
    args: { actor: string; account: string; current: string | null; mails: unknown; ip: string };
    answer: BankAccountOutcome;
  };
  approve_payment: {
    args: { actor: string; payment: string; mails: unknown; ip: string; accounts?: string | null };
    answer: PaymentOutcome;
  };
  ask_order_approval: {
    args: { order: string; actor: string; version: string; ip: string; repeats?: string | null; reason?: string | null };
    answer: DraftOutcome;
  };
  ask_rights_missing: {
    args: { actor: string; number: string; version: number; step: string; text: Buffer; until: string; mails: unknown; ip: string };
    answer: RightsOutcome;
  };
  ask_undo: {
    args: { use: string; person: string; provider: string; reason: string; ip: string; session?: string | null };
    answer: AskUndoOutcome;
  };
  audit_append: {
    args: { action: string; actor: string; provider?: string | null; subjectKind: string; subjectId: string; channel?: string | null; ip?: string | null; detail?: unknown | null };
    answer: number;
  };
  audit_lines: {
    args: { after: number; upTo: number; limit: number };
    answer: { seq: number; line: string }[];
  };
  audit_lines_of: {
    args: { seqs: string[] };
    answer: { seq: number; line: string }[];
  };
  audit_settled_up_to: {
    args: Record<string, never>;
    answer: number;
  };
  audit_shipped_up_to: {
    args: { destination: string };
    answer: number;
  };
  authorise_registration: {
    args: { id: string; tokenHash: Buffer; policy: number; purposes: string[]; ip: string; userAgent: string; language: string; seconds: number };
    answer: string | null;
  };
  begin_challenge: {
    args: { tokenHash: Buffer; challenge: Buffer; enrols?: boolean | null };
    answer: FactorOutcome;
  };
  begin_import_upload: {
    args: { actor: string; file: string; subject?: string | null };
    answer: { outcome: ImportOutcome; run: string | null };
  };
  begin_import_walk: {
    args: { run: string; worker: string };
    answer: undefined;
  };
  begin_mail: {
    args: { mail: string; leaseSeconds: number };
    answer: number | null;
  };
  begin_totp: {
    args: { tokenHash: Buffer; factor: string; secret: Buffer };
    answer: FactorOutcome;
  };
  bind_session: {
    args: { tokenHash: Buffer; device: Buffer; agent: string; known: boolean; mails: unknown; lastMails?: unknown | null; budgets?: unknown | null };
    answer: undefined;
  };
  block_order: {
    args: { order: string; actor: string; reason: string; ip: string; seen?: unknown | null };
    answer: OrderOutcome;
  };
  bogota_day: {
    args: { at: Date | string };
    answer: string;
  };
  bogota_start: {
    args: { day: string };
    answer: Date;
  };
  bogota_today: {
    args: Record<string, never>;
    answer: string;
  };
  budget_spend: {
    args: { budgets: unknown };
    answer: Date | null;
  };
  caja_version: {
    args: { updatedAt: Date | string };
    answer: string;
  };
  cancel_invitation: {
    args: { invitation: string; provider: string; actor: string; ip: string };
    answer: TeamOutcome;
  };
  change_official: {
    args: { actor: string; person: string; name: string; role: string; was: string; ip: string; nameWas?: string | null };
    answer: CajaPeopleOutcome;
  };
  change_own_password: {
    args: { tokenHash: Buffer; was: string; passwordHash: string; mails: unknown; ip: string };
    answer: FactorOutcome;
  };
  change_own_profile: {
    args: { tokenHash: Buffer; name: string; sealed: unknown; ip: string };
    answer: FactorOutcome;
  };
  choose_password: {
    args: { linkHash: Buffer; passwordHash: string; eventKey: string; messageId: string; content: Buffer; ip: string; accountKey: string; codeHash?: Buffer | null };
    answer: { outcome: AccountOutcome; personId: string | null; isCaja: boolean };
  };
  claim_import: {
    args: { worker: string; leaseSeconds: number; attempts: number; subjects?: string[] | null };
    answer: { id: string; state: ImportPhase; sha256: Buffer; linesTotal: number; applyChanges: boolean; secondPerson: boolean; subject: ImportSubject } | null;
  };
  claim_mails: {
    args: { limit: number; leaseSeconds: number };
    answer: { id: string; eventKey: string; messageId: string; content: Buffer; attempts: number; createdAt: Date }[];
  };
  claim_order: {
    args: { lookup: string; person: string; provider: string; ip: string; session?: string | null };
    answer: ClaimOutcome;
  };
  close_import_upload: {
    args: { run: string; actor: string; sha256: Buffer; lines: number; ip: string };
    answer: undefined;
  };
  close_incident: {
    args: { actor: string; incident: string; version: number; ip: string };
    answer: IncidentOutcome;
  };
  close_place: {
    args: { place: string; provider: string; actor: string; ip: string };
    answer: PlaceOutcome;
  };
  collect_held_data: {
    args: { actor: string; number: string; step: string; holder: unknown; ip: string };
    answer: unknown | null;
  };
  compare_order: {
    args: { lookup: string; person: string; provider: string; way: string; value: number | null; differing: string[]; reason: string | null; ip: string; session?: string | null };
    answer: ComparisonOutcome;
  };
  complete_rights_at_desk: {
    args: { actor: string; number: string; version: number; step: string; text: Buffer; dueOn: string; mails: unknown; ip: string };
    answer: RightsOutcome;
  };
  complete_rights_request: {
    args: { codeHash: Buffer; step: string; text: Buffer; today: string; dueOn: string; ip: string };
    answer: CompleteRightsOutcome;
  };
  confirm_email_change: {
    args: { linkHash: Buffer; email: string; mails: unknown; ip: string };
    answer: EmailChangeOutcome;
  };
  confirm_registration: {
    args: { linkHash: Buffer; answers: Buffer; passwordHash: string | null; email: string; name: string; idKind: string; idNumber: string | null; mobile: string | null; nit: string; checkDigit: number; legalName: string; municipality: string; address: string; phone: string; ip: string; registration?: string | null; addressKey?: string | null; knownPerson?: string | null; sealed?: unknown | null };
    answer: { outcome: AccountOutcome; personId: string | null; providerId: string | null };
  };
  confirm_totp: {
    args: { tokenHash: Buffer; newHash: Buffer; factor: string; step: number; mails: unknown; ip: string };
    answer: FactorOutcome;
  };
  correct_provider: {
    args: { provider: string; actor: string; legalName: string; municipality: string; address: string; phone: string; person: string | null; personName: string | null; idKind: string | null; idNumber: string | null; mobile: string | null; reason: string; seen: unknown | null; mails: unknown; ip: string; sealed?: unknown | null };
    answer: ProviderOutcome;
  };
  count_answers: {
    args: Record<string, never>;
    answer: boolean;
  };
  count_left_out: {
    args: { actor: string; number: string; holder: unknown };
    answer: { accounts: number; orders: number; companies: number; requests: number } | null;
  };
  count_renewals_due: {
    args: Record<string, never>;
    answer: { providers: number; since: string | null };
  };
  count_sealed: {
    args: Record<string, never>;
    answer: { sealedColumn: string; keyNumber: number; amount: number }[];
  };
  count_waiting: {
    args: Record<string, never>;
    answer: { kind: WaitingKind; waiting: number }[];
  };
  counter_day: {
    args: { provider: string; person: string; limit: number };
    answer: { day: string; uses: number; used: number; id: string | null; at: Date | null; what: string | null; number: string | null; amount: number | null; useId: string | null; numberSealed: Buffer | null }[];
  };
  create_caja_person: {
    args: { person: string; email: string; name: string; role: string; tokenHash: Buffer; codeHash: Buffer };
    answer: string | null;
  };
  decide_report: {
    args: { report: string; actor: string; outcome: string; answer: string; deed: string; mails: unknown; ip: string; seen?: unknown | null };
    answer: DecideReportOutcome;
  };
  decide_request: {
    args: { request: string; actor: string; decision: string; reason: string | null; closingReason: string; mails: unknown; closing: unknown; ip: string; seen?: unknown | null; reasons?: unknown | null };
    answer: DecideRequestOutcome;
  };
  decide_undo: {
    args: { request: string; actor: string; approve: boolean; reason: string; mails: unknown; ip: string; new?: string | null; idSealed?: Buffer | null; nameSealed?: Buffer | null; seen?: unknown | null };
    answer: DecideUndoOutcome;
  };
  deliver_order: {
    args: { order: string; actor: string; ip: string; seen?: unknown | null };
    answer: OrderOutcome;
  };
  desk_recipients: {
    args: { kind: string; way: string };
    answer: { person: string; email: string; role: string }[];
  };
  discard_order_draft: {
    args: { order: string; actor: string; ip: string; version?: string | null };
    answer: DraftOutcome;
  };
  document_name: {
    args: { application: string; kind: string };
    answer: string;
  };
  document_that_counts: {
    args: { provider: string; kind: string; request: string };
    answer: { id: string; fileName: string; uploadedAt: Date; mark: string }[];
  };
  documents_due: {
    args: { provider: string; person: string; application: string };
    answer: { kind: string; name: string; hint: string; example: string; required: boolean; largestAgeDays: number | null; due: DocumentDue; document: string | null; fileName: string | null; givenAt: Date | null }[];
  };
  documents_named: {
    args: { request: string };
    answer: { kind: string; name: string; required: boolean; largestAgeDays: number | null }[];
  };
  documents_to_renew: {
    args: { early?: boolean | null };
    answer: { providerId: string; applicationCode: string; kind: string; name: string; document: string; since: string }[];
  };
  draft_approval_reason: {
    args: { order: string };
    answer: ApprovalReason | null;
  };
  drop_kept_files: {
    args: { person: string; provider: string; form: string };
    answer: undefined;
  };
  email_may_enter: {
    args: { email: string };
    answer: boolean;
  };
  end_device: {
    args: { provider: string; actor: string; device: string; ip: string };
    answer: PlaceOutcome;
  };
  end_factor: {
    args: { tokenHash: Buffer; factor: string; mails: unknown; ip: string };
    answer: FactorOutcome;
  };
  end_import: {
    args: { run: string; worker: string; lines: number; held: number; refused: number };
    answer: ImportEndOutcome;
  };
  end_official_access: {
    args: { actor: string; person: string; cause: string; ip: string };
    answer: CajaPeopleOutcome;
  };
  end_own_sessions: {
    args: { tokenHash: Buffer; session: string | null; ip: string };
    answer: FactorOutcome;
  };
  end_provider_access: {
    args: { provider: string; actor: string; person: string | null; reason: string; seen: unknown | null; mails: unknown; ip: string };
    answer: AccessEndOutcome;
  };
  end_session: {
    args: { tokenHash: Buffer; ip: string };
    answer: undefined;
  };
  extend_order: {
    args: { order: string; actor: string; was: string; until: string; reason: string; ip: string; change?: string | null; seen?: unknown | null };
    answer: OrderOutcome;
  };
  extend_rights_request: {
    args: { actor: string; number: string; version: number; step: string; text: Buffer; dueOn: string; mails: unknown; ip: string };
    answer: RightsOutcome;
  };
  fail_import: {
    args: { run: string; worker: string; failure: string; fact: string };
    answer: undefined;
  };
  file_renewal: {
    args: { request: string; provider: string; person: string; application: string; mails: unknown; ip: string; documents: unknown; contents: Buffer[]; account: unknown };
    answer: { outcome: FileRenewalOutcome; filingNumber: string | null };
  };
  file_report: {
    args: { report: string; provider: string; person: string; lookup: string; verdict: string; reason: string; words: Buffer | null; photoType: string | null; photoSize: number | null; photo: Buffer | null; mails: unknown; ip: string; confirmed?: boolean | null };
    answer: { outcome: FileReportOutcome; folio: string | null };
  };
  file_request: {
    args: { request: string; provider: string; person: string; application: string; agreementNumber: string | null; rutName?: string | null; rutType?: string | null; rut?: Buffer | null; chamberName?: string | null; chamberType?: string | null; chamber?: Buffer | null; mails: unknown; ip: string; documents?: unknown | null; contents?: Buffer[] | null; account?: unknown | null };
    answer: { outcome: FileRequestOutcome; filingNumber: string | null };
  };
  file_rights_request: {
    args: { request: string; step: string; number: string; kind: string; asker: string; content: Buffer; idIndex: Buffer; codeHash: Buffer; language: string; dueOn: string; mails: unknown; budgets: unknown; addressBudgets: unknown; ip: string; idKind?: string | null };
    answer: { outcome: FileRightsOutcome; filedNumber: string | null; waitUntil: Date | null; isMailed: boolean };
  };
  find_proof: {
    args: { number: string; code: string };
    answer: { content: string; keyId: number; signature: Buffer; undoneAt: Date | null } | null;
  };
  find_stale_import: {
    args: Record<string, never>;
    answer: { run: string; finishedAt: Date; hours: number; told: boolean } | null;
  };
  finish_import_preview: {
    args: { run: string; worker: string; lines: number; new: number; changed: number; repeated: number; held: number; refused: number };
    answer: LeaseOutcome;
  };
  forget: {
    args: { rule: string; limit: number };
    answer: number;
  };
  give_proof: {
    args: { kind: string; lookup: string | null; use: string | null; number: string; at: Date | string; content: string; key: number; signature: Buffer; person: string; provider: string; ip: string; session?: string | null };
    answer: string;
  };
  history_days: {
    args: { provider: string; personAsking: string; from: string; to: string; what: string[] | null; person: string | null; place: string | null; numberKey: string | null };
    answer: { day: string; entries: number; lookups: number; uses: number; value: number }[];
  };
  import_agreements: {
    args: { run: string; rows: unknown; move: boolean };
    answer: { inserted: number; changed: number } | null;
  };
  import_order_batch: {
    args: { run: string; new: unknown; changes: unknown };
    answer: { inserted: number; changed: number; written: string[] } | null;
  };
  import_ticks_version: {
    args: { run: string };
    answer: string;
  };
  import_waits: {
    args: Record<string, never>;
    answer: boolean;
  };
  imports_to_look_at: {
    args: { subject: string };
    answer: { run: string; fileName: string; since: Date; faults: number; startedBy: string }[];
  };
  invite_member: {
    args: { invitation: string; provider: string; actor: string; email: string; name: string; role: string; linkHash: Buffer; linkSeconds: number; eventKey: string; messageId: string; content: Buffer; contentKnown: Buffer; budgets: unknown; ip: string };
    answer: { outcome: TeamOutcome; waitUntil: Date | null };
  };
  invite_official: {
    args: { actor: string; email: string; name: string; role: string; linkHash: Buffer; linkSeconds: number; eventKey: string; messageId: string; content: Buffer; budgets: unknown; ip: string; person?: string | null; codeHash?: Buffer | null };
    answer: { outcome: CajaPeopleOutcome; waitUntil: Date | null };
  };
  is_printed_code: {
    args: { code: Buffer };
    answer: boolean;
  };
  is_superseded_code: {
    args: { code: Buffer };
    answer: boolean;
  };
  issue_order: {
    args: { order: string; actor: string; version: string; approves: boolean; ip: string; repeats?: string | null; reason?: string | null };
    answer: DraftOutcome;
  };
  join_team: {
    args: { linkHash: Buffer; person: string; ip: string; codeHash?: Buffer | null; mails?: unknown | null };
    answer: { outcome: AccountOutcome; providerId: string | null };
  };
  keep_file: {
    args: { id: string; person: string; provider: string; form: string; field: string; name: string; type: string; sealed: Buffer };
    answer: KeepFileOutcome;
  };
  keep_order_form: {
    args: { actor: string; answers: Buffer | null; order?: string | null };
    answer: DraftOutcome;
  };
  keep_session_limit: {
    args: { tokenHash: Buffer; most: number };
    answer: undefined;
  };
  kinds_to_ask_for: {
    args: Record<string, never>;
    answer: { code: string; name: string; oldNames: string[] }[];
  };
  list_caja_people: {
    args: { actor: string };
    answer: { personId: string; name: string; email: string; role: CajaRole; invitedAt: Date; accepted: boolean; endedAt: Date | null; lastEnteredAt: Date | null; sessions: number; asksCode: boolean; codeClosed: boolean; hasCode: boolean }[];
  };
  list_device_people: {
    args: { deviceHash: Buffer };
    answer: { personId: string; name: string }[];
  };
  list_devices: {
    args: { provider: string; actor: string };
    answer: { deviceId: string; counter: string; branch: string; userAgent: string | null; pairedAt: Date; expiresAt: Date; lastSeenAt: Date; lastPerson: string | null }[];
  };
  list_ending_agreements: {
    args: Record<string, never>;
    answer: { agreementId: string; number: string; nit: string; legalName: string; endsOn: string; days: number; owners: string[] }[];
  };
  list_factor_holders: {
    args: { actor: string; provider: string };
    answer: { personId: string; name: string; email: string; role: ProviderRole }[];
  };
  list_factors: {
    args: { tokenHash: Buffer };
    answer: { factorId: string; kind: FactorKind; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  };
  list_history: {
    args: { provider: string; personAsking: string; from: string; to: string; what: string[] | null; person: string | null; place: string | null; numberKey: string | null; before: Date | string | null; beforeId: string | null; limit: number; offset: number };
    answer: { id: string; at: Date; cursorAt: string; day: string; what: string; kindName: string | null; number: string | null; value: number | null; orderId: string | null; nameSealed: Buffer | null; fresh: boolean; person: string | null; branch: string | null; counter: string | null; useId: string | null; useSerial: number | null; usedAt: Date | null; proofId: string | null; proofNumber: string | null; unnamed: boolean; byCaja: boolean; numberSealed: Buffer | null }[];
  };
  list_incidents: {
    args: { actor: string; limit: number };
    answer: { number: string; kind: string; state: string; detectedOn: string; dueOn: string; reportedOn: string | null; people: number | null }[];
  };
  list_invited_team: {
    args: { linkHash: Buffer };
    answer: { email: string }[];
  };
  list_kept_files: {
    args: { person: string; provider: string; form: string };
    answer: { field: string; fileName: string }[];
  };
  list_notice_choices: {
    args: { person: string };
    answer: { kind: DeskNotice; way: NoticeWay }[];
  };
  list_own_sessions: {
    args: { tokenHash: Buffer };
    answer: { sessionId: string; isOwn: boolean; createdAt: Date; lastSeenAt: Date; ip: string | null; userAgent: string | null }[];
  };
  list_passkeys: {
    args: { tokenHash: Buffer };
    answer: { factorId: string; credentialId: string; publicKey: Buffer; counter: number; transports: string[] }[];
  };
  list_providers: {
    args: { likes: string[] | null; standing: string | null; from: string; limit: number; offset: number; words?: string[] | null };
    answer: { id: string; legalName: string; nit: string; checkDigit: number; createdAt: Date; standing: ProviderStanding; endsOn: string | null; suspendedFrom: string | null; uses: number; amount: number; unpaid: number; lastAt: Date | null; rows: number }[];
  };
  list_renewals_to_tell: {
    args: Record<string, never>;
    answer: { providerId: string; applicationCode: string; legalName: string; names: string[]; days: string[]; told: string[]; owners: string[] }[];
  };
  list_rights_accounts: {
    args: { actor: string; number: string; words: string[]; holder: unknown; limit: number; ip: string };
    answer: { id: string; name: string; email: string | null; cajaRole: CajaRole | null; companies: string | null; isNamed: boolean; isFound: boolean; mayName: boolean }[];
  };
  list_rights_events: {
    args: { actor: string; request: string };
    answer: { id: string; kind: string; at: Date; by: string | null; textSealed: Buffer | null }[];
  };
  list_rights_requests: {
    args: { actor: string; open: boolean; limit: number; after: number; waiting?: boolean | null };
    answer: { number: string; kind: string; asker: string; state: string; filedAt: Date; dueOn: string; isExtended: boolean; missingUntil: string | null; hasMailbox: boolean; result: string | null; closedAt: Date | null }[];
  };
  list_rights_words: {
    args: { codeHash: Buffer };
    answer: { id: string; kind: string; at: Date; textSealed: Buffer | null }[];
  };
  list_seen_changes: {
    args: { kind: SeenKind; id: string; was: unknown | null };
    answer: string[];
  };
  list_unsealed_documents: {
    args: { limit: number };
    answer: { documentId: string; content: Buffer }[];
  };
  list_unsealed_people: {
    args: { limit: number };
    answer: { personId: string; idNumber: string | null; mobile: string | null }[];
  };
  list_waiting: {
    args: { kinds: string[]; limit: number };
    answer: { kind: WaitingKind; ref: string; since: Date; sentAt: Date; who: string | null; detail: string; amount: number | null; person: string | null; dueOn: string | null }[];
  };
  log_history_export: {
    args: { provider: string; actor: string; ip: string; detail: unknown };
    answer: HistoryOutcome;
  };
  log_import_faults_read: {
    args: { run: string; actor: string; ip: string };
    answer: undefined;
  };
  log_payment_export: {
    args: { actor: string; payment: string; for: string; format: string; ip: string };
    answer: PaymentOutcome;
  };
  log_settlement_export: {
    args: { provider: string; actor: string; ip: string; detail: unknown };
    answer: HistoryOutcome;
  };
  look_up_order: {
    args: { lookup: string; person: string; provider: string; channel: string; ip: string; kind: string; numberTyped: string; numberKey: string; idIndex: Buffer; idSealed: Buffer; budgets: unknown; checkIndex?: Buffer | null; counter?: string | null; readings?: unknown | null; device?: string | null; numberSealed?: Buffer | null };
    answer: LookupAnswer;
  };
  lookup_to_prove: {
    args: { lookup: string; person: string; provider: string };
    answer: { known: string | null; serial: number | null; at: Date; askedAt: Date; channel: LookupChannel; kindCode: string; kindName: string | null; number: string | null; outcome: LookupAnswer; outcomeNow: LookupAnswer; value: number | null; balance: number | null; result: ComparisonResult | null; comparedAt: Date | null; differing: string[]; providerName: string; providerNit: string; providerDigit: number; personName: string | null; branchName: string | null; counterName: string | null } | null;
  };
  make_paper_codes: {
    args: { tokenHash: Buffer; set: string; salt: Buffer; hashes: Buffer[]; mails: unknown; ip: string };
    answer: FactorOutcome;
  };
  make_payment: {
    args: { actor: string; key: string; payOn: string; reference: string; cufes: string[]; versions: string[]; ip: string };
    answer: { outcome: PaymentOutcome; runId: string | null };
  };
  make_payment_reversal: {
    args: { actor: string; key: string; payment: string; cufes: string[]; reason: string; ip: string };
    answer: { outcome: PaymentOutcome; runId: string | null };
  };
  mark_audit_shipped: {
    args: { destination: string; upTo: number };
    answer: undefined;
  };
  mark_mail_failed: {
    args: { mail: string; error: string; retrySeconds: number; giveUpSeconds: number; refused: boolean };
    answer: undefined;
  };
  mark_mail_sent: {
    args: { mail: string };
    answer: undefined;
  };
  mark_request_document: {
    args: { request: string; document: string; actor: string; good: boolean; ip: string };
    answer: MarkDocumentOutcome;
  };
  may_sign_receipts: {
    args: { createdAt: Date | string };
    answer: boolean;
  };
  merge_order_sums: {
    args: { limit: number };
    answer: number;
  };
  merge_settlement_sums: {
    args: { limit: number };
    answer: number;
  };
  miss_alert_days: {
    args: Record<string, never>;
    answer: number;
  };
  name_owner: {
    args: { invitation: string; provider: string; actor: string; email: string; name: string; proof: string; codeHash: Buffer; seen: unknown | null; linkHash: Buffer; linkSeconds: number; eventKey: string; messageId: string; content: Buffer; mails: unknown; budgets: unknown; ip: string };
    answer: { outcome: OwnerOutcome; waitUntil: Date | null };
  };
  name_rights_account: {
    args: { actor: string; number: string; version: number; step: string; person: string; isTheirs: boolean; holder: unknown; ip: string };
    answer: RightsOutcome;
  };
  nit_check_digit: {
    args: { nit: string };
    answer: number;
  };
  nit_has_owner: {
    args: { nit: string };
    answer: boolean;
  };
  note_audit_export: {
    args: { actor: string; detail: unknown; ip: string };
    answer: undefined;
  };
  note_audit_reading: {
    args: { actor: string; reading: string; detail: unknown; ip: string };
    answer: undefined;
  };
  note_import: {
    args: { run: string; worker: string; notes: unknown; sample: Buffer | null };
    answer: undefined;
  };
  note_refusal: {
    args: { action: string; actor: string | null; provider: string | null; subjectKind: string; subjectId: string; ip: string; network: string; detail?: unknown | null };
    answer: undefined;
  };
  note_rights_identity: {
    args: { actor: string; number: string; version: number; step: string; text: Buffer; ip: string };
    answer: RightsOutcome;
  };
  note_throttled_sign_in: {
    args: { email: string; ip: string; network: string };
    answer: undefined;
  };
  object_to_factor_reset: {
    args: { objectionHash: Buffer; ip: string };
    answer: FactorOutcome;
  };
  officials_who_may: {
    args: { permission: string };
    answer: { email: string }[];
  };
  open_claims: {
    args: { actor: string };
    answer: { number: string; kind: string; wholeAt: Date; idIndex: Buffer; idKind: string | null }[];
  };
  open_pin_session: {
    args: { deviceHash: Buffer; person: string; was: string; tokenHash: Buffer; idleSeconds: number; absoluteSeconds: number; ip: string; userAgent: string };
    answer: boolean;
  };
  open_rights_request: {
    args: { number: string; codeHash: Buffer; budgets: unknown; ip: string };
    answer: { outcome: OpenRightsOutcome; waitUntil: Date | null };
  };
  open_session: {
    args: { person: string; tokenHash: Buffer; idleSeconds: number; absoluteSeconds: number; ip: string; userAgent: string; counter?: string | null; provider?: string | null; factor?: boolean | null };
    answer: string | null;
  };
  orders_by_kind: {
    args: { from: string; to: string };
    answer: { kindCode: string; kindName: string; office: string; issued: number; issuedAmount: number; used: number; usedAmount: number; expired: number; expiredAmount: number; voided: number; voidedAmount: number }[];
  };
  orders_by_provider: {
    args: { from: string; to: string };
    answer: { nit: string; checkDigit: number | null; name: string | null; issued: number; issuedAmount: number; used: number; usedAmount: number; paidAmount: number; unpaidAmount: number; expired: number; expiredAmount: number; voided: number; voidedAmount: number }[];
  };
  orders_in_money: {
    args: { from: string; to: string };
    answer: { issued: number; issuedAmount: number; used: number; usedAmount: number; unpaid: number; unpaidAmount: number; expired: number; expiredAmount: number; voided: number; voidedAmount: number };
  };
  orders_in_review: {
    args: { day: string };
    answer: { kindCode: string; kindName: string; office: string; providerNit: string | null; orders: number; amount: number }[];
  };
  own_account: {
    args: { person: string; provider: string; request?: string | null };
    answer: { id: string; bank: string; kind: string; lastFour: string; state: string } | null;
  };
  own_branches: {
    args: { person: string; provider: string };
    answer: { id: string; name: string; open: boolean; counterId: string | null; counterName: string | null; counterOpen: boolean | null }[];
  };
  own_caja_acts: {
    args: { provider: string; person: string };
    answer: { at: Date; action: string; reason: string | null; fromDay: string | null; parts: string[] }[];
  };
  own_company: {
    args: { person: string; provider: string };
    answer: { municipality: string; address: string; phone: string; suspensionReason: string | null } | null;
  };
  own_elsewhere: {
    args: { person: string; thing: OwnThing; ref: string };
    answer: string | null;
  };
  own_found: {
    args: { person: string; provider: string };
    answer: number;
  };
  own_invitations: {
    args: { person: string; provider: string };
    answer: { id: string; name: string; email: string; role: ProviderRole; invitedAt: Date }[];
  };
  own_members: {
    args: { person: string; provider: string };
    answer: { personId: string; name: string; email: string; role: ProviderRole }[];
  };
  own_pause: {
    args: { provider: string; person: string };
    answer: { paused: boolean; suspended: boolean; endedOn: string | null; beginsOn: string | null; suspendedFrom: string | null; suspensionReason: string | null } | null;
  };
  own_people: {
    args: { person: string; provider: string };
    answer: { id: string; name: string }[];
  };
  own_proof: {
    args: { proof: string; person: string; provider: string };
    answer: { content: string; keyId: number; signature: Buffer; lookupId: string | null; useId: string | null } | null;
  };
  own_renewals: {
    args: { provider: string; person: string };
    answer: { applicationCode: string; kinds: string[]; names: string[]; since: string | null; filingNumber: string | null; state: string | null; submittedAt: Date | null; reason: string | null }[];
  };
  own_report_holds: {
    args: { lookup: string; person: string; provider: string };
    answer: { holds: boolean } | null;
  };
  own_reports: {
    args: { person: string; provider: string; folio?: string | null };
    answer: { id: string; folio: string; lookupId: string; reason: string; verdict: string; wordsSealed: Buffer | null; filedAt: Date; putInReview: boolean; outcome: string | null; answer: string | null; decidedAt: Date | null; reportedBy: string; withdrawnAt: Date | null; withdrawUntil: Date; mayWithdraw: boolean; hasPhoto: boolean }[];
  };
  own_request_documents: {
    args: { request: string; person: string; provider: string };
    answer: { id: string; kind: string; name: string; fileName: string; mediaType: string; size: number; uploadedAt: Date; mark: string | null }[];
  };
  own_request_events: {
    args: { request: string; person: string; provider: string };
    answer: { kind: string; at: Date; note: string | null }[];
  };
  own_requests: {
    args: { person: string; provider: string; filingNumber?: string | null };
    answer: { id: string; filingNumber: string; applicationCode: string; state: string; agreementNumber: string | null; needsAgreement: boolean; submittedAt: Date; decidedAt: Date | null; reason: string | null; renews: boolean }[];
  };
  own_series: {
    args: { kind: string };
    answer: { prefix: string; length: number } | null;
  };
  own_series_keys: {
    args: { kind: string | null; keys: string[] };
    answer: string[];
  };
  own_settlement_rows: {
    args: { provider: string; person: string; from: string; to: string; after: Date | string | null; afterSerial: number | null; limit: number; offset: number };
    answer: { useId: string; serial: number; at: Date; cursorAt: string; kindName: string; number: string; amount: number; branchId: string | null; branch: string | null; counter: string | null; useInvoice: string | null; state: SettlementState; invoice: string | null; cufe: string | null; objection: string | null; version: string; payment: number | null; paymentAt: Date | null; paidOn: string | null; paymentReference: string | null }[];
  };
  own_settlement_sums: {
    args: { provider: string; person: string; from: string; to: string };
    answer: { branchId: string | null; branch: string | null; state: SettlementState; uses: number; amount: number }[];
  };
  own_waiting_code: {
    args: { lookup: string; person: string; provider: string };
    answer: Buffer | null;
  };
  pair_device: {
    args: { provider: string; actor: string; counter: string; tokenHash: Buffer; was: Buffer | null; seconds: number; userAgent: string; ip: string };
    answer: PlaceOutcome;
  };
  pass_paper_code: {
    args: { tokenHash: Buffer; newHash: Buffer; set: string; codeHash: Buffer; ip: string };
    answer: FactorOutcome;
  };
  pass_passkey: {
    args: { tokenHash: Buffer; newHash: Buffer; factor: string; counter: number; ip: string };
    answer: FactorOutcome;
  };
  pass_password: {
    args: { tokenHash: Buffer; ip: string };
    answer: FactorOutcome;
  };
  pass_totp: {
    args: { tokenHash: Buffer; newHash: Buffer; factor: string; step: number; ip: string };
    answer: FactorOutcome;
  };
  payable_invoices: {
    args: { cufes: string[] | null; limit?: number | null };
    answer: { cufe: string; providerId: string; providerName: string; nit: string; checkDigit: number; invoice: string; uses: number; amount: number; value: number | null; firstAt: Date; lastAt: Date; version: string }[];
  };
  payable_total: {
    args: Record<string, never>;
    answer: { invoices: number; uses: number; amount: number };
  };
  payment_account_numbers: {
    args: { payment: string; actor: string };
    answer: { account: string; numberSealed: Buffer }[];
  };
  payment_accounts: {
    args: { payment: string };
    answer: { providerId: string; providerName: string; account: string | null; bank: string | null; kind: string | null; lastFour: string | null; isChanged: boolean }[];
  };
  payment_accounts_version: {
    args: { payment: string };
    answer: string;
  };
  payment_invoices: {
    args: { payment: string };
    answer: { providerId: string; providerName: string; nit: string; checkDigit: number; invoice: string; cufe: string; invoiceValue: number | null; uses: number; amount: number; firstAt: Date; lastAt: Date; reversed: number; leftAmount: number }[];
  };
  payment_rows: {
    args: { payment: string; afterName: string | null; afterSerial: number | null; limit: number };
    answer: { providerId: string; providerName: string; nit: string; checkDigit: number; invoice: string; cufe: string; invoiceValue: number | null; useId: string; serial: number; at: Date; kindName: string; number: string; amount: number }[];
  };
  plain_words: {
    args: { text: string };
    answer: string;
  };
  print_orders: {
    args: { actor: string; orders: unknown; ip: string };
    answer: { orderId: string; outcome: PrintResult; code: Buffer | null; checkSealed: Buffer | null }[];
  };
  propose_account: {
    args: { actor: string; provider: string; current: string | null; account: unknown; reason: string; ip: string };
    answer: BankAccountOutcome;
  };
  provider_lookups: {
    args: { provider: string; from: string };
    answer: { lookups: number; misses: number; lastAt: Date | null };
  };
  put_import_chunk: {
    args: { run: string; actor: string; position: number; content: Buffer };
    answer: undefined;
  };
  queue_agreement_notices: {
    args: { agreements: string[]; mails: unknown };
    answer: NoticeOutcome;
  };
  queue_desk_notice: {
    args: { person: string; kind: string; mails: unknown };
    answer: undefined;
  };
  queue_head_mail: {
    args: { mails: unknown };
    answer: undefined;
  };
  queue_renewal_notices: {
    args: { notices: unknown };
    answer: NoticeOutcome;
  };
  queue_stale_import_notice: {
    args: { run: string; mails: unknown };
    answer: NoticeOutcome;
  };
  read_account_number: {
    args: { actor: string; account: string; ip: string };
    answer: Buffer | null;
  };
  read_confirmation: {
    args: { linkHash: Buffer };
    answer: { state: LinkState; registrationId: string; language: string; answers: Buffer | null; provenKey: string | null } | null;
  };
  read_counter: {
    args: { counter: string; person: string; provider: string };
    answer: { id: string; name: string; branch: string } | null;
  };
  read_counter_facts: {
    args: { lookup: string; person: string; provider: string };
    answer: { picture: boolean; compareMode: CompareMode; misses: number; result: ComparisonResult | null; comparedAt: Date | null; differing: string[]; paperValue: number | null; unreadReason: UnreadableReason | null; mayUse: boolean; ownUse: string | null; ownUseAt: Date | null; ownUseCounter: string | null; claim: ClaimHolder; claimUntil: Date | null; registersUse: boolean; claimFirst: boolean; partialUse: boolean; pausedSince: string | null; changes: string[]; askerName: string; askerCounter: string | null; askerBranch: string | null; aheadSeconds: number | null; comparedBy: string | null; askerUnnamed: boolean; knowsShown: boolean; ownPart: string | null; ownPartAt: Date | null; ownPartCounter: string | null } | null;
  };
  read_dead_codes: {
    args: Record<string, never>;
    answer: { ids: Buffer; at: Date };
  };
  read_device: {
    args: { deviceHash: Buffer };
    answer: { deviceId: string; counterId: string; providerId: string; expiresAt: Date } | null;
  };
  read_email_change: {
    args: { linkHash: Buffer };
    answer: { changeId: string; side: EmailSide; state: LinkState; emailSealed: Buffer | null; email: string; confirmed: boolean } | null;
  };
  read_factor_reset: {
    args: { actor: string; person: string };
    answer: { resetId: string; requestedBy: string | null; requestedAt: Date; effectiveAt: Date; expiresAt: Date; reason: string } | null;
  };
  read_factor_session: {
    args: { tokenHash: Buffer; device?: Buffer | null; agent?: string | null; ip?: string | null };
    answer: { sessionId: string; personId: string; personName: string; email: string; isCaja: boolean; waits: boolean; proven: boolean; mayEnrol: boolean; totp: boolean; passkeys: number; papers: number } | null;
  };
  read_invitation: {
    args: { linkHash: Buffer };
    answer: { state: LinkState; email: string; name: string; role: ProviderRole; providerName: string; nit: string; invitedBy: string; hasAccount: boolean; invitationId: string; providerId: string; replacesOwner: boolean } | null;
  };
  read_kept_file: {
    args: { person: string; provider: string; form: string; field: string };
    answer: { id: string; fileName: string; mediaType: string; sealed: Buffer } | null;
  };
  read_lookup: {
    args: { lookup: string; person: string; provider: string };
    answer: { askedAt: Date; readAt: Date; kindCode: string; kindName: string | null; numberTyped: string; idSealed: Buffer | null; outcome: LookupAnswer; waitUntil: Date | null; orderId: string | null; number: string | null; affiliateIdKind: string | null; affiliateIdSealed: Buffer | null; affiliateNameSealed: Buffer | null; value: number | null; balance: number | null; texts: unknown | null; issuedOn: string | null; validUntil: string | null; stateChangedAt: Date | null; dataUpdatedAt: Date | null; channel: LookupChannel; digitsMissed: number; numberSealed: Buffer | null } | null;
  };
  read_own_names: {
    args: { tokenHash: Buffer };
    answer: { name: string; email: string; idNumber: string | null; mobile: string | null; nits: string[]; companies: string[]; id: string; idNumberSealed: Buffer | null; mobileSealed: Buffer | null } | null;
  };
  read_own_pin: {
    args: { tokenHash: Buffer };
    answer: { state: PinState; isProvider: boolean } | null;
  };
  read_own_profile: {
    args: { tokenHash: Buffer };
    answer: { id: string; name: string; email: string; idNumberPlain: string | null; idNumberSealed: Buffer | null; mobilePlain: string | null; mobileSealed: Buffer | null; emailChangeUntil: Date | null } | null;
  };
  read_page: {
    args: { tokenHash: Buffer | null; counter: string | null; lookup: string | null; device?: Buffer | null; agent?: string | null; ip?: string | null; deviceHash?: Buffer | null };
    answer: { sessionId: string; personId: string; personName: string; email: string; cajaRole: CajaRole | null; providerId: string | null; providerRole: ProviderRole | null; providerNit: string | null; providerCheckDigit: number | null; providerName: string | null; providerSuspended: boolean; applications: string[]; opensLookUp: boolean; ownProviders: string[]; ownNames: string[]; proven: boolean; deviceId: string | null; named: boolean; counterId: string | null; counterName: string | null; counterBranch: string | null; askedAt: Date | null; readAt: Date | null; kindCode: string | null; kindName: string | null; numberTyped: string | null; idSealed: Buffer | null; outcome: LookupAnswer | null; waitUntil: Date | null; orderId: string | null; number: string | null; affiliateIdKind: string | null; affiliateIdSealed: Buffer | null; affiliateNameSealed: Buffer | null; value: number | null; balance: number | null; texts: unknown | null; issuedOn: string | null; validUntil: string | null; stateChangedAt: Date | null; dataUpdatedAt: Date | null; channel: LookupChannel | null; digitsMissed: number | null; picture: boolean | null; compareMode: CompareMode | null; misses: number | null; result: ComparisonResult | null; comparedAt: Date | null; differing: string[] | null; paperValue: number | null; unreadReason: UnreadableReason | null; mayUse: boolean | null; ownUse: string | null; ownUseAt: Date | null; ownUseCounter: string | null; claim: ClaimHolder | null; claimUntil: Date | null; registersUse: boolean | null; claimFirst: boolean | null; partialUse: boolean | null; pausedSince: string | null; changes: string[] | null; askerName: string | null; askerCounter: string | null; askerBranch: string | null; aheadSeconds: number | null; comparedBy: string | null; askerUnnamed: boolean | null; knowsShown: boolean | null; numberSealed: Buffer | null; ownPart: string | null; ownPartAt: Date | null; ownPartCounter: string | null } | null;
  };
  read_paper_salt: {
    args: { tokenHash: Buffer };
    answer: { setId: string; salt: Buffer } | null;
  };
  read_password_link: {
    args: { linkHash: Buffer };
    answer: { state: LinkState; email: string; nits: string[]; names: string[]; id: string; idNumber: string | null; idNumberSealed: Buffer | null; mobile: string | null; mobileSealed: Buffer | null; asksCode: boolean } | null;
  };
  read_pending_totp: {
    args: { tokenHash: Buffer };
    answer: { factorId: string; secret: Buffer; step: number } | null;
  };
  read_pin: {
    args: { deviceHash: Buffer; person: string };
    answer: { deviceId: string; pinHash: string; closed: boolean } | null;
  };
  read_registration: {
    args: { tokenHash: Buffer };
    answer: { id: string; purposes: string[]; language: string; answers: Buffer | null; submittedAt: Date | null; completed: boolean } | null;
  };
  read_rights_file: {
    args: { codeHash: Buffer; ip: string };
    answer: { requestId: string; number: string; sealed: Buffer } | null;
  };
  read_rights_status: {
    args: { codeHash: Buffer };
    answer: { id: string; number: string; kind: string; state: string; filedAt: Date; dueOn: string; isExtended: boolean; missingUntil: string | null; result: string | null; closedAt: Date | null; hasFile: boolean } | null;
  };
  read_superseded_codes: {
    args: Record<string, never>;
    answer: { ids: Buffer; at: Date };
  };
  read_totp: {
    args: { tokenHash: Buffer };
    answer: { factorId: string; secret: Buffer; step: number; lastStep: number | null } | null;
  };
  read_use: {
    args: { use: string; provider: string; person: string; counter: string | null };
    answer: { id: string; serial: number; at: Date; readAt: Date; number: string; kindName: string; value: number; amount: number; balance: number; providerName: string; providerNit: string; providerDigit: number; personName: string | null; branchName: string | null; counterName: string | null; invoice: string | null; lookupId: string | null; wayBack: WayBack; undoneAt: Date | null; undoReason: string | null; askedAt: Date | null; refusedAt: Date | null; refusalReason: string | null } | null;
  };
  record_factor_miss: {
    args: { person: string; ip: string; budgets: unknown };
    answer: { waitUntil: Date | null; aheadSeconds: number | null };
  };
  record_order_list: {
    args: { actor: string; action: string; ip: string; count: number; detail: unknown };
    answer: { outcome: OrderListOutcome; at: Date };
  };
  record_pin_miss: {
    args: { person: string; ip: string; budgets: unknown };
    answer: { closed: boolean; waitUntil: Date | null; aheadSeconds: number | null };
  };
  record_refused_upload: {
    args: { actor: string; file: string; failure: string; fact: string; ip: string; subject?: string | null };
    answer: ImportOutcome;
  };
  record_sign_in_miss: {
    args: { person: string | null; ip: string; budgets: unknown };
    answer: { waitUntil: Date | null; aheadSeconds: number | null };
  };
  recover_administrator: {
    args: { person: string; reset: string; codeHash: Buffer; linkHash: Buffer; entryHash: Buffer };
    answer: { asksCode: boolean } | null;
  };
  refuse_account: {
    args: { actor: string; account: string; reason: string; ip: string };
    answer: BankAccountOutcome;
  };
  reissue_rights_code: {
    args: { actor: string; number: string; version: number; step: string; codeHash: Buffer; mails: unknown; ip: string };
    answer: RightsOutcome;
  };
  release_claim: {
    args: { lookup: string; person: string; provider: string; ip: string };
    answer: undefined;
  };
  release_import: {
    args: { worker: string; died?: boolean | null };
    answer: undefined;
  };
  remove_member: {
    args: { provider: string; actor: string; person: string; ip: string };
    answer: TeamOutcome;
  };
  renew_import_lease: {
    args: { run: string; worker: string; lines: number; leaseSeconds: number };
    answer: LeaseOutcome;
  };
  renew_password_hash: {
    args: { person: string; was: string; renewed: string };
    answer: undefined;
  };
  renewal_ahead_days: {
    args: { days: number };
    answer: number;
  };
  replace_order: {
    args: { order: string; new: string; actor: string; version: string; idSealed: Buffer; nameSealed: Buffer; reason: string; ip: string; change?: string | null; seen?: unknown | null };
    answer: OrderOutcome;
  };
  report_incident: {
    args: { actor: string; incident: string; version: number; reportedOn: string; sicNumber: string; ip: string };
    answer: IncidentOutcome;
  };
  report_job: {
    args: { job: string; error: string | null; dueSeconds: number };
    answer: undefined;
  };
  request_email_change: {
    args: { tokenHash: Buffer; change: string; email: string; emailSealed: Buffer; oldHash: Buffer; newHash: Buffer; seconds: number; mails: unknown; taken: unknown; ip: string };
    answer: EmailChangeOutcome;
  };
  request_factor_reset: {
    args: { actor: string; person: string; reset: string; reason: string; codeHash: Buffer; objectionHash: Buffer; mails: unknown; ip: string };
    answer: CajaPeopleOutcome;
  };
  request_flags: {
    args: Record<string, never>;
    answer: { requestId: string; flags: string[] }[];
  };
  request_password_link: {
    args: { email: string; linkHash: Buffer; seconds: number; eventKey: string; messageId: string; content: Buffer; budgets: unknown; addressBudgets: unknown; ip: string };
    answer: Date | null;
  };
  requests_in_days: {
    args: { from: string; to: string; renews?: boolean | null };
    answer: { received: number; returned: number; approved: number; rejected: number };
  };
  resend_invitation: {
    args: { invitation: string; provider: string; actor: string; email: string; linkHash: Buffer; linkSeconds: number; eventKey: string; messageId: string; content: Buffer; contentKnown: Buffer; budgets: unknown; ip: string };
    answer: { outcome: TeamOutcome; waitUntil: Date | null };
  };
  resend_official_invitation: {
    args: { actor: string; person: string; linkHash: Buffer; linkSeconds: number; eventKey: string; messageId: string; content: Buffer; budgets: unknown; ip: string; codeHash?: Buffer | null };
    answer: { outcome: CajaPeopleOutcome; waitUntil: Date | null };
  };
  return_budget: {
    args: { budgets: unknown };
    answer: undefined;
  };
  return_official_access: {
    args: { actor: string; person: string; ip: string };
    answer: CajaPeopleOutcome;
  };
  return_payment: {
    args: { actor: string; payment: string; reason: string; ip: string };
    answer: PaymentOutcome;
  };
  revoke_order_key: {
    args: { actor: string; id: number; ip: string };
    answer: KeyOutcome;
  };
  rotate_order_key: {
    args: { actor: string; active: number; id: number; public: Buffer; private: Buffer; ip: string };
    answer: KeyOutcome;
  };
  save_agreement: {
    args: { agreement: string | null; version: string; actor: string; number: string; nit: string; checkDigit: number; legalName: string; email: string | null; startsOn: string; endsOn: string; reason: string; ip: string };
    answer: AgreementOutcome;
  };
  save_application_document: {
    args: { actor: string; application: string; kind: string; version: string; rules: unknown; ip: string; own?: boolean | null };
    answer: ApplicationOutcome;
  };
  save_branch: {
    args: { branch: string | null; provider: string; actor: string; name: string; ip: string };
    answer: PlaceOutcome;
  };
  save_caja_profile: {
    args: { actor: string; version: string; name: string; legalName: string; nit: string; phone: string; otherPhone: string | null; hours: string; email: string; address: string; city: string; policy: string; importMaxAgeHours: number; ip: string; portalName?: string | null; shortName?: string | null };
    answer: CajaOutcome;
  };
  save_compare_mode: {
    args: { actor: string; version: string; mode: string; from: number | null; ip: string };
    answer: CajaOutcome;
  };
  save_counter: {
    args: { counter: string | null; branch: string; provider: string; actor: string; name: string; ip: string };
    answer: PlaceOutcome;
  };
  save_factor_wait: {
    args: { actor: string; version: string; minutes: number; ip: string };
    answer: CajaOutcome;
  };
  save_incident: {
    args: { actor: string; incident: string; version: number; kind: string; detectedOn: string; knownOn: string; happenedOn: string | null; data: string[]; people: number | null; content: Buffer; dueOn: string; ip: string };
    answer: { outcome: IncidentOutcome; number: string | null; knownContent: Buffer | null; alike: boolean | null };
  };
  save_notice_choices: {
    args: { actor: string; choices: unknown; ip?: string | null };
    answer: NoticeChoiceOutcome;
  };
  save_order_draft: {
    args: { order: string; actor: string; data: unknown; ip: string; version?: string | null };
    answer: DraftOutcome;
  };
  save_order_kind: {
    args: { actor: string; code: string; version: string; rules: unknown; ip: string };
    answer: KindOutcome;
  };
  scan_order: {
    args: { lookup: string; person: string; provider: string; channel: string; ip: string; code: Buffer | null; fault: string | null; budgets: unknown; counter?: string | null; device?: string | null; deferred?: boolean | null };
    answer: LookupAnswer | null;
  };
  scan_standing: {
    args: { lookup: string; person: string; provider: string };
    answer: DeferredAnswer | null;
  };
  seal_document: {
    args: { document: string; sealed: Buffer };
    answer: boolean;
  };
  seal_person: {
    args: { person: string; idNumber: string | null; mobile: string | null; sealed: unknown };
    answer: boolean;
  };
  search_everywhere: {
    args: { actor: string; readings: unknown; limit: number; ip: string };
    answer: { kind: SearchKind; subject: string; label: string | null; name: string | null; detail: string | null; orderId: string | null; providerId: string | null; at: Date | null; amount: number | null }[];
  };
  search_orders: {
    args: { actor: string; kind: string | null; numberKey: string; idIndex: Buffer; limit: number; ip: string; readings?: unknown | null };
    answer: { orderId: string }[];
  };
  seen: {
    args: { kind: SeenKind; id: string };
    answer: unknown | null;
  };
  send_change_back: {
    args: { change: string; actor: string; reason: string; ip: string };
    answer: OrderOutcome;
  };
  send_confirmation: {
    args: { registration: string; answers: Buffer; email: string; linkHash: Buffer; linkSeconds: number; pauseSeconds: number; eventKey: string; messageId: string; content: Buffer; contentKnown: Buffer; budgets: unknown; ip: string; addressKey?: string | null; addressBudgets?: unknown | null; contentBarred?: Buffer | null };
    answer: { outcome: RegistrationOutcome; waitUntil: Date | null };
  };
  send_correction: {
    args: { request: string; provider: string; person: string; agreementNumber: string | null; note: string | null; ip: string; documents?: unknown | null; contents?: Buffer[] | null; rutName?: string | null; rutType?: string | null; rut?: Buffer | null; chamberName?: string | null; chamberType?: string | null; chamber?: Buffer | null; account?: unknown | null };
    answer: CorrectRequestOutcome;
  };
  send_heartbeat: {
    args: { process: string };
    answer: undefined;
  };
  send_order_back: {
    args: { order: string; actor: string; reason: string; ip: string; version?: string | null };
    answer: DraftOutcome;
  };
  session_actor: {
    args: { tokenHash: Buffer };
    answer: { sessionId: string; personId: string; personName: string; email: string; cajaRole: CajaRole | null; providerId: string | null; providerRole: ProviderRole | null; providerNit: string | null; providerCheckDigit: number | null; providerName: string | null; providerSuspended: boolean; applications: string[]; opensLookUp: boolean; endsAt: Date; ownProviders: string[]; ownNames: string[]; proven: boolean; deviceId: string | null } | null;
  };
  session_end_reason: {
    args: { tokenHash: Buffer };
    answer: SessionEnd | null;
  };
  set_pin: {
    args: { tokenHash: Buffer; pinHash: string; ip: string };
    answer: FactorOutcome;
  };
  set_provider_standing: {
    args: { provider: string; actor: string; suspend: boolean; reason: string; mails: unknown; ip: string; seen?: unknown | null; from?: string | null };
    answer: ProviderOutcome;
  };
  settle_use: {
    args: { lookup: string; provider: string; key: string; person: string; ip: string };
    answer: string | null;
  };
  settle_uses: {
    args: { actor: string; provider: string; uses: string[]; to: string; invoice: string; cufe: string; reason: string; mails: unknown; ip: string; versions?: string[] | null; value?: number | null };
    answer: SettleOutcome;
  };
  settlement_providers: {
    args: { from: string; to: string; like: string | null; limit: number; offset: number; words?: string[] | null };
    answer: { providerId: string; providerName: string; nit: string; checkDigit: number; uses: number; open: number; legalized: number; invoiced: number; paid: number; objected: number }[];
  };
  settlement_rows: {
    args: { provider: string; from: string; to: string; state: string | null; after: Date | string | null; afterSerial: number | null; limit: number; offset: number };
    answer: { useId: string; serial: number; at: Date; cursorAt: string; kindName: string; number: string; amount: number; branchId: string | null; branch: string | null; counter: string | null; useInvoice: string | null; state: SettlementState; invoice: string | null; cufe: string | null; objection: string | null; version: string; payment: number | null; paymentAt: Date | null; paidOn: string | null; paymentReference: string | null }[];
  };
  settlement_sums: {
    args: { provider: string; from: string; to: string };
    answer: { branchId: string | null; branch: string | null; state: SettlementState; uses: number; amount: number }[];
  };
  settlement_totals: {
    args: { from: string; to: string; like: string | null; words?: string[] | null };
    answer: { providers: number; uses: number; amount: number };
  };
  sign_in_facts: {
    args: { email: string };
    answer: { personId: string; passwordHash: string; isCaja: boolean } | null;
  };
  standing_of_provider: {
    args: { provider: string; at: Date | string };
    answer: { standing: ProviderStanding; agreement: string | null; startsOn: string | null; endsOn: string | null; suspendedFrom: string | null } | null;
  };
  start_import: {
    args: { subject: string; file: string; sha256: Buffer; actor: string | null; worker: string; leaseSeconds: number };
    answer: string;
  };
  stop_email_change: {
    args: { linkHash: Buffer; ip: string };
    answer: EmailChangeOutcome;
  };
  stop_import: {
    args: { run: string; actor: string; ip: string };
    answer: ImportOutcome;
  };
  switch_provider: {
    args: { tokenHash: Buffer; provider: string; ip: string };
    answer: SwitchOutcome;
  };
  take_back_decision: {
    args: { request: string; actor: string; ip: string };
    answer: TakeBackOutcome;
  };
  take_challenge: {
    args: { tokenHash: Buffer };
    answer: Buffer | null;
  };
  take_order_draft: {
    args: { order: string; actor: string; version: string; ip: string };
    answer: DraftOutcome;
  };
  tick_import_moves: {
    args: { run: string; actor: string; first: number; last: number; moves: string[]; version: string };
    answer: ImportOutcome;
  };
  time_to_take_back: {
    args: { decidedAt: Date | string };
    answer: number;
  };
  unblock_order: {
    args: { order: string; actor: string; reason: string; ip: string; hold?: string | null; seen?: unknown | null };
    answer: OrderOutcome;
  };
  undo_objected_use: {
    args: { use: string; actor: string; reason: string; new: string; idSealed: Buffer; nameSealed: Buffer; mails: unknown; ip: string; seen?: unknown | null };
    answer: UndoObjectedOutcome;
  };
  undo_use: {
    args: { use: string; person: string; provider: string; counter: string | null; key: string; reason: string; ip: string; session?: string | null };
    answer: { outcome: UndoOutcome; undoId: string | null; serial: number | null; amount: number | null; balance: number | null; at: Date | null };
  };
  use_factor_reset: {
    args: { tokenHash: Buffer; codeHash: Buffer; ip: string };
    answer: FactorOutcome;
  };
  use_of_key: {
    args: { provider: string; person: string; key: string };
    answer: string | null;
  };
  use_order: {
    args: { order: string; person: string; provider: string; counter: string | null; lookup: string; key: string; amount: number | null; invoice: string | null; ip: string; session?: string | null };
    answer: { outcome: UseOutcome; useId: string | null; serial: number | null; amount: number | null; balance: number | null; at: Date | null };
  };
  use_to_prove: {
    args: { use: string; person: string; provider: string };
    answer: { known: string | null; useId: string; kind: LedgerEntry; serial: number; at: Date; usedSerial: number; usedAt: Date; amount: number; balance: number; invoice: string | null; givenAt: Date; kindCode: string; kindName: string; number: string; value: number; providerName: string; providerNit: string; providerDigit: number; personName: string | null; branchName: string | null; counterName: string | null } | null;
  };
  use_version: {
    args: { use: string };
    answer: string;
  };
  uses_by_day: {
    args: { from: string; to: string };
    answer: { day: string; uses: number; amount: number }[];
  };
  view_incident: {
    args: { actor: string; number: string; ip: string };
    answer: { id: string; number: string; kind: string; state: string; detectedOn: string; knownOn: string; happenedOn: string | null; data: string[]; people: number | null; contentSealed: Buffer; dueOn: string; reportedOn: string | null; sicNumber: string | null; createdAt: Date; createdBy: string; version: number } | null;
  };
  view_order: {
    args: { order: string; actor: string; ip: string };
    answer: { orderId: string } | null;
  };
  view_report_photo: {
    args: { folio: string; actor: string; ip: string };
    answer: { reportId: string; mediaType: string; sealed: Buffer } | null;
  };
  view_request_paper: {
    args: { filingNumber: string; document: string; actor: string; ip: string; sealed?: boolean | null };
    answer: { fileName: string; mediaType: string; content: Buffer; sealedAs: string | null } | null;
  };
  view_rights_request: {
    args: { actor: string; number: string; ip: string };
    answer: { id: string; number: string; kind: string; asker: string; contentSealed: Buffer | null; language: string; state: string; filedAt: Date; wholeAt: Date; dueOn: string; isExtended: boolean; missingUntil: string | null; mailboxProvenAt: Date | null; identityAt: Date | null; identityBy: string | null; result: string | null; closedAt: Date | null; closedBy: string | null; hasFile: boolean; hasForgotten: boolean; version: number } | null;
  };
  withdraw_authorisation: {
    args: { actor: string; number: string; version: number; step: string; holder: unknown; ip: string };
    answer: RightsOutcome;
  };
  withdraw_factor_reset: {
    args: { actor: string; person: string; ip: string; reset?: string | null };
    answer: CajaPeopleOutcome;
  };
  withdraw_owner: {
    args: { invitation: string; provider: string; actor: string; mails: unknown; ip: string };
    answer: OwnerOutcome;
  };
  withdraw_report: {
    args: { report: string; person: string; provider: string; mails: unknown; ip: string };
    answer: WithdrawReportOutcome;
  };
};

export const functions = {
  abandon_rights_request: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", today: "date", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  accept_import: { answers: "value", args: { run: "uuid", actor: "uuid", apply: "bool", ip: "text", moves: "_text?", first: "int4?", last: "int4?", version: "text?" }, columns: { result: "text" } },
  accept_invitation: { answers: "row", args: { linkHash: "bytea", name: "text", passwordHash: "text", policy: "int4", purposes: "_text", ip: "text", userAgent: "text", language: "text", codeHash: "bytea?", mails: "jsonb?" }, columns: { outcome: "text", personId: "uuid?", providerId: "uuid?" } },
  add_import_findings: { answers: "void", args: { run: "uuid", worker: "uuid", faults: "jsonb", changes: "jsonb", moves: "jsonb?" }, columns: {} },
  add_order_key: { answers: "value", args: { id: "int4", public: "bytea", private: "bytea" }, columns: { result: "text" } },
  add_passkey: { answers: "value", args: { tokenHash: "bytea", newHash: "bytea", factor: "uuid", name: "text", credentialId: "text", publicKey: "bytea", counter: "int8", transports: "_text", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  add_receipt_key: { answers: "value", args: { id: "int4", public: "bytea", private: "bytea" }, columns: { result: "text" } },
  agreement_ending_days: { answers: "value", args: {}, columns: { result: "int4" } },
  agreements_in_force: { answers: "rows", args: { nit: "text", at: "timestamptz" }, columns: { id: "uuid", number: "text", nit: "text", checkDigit: "int2", legalName: "text", email: "text?", phone: "text?", municipality: "text?", startsOn: "date", endsOn: "date", updatedAt: "timestamptz" } },
  annul_order: { answers: "value", args: { order: "uuid", actor: "uuid", reason: "text", note: "text", ip: "text", seen: "jsonb?" }, columns: { result: "text" } },
  answer_digits: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid", ip: "text", tailIndex: "bytea?", budgets: "jsonb", readings: "jsonb?" }, columns: { result: "text?" } },
  answer_registration: { answers: "value", args: { tokenHash: "bytea", answers: "bytea" }, columns: { result: "text" } },
  answer_rights_request: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", result: "text", text: "bytea", file: "bytea?", forget: "jsonb?", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  answers_by_outcome: { answers: "rows", args: { from: "date", to: "date" }, columns: { outcome: "text", answers: "int4" } },
  approval_obstacle: { answers: "value", args: { request: "uuid" }, columns: { result: "text?" } },
  approve_account: { answers: "value", args: { actor: "uuid", account: "uuid", current: "uuid?", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  approve_payment: { answers: "value", args: { actor: "uuid", payment: "uuid", mails: "jsonb", ip: "text", accounts: "text?" }, columns: { result: "text" } },
  ask_order_approval: { answers: "value", args: { order: "uuid", actor: "uuid", version: "text", ip: "text", repeats: "uuid?", reason: "text?" }, columns: { result: "text" } },
  ask_rights_missing: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", text: "bytea", until: "date", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  ask_undo: { answers: "value", args: { use: "uuid", person: "uuid", provider: "uuid", reason: "text", ip: "text", session: "uuid?" }, columns: { result: "text" } },
  audit_append: { answers: "value", args: { action: "text", actor: "uuid", provider: "uuid?", subjectKind: "text", subjectId: "text", channel: "text?", ip: "text?", detail: "jsonb?" }, columns: { result: "int8" } },
  audit_lines: { answers: "rows", args: { after: "int8", upTo: "int8", limit: "int4" }, columns: { seq: "int8", line: "text" } },
  audit_lines_of: { answers: "rows", args: { seqs: "_text" }, columns: { seq: "int8", line: "text" } },
  audit_settled_up_to: { answers: "value", args: {}, columns: { result: "int8" } },
  audit_shipped_up_to: { answers: "value", args: { destination: "text" }, columns: { result: "int8" } },
  authorise_registration: { answers: "value", args: { id: "uuid", tokenHash: "bytea", policy: "int4", purposes: "_text", ip: "text", userAgent: "text", language: "text", seconds: "int4" }, columns: { result: "uuid?" } },
  begin_challenge: { answers: "value", args: { tokenHash: "bytea", challenge: "bytea", enrols: "bool?" }, columns: { result: "text" } },
  begin_import_upload: { answers: "row", args: { actor: "uuid", file: "text", subject: "text?" }, columns: { outcome: "text", run: "uuid?" } },
  begin_import_walk: { answers: "void", args: { run: "uuid", worker: "uuid" }, columns: {} },
  begin_mail: { answers: "value", args: { mail: "uuid", leaseSeconds: "int4" }, columns: { result: "int4?" } },
  begin_totp: { answers: "value", args: { tokenHash: "bytea", factor: "uuid", secret: "bytea" }, columns: { result: "text" } },
  bind_session: { answers: "void", args: { tokenHash: "bytea", device: "bytea", agent: "text", known: "bool", mails: "jsonb", lastMails: "jsonb?", budgets: "jsonb?" }, columns: {} },
  block_order: { answers: "value", args: { order: "uuid", actor: "uuid", reason: "text", ip: "text", seen: "jsonb?" }, columns: { result: "text" } },
  bogota_day: { answers: "value", args: { at: "timestamptz" }, columns: { result: "date" } },
  bogota_start: { answers: "value", args: { day: "date" }, columns: { result: "timestamptz" } },
  bogota_today: { answers: "value", args: {}, columns: { result: "date" } },
  budget_spend: { answers: "value", args: { budgets: "jsonb" }, columns: { result: "timestamptz?" } },
  caja_version: { answers: "value", args: { updatedAt: "timestamptz" }, columns: { result: "text" } },
  cancel_invitation: { answers: "value", args: { invitation: "uuid", provider: "uuid", actor: "uuid", ip: "text" }, columns: { result: "text" } },
  change_official: { answers: "value", args: { actor: "uuid", person: "uuid", name: "text", role: "text", was: "text", ip: "text", nameWas: "text?" }, columns: { result: "text" } },
  change_own_password: { answers: "value", args: { tokenHash: "bytea", was: "text", passwordHash: "text", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  change_own_profile: { answers: "value", args: { tokenHash: "bytea", name: "text", sealed: "jsonb", ip: "text" }, columns: { result: "text" } },
  choose_password: { answers: "row", args: { linkHash: "bytea", passwordHash: "text", eventKey: "text", messageId: "text", content: "bytea", ip: "text", accountKey: "text", codeHash: "bytea?" }, columns: { outcome: "text", personId: "uuid?", isCaja: "bool" } },
  claim_import: { answers: "maybe", args: { worker: "uuid", leaseSeconds: "int4", attempts: "int4", subjects: "_text?" }, columns: { id: "uuid", state: "text", sha256: "bytea", linesTotal: "int4", applyChanges: "bool", secondPerson: "bool", subject: "text" } },
  claim_mails: { answers: "rows", args: { limit: "int4", leaseSeconds: "int4" }, columns: { id: "uuid", eventKey: "text", messageId: "text", content: "bytea", attempts: "int4", createdAt: "timestamptz" } },
  claim_order: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid", ip: "text", session: "uuid?" }, columns: { result: "text" } },
  close_import_upload: { answers: "void", args: { run: "uuid", actor: "uuid", sha256: "bytea", lines: "int4", ip: "text" }, columns: {} },
  close_incident: { answers: "value", args: { actor: "uuid", incident: "uuid", version: "int4", ip: "text" }, columns: { result: "text" } },
  close_place: { answers: "value", args: { place: "uuid", provider: "uuid", actor: "uuid", ip: "text" }, columns: { result: "text" } },
  collect_held_data: { answers: "value", args: { actor: "uuid", number: "text", step: "uuid", holder: "jsonb", ip: "text" }, columns: { result: "jsonb?" } },
  compare_order: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid", way: "text", value: "int8?", differing: "_text", reason: "text?", ip: "text", session: "uuid?" }, columns: { result: "text" } },
  complete_rights_at_desk: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", text: "bytea", dueOn: "date", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  complete_rights_request: { answers: "value", args: { codeHash: "bytea", step: "uuid", text: "bytea", today: "date", dueOn: "date", ip: "text" }, columns: { result: "text" } },
  confirm_email_change: { answers: "value", args: { linkHash: "bytea", email: "text", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  confirm_registration: { answers: "row", args: { linkHash: "bytea", answers: "bytea", passwordHash: "text?", email: "text", name: "text", idKind: "text", idNumber: "text?", mobile: "text?", nit: "text", checkDigit: "int4", legalName: "text", municipality: "text", address: "text", phone: "text", ip: "text", registration: "uuid?", addressKey: "text?", knownPerson: "uuid?", sealed: "jsonb?" }, columns: { outcome: "text", personId: "uuid?", providerId: "uuid?" } },
  confirm_totp: { answers: "value", args: { tokenHash: "bytea", newHash: "bytea", factor: "uuid", step: "int8", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  correct_provider: { answers: "value", args: { provider: "uuid", actor: "uuid", legalName: "text", municipality: "text", address: "text", phone: "text", person: "uuid?", personName: "text?", idKind: "text?", idNumber: "text?", mobile: "text?", reason: "text", seen: "jsonb?", mails: "jsonb", ip: "text", sealed: "jsonb?" }, columns: { result: "text" } },
  count_answers: { answers: "value", args: {}, columns: { result: "bool" } },
  count_left_out: { answers: "maybe", args: { actor: "uuid", number: "text", holder: "jsonb" }, columns: { accounts: "int4", orders: "int4", companies: "int4", requests: "int4" } },
  count_renewals_due: { answers: "row", args: {}, columns: { providers: "int4", since: "date?" } },
  count_sealed: { answers: "rows", args: {}, columns: { sealedColumn: "text", keyNumber: "int4", amount: "int4" } },
  count_waiting: { answers: "rows", args: {}, columns: { kind: "text", waiting: "int4" } },
  counter_day: { answers: "rows", args: { provider: "uuid", person: "uuid", limit: "int4" }, columns: { day: "date", uses: "int4", used: "int8", id: "uuid?", at: "timestamptz?", what: "text?", number: "text?", amount: "int8?", useId: "uuid?", numberSealed: "bytea?" } },
  create_caja_person: { answers: "value", args: { person: "uuid", email: "text", name: "text", role: "text", tokenHash: "bytea", codeHash: "bytea" }, columns: { result: "uuid?" } },
  decide_report: { answers: "value", args: { report: "uuid", actor: "uuid", outcome: "text", answer: "text", deed: "text", mails: "jsonb", ip: "text", seen: "jsonb?" }, columns: { result: "text" } },
  decide_request: { answers: "value", args: { request: "uuid", actor: "uuid", decision: "text", reason: "text?", closingReason: "text", mails: "jsonb", closing: "jsonb", ip: "text", seen: "jsonb?", reasons: "jsonb?" }, columns: { result: "text" } },
  decide_undo: { answers: "value", args: { request: "uuid", actor: "uuid", approve: "bool", reason: "text", mails: "jsonb", ip: "text", new: "uuid?", idSealed: "bytea?", nameSealed: "bytea?", seen: "jsonb?" }, columns: { result: "text" } },
  deliver_order: { answers: "value", args: { order: "uuid", actor: "uuid", ip: "text", seen: "jsonb?" }, columns: { result: "text" } },
  desk_recipients: { answers: "rows", args: { kind: "text", way: "text" }, columns: { person: "uuid", email: "text", role: "text" } },
  discard_order_draft: { answers: "value", args: { order: "uuid", actor: "uuid", ip: "text", version: "text?" }, columns: { result: "text" } },
  document_name: { answers: "value", args: { application: "text", kind: "text" }, columns: { result: "text" } },
  document_that_counts: { answers: "rows", args: { provider: "uuid", kind: "text", request: "uuid" }, columns: { id: "uuid", fileName: "text", uploadedAt: "timestamptz", mark: "text" } },
  documents_due: { answers: "rows", args: { provider: "uuid", person: "uuid", application: "text" }, columns: { kind: "text", name: "text", hint: "text", example: "text", required: "bool", largestAgeDays: "int4?", due: "text", document: "uuid?", fileName: "text?", givenAt: "timestamptz?" } },
  documents_named: { answers: "rows", args: { request: "uuid" }, columns: { kind: "text", name: "text", required: "bool", largestAgeDays: "int4?" } },
  documents_to_renew: { answers: "rows", args: { early: "bool?" }, columns: { providerId: "uuid", applicationCode: "text", kind: "text", name: "text", document: "uuid", since: "date" } },
  draft_approval_reason: { answers: "value", args: { order: "uuid" }, columns: { result: "text?" } },
  drop_kept_files: { answers: "void", args: { person: "uuid", provider: "uuid", form: "text" }, columns: {} },
  email_may_enter: { answers: "value", args: { email: "text" }, columns: { result: "bool" } },
  end_device: { answers: "value", args: { provider: "uuid", actor: "uuid", device: "uuid", ip: "text" }, columns: { result: "text" } },
  end_factor: { answers: "value", args: { tokenHash: "bytea", factor: "uuid", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  end_import: { answers: "value", args: { run: "uuid", worker: "uuid", lines: "int4", held: "int4", refused: "int4" }, columns: { result: "text" } },
  end_official_access: { answers: "value", args: { actor: "uuid", person: "uuid", cause: "text", ip: "text" }, columns: { result: "text" } },
  end_own_sessions: { answers: "value", args: { tokenHash: "bytea", session: "uuid?", ip: "text" }, columns: { result: "text" } },
  end_provider_access: { answers: "value", args: { provider: "uuid", actor: "uuid", person: "uuid?", reason: "text", seen: "jsonb?", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  end_session: { answers: "void", args: { tokenHash: "bytea", ip: "text" }, columns: {} },
  extend_order: { answers: "value", args: { order: "uuid", actor: "uuid", was: "date", until: "date", reason: "text", ip: "text", change: "uuid?", seen: "jsonb?" }, columns: { result: "text" } },
  extend_rights_request: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", text: "bytea", dueOn: "date", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  fail_import: { answers: "void", args: { run: "uuid", worker: "uuid", failure: "text", fact: "text" }, columns: {} },
  file_renewal: { answers: "row", args: { request: "uuid", provider: "uuid", person: "uuid", application: "text", mails: "jsonb", ip: "text", documents: "jsonb", contents: "_bytea", account: "jsonb" }, columns: { outcome: "text", filingNumber: "text?" } },
  file_report: { answers: "row", args: { report: "uuid", provider: "uuid", person: "uuid", lookup: "uuid", verdict: "text", reason: "text", words: "bytea?", photoType: "text?", photoSize: "int4?", photo: "bytea?", mails: "jsonb", ip: "text", confirmed: "bool?" }, columns: { outcome: "text", folio: "text?" } },
  file_request: { answers: "row", args: { request: "uuid", provider: "uuid", person: "uuid", application: "text", agreementNumber: "text?", rutName: "text?", rutType: "text?", rut: "bytea?", chamberName: "text?", chamberType: "text?", chamber: "bytea?", mails: "jsonb", ip: "text", documents: "jsonb?", contents: "_bytea?", account: "jsonb?" }, columns: { outcome: "text", filingNumber: "text?" } },
  file_rights_request: { answers: "row", args: { request: "uuid", step: "uuid", number: "text", kind: "text", asker: "text", content: "bytea", idIndex: "bytea", codeHash: "bytea", language: "text", dueOn: "date", mails: "jsonb", budgets: "jsonb", addressBudgets: "jsonb", ip: "text", idKind: "text?" }, columns: { outcome: "text", filedNumber: "text?", waitUntil: "timestamptz?", isMailed: "bool" } },
  find_proof: { answers: "maybe", args: { number: "text", code: "text" }, columns: { content: "text", keyId: "int4", signature: "bytea", undoneAt: "timestamptz?" } },
  find_stale_import: { answers: "maybe", args: {}, columns: { run: "uuid", finishedAt: "timestamptz", hours: "int4", told: "bool" } },
  finish_import_preview: { answers: "value", args: { run: "uuid", worker: "uuid", lines: "int4", new: "int4", changed: "int4", repeated: "int4", held: "int4", refused: "int4" }, columns: { result: "text" } },
  forget: { answers: "value", args: { rule: "text", limit: "int4" }, columns: { result: "int4" } },
  give_proof: { answers: "value", args: { kind: "text", lookup: "uuid?", use: "uuid?", number: "text", at: "timestamptz", content: "text", key: "int4", signature: "bytea", person: "uuid", provider: "uuid", ip: "text", session: "uuid?" }, columns: { result: "uuid" } },
  history_days: { answers: "rows", args: { provider: "uuid", personAsking: "uuid", from: "date", to: "date", what: "_text?", person: "uuid?", place: "uuid?", numberKey: "text?" }, columns: { day: "date", entries: "int4", lookups: "int4", uses: "int4", value: "int8" } },
  import_agreements: { answers: "maybe", args: { run: "uuid", rows: "jsonb", move: "bool" }, columns: { inserted: "int4", changed: "int4" } },
  import_order_batch: { answers: "maybe", args: { run: "uuid", new: "jsonb", changes: "jsonb" }, columns: { inserted: "int4", changed: "int4", written: "_uuid" } },
  import_ticks_version: { answers: "value", args: { run: "uuid" }, columns: { result: "text" } },
  import_waits: { answers: "value", args: {}, columns: { result: "bool" } },
  imports_to_look_at: { answers: "rows", args: { subject: "text" }, columns: { run: "uuid", fileName: "text", since: "timestamptz", faults: "int4", startedBy: "uuid" } },
  invite_member: { answers: "row", args: { invitation: "uuid", provider: "uuid", actor: "uuid", email: "text", name: "text", role: "text", linkHash: "bytea", linkSeconds: "int4", eventKey: "text", messageId: "text", content: "bytea", contentKnown: "bytea", budgets: "jsonb", ip: "text" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  invite_official: { answers: "row", args: { actor: "uuid", email: "text", name: "text", role: "text", linkHash: "bytea", linkSeconds: "int4", eventKey: "text", messageId: "text", content: "bytea", budgets: "jsonb", ip: "text", person: "uuid?", codeHash: "bytea?" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  is_printed_code: { answers: "value", args: { code: "bytea" }, columns: { result: "bool" } },
  is_superseded_code: { answers: "value", args: { code: "bytea" }, columns: { result: "bool" } },
  issue_order: { answers: "value", args: { order: "uuid", actor: "uuid", version: "text", approves: "bool", ip: "text", repeats: "uuid?", reason: "text?" }, columns: { result: "text" } },
  join_team: { answers: "row", args: { linkHash: "bytea", person: "uuid", ip: "text", codeHash: "bytea?", mails: "jsonb?" }, columns: { outcome: "text", providerId: "uuid?" } },
  keep_file: { answers: "value", args: { id: "uuid", person: "uuid", provider: "uuid", form: "text", field: "text", name: "text", type: "text", sealed: "bytea" }, columns: { result: "text" } },
  keep_order_form: { answers: "value", args: { actor: "uuid", answers: "bytea?", order: "uuid?" }, columns: { result: "text" } },
  keep_session_limit: { answers: "void", args: { tokenHash: "bytea", most: "int4" }, columns: {} },
  kinds_to_ask_for: { answers: "rows", args: {}, columns: { code: "text", name: "text", oldNames: "_text" } },
  list_caja_people: { answers: "rows", args: { actor: "uuid" }, columns: { personId: "uuid", name: "text", email: "text", role: "text", invitedAt: "timestamptz", accepted: "bool", endedAt: "timestamptz?", lastEnteredAt: "timestamptz?", sessions: "int4", asksCode: "bool", codeClosed: "bool", hasCode: "bool" } },
  list_device_people: { answers: "rows", args: { deviceHash: "bytea" }, columns: { personId: "uuid", name: "text" } },
  list_devices: { answers: "rows", args: { provider: "uuid", actor: "uuid" }, columns: { deviceId: "uuid", counter: "text", branch: "text", userAgent: "text?", pairedAt: "timestamptz", expiresAt: "timestamptz", lastSeenAt: "timestamptz", lastPerson: "text?" } },
  list_ending_agreements: { answers: "rows", args: {}, columns: { agreementId: "uuid", number: "text", nit: "text", legalName: "text", endsOn: "date", days: "int4", owners: "_text" } },
  list_factor_holders: { answers: "rows", args: { actor: "uuid", provider: "uuid" }, columns: { personId: "uuid", name: "text", email: "text", role: "text" } },
  list_factors: { answers: "rows", args: { tokenHash: "bytea" }, columns: { factorId: "uuid", kind: "text", name: "text", createdAt: "timestamptz", lastUsedAt: "timestamptz?" } },
  list_history: { answers: "rows", args: { provider: "uuid", personAsking: "uuid", from: "date", to: "date", what: "_text?", person: "uuid?", place: "uuid?", numberKey: "text?", before: "timestamptz?", beforeId: "uuid?", limit: "int4", offset: "int4" }, columns: { id: "uuid", at: "timestamptz", cursorAt: "text", day: "date", what: "text", kindName: "text?", number: "text?", value: "int8?", orderId: "uuid?", nameSealed: "bytea?", fresh: "bool", person: "text?", branch: "text?", counter: "text?", useId: "uuid?", useSerial: "int8?", usedAt: "timestamptz?", proofId: "uuid?", proofNumber: "text?", unnamed: "bool", byCaja: "bool", numberSealed: "bytea?" } },
  list_incidents: { answers: "rows", args: { actor: "uuid", limit: "int4" }, columns: { number: "text", kind: "text", state: "text", detectedOn: "date", dueOn: "date", reportedOn: "date?", people: "int4?" } },
  list_invited_team: { answers: "rows", args: { linkHash: "bytea" }, columns: { email: "text" } },
  list_kept_files: { answers: "rows", args: { person: "uuid", provider: "uuid", form: "text" }, columns: { field: "text", fileName: "text" } },
  list_notice_choices: { answers: "rows", args: { person: "uuid" }, columns: { kind: "text", way: "text" } },
  list_own_sessions: { answers: "rows", args: { tokenHash: "bytea" }, columns: { sessionId: "uuid", isOwn: "bool", createdAt: "timestamptz", lastSeenAt: "timestamptz", ip: "text?", userAgent: "text?" } },
  list_passkeys: { answers: "rows", args: { tokenHash: "bytea" }, columns: { factorId: "uuid", credentialId: "text", publicKey: "bytea", counter: "int8", transports: "_text" } },
  list_providers: { answers: "rows", args: { likes: "_text?", standing: "text?", from: "date", limit: "int4", offset: "int4", words: "_text?" }, columns: { id: "uuid", legalName: "text", nit: "text", checkDigit: "int4", createdAt: "timestamptz", standing: "text", endsOn: "date?", suspendedFrom: "date?", uses: "int4", amount: "int8", unpaid: "int8", lastAt: "timestamptz?", rows: "int4" } },
  list_renewals_to_tell: { answers: "rows", args: {}, columns: { providerId: "uuid", applicationCode: "text", legalName: "text", names: "_text", days: "_text", told: "_text", owners: "_text" } },
  list_rights_accounts: { answers: "rows", args: { actor: "uuid", number: "text", words: "_text", holder: "jsonb", limit: "int4", ip: "text" }, columns: { id: "uuid", name: "text", email: "text?", cajaRole: "text?", companies: "text?", isNamed: "bool", isFound: "bool", mayName: "bool" } },
  list_rights_events: { answers: "rows", args: { actor: "uuid", request: "uuid" }, columns: { id: "uuid", kind: "text", at: "timestamptz", by: "text?", textSealed: "bytea?" } },
  list_rights_requests: { answers: "rows", args: { actor: "uuid", open: "bool", limit: "int4", after: "int4", waiting: "bool?" }, columns: { number: "text", kind: "text", asker: "text", state: "text", filedAt: "timestamptz", dueOn: "date", isExtended: "bool", missingUntil: "date?", hasMailbox: "bool", result: "text?", closedAt: "timestamptz?" } },
  list_rights_words: { answers: "rows", args: { codeHash: "bytea" }, columns: { id: "uuid", kind: "text", at: "timestamptz", textSealed: "bytea?" } },
  list_seen_changes: { answers: "value", args: { kind: "text", id: "text", was: "jsonb?" }, columns: { result: "_text" } },
  list_unsealed_documents: { answers: "rows", args: { limit: "int4" }, columns: { documentId: "uuid", content: "bytea" } },
  list_unsealed_people: { answers: "rows", args: { limit: "int4" }, columns: { personId: "uuid", idNumber: "text?", mobile: "text?" } },
  list_waiting: { answers: "rows", args: { kinds: "_text", limit: "int4" }, columns: { kind: "text", ref: "text", since: "timestamptz", sentAt: "timestamptz", who: "text?", detail: "text", amount: "int8?", person: "uuid?", dueOn: "date?" } },
  log_history_export: { answers: "value", args: { provider: "uuid", actor: "uuid", ip: "text", detail: "jsonb" }, columns: { result: "text" } },
  log_import_faults_read: { answers: "void", args: { run: "uuid", actor: "uuid", ip: "text" }, columns: {} },
  log_payment_export: { answers: "value", args: { actor: "uuid", payment: "uuid", for: "text", format: "text", ip: "text" }, columns: { result: "text" } },
  log_settlement_export: { answers: "value", args: { provider: "uuid", actor: "uuid", ip: "text", detail: "jsonb" }, columns: { result: "text" } },
  look_up_order: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid", channel: "text", ip: "text", kind: "text", numberTyped: "text", numberKey: "text", idIndex: "bytea", idSealed: "bytea", budgets: "jsonb", checkIndex: "bytea?", counter: "uuid?", readings: "jsonb?", device: "uuid?", numberSealed: "bytea?" }, columns: { result: "text" } },
  lookup_to_prove: { answers: "maybe", args: { lookup: "uuid", person: "uuid", provider: "uuid" }, columns: { known: "uuid?", serial: "int8?", at: "timestamptz", askedAt: "timestamptz", channel: "text", kindCode: "text", kindName: "text?", number: "text?", outcome: "text", outcomeNow: "text", value: "int8?", balance: "int8?", result: "text?", comparedAt: "timestamptz?", differing: "_text", providerName: "text", providerNit: "text", providerDigit: "int4", personName: "text?", branchName: "text?", counterName: "text?" } },
  make_paper_codes: { answers: "value", args: { tokenHash: "bytea", set: "uuid", salt: "bytea", hashes: "_bytea", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  make_payment: { answers: "row", args: { actor: "uuid", key: "uuid", payOn: "date", reference: "text", cufes: "_text", versions: "_text", ip: "text" }, columns: { outcome: "text", runId: "uuid?" } },
  make_payment_reversal: { answers: "row", args: { actor: "uuid", key: "uuid", payment: "uuid", cufes: "_text", reason: "text", ip: "text" }, columns: { outcome: "text", runId: "uuid?" } },
  mark_audit_shipped: { answers: "void", args: { destination: "text", upTo: "int8" }, columns: {} },
  mark_mail_failed: { answers: "void", args: { mail: "uuid", error: "text", retrySeconds: "int4", giveUpSeconds: "int4", refused: "bool" }, columns: {} },
  mark_mail_sent: { answers: "void", args: { mail: "uuid" }, columns: {} },
  mark_request_document: { answers: "value", args: { request: "uuid", document: "uuid", actor: "uuid", good: "bool", ip: "text" }, columns: { result: "text" } },
  may_sign_receipts: { answers: "value", args: { createdAt: "timestamptz" }, columns: { result: "bool" } },
  merge_order_sums: { answers: "value", args: { limit: "int4" }, columns: { result: "int4" } },
  merge_settlement_sums: { answers: "value", args: { limit: "int4" }, columns: { result: "int4" } },
  miss_alert_days: { answers: "value", args: {}, columns: { result: "int4" } },
  name_owner: { answers: "row", args: { invitation: "uuid", provider: "uuid", actor: "uuid", email: "text", name: "text", proof: "text", codeHash: "bytea", seen: "jsonb?", linkHash: "bytea", linkSeconds: "int4", eventKey: "text", messageId: "text", content: "bytea", mails: "jsonb", budgets: "jsonb", ip: "text" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  name_rights_account: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", person: "uuid", isTheirs: "bool", holder: "jsonb", ip: "text" }, columns: { result: "text" } },
  nit_check_digit: { answers: "value", args: { nit: "text" }, columns: { result: "int4" } },
  nit_has_owner: { answers: "value", args: { nit: "text" }, columns: { result: "bool" } },
  note_audit_export: { answers: "void", args: { actor: "uuid", detail: "jsonb", ip: "text" }, columns: {} },
  note_audit_reading: { answers: "void", args: { actor: "uuid", reading: "text", detail: "jsonb", ip: "text" }, columns: {} },
  note_import: { answers: "void", args: { run: "uuid", worker: "uuid", notes: "jsonb", sample: "bytea?" }, columns: {} },
  note_refusal: { answers: "void", args: { action: "text", actor: "uuid?", provider: "uuid?", subjectKind: "text", subjectId: "text", ip: "text", network: "text", detail: "jsonb?" }, columns: {} },
  note_rights_identity: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", text: "bytea", ip: "text" }, columns: { result: "text" } },
  note_throttled_sign_in: { answers: "void", args: { email: "text", ip: "text", network: "text" }, columns: {} },
  object_to_factor_reset: { answers: "value", args: { objectionHash: "bytea", ip: "text" }, columns: { result: "text" } },
  officials_who_may: { answers: "rows", args: { permission: "text" }, columns: { email: "text" } },
  open_claims: { answers: "rows", args: { actor: "uuid" }, columns: { number: "text", kind: "text", wholeAt: "timestamptz", idIndex: "bytea", idKind: "text?" } },
  open_pin_session: { answers: "value", args: { deviceHash: "bytea", person: "uuid", was: "text", tokenHash: "bytea", idleSeconds: "int4", absoluteSeconds: "int4", ip: "text", userAgent: "text" }, columns: { result: "bool" } },
  open_rights_request: { answers: "row", args: { number: "text", codeHash: "bytea", budgets: "jsonb", ip: "text" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  open_session: { answers: "value", args: { person: "uuid", tokenHash: "bytea", idleSeconds: "int4", absoluteSeconds: "int4", ip: "text", userAgent: "text", counter: "uuid?", provider: "uuid?", factor: "bool?" }, columns: { result: "uuid?" } },
  orders_by_kind: { answers: "rows", args: { from: "date", to: "date" }, columns: { kindCode: "text", kindName: "text", office: "text", issued: "int4", issuedAmount: "int8", used: "int4", usedAmount: "int8", expired: "int4", expiredAmount: "int8", voided: "int4", voidedAmount: "int8" } },
  orders_by_provider: { answers: "rows", args: { from: "date", to: "date" }, columns: { nit: "text", checkDigit: "int4?", name: "text?", issued: "int4", issuedAmount: "int8", used: "int4", usedAmount: "int8", paidAmount: "int8", unpaidAmount: "int8", expired: "int4", expiredAmount: "int8", voided: "int4", voidedAmount: "int8" } },
  orders_in_money: { answers: "row", args: { from: "date", to: "date" }, columns: { issued: "int4", issuedAmount: "int8", used: "int4", usedAmount: "int8", unpaid: "int4", unpaidAmount: "int8", expired: "int4", expiredAmount: "int8", voided: "int4", voidedAmount: "int8" } },
  orders_in_review: { answers: "rows", args: { day: "date" }, columns: { kindCode: "text", kindName: "text", office: "text", providerNit: "text?", orders: "int4", amount: "int8" } },
  own_account: { answers: "maybe", args: { person: "uuid", provider: "uuid", request: "uuid?" }, columns: { id: "uuid", bank: "text", kind: "text", lastFour: "text", state: "text" } },
  own_branches: { answers: "rows", args: { person: "uuid", provider: "uuid" }, columns: { id: "uuid", name: "text", open: "bool", counterId: "uuid?", counterName: "text?", counterOpen: "bool?" } },
  own_caja_acts: { answers: "rows", args: { provider: "uuid", person: "uuid" }, columns: { at: "timestamptz", action: "text", reason: "text?", fromDay: "date?", parts: "_text" } },
  own_company: { answers: "maybe", args: { person: "uuid", provider: "uuid" }, columns: { municipality: "text", address: "text", phone: "text", suspensionReason: "text?" } },
  own_elsewhere: { answers: "value", args: { person: "uuid", thing: "text", ref: "text" }, columns: { result: "uuid?" } },
  own_found: { answers: "value", args: { person: "uuid", provider: "uuid" }, columns: { result: "int4" } },
  own_invitations: { answers: "rows", args: { person: "uuid", provider: "uuid" }, columns: { id: "uuid", name: "text", email: "text", role: "text", invitedAt: "timestamptz" } },
  own_members: { answers: "rows", args: { person: "uuid", provider: "uuid" }, columns: { personId: "uuid", name: "text", email: "text", role: "text" } },
  own_pause: { answers: "maybe", args: { provider: "uuid", person: "uuid" }, columns: { paused: "bool", suspended: "bool", endedOn: "date?", beginsOn: "date?", suspendedFrom: "date?", suspensionReason: "text?" } },
  own_people: { answers: "rows", args: { person: "uuid", provider: "uuid" }, columns: { id: "uuid", name: "text" } },
  own_proof: { answers: "maybe", args: { proof: "uuid", person: "uuid", provider: "uuid" }, columns: { content: "text", keyId: "int4", signature: "bytea", lookupId: "uuid?", useId: "uuid?" } },
  own_renewals: { answers: "rows", args: { provider: "uuid", person: "uuid" }, columns: { applicationCode: "text", kinds: "_text", names: "_text", since: "date?", filingNumber: "text?", state: "text?", submittedAt: "timestamptz?", reason: "text?" } },
  own_report_holds: { answers: "maybe", args: { lookup: "uuid", person: "uuid", provider: "uuid" }, columns: { holds: "bool" } },
  own_reports: { answers: "rows", args: { person: "uuid", provider: "uuid", folio: "text?" }, columns: { id: "uuid", folio: "text", lookupId: "uuid", reason: "text", verdict: "text", wordsSealed: "bytea?", filedAt: "timestamptz", putInReview: "bool", outcome: "text?", answer: "text?", decidedAt: "timestamptz?", reportedBy: "uuid", withdrawnAt: "timestamptz?", withdrawUntil: "timestamptz", mayWithdraw: "bool", hasPhoto: "bool" } },
  own_request_documents: { answers: "rows", args: { request: "uuid", person: "uuid", provider: "uuid" }, columns: { id: "uuid", kind: "text", name: "text", fileName: "text", mediaType: "text", size: "int4", uploadedAt: "timestamptz", mark: "text?" } },
  own_request_events: { answers: "rows", args: { request: "uuid", person: "uuid", provider: "uuid" }, columns: { kind: "text", at: "timestamptz", note: "text?" } },
  own_requests: { answers: "rows", args: { person: "uuid", provider: "uuid", filingNumber: "text?" }, columns: { id: "uuid", filingNumber: "text", applicationCode: "text", state: "text", agreementNumber: "text?", needsAgreement: "bool", submittedAt: "timestamptz", decidedAt: "timestamptz?", reason: "text?", renews: "bool" } },
  own_series: { answers: "maybe", args: { kind: "text" }, columns: { prefix: "text", length: "int4" } },
  own_series_keys: { answers: "value", args: { kind: "text?", keys: "_text" }, columns: { result: "_text" } },
  own_settlement_rows: { answers: "rows", args: { provider: "uuid", person: "uuid", from: "date", to: "date", after: "timestamptz?", afterSerial: "int8?", limit: "int4", offset: "int4" }, columns: { useId: "uuid", serial: "int8", at: "timestamptz", cursorAt: "text", kindName: "text", number: "text", amount: "int8", branchId: "uuid?", branch: "text?", counter: "text?", useInvoice: "text?", state: "text", invoice: "text?", cufe: "text?", objection: "text?", version: "text", payment: "int8?", paymentAt: "timestamptz?", paidOn: "date?", paymentReference: "text?" } },
  own_settlement_sums: { answers: "rows", args: { provider: "uuid", person: "uuid", from: "date", to: "date" }, columns: { branchId: "uuid?", branch: "text?", state: "text", uses: "int4", amount: "int8" } },
  own_waiting_code: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid" }, columns: { result: "bytea?" } },
  pair_device: { answers: "value", args: { provider: "uuid", actor: "uuid", counter: "uuid", tokenHash: "bytea", was: "bytea?", seconds: "int4", userAgent: "text", ip: "text" }, columns: { result: "text" } },
  pass_paper_code: { answers: "value", args: { tokenHash: "bytea", newHash: "bytea", set: "uuid", codeHash: "bytea", ip: "text" }, columns: { result: "text" } },
  pass_passkey: { answers: "value", args: { tokenHash: "bytea", newHash: "bytea", factor: "uuid", counter: "int8", ip: "text" }, columns: { result: "text" } },
  pass_password: { answers: "value", args: { tokenHash: "bytea", ip: "text" }, columns: { result: "text" } },
  pass_totp: { answers: "value", args: { tokenHash: "bytea", newHash: "bytea", factor: "uuid", step: "int8", ip: "text" }, columns: { result: "text" } },
  payable_invoices: { answers: "rows", args: { cufes: "_text?", limit: "int4?" }, columns: { cufe: "text", providerId: "uuid", providerName: "text", nit: "text", checkDigit: "int4", invoice: "text", uses: "int4", amount: "int8", value: "int8?", firstAt: "timestamptz", lastAt: "timestamptz", version: "text" } },
  payable_total: { answers: "row", args: {}, columns: { invoices: "int4", uses: "int4", amount: "int8" } },
  payment_account_numbers: { answers: "rows", args: { payment: "uuid", actor: "uuid" }, columns: { account: "uuid", numberSealed: "bytea" } },
  payment_accounts: { answers: "rows", args: { payment: "uuid" }, columns: { providerId: "uuid", providerName: "text", account: "uuid?", bank: "text?", kind: "text?", lastFour: "text?", isChanged: "bool" } },
  payment_accounts_version: { answers: "value", args: { payment: "uuid" }, columns: { result: "text" } },
  payment_invoices: { answers: "rows", args: { payment: "uuid" }, columns: { providerId: "uuid", providerName: "text", nit: "text", checkDigit: "int4", invoice: "text", cufe: "text", invoiceValue: "int8?", uses: "int4", amount: "int8", firstAt: "timestamptz", lastAt: "timestamptz", reversed: "int4", leftAmount: "int8" } },
  payment_rows: { answers: "rows", args: { payment: "uuid", afterName: "text?", afterSerial: "int8?", limit: "int4" }, columns: { providerId: "uuid", providerName: "text", nit: "text", checkDigit: "int4", invoice: "text", cufe: "text", invoiceValue: "int8?", useId: "uuid", serial: "int8", at: "timestamptz", kindName: "text", number: "text", amount: "int8" } },
  plain_words: { answers: "value", args: { text: "text" }, columns: { result: "text" } },
  print_orders: { answers: "rows", args: { actor: "uuid", orders: "jsonb", ip: "text" }, columns: { orderId: "uuid", outcome: "text", code: "bytea?", checkSealed: "bytea?" } },
  propose_account: { answers: "value", args: { actor: "uuid", provider: "uuid", current: "uuid?", account: "jsonb", reason: "text", ip: "text" }, columns: { result: "text" } },
  provider_lookups: { answers: "row", args: { provider: "uuid", from: "date" }, columns: { lookups: "int4", misses: "int4", lastAt: "timestamptz?" } },
  put_import_chunk: { answers: "void", args: { run: "uuid", actor: "uuid", position: "int4", content: "bytea" }, columns: {} },
  queue_agreement_notices: { answers: "value", args: { agreements: "_uuid", mails: "jsonb" }, columns: { result: "text" } },
  queue_desk_notice: { answers: "void", args: { person: "uuid", kind: "text", mails: "jsonb" }, columns: {} },
  queue_head_mail: { answers: "void", args: { mails: "jsonb" }, columns: {} },
  queue_renewal_notices: { answers: "value", args: { notices: "jsonb" }, columns: { result: "text" } },
  queue_stale_import_notice: { answers: "value", args: { run: "uuid", mails: "jsonb" }, columns: { result: "text" } },
  read_account_number: { answers: "value", args: { actor: "uuid", account: "uuid", ip: "text" }, columns: { result: "bytea?" } },
  read_confirmation: { answers: "maybe", args: { linkHash: "bytea" }, columns: { state: "text", registrationId: "uuid", language: "text", answers: "bytea?", provenKey: "text?" } },
  read_counter: { answers: "maybe", args: { counter: "uuid", person: "uuid", provider: "uuid" }, columns: { id: "uuid", name: "text", branch: "text" } },
  read_counter_facts: { answers: "maybe", args: { lookup: "uuid", person: "uuid", provider: "uuid" }, columns: { picture: "bool", compareMode: "text", misses: "int4", result: "text?", comparedAt: "timestamptz?", differing: "_text", paperValue: "int8?", unreadReason: "text?", mayUse: "bool", ownUse: "uuid?", ownUseAt: "timestamptz?", ownUseCounter: "text?", claim: "text", claimUntil: "timestamptz?", registersUse: "bool", claimFirst: "bool", partialUse: "bool", pausedSince: "date?", changes: "_text", askerName: "text", askerCounter: "text?", askerBranch: "text?", aheadSeconds: "int4?", comparedBy: "uuid?", askerUnnamed: "bool", knowsShown: "bool", ownPart: "uuid?", ownPartAt: "timestamptz?", ownPartCounter: "text?" } },
  read_dead_codes: { answers: "row", args: {}, columns: { ids: "bytea", at: "timestamptz" } },
  read_device: { answers: "maybe", args: { deviceHash: "bytea" }, columns: { deviceId: "uuid", counterId: "uuid", providerId: "uuid", expiresAt: "timestamptz" } },
  read_email_change: { answers: "maybe", args: { linkHash: "bytea" }, columns: { changeId: "uuid", side: "text", state: "text", emailSealed: "bytea?", email: "text", confirmed: "bool" } },
  read_factor_reset: { answers: "maybe", args: { actor: "uuid", person: "uuid" }, columns: { resetId: "uuid", requestedBy: "text?", requestedAt: "timestamptz", effectiveAt: "timestamptz", expiresAt: "timestamptz", reason: "text" } },
  read_factor_session: { answers: "maybe", args: { tokenHash: "bytea", device: "bytea?", agent: "text?", ip: "text?" }, columns: { sessionId: "uuid", personId: "uuid", personName: "text", email: "text", isCaja: "bool", waits: "bool", proven: "bool", mayEnrol: "bool", totp: "bool", passkeys: "int4", papers: "int4" } },
  read_invitation: { answers: "maybe", args: { linkHash: "bytea" }, columns: { state: "text", email: "text", name: "text", role: "text", providerName: "text", nit: "text", invitedBy: "text", hasAccount: "bool", invitationId: "uuid", providerId: "uuid", replacesOwner: "bool" } },
  read_kept_file: { answers: "maybe", args: { person: "uuid", provider: "uuid", form: "text", field: "text" }, columns: { id: "uuid", fileName: "text", mediaType: "text", sealed: "bytea" } },
  read_lookup: { answers: "maybe", args: { lookup: "uuid", person: "uuid", provider: "uuid" }, columns: { askedAt: "timestamptz", readAt: "timestamptz", kindCode: "text", kindName: "text?", numberTyped: "text", idSealed: "bytea?", outcome: "text", waitUntil: "timestamptz?", orderId: "uuid?", number: "text?", affiliateIdKind: "text?", affiliateIdSealed: "bytea?", affiliateNameSealed: "bytea?", value: "int8?", balance: "int8?", texts: "jsonb?", issuedOn: "date?", validUntil: "date?", stateChangedAt: "timestamptz?", dataUpdatedAt: "timestamptz?", channel: "text", digitsMissed: "int4", numberSealed: "bytea?" } },
  read_own_names: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { name: "text", email: "text", idNumber: "text?", mobile: "text?", nits: "_text", companies: "_text", id: "uuid", idNumberSealed: "bytea?", mobileSealed: "bytea?" } },
  read_own_pin: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { state: "text", isProvider: "bool" } },
  read_own_profile: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { id: "uuid", name: "text", email: "text", idNumberPlain: "text?", idNumberSealed: "bytea?", mobilePlain: "text?", mobileSealed: "bytea?", emailChangeUntil: "timestamptz?" } },
  read_page: { answers: "maybe", args: { tokenHash: "bytea?", counter: "uuid?", lookup: "uuid?", device: "bytea?", agent: "text?", ip: "text?", deviceHash: "bytea?" }, columns: { sessionId: "uuid", personId: "uuid", personName: "text", email: "text", cajaRole: "text?", providerId: "uuid?", providerRole: "text?", providerNit: "text?", providerCheckDigit: "int2?", providerName: "text?", providerSuspended: "bool", applications: "_text", opensLookUp: "bool", ownProviders: "_text", ownNames: "_text", proven: "bool", deviceId: "uuid?", named: "bool", counterId: "uuid?", counterName: "text?", counterBranch: "text?", askedAt: "timestamptz?", readAt: "timestamptz?", kindCode: "text?", kindName: "text?", numberTyped: "text?", idSealed: "bytea?", outcome: "text?", waitUntil: "timestamptz?", orderId: "uuid?", number: "text?", affiliateIdKind: "text?", affiliateIdSealed: "bytea?", affiliateNameSealed: "bytea?", value: "int8?", balance: "int8?", texts: "jsonb?", issuedOn: "date?", validUntil: "date?", stateChangedAt: "timestamptz?", dataUpdatedAt: "timestamptz?", channel: "text?", digitsMissed: "int4?", picture: "bool?", compareMode: "text?", misses: "int4?", result: "text?", comparedAt: "timestamptz?", differing: "_text?", paperValue: "int8?", unreadReason: "text?", mayUse: "bool?", ownUse: "uuid?", ownUseAt: "timestamptz?", ownUseCounter: "text?", claim: "text?", claimUntil: "timestamptz?", registersUse: "bool?", claimFirst: "bool?", partialUse: "bool?", pausedSince: "date?", changes: "_text?", askerName: "text?", askerCounter: "text?", askerBranch: "text?", aheadSeconds: "int4?", comparedBy: "uuid?", askerUnnamed: "bool?", knowsShown: "bool?", numberSealed: "bytea?", ownPart: "uuid?", ownPartAt: "timestamptz?", ownPartCounter: "text?" } },
  read_paper_salt: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { setId: "uuid", salt: "bytea" } },
  read_password_link: { answers: "maybe", args: { linkHash: "bytea" }, columns: { state: "text", email: "text", nits: "_text", names: "_text", id: "uuid", idNumber: "text?", idNumberSealed: "bytea?", mobile: "text?", mobileSealed: "bytea?", asksCode: "bool" } },
  read_pending_totp: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { factorId: "uuid", secret: "bytea", step: "int8" } },
  read_pin: { answers: "maybe", args: { deviceHash: "bytea", person: "uuid" }, columns: { deviceId: "uuid", pinHash: "text", closed: "bool" } },
  read_registration: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { id: "uuid", purposes: "_text", language: "text", answers: "bytea?", submittedAt: "timestamptz?", completed: "bool" } },
  read_rights_file: { answers: "maybe", args: { codeHash: "bytea", ip: "text" }, columns: { requestId: "uuid", number: "text", sealed: "bytea" } },
  read_rights_status: { answers: "maybe", args: { codeHash: "bytea" }, columns: { id: "uuid", number: "text", kind: "text", state: "text", filedAt: "timestamptz", dueOn: "date", isExtended: "bool", missingUntil: "date?", result: "text?", closedAt: "timestamptz?", hasFile: "bool" } },
  read_superseded_codes: { answers: "row", args: {}, columns: { ids: "bytea", at: "timestamptz" } },
  read_totp: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { factorId: "uuid", secret: "bytea", step: "int8", lastStep: "int8?" } },
  read_use: { answers: "maybe", args: { use: "uuid", provider: "uuid", person: "uuid", counter: "uuid?" }, columns: { id: "uuid", serial: "int8", at: "timestamptz", readAt: "timestamptz", number: "text", kindName: "text", value: "int8", amount: "int8", balance: "int8", providerName: "text", providerNit: "text", providerDigit: "int4", personName: "text?", branchName: "text?", counterName: "text?", invoice: "text?", lookupId: "uuid?", wayBack: "text", undoneAt: "timestamptz?", undoReason: "text?", askedAt: "timestamptz?", refusedAt: "timestamptz?", refusalReason: "text?" } },
  record_factor_miss: { answers: "row", args: { person: "uuid", ip: "text", budgets: "jsonb" }, columns: { waitUntil: "timestamptz?", aheadSeconds: "int4?" } },
  record_order_list: { answers: "row", args: { actor: "uuid", action: "text", ip: "text", count: "int4", detail: "jsonb" }, columns: { outcome: "text", at: "timestamptz" } },
  record_pin_miss: { answers: "row", args: { person: "uuid", ip: "text", budgets: "jsonb" }, columns: { closed: "bool", waitUntil: "timestamptz?", aheadSeconds: "int4?" } },
  record_refused_upload: { answers: "value", args: { actor: "uuid", file: "text", failure: "text", fact: "text", ip: "text", subject: "text?" }, columns: { result: "text" } },
  record_sign_in_miss: { answers: "row", args: { person: "uuid?", ip: "text", budgets: "jsonb" }, columns: { waitUntil: "timestamptz?", aheadSeconds: "int4?" } },
  recover_administrator: { answers: "maybe", args: { person: "uuid", reset: "uuid", codeHash: "bytea", linkHash: "bytea", entryHash: "bytea" }, columns: { asksCode: "bool" } },
  refuse_account: { answers: "value", args: { actor: "uuid", account: "uuid", reason: "text", ip: "text" }, columns: { result: "text" } },
  reissue_rights_code: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", codeHash: "bytea", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  release_claim: { answers: "void", args: { lookup: "uuid", person: "uuid", provider: "uuid", ip: "text" }, columns: {} },
  release_import: { answers: "void", args: { worker: "uuid", died: "bool?" }, columns: {} },
  remove_member: { answers: "value", args: { provider: "uuid", actor: "uuid", person: "uuid", ip: "text" }, columns: { result: "text" } },
  renew_import_lease: { answers: "value", args: { run: "uuid", worker: "uuid", lines: "int4", leaseSeconds: "int4" }, columns: { result: "text" } },
  renew_password_hash: { answers: "void", args: { person: "uuid", was: "text", renewed: "text" }, columns: {} },
  renewal_ahead_days: { answers: "value", args: { days: "int4" }, columns: { result: "int4" } },
  replace_order: { answers: "value", args: { order: "uuid", new: "uuid", actor: "uuid", version: "text", idSealed: "bytea", nameSealed: "bytea", reason: "text", ip: "text", change: "uuid?", seen: "jsonb?" }, columns: { result: "text" } },
  report_incident: { answers: "value", args: { actor: "uuid", incident: "uuid", version: "int4", reportedOn: "date", sicNumber: "text", ip: "text" }, columns: { result: "text" } },
  report_job: { answers: "void", args: { job: "text", error: "text?", dueSeconds: "int4" }, columns: {} },
  request_email_change: { answers: "value", args: { tokenHash: "bytea", change: "uuid", email: "text", emailSealed: "bytea", oldHash: "bytea", newHash: "bytea", seconds: "int4", mails: "jsonb", taken: "jsonb", ip: "text" }, columns: { result: "text" } },
  request_factor_reset: { answers: "value", args: { actor: "uuid", person: "uuid", reset: "uuid", reason: "text", codeHash: "bytea", objectionHash: "bytea", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  request_flags: { answers: "rows", args: {}, columns: { requestId: "uuid", flags: "_text" } },
  request_password_link: { answers: "value", args: { email: "text", linkHash: "bytea", seconds: "int4", eventKey: "text", messageId: "text", content: "bytea", budgets: "jsonb", addressBudgets: "jsonb", ip: "text" }, columns: { result: "timestamptz?" } },
  requests_in_days: { answers: "row", args: { from: "date", to: "date", renews: "bool?" }, columns: { received: "int4", returned: "int4", approved: "int4", rejected: "int4" } },
  resend_invitation: { answers: "row", args: { invitation: "uuid", provider: "uuid", actor: "uuid", email: "text", linkHash: "bytea", linkSeconds: "int4", eventKey: "text", messageId: "text", content: "bytea", contentKnown: "bytea", budgets: "jsonb", ip: "text" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  resend_official_invitation: { answers: "row", args: { actor: "uuid", person: "uuid", linkHash: "bytea", linkSeconds: "int4", eventKey: "text", messageId: "text", content: "bytea", budgets: "jsonb", ip: "text", codeHash: "bytea?" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  return_budget: { answers: "void", args: { budgets: "jsonb" }, columns: {} },
  return_official_access: { answers: "value", args: { actor: "uuid", person: "uuid", ip: "text" }, columns: { result: "text" } },
  return_payment: { answers: "value", args: { actor: "uuid", payment: "uuid", reason: "text", ip: "text" }, columns: { result: "text" } },
  revoke_order_key: { answers: "value", args: { actor: "uuid", id: "int4", ip: "text" }, columns: { result: "text" } },
  rotate_order_key: { answers: "value", args: { actor: "uuid", active: "int4", id: "int4", public: "bytea", private: "bytea", ip: "text" }, columns: { result: "text" } },
  save_agreement: { answers: "value", args: { agreement: "uuid?", version: "text", actor: "uuid", number: "text", nit: "text", checkDigit: "int4", legalName: "text", email: "text?", startsOn: "date", endsOn: "date", reason: "text", ip: "text" }, columns: { result: "text" } },
  save_application_document: { answers: "value", args: { actor: "uuid", application: "text", kind: "text", version: "text", rules: "jsonb", ip: "text", own: "bool?" }, columns: { result: "text" } },
  save_branch: { answers: "value", args: { branch: "uuid?", provider: "uuid", actor: "uuid", name: "text", ip: "text" }, columns: { result: "text" } },
  save_caja_profile: { answers: "value", args: { actor: "uuid", version: "text", name: "text", legalName: "text", nit: "text", phone: "text", otherPhone: "text?", hours: "text", email: "text", address: "text", city: "text", policy: "text", importMaxAgeHours: "int4", ip: "text", portalName: "text?", shortName: "text?" }, columns: { result: "text" } },
  save_compare_mode: { answers: "value", args: { actor: "uuid", version: "text", mode: "text", from: "int8?", ip: "text" }, columns: { result: "text" } },
  save_counter: { answers: "value", args: { counter: "uuid?", branch: "uuid", provider: "uuid", actor: "uuid", name: "text", ip: "text" }, columns: { result: "text" } },
  save_factor_wait: { answers: "value", args: { actor: "uuid", version: "text", minutes: "int4", ip: "text" }, columns: { result: "text" } },
  save_incident: { answers: "row", args: { actor: "uuid", incident: "uuid", version: "int4", kind: "text", detectedOn: "date", knownOn: "date", happenedOn: "date?", data: "_text", people: "int4?", content: "bytea", dueOn: "date", ip: "text" }, columns: { outcome: "text", number: "text?", knownContent: "bytea?", alike: "bool?" } },
  save_notice_choices: { answers: "value", args: { actor: "uuid", choices: "jsonb", ip: "text?" }, columns: { result: "text" } },
  save_order_draft: { answers: "value", args: { order: "uuid", actor: "uuid", data: "jsonb", ip: "text", version: "text?" }, columns: { result: "text" } },
  save_order_kind: { answers: "value", args: { actor: "uuid", code: "text", version: "text", rules: "jsonb", ip: "text" }, columns: { result: "text" } },
  scan_order: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid", channel: "text", ip: "text", code: "bytea?", fault: "text?", budgets: "jsonb", counter: "uuid?", device: "uuid?", deferred: "bool?" }, columns: { result: "text?" } },
  scan_standing: { answers: "value", args: { lookup: "uuid", person: "uuid", provider: "uuid" }, columns: { result: "text?" } },
  seal_document: { answers: "value", args: { document: "uuid", sealed: "bytea" }, columns: { result: "bool" } },
  seal_person: { answers: "value", args: { person: "uuid", idNumber: "text?", mobile: "text?", sealed: "jsonb" }, columns: { result: "bool" } },
  search_everywhere: { answers: "rows", args: { actor: "uuid", readings: "jsonb", limit: "int4", ip: "text" }, columns: { kind: "text", subject: "text", label: "text?", name: "text?", detail: "text?", orderId: "uuid?", providerId: "uuid?", at: "timestamptz?", amount: "int8?" } },
  search_orders: { answers: "rows", args: { actor: "uuid", kind: "text?", numberKey: "text", idIndex: "bytea", limit: "int4", ip: "text", readings: "jsonb?" }, columns: { orderId: "uuid" } },
  seen: { answers: "value", args: { kind: "text", id: "text" }, columns: { result: "jsonb?" } },
  send_change_back: { answers: "value", args: { change: "uuid", actor: "uuid", reason: "text", ip: "text" }, columns: { result: "text" } },
  send_confirmation: { answers: "row", args: { registration: "uuid", answers: "bytea", email: "text", linkHash: "bytea", linkSeconds: "int4", pauseSeconds: "int4", eventKey: "text", messageId: "text", content: "bytea", contentKnown: "bytea", budgets: "jsonb", ip: "text", addressKey: "text?", addressBudgets: "jsonb?", contentBarred: "bytea?" }, columns: { outcome: "text", waitUntil: "timestamptz?" } },
  send_correction: { answers: "value", args: { request: "uuid", provider: "uuid", person: "uuid", agreementNumber: "text?", note: "text?", ip: "text", documents: "jsonb?", contents: "_bytea?", rutName: "text?", rutType: "text?", rut: "bytea?", chamberName: "text?", chamberType: "text?", chamber: "bytea?", account: "jsonb?" }, columns: { result: "text" } },
  send_heartbeat: { answers: "void", args: { process: "text" }, columns: {} },
  send_order_back: { answers: "value", args: { order: "uuid", actor: "uuid", reason: "text", ip: "text", version: "text?" }, columns: { result: "text" } },
  session_actor: { answers: "maybe", args: { tokenHash: "bytea" }, columns: { sessionId: "uuid", personId: "uuid", personName: "text", email: "text", cajaRole: "text?", providerId: "uuid?", providerRole: "text?", providerNit: "text?", providerCheckDigit: "int2?", providerName: "text?", providerSuspended: "bool", applications: "_text", opensLookUp: "bool", endsAt: "timestamptz", ownProviders: "_text", ownNames: "_text", proven: "bool", deviceId: "uuid?" } },
  session_end_reason: { answers: "value", args: { tokenHash: "bytea" }, columns: { result: "text?" } },
  set_pin: { answers: "value", args: { tokenHash: "bytea", pinHash: "text", ip: "text" }, columns: { result: "text" } },
  set_provider_standing: { answers: "value", args: { provider: "uuid", actor: "uuid", suspend: "bool", reason: "text", mails: "jsonb", ip: "text", seen: "jsonb?", from: "date?" }, columns: { result: "text" } },
  settle_use: { answers: "value", args: { lookup: "uuid", provider: "uuid", key: "uuid", person: "uuid", ip: "text" }, columns: { result: "uuid?" } },
  settle_uses: { answers: "value", args: { actor: "uuid", provider: "uuid", uses: "_uuid", to: "text", invoice: "text", cufe: "text", reason: "text", mails: "jsonb", ip: "text", versions: "_text?", value: "int8?" }, columns: { result: "text" } },
  settlement_providers: { answers: "rows", args: { from: "date", to: "date", like: "text?", limit: "int4", offset: "int4", words: "_text?" }, columns: { providerId: "uuid", providerName: "text", nit: "text", checkDigit: "int4", uses: "int4", open: "int8", legalized: "int8", invoiced: "int8", paid: "int8", objected: "int8" } },
  settlement_rows: { answers: "rows", args: { provider: "uuid", from: "date", to: "date", state: "text?", after: "timestamptz?", afterSerial: "int8?", limit: "int4", offset: "int4" }, columns: { useId: "uuid", serial: "int8", at: "timestamptz", cursorAt: "text", kindName: "text", number: "text", amount: "int8", branchId: "uuid?", branch: "text?", counter: "text?", useInvoice: "text?", state: "text", invoice: "text?", cufe: "text?", objection: "text?", version: "text", payment: "int8?", paymentAt: "timestamptz?", paidOn: "date?", paymentReference: "text?" } },
  settlement_sums: { answers: "rows", args: { provider: "uuid", from: "date", to: "date" }, columns: { branchId: "uuid?", branch: "text?", state: "text", uses: "int4", amount: "int8" } },
  settlement_totals: { answers: "row", args: { from: "date", to: "date", like: "text?", words: "_text?" }, columns: { providers: "int4", uses: "int4", amount: "int8" } },
  sign_in_facts: { answers: "maybe", args: { email: "text" }, columns: { personId: "uuid", passwordHash: "text", isCaja: "bool" } },
  standing_of_provider: { answers: "maybe", args: { provider: "uuid", at: "timestamptz" }, columns: { standing: "text", agreement: "text?", startsOn: "date?", endsOn: "date?", suspendedFrom: "date?" } },
  start_import: { answers: "value", args: { subject: "text", file: "text", sha256: "bytea", actor: "uuid?", worker: "uuid", leaseSeconds: "int4" }, columns: { result: "uuid" } },
  stop_email_change: { answers: "value", args: { linkHash: "bytea", ip: "text" }, columns: { result: "text" } },
  stop_import: { answers: "value", args: { run: "uuid", actor: "uuid", ip: "text" }, columns: { result: "text" } },
  switch_provider: { answers: "value", args: { tokenHash: "bytea", provider: "uuid", ip: "text" }, columns: { result: "text" } },
  take_back_decision: { answers: "value", args: { request: "uuid", actor: "uuid", ip: "text" }, columns: { result: "text" } },
  take_challenge: { answers: "value", args: { tokenHash: "bytea" }, columns: { result: "bytea?" } },
  take_order_draft: { answers: "value", args: { order: "uuid", actor: "uuid", version: "text", ip: "text" }, columns: { result: "text" } },
  tick_import_moves: { answers: "value", args: { run: "uuid", actor: "uuid", first: "int4", last: "int4", moves: "_text", version: "text" }, columns: { result: "text" } },
  time_to_take_back: { answers: "value", args: { decidedAt: "timestamptz" }, columns: { result: "int4" } },
  unblock_order: { answers: "value", args: { order: "uuid", actor: "uuid", reason: "text", ip: "text", hold: "uuid?", seen: "jsonb?" }, columns: { result: "text" } },
  undo_objected_use: { answers: "value", args: { use: "uuid", actor: "uuid", reason: "text", new: "uuid", idSealed: "bytea", nameSealed: "bytea", mails: "jsonb", ip: "text", seen: "jsonb?" }, columns: { result: "text" } },
  undo_use: { answers: "row", args: { use: "uuid", person: "uuid", provider: "uuid", counter: "uuid?", key: "uuid", reason: "text", ip: "text", session: "uuid?" }, columns: { outcome: "text", undoId: "uuid?", serial: "int8?", amount: "int8?", balance: "int8?", at: "timestamptz?" } },
  use_factor_reset: { answers: "value", args: { tokenHash: "bytea", codeHash: "bytea", ip: "text" }, columns: { result: "text" } },
  use_of_key: { answers: "value", args: { provider: "uuid", person: "uuid", key: "uuid" }, columns: { result: "uuid?" } },
  use_order: { answers: "row", args: { order: "uuid", person: "uuid", provider: "uuid", counter: "uuid?", lookup: "uuid", key: "uuid", amount: "int8?", invoice: "text?", ip: "text", session: "uuid?" }, columns: { outcome: "text", useId: "uuid?", serial: "int8?", amount: "int8?", balance: "int8?", at: "timestamptz?" } },
  use_to_prove: { answers: "maybe", args: { use: "uuid", person: "uuid", provider: "uuid" }, columns: { known: "uuid?", useId: "uuid", kind: "text", serial: "int8", at: "timestamptz", usedSerial: "int8", usedAt: "timestamptz", amount: "int8", balance: "int8", invoice: "text?", givenAt: "timestamptz", kindCode: "text", kindName: "text", number: "text", value: "int8", providerName: "text", providerNit: "text", providerDigit: "int4", personName: "text?", branchName: "text?", counterName: "text?" } },
  use_version: { answers: "value", args: { use: "uuid" }, columns: { result: "text" } },
  uses_by_day: { answers: "rows", args: { from: "date", to: "date" }, columns: { day: "date", uses: "int4", amount: "int8" } },
  view_incident: { answers: "maybe", args: { actor: "uuid", number: "text", ip: "text" }, columns: { id: "uuid", number: "text", kind: "text", state: "text", detectedOn: "date", knownOn: "date", happenedOn: "date?", data: "_text", people: "int4?", contentSealed: "bytea", dueOn: "date", reportedOn: "date?", sicNumber: "text?", createdAt: "timestamptz", createdBy: "text", version: "int4" } },
  view_order: { answers: "maybe", args: { order: "uuid", actor: "uuid", ip: "text" }, columns: { orderId: "uuid" } },
  view_report_photo: { answers: "maybe", args: { folio: "text", actor: "uuid", ip: "text" }, columns: { reportId: "uuid", mediaType: "text", sealed: "bytea" } },
  view_request_paper: { answers: "maybe", args: { filingNumber: "text", document: "uuid", actor: "uuid", ip: "text", sealed: "bool?" }, columns: { fileName: "text", mediaType: "text", content: "bytea", sealedAs: "uuid?" } },
  view_rights_request: { answers: "maybe", args: { actor: "uuid", number: "text", ip: "text" }, columns: { id: "uuid", number: "text", kind: "text", asker: "text", contentSealed: "bytea?", language: "text", state: "text", filedAt: "timestamptz", wholeAt: "timestamptz", dueOn: "date", isExtended: "bool", missingUntil: "date?", mailboxProvenAt: "timestamptz?", identityAt: "timestamptz?", identityBy: "text?", result: "text?", closedAt: "timestamptz?", closedBy: "text?", hasFile: "bool", hasForgotten: "bool", version: "int4" } },
  withdraw_authorisation: { answers: "value", args: { actor: "uuid", number: "text", version: "int4", step: "uuid", holder: "jsonb", ip: "text" }, columns: { result: "text" } },
  withdraw_factor_reset: { answers: "value", args: { actor: "uuid", person: "uuid", ip: "text", reset: "uuid?" }, columns: { result: "text" } },
  withdraw_owner: { answers: "value", args: { invitation: "uuid", provider: "uuid", actor: "uuid", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
  withdraw_report: { answers: "value", args: { report: "uuid", person: "uuid", provider: "uuid", mails: "jsonb", ip: "text" }, columns: { result: "text" } },
} as const;
