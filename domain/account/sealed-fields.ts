import { blindIndex } from "@/lib/crypto/blind-index";
import { seal, unseal } from "@/lib/crypto/seal";

/** Places to which a person's own data are sealed (lib/crypto/seal.ts). */
export const personIdPlace = (personId: string) => `person.id_number:${personId}`;
export const personMobilePlace = (personId: string) => `person.mobile:${personId}`;

/** Digest by which people with an ID number are found. `idNumber` is normalised (model/identity). */
export const personIdIndex = (idNumber: string): Buffer => blindIndex("person-id", idNumber);

/** A person's ID number and mobile as the database takes them (`sealed_part` of db/functions/account.sql). */
export function sealPerson(person: string, data: { idNumber: string | null; mobile: string | null }) {
  const { idNumber, mobile } = data;
  return {
    person,
    ...(idNumber && {
      id_number: seal(idNumber, personIdPlace(person)).toString("base64"),
      id_index: personIdIndex(idNumber).toString("base64"),
    }),
    ...(mobile && {
      mobile: seal(mobile, personMobilePlace(person)).toString("base64"),
      mobile_index: blindIndex("person-mobile", mobile).toString("base64"),
    }),
  };
}

type StoredPerson = {
  id: string;
  idNumberPlain: string | null;
  idNumberSealed: Buffer | null;
  mobilePlain: string | null;
  mobileSealed: Buffer | null;
};

/**
 * A person's row with the sealed columns opened. A plain value is newer than a sealed one: a version from before
 * wrote it, and sealing empties it.
 */
export function openPerson<Row extends StoredPerson>(row: Row) {
  const { idNumberPlain, idNumberSealed, mobilePlain, mobileSealed, ...rest } = row;
  return {
    ...rest,
    idNumber: idNumberPlain ?? (idNumberSealed && unseal(idNumberSealed, personIdPlace(row.id))),
    mobile: mobilePlain ?? (mobileSealed && unseal(mobileSealed, personMobilePlace(row.id))),
  };
}

type NumberedPerson = {
  id: string;
  idNumber: string | null;
  idNumberSealed: Buffer | null;
  mobile: string | null;
  mobileSealed: Buffer | null;
};

/** A person's ID number and mobile, opened, where they are known: none of them is part of a password. */
export function openNumbers({
  idNumber: idNumberPlain,
  mobile: mobilePlain,
  ...row
}: NumberedPerson): string[] {
  const { idNumber, mobile } = openPerson({ ...row, idNumberPlain, mobilePlain });
  return [idNumber, mobile].filter((number) => number !== null);
}
