import type { DeliveryRecipient } from '@segur/laboratory';

/** What a body may say: who writes and whom to answer. Neither result nor diagnosis: notifications show it. */
export interface MailBodyFacts {
  readonly role: DeliveryRecipient['role'];
  readonly laboratory: string;
  readonly phone: string;
  /** Mailbox that a person reads. */
  readonly replyTo: string;
  readonly fillerNumber: string;
  /** The document takes the place of one that was sent before. */
  readonly replaces: boolean;
  /** When the report was sent that is withdrawn and to be deleted. Absent: the mail brings a report. */
  readonly withdrawnFrom?: Date | undefined;
}

const DAY = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' });

/**
 * Text of the mail, French, plain.
 *
 * @see Référentiel socle MSSanté #2, ECO.2.2.5: a mailbox of an application says that the message is automatic, and whom to write to
 * @see DSR biologie, MSS.24: a correction says that it cancels and replaces; MSS.25: a withdrawal is told to those who got the report
 */
export function mailBody(facts: MailBodyFacts): string {
  const { laboratory, phone, replyTo, replaces, withdrawnFrom } = facts;
  return [
    'Bonjour,',
    '',
    ...(withdrawnFrom ? withdrawal(facts, DAY.format(withdrawnFrom)) : delivery(facts)),
    ...(replaces && !withdrawnFrom ? ['', 'Ce compte rendu annule et remplace celui qui vous a été adressé précédemment.'] : []),
    '',
    `Laboratoire : ${laboratory}${phone ? `, téléphone ${phone}` : ''}.`,
    `Ce message est envoyé automatiquement. Pour nous écrire : ${replyTo}.`,
    '',
  ].join('\r\n');
}

function delivery({ role, laboratory, fillerNumber }: MailBodyFacts): readonly string[] {
  if (role === 'patient')
    return [
      `Le laboratoire ${laboratory} vous adresse le compte rendu de vos examens de biologie médicale.`,
      'Pour toute question sur vos résultats, parlez-en à votre médecin ou au biologiste du laboratoire.',
    ];
  return [
    `Le laboratoire ${laboratory} vous adresse un compte rendu d’examens de biologie médicale (dossier ${fillerNumber}).`,
    'Le document structuré est dans IHE_XDM.ZIP ; la copie PDF, quand elle est jointe, dit la même chose.',
  ];
}

// It does not say why: "wrong patient" in a notification would tell the one about the other.
function withdrawal({ role, laboratory, fillerNumber }: MailBodyFacts, sentOn: string): readonly string[] {
  if (role === 'patient')
    return [
      `Le laboratoire ${laboratory} retire le compte rendu d’examens de biologie médicale qu’il vous a adressé le ${sentOn}.`,
      'N’en tenez plus compte et supprimez-le. Pour toute question, adressez-vous au laboratoire.',
    ];
  return [
    `Le laboratoire ${laboratory} retire le compte rendu d’examens de biologie médicale envoyé le ${sentOn} (dossier ${fillerNumber}).`,
    'Ce compte rendu ne doit plus être utilisé et doit être supprimé. IHE_XDM.ZIP désigne le document à supprimer.',
  ];
}
