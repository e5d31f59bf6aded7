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
}

/**
 * Text of the mail, French, plain.
 *
 * @see Référentiel socle MSSanté #2, ECO.2.2.5: a mailbox of an application says that the message is automatic, and whom to write to
 * @see DSR biologie, MSS.24: a correction says that it cancels and replaces
 */
export function mailBody({ role, laboratory, phone, replyTo, fillerNumber, replaces }: MailBodyFacts): string {
  const lines =
    role === 'patient'
      ? [
          `Le laboratoire ${laboratory} vous adresse le compte rendu de vos examens de biologie médicale.`,
          'Pour toute question sur vos résultats, parlez-en à votre médecin ou au biologiste du laboratoire.',
        ]
      : [
          `Le laboratoire ${laboratory} vous adresse un compte rendu d’examens de biologie médicale (dossier ${fillerNumber}).`,
          'Le document structuré est dans IHE_XDM.ZIP ; la copie PDF, quand elle est jointe, dit la même chose.',
        ];
  return [
    'Bonjour,',
    '',
    ...lines,
    ...(replaces ? ['', 'Ce compte rendu annule et remplace celui qui vous a été adressé précédemment.'] : []),
    '',
    `Laboratoire : ${laboratory}${phone ? `, téléphone ${phone}` : ''}.`,
    `Ce message est envoyé automatiquement. Pour nous écrire : ${replyTo}.`,
    '',
  ].join('\r\n');
}
