import {
  ChoosePasswordInput,
  CompanyForm,
  InviteInput,
  PersonForm,
  SignInInput,
} from "@/domain/account/schema";
import { BranchNameInput, CounterNameInput } from "@/domain/branch/schema";
import { RevokeInput, RotateInput } from "@/domain/order-code/key-ring-schema";
import { CorrectionText } from "@/domain/request/schema";
import { ID, letters, mail, numbers, tryLimits, upTo, x } from "@/tests/support/form-limits";

const company = {
  nit: "890102044",
  checkDigit: "1",
  legalName: "Tienda",
  municipality: "Soledad",
  address: "Calle 1",
  phone: "6053235000",
};
const person = { name: "Ana", idKind: "CC", idNumber: "1042555318", email: "a@b.co", mobile: "3001234567" };
const invited = { name: "Ana", email: "a@b.co", role: "clerk" };
const entering = { email: "a@b.co", password: "x" };
const rotating = { active: "1", word: "rotar", password: "x" };
const phrase = (length: number) => `${"una frase larga y nada usual ".repeat(10).slice(0, length - 1)}z`;

tryLimits([
  ["company", CompanyForm, company, "legalName", letters(1, 200, "legalNameMissing")],
  ["company", CompanyForm, company, "municipality", letters(1, 80, "municipalityMissing")],
  ["company", CompanyForm, company, "address", letters(1, 200, "addressMissing")],
  ["person", PersonForm, person, "name", letters(1, 120, "nameMissing")],
  ["person", PersonForm, person, "email", { accepted: [mail(254)], refused: [[mail(255), "emailWrong"]] }],
  ["person", PersonForm, person, "email", { accepted: ["a@b.co"], refused: [["ab.co", "emailWithoutAt"]] }],
  [
    "person",
    PersonForm,
    person,
    "idNumber",
    { accepted: ["1042555318".padStart(60)], refused: [["1042555318".padStart(61), "idNumberWrong"]] },
  ],
  ["invitation", InviteInput, invited, "name", letters(1, 120, "nameMissing")],
  ["link", ChoosePasswordInput, { password: phrase(15) }, "token", letters(43, 43, null, null)],
  [
    "password",
    ChoosePasswordInput,
    { token: x(43) },
    "password",
    {
      accepted: [phrase(15), phrase(128)],
      refused: [
        ["", "passwordMissing"],
        [phrase(14), "passwordShort"],
        [phrase(129), "passwordLong"],
      ],
    },
  ],
  ["sign-in", SignInInput, entering, "password", letters(1, 1000, "passwordMissing", "passwordLong")],
  ["sign-in", SignInInput, entering, "email", letters(1, 254, "emailMissing", "emailWrong")],
  ["branch", BranchNameInput, {}, "name", letters(1, 60, "placeNameMissing")],
  ["counter", CounterNameInput, { branch: ID }, "name", letters(1, 60, "placeNameMissing")],
  ["correction", CorrectionText, { note: "" }, "agreementNumber", upTo(40, "agreementLong")],
  ["correction", CorrectionText, { agreementNumber: "" }, "note", upTo(600, "noteLong")],
  ["rotating", RotateInput, rotating, "active", numbers(1, 255, null)],
  ["rotating", RotateInput, rotating, "password", letters(1, 200, "passwordMissing", "passwordMissing")],
  [
    "rotating",
    RotateInput,
    rotating,
    "word",
    { accepted: ["ROTAR", " rotar "], refused: [["rota", "wordMissing"]] },
  ],
  ["revoking", RevokeInput, { password: "x" }, "key", numbers(1, 255, null)],
]);
