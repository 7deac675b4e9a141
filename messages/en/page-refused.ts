import type { refused as spanish } from "@/messages/es-CO/page-refused";

export const refused: typeof spanish = {
  title: "We did not take what you sent",
  home: "Go to the start",
  what: {
    400: "The address or the form has signs that cannot be read. Go back to the page before and type it again.",
    403: "The form did not come from a page of this portal. Open the page again and send it from there.",
    405: "This address is not used in that way. Enter from the start.",
    408: "Sending took too long and was stopped. Check your connection and try again.",
    411: "What was sent does not say how large it is. Send it again from the page.",
    413: "What you sent is too large. Go back to the page before and send less text.",
    414: "The address is too long. Enter from the start.",
    429: "There are many attempts to sign in from your connection. Wait a minute and go back to the sign-in page.",
    503: "Many files are arriving at once right now. Wait a few seconds and send it again.",
    421: "This is not the address of the portal. Check the address and enter again.",
  },
};
