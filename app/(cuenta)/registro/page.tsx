import { redirect } from "next/navigation";

/** The first step is the authorisation. */
export default function RegistrationPage(): never {
  redirect("/registro/autorizacion");
}
