import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import type { TableNotes } from "@/lib/table/notes";

/** A run of an import: its file and result. */
export const importStates = [
  "uploading",
  "preview_queued",
  "previewed",
  "import_queued",
  "running",
  "finished",
  "cancelled",
  "failed",
] as const;

export const importRuns = pgTable(
  "import_run",
  {
    id: uuid().primaryKey().defaultRandom(),
    subject: text({ enum: ["orders", "agreements"] }).notNull(),
    fileName: text("file_name").notNull(),
    sha256: bytea().notNull(),
    state: text({ enum: importStates }).notNull(),
    startedAt: moment("started_at").notNull().defaultNow(),
    finishedAt: moment("finished_at"),
    lines: integer().notNull(),
    inserted: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    repeated: integer().notNull().default(0),
    held: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    startedBy: uuid("started_by"),
    /**
     * The person who confirmed the dry run. Above a kind's limit, changes need another person than the
     * uploader.
     */
    confirmedBy: uuid("confirmed_by"),
    /** Progress of the current pass over the file. */
    linesDone: integer("lines_done").notNull().default(0),
    linesTotal: integer("lines_total").notNull().default(0),
    /** Result of the dry run: new orders, and known ones that would change. */
    previewNew: integer("preview_new").notNull().default(0),
    previewChanged: integer("preview_changed").notNull().default(0),
    /** Start of the confirmed dry run: orders that changed since differ from what its page showed. */
    previewedAt: moment("previewed_at"),
    applyChanges: boolean("apply_changes").notNull().default(false),
    /** Why the file could not be read at all: a key of messages, and the columns it speaks of. */
    failure: text(),
    failureFact: text("failure_fact"),
    /** What was assumed while the file was read: lib/table/notes.ts. */
    notes: jsonb().$type<TableNotes>(),
    /** The process that walks the file now, until when unless it says that it lives, and how many have tried. */
    leasedBy: uuid("leased_by"),
    leasedUntil: moment("leased_until"),
    attempts: integer().notNull().default(0),
    /** When the administrators were told that nothing newer came. */
    staleToldAt: moment("stale_told_at"),
  },
  (table) => [
    index("import_run_newest").on(table.subject, table.finishedAt),
    check(
      "import_run_state",
      sql`${table.state} in ('uploading', 'preview_queued', 'previewed', 'import_queued', 'running', 'finished', 'cancelled', 'failed')`,
    ),
  ],
);

/** The uploaded file in pieces, sealed; before the first of them, what was understood of its first rows. Forgotten a day after the run. */
export const importChunks = pgTable(
  "import_chunk",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => importRuns.id),
    position: integer().notNull(),
    content: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.position] })],
);

/** One fault of a line; what the cell said is sealed, because it may be somebody's. */
export const importFaults = pgTable(
  "import_fault",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => importRuns.id),
    line: integer().notNull(),
    /** Place among the faults of its line. */
    position: integer().notNull(),
    column: text("column_name").notNull(),
    code: text().notNull(),
    fact: text(),
    saidSealed: bytea("said_sealed").notNull(),
    /** A warning: the line is imported all the same. */
    warning: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.runId, table.line, table.position] })],
);

/** A known order that the file tells differently. Columns only: what they say is personal. */
export const importChanges = pgTable(
  "import_change",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => importRuns.id),
    line: integer().notNull(),
    kindCode: text("kind_code").notNull(),
    number: text().notNull(),
    applied: text().array().notNull(),
    held: text().array().notNull(),
    /** Why nothing can change it; null when a tick would. */
    kept: text({
      enum: [
        "used",
        "blocked",
        "replaced",
        "issued_here",
        "voided_here",
        "last_day",
        "second_person",
        "since_preview",
        "largest_value",
      ],
    }),
  },
  (table) => [primaryKey({ columns: [table.runId, table.line] })],
);

/**
 * A convenio of a file that would change to whom orders belong: it takes another NIT, or a NIT that is known by another
 * name. It stays out unless a person ticked it.
 */
export const importMoves = pgTable(
  "import_move",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => importRuns.id),
    line: integer().notNull(),
    number: text().notNull(),
    /** The NIT that the convenio has; null of a new convenio. */
    nitFrom: text("nit_from"),
    nitTo: text("nit_to").notNull(),
    nameTo: text("name_to").notNull(),
    /** The convenio and the name by which the NIT of the file was known before, if it was. */
    knownNumber: text("known_number"),
    knownName: text("known_name"),
    /** What hangs on the NIT that the orders in force are bound to: how many, how much is left on them, and uses. */
    orders: integer().notNull(),
    amount: bigint({ mode: "number" }).notNull(),
    uses: integer().notNull(),
    /** The numbers of the first of these orders. */
    numbers: text().array().notNull(),
    /** Ticked by the person who confirmed the run. */
    accepted: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.runId, table.line] })],
);
