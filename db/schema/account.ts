import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { cajaRoles } from "@/model/access";
import { providers } from "./provider";

/** Someone who can sign in: of a provider (by a membership) or of the caja (by `cajaRole`). */
export const persons = pgTable(
  "person",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    name: text().notNull(),
    idKind: text("id_kind"),
    /** Written by versions from before it was sealed; the sealing job empties it (domain/account/sealed-fields.ts). */
    idNumberPlain: text("id_number"),
    idNumberSealed: bytea("id_number_sealed"),
    /** Blind index by which a person is found, and by which two numbers are compared. */
    idNumberIndex: bytea("id_number_index"),
    /** As `idNumberPlain`. */
    mobilePlain: text("mobile"),
    mobileSealed: bytea("mobile_sealed"),
    mobileIndex: bytea("mobile_index"),
    passwordHash: text("password_hash"),
    passwordChangedAt: moment("password_changed_at"),
    cajaRole: text("caja_role", { enum: cajaRoles }),
    disabledAt: moment("disabled_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Digest of the code that somebody of the caja is told; links ask it until a second factor was confirmed. */
    entryCodeHash: bytea("entry_code_hash"),
    entryCodeMisses: smallint("entry_code_misses").notNull().default(0),
  },
  (table) => [
    uniqueIndex("person_email").on(sql`lower(${table.email})`),
    check(
      "person_caja_role",
      sql`${table.cajaRole} in ('administrator', 'reviewer', 'officer', 'support', 'treasurer', 'auditor')`,
    ),
  ],
);

/** Memberships of persons in providers. Removed ones are kept, so that the audit log keeps its names. */
export const memberships = pgTable(
  "membership",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    role: text({ enum: ["owner", "clerk", "viewer"] }).notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by").references(() => persons.id),
  },
  (table) => [
    uniqueIndex("membership_open")
      .on(table.personId, table.providerId)
      .where(sql`${table.removedAt} is null`),
    index("membership_provider").on(table.providerId),
    check("membership_role", sql`${table.role} in ('owner', 'clerk', 'viewer')`),
  ],
);

/** A signed-in browser. The cookie carries a token of which only the digest is kept. */
export const sessions = pgTable(
  "session",
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenHash: bytea("token_hash").notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    idleSeconds: integer("idle_seconds").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    /** The current provider of the session. Null for the caja's people and for sessions of earlier versions. */
    membershipId: uuid("membership_id").references(() => memberships.id),
    ip: text(),
    userAgent: text("user_agent"),
    /** Whether its person had a second factor when it was opened. People of the caja always need one. */
    needsFactor: boolean("needs_factor").notNull().default(false),
    /** When the second factor was proven in it. Without one that is needed the session opens no page. */
    factorAt: moment("factor_at"),
    /** The last proof: by the factor, or by the password of a person without one. */
    provenAt: moment("proven_at"),
    /** Whether a code handed over in person allows to enrol a factor again. */
    mayEnrol: boolean("may_enrol").notNull().default(false),
    /** The challenge that a passkey of this session has to sign, once. */
    challenge: bytea(),
    challengeUntil: moment("challenge_until"),
    /** Digest of the device's name and the kind of browser that it was opened with. Null in sessions of before. */
    boundHash: bytea("bound_hash"),
    boundAgent: text("bound_agent"),
    /** The paired device on which its person was named by a PIN: it does what is done at a counter. */
    deviceId: uuid("device_id"),
    /** When it came from another device or browser, which ended it. */
    movedAt: moment("moved_at"),
  },
  (table) => [
    index("session_person").on(table.personId),
    index("session_ended").on(table.expiresAt).concurrently(),
    index("session_device").on(table.deviceId).where(sql`${table.deviceId} is not null`).concurrently(),
  ],
);

/**
 * What a person typed on the way to an account. It starts with the authorisation (Ley 1581), and only a
 * confirmed e-mail turns it into a person and a provider.
 */
export const registrations = pgTable(
  "registration",
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenHash: bytea("token_hash").notNull().unique(),
    policyId: integer("policy_id")
      .notNull()
      .references(() => policies.id),
    purposes: text().array().notNull(),
    consentedAt: moment("consented_at").notNull().defaultNow(),
    consentIp: text("consent_ip"),
    consentUserAgent: text("consent_user_agent"),
    language: text().notNull(),
    /** Sealed JSON of the answers so far. */
    answers: bytea(),
    submittedAt: moment("submitted_at"),
    completedAt: moment("completed_at"),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [
    index("registration_ended").on(table.expiresAt).where(sql`${table.completedAt} is null`).concurrently(),
  ],
);

/** A colleague invited by an owner, waiting for the link in the mail. */
export const invitations = pgTable(
  "invitation",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    email: text().notNull(),
    name: text().notNull(),
    role: text({ enum: ["owner", "clerk", "viewer"] }).notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => persons.id),
    invitedAt: moment("invited_at").notNull().defaultNow(),
    acceptedAt: moment("accepted_at"),
    cancelledAt: moment("cancelled_at"),
    /** Set by the caja for a new owner: whoever owned the provider loses it when this one accepts. */
    replacesOwner: boolean("replaces_owner").notNull().default(false),
    /** What the caja saw that proves it. */
    proof: text(),
    /** Digest of the code that the caja tells the new owner itself, beside the e-mail. */
    codeHash: bytea("code_hash"),
    codeMisses: smallint("code_misses").notNull().default(0),
  },
  (table) => [
    uniqueIndex("invitation_replaces_owner")
      .on(table.providerId)
      .where(sql`${table.replacesOwner} and ${table.acceptedAt} is null and ${table.cancelledAt} is null`),
    check(
      "invitation_of_owner",
      sql`not ${table.replacesOwner} or (${table.role} = 'owner' and ${table.proof} is not null and ${table.codeHash} is not null)`,
    ),
    uniqueIndex("invitation_open")
      .on(table.providerId, sql`lower(${table.email})`)
      .where(sql`${table.acceptedAt} is null and ${table.cancelledAt} is null`),
  ],
);

/** A single-use link sent by mail. `subjectId` is the registration, invitation or person it is for. */
export const mailLinks = pgTable(
  "mail_link",
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text({ enum: ["confirm", "invite", "password"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    tokenHash: bytea("token_hash").notNull().unique(),
    /** Digest of the e-mail to which a link "confirm" was sent: the link proves that mailbox. */
    addressKey: text("address_key"),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    supersededAt: moment("superseded_at"),
  },
  (table) => [
    index("mail_link_subject").on(table.purpose, table.subjectId),
    check("mail_link_purpose", sql`${table.purpose} in ('confirm', 'invite', 'password')`),
  ],
);

/** The caja's text of data treatment, one row a version; consents point to the exact text. */
export const policies = pgTable("policy", {
  id: integer().generatedAlwaysAsIdentity().primaryKey(),
  text: text().notNull(),
  sha256: bytea().notNull(),
  publishedAt: moment("published_at").notNull().defaultNow(),
  publishedBy: uuid("published_by"),
});

/** Proof of an authorisation (Decreto 1074 de 2015, 2.2.2.25.2.5): which text, what for, when, from where. */
export const consents = pgTable(
  "consent",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    policyId: integer("policy_id")
      .notNull()
      .references(() => policies.id),
    purposes: text().array().notNull(),
    consentedAt: moment("consented_at").notNull(),
    ip: text(),
    userAgent: text("user_agent"),
    language: text().notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [index("consent_person").on(table.personId)],
);
