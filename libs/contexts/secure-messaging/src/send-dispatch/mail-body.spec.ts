import { mailBody, type MailBodyFacts } from './mail-body.js';

const facts: MailBodyFacts = {
  role: 'prescriber',
  laboratory: 'LABORATOIRE EXEMPLE',
  phone: '0100000000',
  replyTo: 'secretariat@labo.mssante.fr',
  fillerNumber: 'D-12',
  replaces: false,
};

describe('mailBody', () => {
  it.each(['prescriber', 'correspondent', 'patient'] as const)(
    'says to the %s that it is automatic, and whom to write to',
    (role) => {
      const lines = mailBody({ ...facts, role }).split('\r\n');

      expect(lines).toContain('Laboratoire : LABORATOIRE EXEMPLE, téléphone 0100000000.');
      expect(lines).toContain('Ce message est envoyé automatiquement. Pour nous écrire : secretariat@labo.mssante.fr.');
    },
  );

  it('names the dossier to professionals only', () => {
    expect(mailBody(facts)).toContain('dossier D-12');
    expect(mailBody({ ...facts, role: 'patient' })).not.toContain('D-12');
  });

  it.each(['prescriber', 'patient'] as const)('says to the %s that a correction cancels and replaces', (role) => {
    expect(mailBody({ ...facts, role })).not.toContain('annule et remplace');
    expect(mailBody({ ...facts, role, replaces: true })).toContain('annule et remplace');
  });

  it('leaves the telephone out where there is none', () => {
    expect(mailBody({ ...facts, phone: '' })).toContain('Laboratoire : LABORATOIRE EXEMPLE.');
  });
});
