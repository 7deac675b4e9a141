import type { Database } from "@/db/client";
import { readChunk } from "@/db/queries/import-upload";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import type { CalendarDay } from "@/model/calendar";
import type { PlannedLine } from "./plan";
import { chunkPlace } from "./sealed-file";

/** A row as it was read, for a person to compare with the file before the import. */
export type UnderstoodRow = {
  line: number;
  number: string;
  name: string;
  /** The kind of identity document, and its number in the next field. */
  idKind: string;
  idNumber: string;
  value: number;
  /** The first and the last day. Runs of before do not say them. */
  issuedOn?: CalendarDay;
  validUntil?: CalendarDay;
  /** The provider's NIT; null when any provider may take the order. */
  providerNit: string | null;
};

const FIRST_ROWS = 5;
/** Further rows whose names have letters that a wrong alphabet of bytes would spoil. */
const LETTERED_ROWS = 3;
/** The place before the first piece of the file. */
const PLACE = -1;

/** Collects the first good rows of a file, and some more with accents in their name. */
export class Sample<Line, Row> {
  readonly rows: Row[] = [];
  private lettered = 0;

  constructor(
    private readonly nameOf: (line: Line) => string,
    private readonly rowOf: (line: Line) => Row,
  ) {}

  add(lines: readonly Line[]): void {
    for (const line of lines) {
      const first = this.rows.length < FIRST_ROWS;
      if (!first && (this.lettered === LETTERED_ROWS || !/[^ -~]/.test(this.nameOf(line)))) continue;
      if (!first) this.lettered += 1;
      this.rows.push(this.rowOf(line));
    }
  }
}

/** The first rows of a file of orders. */
export const orderSample = () =>
  new Sample<PlannedLine, UnderstoodRow>(
    ({ data }) => data.affiliateName,
    ({ line, data }) => ({
      line,
      number: `${data.kindCode} ${data.number}`,
      name: data.affiliateName,
      idKind: data.affiliateIdKind,
      idNumber: data.affiliateId,
      value: data.value,
      issuedOn: data.issuedOn,
      validUntil: data.validUntil,
      providerNit: data.providerNit,
    }),
  );

export function sealSample(run: string, rows: readonly object[]): Buffer {
  return sealBytes(Buffer.from(JSON.stringify(rows)), chunkPlace(run, PLACE));
}

/** The first rows of an uploaded file as they were understood; none once they are forgotten. */
export async function readSample<Row = UnderstoodRow>(db: Database, run: string): Promise<Row[]> {
  const sealed = await readChunk(db, run, PLACE);
  if (!sealed) return [];
  return JSON.parse(Buffer.from(unsealBytes(sealed, chunkPlace(run, PLACE))).toString()) as Row[];
}
