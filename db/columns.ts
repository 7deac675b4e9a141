import { customType, timestamp } from "drizzle-orm/pg-core";

/** Raw bytes: digests, blind indexes, sealed personal data, uploaded files. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** An instant. It becomes a day of America/Bogota only where a rule is about days. */
export const moment = (name: string) => timestamp(name, { withTimezone: true });
