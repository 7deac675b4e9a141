import type { Verdict } from "@/model/verdict";
import { counter } from "./lookup";

/**
 * What each answer means, what the counter does and what it tells the person with the paper, in the words of the
 * answer's own screen.
 * A new verdict without its own chapter does not compile.
 */
export const verdicts = {
  authentic: {
    means: "La orden existe, es de la entidad, no se ha usado y el papel dice lo mismo.",
    act: "Registre el uso y entregue. El verde dura tres minutos: si pasa el tiempo, consulte de nuevo.",
    say: "“Todo está bien con su orden.”",
  },
  current: {
    means: "La orden existe y está vigente. Todavía no sabemos si este papel es el verdadero.",
    act: "Compare el valor, el nombre y la cédula, el número y la fecha. No entregue antes de comparar.",
    say: "“Ya la encontré. Déjeme compararla con el papel.”",
  },
  used: {
    means: "La orden ya se usó, en su empresa o en otra.",
    act: "No entregue. Si cree que es un error, llame a la central de atención al cliente con el código de la consulta.",
    say: "“La orden aparece usada. La entidad le puede decir qué pasó.”",
  },
  annulled: {
    means: "La entidad anuló la orden. A veces se anula porque se hizo una nueva.",
    act: "No entregue con esta orden. Pregunte si la persona trae otra.",
    say: counter.adviceAnnulled,
  },
  expired: {
    means: "Pasó el último día en que se podía usar.",
    act: "No entregue con esta orden.",
    say: counter.adviceExpired,
  },
  not_yet: {
    means: "La orden empieza a valer otro día. La pantalla dice cuál.",
    act: "No entregue todavía.",
    say: counter.adviceNotYet,
  },
  blocked: {
    means: "La entidad la está revisando y nadie la puede usar por ahora.",
    act: "No la reciba. Llame a la central de atención al cliente si la persona necesita saber más.",
    say: counter.adviceBlocked,
  },
  replaced: {
    means: "La entidad hizo otra orden en lugar de esta.",
    act: "No entregue con esta. Pida la orden vigente y consúltela.",
    say: counter.adviceReplaced,
  },
  claimed: {
    means: "Otro punto de pago la está registrando en este momento.",
    act: "Espere unos minutos y consulte de nuevo.",
    say: "“Otro comercio la tiene abierta. Miramos otra vez en unos minutos.”",
  },
  other_provider: {
    means: "La orden existe, pero fue hecha para otro comercio.",
    act: "No entregue con esta orden.",
    say: "“Esta orden es para otro comercio. La entidad le dice cuál.”",
  },
  not_found: {
    means:
      "Con esos tres datos no hay una orden. Casi siempre es un número mal escrito. No quiere decir que el papel sea falso.",
    act: "Revise el número, la cédula y el tipo, y que el papel sea de esta entidad. Si todo está igual, llame.",
    say: counter.adviceNotFound,
  },
  waiting: {
    means:
      "Hubo varias consultas seguidas sin resultado y hay una pausa, para proteger los datos de los afiliados.",
    act: "La pantalla dice a qué hora puede seguir. Si escanea el código o escribe el código de control, puede que no tenga que esperar.",
    say: "“Tengo que esperar unos minutos para volver a consultar.”",
  },
  paused: {
    means: "El convenio de su empresa no está vigente hoy o está suspendido.",
    act: "Hable con la entidad. Mientras tanto no se pueden consultar órdenes.",
    say: "“Hoy no podemos recibir órdenes.”",
  },
  digits: {
    means: "El código se leyó y es de la entidad. Falta saber si la persona es la de la orden.",
    act: "Escriba los últimos cuatro de la cédula que tiene en la mano.",
    say: "“¿Me presta su cédula, por favor?”",
  },
  forged: {
    means: "El código no fue hecho por la entidad, o le cambiaron algo.",
    act: "No entregue. Reporte la novedad. No retenga el papel ni la cédula, y no discuta.",
    say: "“El código no se puede confirmar. La entidad lo revisa con usted.”",
  },
  foreign: {
    means: "El código leído no es de una orden de esta entidad: puede ser de una factura o de otro papel.",
    act: "Busque el código de la orden en el papel, o escriba los números.",
    say: "“Ese código es de otra cosa. Busco el de la orden.”",
  },
  superseded: {
    means: "El papel es verdadero, pero la entidad imprimió uno más nuevo de la misma orden.",
    act: "No entregue con este papel. Con el nuevo sí se puede.",
    say: "“Hay otro papel más nuevo de la misma orden. Con ese sí la recibo.”",
  },
  asked_before: {
    means: "La respuesta ya no es de este momento: pasó el tiempo, o la orden cambió después de consultarla.",
    act: "Consulte de nuevo y compare otra vez antes de registrar el uso.",
    say: "“Un momento, la miro otra vez.”",
  },
  mismatch: {
    means: "El papel no dice lo mismo que la entidad registró. Puede ser un error de impresión.",
    act: "No entregue. Llame a la central de atención al cliente y, si quiere, reporte la novedad.",
    say: "“El papel dice otra cosa que el sistema. La entidad lo aclara por teléfono.”",
  },
  unread: {
    means: "La orden existe, pero usted no pudo leer el papel y no la comparó.",
    act: "Para registrar el uso sin comparar, la entidad debe confirmarla por teléfono.",
    say: "“No se lee bien el papel. Lo confirmo con la entidad.”",
  },
  registered: {
    means: "Su empresa ya registró el uso de esta orden.",
    act: "No la registre otra vez. Abra el comprobante si lo necesita.",
    say: "“Su orden ya quedó registrada aquí.”",
  },
  picture: {
    means: "Se leyó una foto del código, no el papel.",
    act: "No entregue. Pida el papel original y léalo con la cámara.",
    say: "“Necesito el papel original, no la foto.”",
  },
} satisfies Record<Verdict, { means: string; act: string; say: string }>;
