import { Sample } from "@/domain/import/sample";
import type { CalendarDay } from "@/model/calendar";
import type { AgreementLine } from "./plan";

/** A convenio as it was read, for a person to compare with the file before the import. */
export type UnderstoodAgreement = {
  line: number;
  number: string;
  nit: string;
  checkDigit: number;
  legalName: string;
  startsOn: CalendarDay;
  endsOn: CalendarDay;
};

/** The first rows of a file of convenios. */
export const agreementSample = () =>
  new Sample<AgreementLine, UnderstoodAgreement>(
    ({ data }) => data.legalName,
    ({ line, data: { number, nit, checkDigit, legalName, startsOn, endsOn } }) => ({
      ...{ line, number, nit, checkDigit, legalName, startsOn, endsOn },
    }),
  );
